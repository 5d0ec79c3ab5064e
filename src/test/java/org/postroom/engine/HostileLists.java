package org.postroom.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files made to do harm, written when they are needed: none is kept, the largest is sparse.
final class HostileLists {
  /// @param file its name
  /// @param words what the refusal says, or `read` where there is nothing to refuse
  /// @param sparse the size that the file is given after its content, 0 for none
  record Hostile(String file, String words, Content content, long sparse) {
    /// Writes it into the folder.
    Path in(Path folder) throws IOException {
      Path path = folder.resolve(file);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
        content.to(out);
      }
      if (sparse > 0) {
        try (RandomAccessFile whole = new RandomAccessFile(path.toFile(), "rw")) {
          whole.setLength(sparse);
        }
      }
      return path;
    }
  }

  private static final int MEGA = 1_000_000;
  private static final String TOO_WIDE = "16,384 columns";
  private static final String LONG_CELL = "a million letters in one cell";
  private static final String UNPACKED = "megabytes when it is unpacked";
  private static final String XML = "64 levels of nesting";
  private static final String ELEMENTS = "XML elements";
  private static final String DAMAGED = "damaged";
  private static final String LARGER = "larger than a list can be";
  private static final String READ = "read";

  /// Few elements, many letters.
  private static final String LONG = "<" + "x".repeat(397) + "/>";

  /// Writes a file, or a part of one.
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  private final List<Hostile> made = new ArrayList<>();

  private HostileLists() {}

  static List<Hostile> all() {
    HostileLists lists = new HostileLists();
    lists.delimited();
    lists.zips();
    lists.workbooks();
    lists.xml();
    lists.documents();
    lists.cards();
    return lists.made;
  }

  private void delimited() {
    file("a-million-columns.csv", TOO_WIDE, text("Email").then(",x", MEGA).then("\na@x.example"));
    file("a-row-of-commas.csv", TOO_WIDE, text("Email,Name\na@x.example,").then(",", 40 * MEGA));
    file(
        "a-quote-of-40-mb.csv",
        LONG_CELL,
        text("Email,Name\na@x.example,\"").then("x\n", 20 * MEGA));
    file("a-cell-of-40-mb.csv", LONG_CELL, text("Email,Name\na@x.example,").then("x", 40 * MEGA));
    file("a-heading-of-40-mb.csv", LONG_CELL, text("").then("x", 40 * MEGA));
    file("rows-without-end.csv", LARGER, text("E\n").then("a\n", 100 * MEGA));
    file("addresses-everywhere.csv", READ, wide(16_384, 1_200));
    file("test-test-test.csv", READ, text("Email,First name\na@x.example,").then("test ", 200_000));
    file(
        "mark-of-utf-16.csv",
        "not in the charset",
        text("\u00FF\u00FE").then("a@x.example,", 1_000).then("\n"));
    sparse("a-quote-of-4-gb.csv", "256 megabytes", "Email,Name\na@x.example,\"", 4L << 30);
    sparse("zeros.csv", "no text", "Email\n", 20L << 20);
  }

  private void zips() {
    zip("bomb.xlsx", UNPACKED, Map.of("xl/worksheets/sheet1.xml", repeated(LONG, 100_000)));
    // Each part keeps under the ratio, together they are too much.
    Map<String, Content> bombs = new LinkedHashMap<>();
    for (int i = 1; i <= 100; i++) {
      bombs.put("xl/worksheets/sheet%d.xml".formatted(i), repeated(LONG, 19_000));
    }
    bombs.put("xl/workbook.xml", workbook(100));
    bombs.put("xl/_rels/workbook.xml.rels", relations(100, "worksheets/sheet%d.xml"));
    zip("bombs.xlsx", UNPACKED, bombs);
    zip(
        "one-part-for-ten-thousand-sheets.xlsx",
        ELEMENTS,
        Map.of(
            "xl/workbook.xml", workbook(10_000),
            "xl/_rels/workbook.xml.rels", relations(10_000, "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml", repeated("<x/>", MEGA)));
    Map<String, Content> many = new LinkedHashMap<>();
    for (int i = 0; i < 10_001; i++) {
      many.put("x" + i, text(""));
    }
    zip("parts.xlsx", "10,000 parts", many);
    directory("directory.xlsx", "10,000 parts", MEGA);
    Content inner = out -> zip(out, Map.of("bomb", repeated("0", 100 * MEGA)));
    Content outer = out -> zip(out, Map.of("inner.zip", inner));
    file("zip-in-zip.xlsx", "an archive", outer);
    zip("zip-in-workbook.xlsx", READ, Map.of("xl/embeddings/x.zip", outer));
    // Both places that name the size, in the part that unpacks to far more.
    patched("lying-size.xlsx", UNPACKED, 22, 24, new byte[] {9, 0, 0, 0});
    patched("lying-packed-size.xlsx", DAMAGED, 18, 20, new byte[] {-1, -1, -1, 0x7F});
    patched("another-method.xlsx", DAMAGED, 8, 10, new byte[] {95, 0});
    patched("a-method-of-large-windows.xlsx", DAMAGED, 8, 10, new byte[] {93, 0});
    patched("encrypted.xlsx", "password", 6, 8, new byte[] {1, 8});
  }

  private void workbooks() {
    String strings = "xl/sharedStrings.xml";
    sheet(
        "strings-without-end.xlsx",
        LARGER,
        strings,
        text("<sst>").then("<si><t>ab</t></si>", 10 * MEGA).then("</sst>"),
        1);
    sheet(
        "a-string-of-100-mb.xlsx",
        LARGER,
        strings,
        text("<sst><si><t>").then("x", 100 * MEGA).then("</t></si></sst>"),
        1);
    sheet(
        "runs-of-a-string.xlsx",
        LONG_CELL,
        strings,
        text("<sst><si>").then("<r><t>0123456789</t></r>", MEGA).then("</si></sst>"),
        1);
    sheet(
        "one-string-everywhere.xlsx",
        LARGER,
        strings,
        text("<sst><si><t>").then("x", MEGA).then("</t></si></sst>"),
        2_000);
    sheet(
        "styles-without-end.xlsx",
        LARGER,
        "xl/styles.xml",
        text("<s><cellXfs>").then("<xf/>", 2 * MEGA).then("</cellXfs></s>"),
        1);
    sheet(
        "a-format-of-3-mb.xlsx",
        READ,
        "xl/styles.xml",
        text("<s><numFmt numFmtId=\"164\" formatCode=\"")
            .then("[>1]0;", 500_000)
            .then("\"/><cellXfs><xf numFmtId=\"164\"/></cellXfs></s>"),
        1);
    String relations = "xl/_rels/workbook.xml.rels";
    for (String target :
        List.of("../../../../../etc/passwd", "file:///etc/passwd", "//server/share/x", "C:\\x")) {
      String away =
          "<r><Relationship Id=\"s1\" Type=\"x/worksheet\" Target=\"%s\" TargetMode=\"External\"/></r>"
              .formatted(target);
      sheet("link-%d.xlsx".formatted(made.size()), DAMAGED, relations, text(away), 1);
    }
  }

  private void xml() {
    String root =
        "<worksheet><sheetData><row r=\"1\"><c><v>1</v></c></row></sheetData></worksheet>";
    Map<String, String> types = new LinkedHashMap<>();
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    types.put("laughs", laughs.append("]><x>&l29;</x>").toString());
    types.put("outside", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");
    types.put("parameter", "<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///dev/zero\"> %p;]>" + root);
    types.put("subset", "<!DOCTYPE x SYSTEM \"file:///dev/zero\">" + root);
    types.put("unnamed", "<x>&nobody;</x>");
    for (Map.Entry<String, String> type : types.entrySet()) {
      for (String part :
          List.of(
              "xl/worksheets/sheet1.xml",
              "xl/sharedStrings.xml",
              "xl/styles.xml",
              "xl/workbook.xml",
              "_rels/.rels")) {
        String name = type.getKey() + "-" + part.replaceAll("[^a-zA-Z0-9]", "") + ".xlsx";
        zip(name, DAMAGED, Map.of(part, text(type.getValue())));
      }
      for (String part : List.of("content.xml", "META-INF/manifest.xml")) {
        String name = type.getKey() + "-" + part.replaceAll("[^a-z]", "") + ".ods";
        ods(name, DAMAGED, part, text(type.getValue()));
      }
    }
    sheet1("depth.xlsx", XML, text("").then("<x>", MEGA));
    sheet1("attributes.xlsx", DAMAGED, numbered("<x", " a%d=\"\"", 100_000, "/>"));
    sheet1("an-attribute.xlsx", XML, text("<x y=\"").then("y", 100 * MEGA).then("\"/>"));
    sheet1("a-comment.xlsx", XML, text("<x><!--").then("y", 100 * MEGA).then("--></x>"));
    sheet1("a-name.xlsx", DAMAGED, text("<").then("y", 100 * MEGA).then("/>"));
    sheet1("an-instruction.xlsx", XML, text("<?x ").then("y", 100 * MEGA).then("?><x/>"));
    sheet1("blanks.xlsx", XML, text("").then(" ", 100 * MEGA));
    sheet1("names.xlsx", ELEMENTS, numbered("<x>", "<a%d/>", 100_000, "</x>"));
  }

  private void documents() {
    String head = "<o:d xmlns:o=\"o\" xmlns:t=\"t\" xmlns:x=\"x\"><t:table t:name=\"M\">";
    String end = "</t:table></o:d>";
    String cell =
        "<t:table-cell t:number-columns-repeated=\"%d\"><x:p>a@x.example</x:p></t:table-cell>";
    String rows =
        head + "<t:table-row t:number-rows-repeated=\"%d\">" + cell + "</t:table-row>" + end;
    content("rows-repeated.ods", LARGER, text(rows.formatted(1_048_576, 19)));
    content("rows-repeated-often.ods", "read", text(rows.formatted(100_000, 19)));
    content("rows-repeated-wide.ods", LARGER, text(rows.formatted(100_000, 201)));
    content("rows-repeated-too-far.ods", LARGER, text(rows.formatted(999_999_999, 1)));
    content("cells-repeated.ods", TOO_WIDE, text(rows.formatted(1, 999_999_999)));
    content(
        "blanks-repeated.ods",
        LONG_CELL,
        text(head + "<t:table-row><t:table-cell><x:p>")
            .then("<x:s x:c=\"900000\"/>", 1_000)
            .then("</x:p></t:table-cell></t:table-row>" + end));
    content(
        "paragraphs.ods",
        LONG_CELL,
        text(head + "<t:table-row><t:table-cell>")
            .then("<x:p>0123456789</x:p>", 200_000)
            .then("</t:table-cell></t:table-row>" + end));
    content(
        "covered.ods",
        "empty",
        text(head)
            .then(
                "<t:table-row t:number-rows-repeated=\"999999999\"><t:covered-table-cell t:number-columns-repeated=\"999999999\"/></t:table-row>",
                10_000)
            .then(end));
    content(
        "tables.ods",
        "empty",
        text("<o:d xmlns:o=\"o\" xmlns:t=\"t\">").then("<t:table/>", 700_000).then("</o:d>"));
    content("deep.ods", XML, text(head + "<t:table-row><t:table-cell>").then("<x:p>", MEGA));
  }

  private void cards() {
    String begin = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEMAIL:a@x.example\n";
    String end = "\nEND:VCARD\n";
    String large = "letters in one card";
    file(
        "a-folded-line.vcf",
        large,
        text(begin + "NOTE:x\n").then(" 0123456789\n", 3 * MEGA).then(end));
    file("a-line.vcf", large, text(begin + "NOTE:").then("x", 30 * MEGA).then(end));
    file("a-card-without-end.vcf", large, text(begin).then("NOTE:x\n", 4 * MEGA));
    file(
        "a-picture.vcf",
        READ,
        text(begin + "PHOTO;ENCODING=b;TYPE=JPEG:").then("AAAA", 2 * MEGA).then(end));
    file("names-without-end.vcf", READ, text(begin + "N:").then(";", MEGA).then(end));
    file("parameters.vcf", READ, text(begin + "TEL").then(";TYPE=x", 500_000).then(":1" + end));
    file(
        "soft-breaks.vcf",
        READ,
        text("BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:")
            .then("=41=\n", MEGA)
            .then(end));
    file("addresses.vcf", READ, text(begin).then("EMAIL:b@x.example\n", 500_000).then(end));
    file("escapes.vcf", READ, text(begin + "ORG:").then("\\;", 2 * MEGA).then(end));
    file("cards-in-cards.vcf", DAMAGED, text("").then("BEGIN:VCARD\n", MEGA));
    file("empty-cards.vcf", "200,000 cards", text("").then("BEGIN:VCARD\nEND:VCARD\n", 300_000));
  }

  private void content(String name, String words, Content content) {
    ods(name, words, "content.xml", content);
  }

  private void ods(String name, String words, String part, Content content) {
    Map<String, Content> parts = new LinkedHashMap<>();
    parts.put("mimetype", text("application/vnd.oasis.opendocument.spreadsheet"));
    parts.put("content.xml", text("<x/>"));
    parts.put(part, content);
    file(name, words, out -> zip(out, parts));
  }

  private void sheet1(String name, String words, Content content) {
    zip(name, words, Map.of("xl/worksheets/sheet1.xml", content));
  }

  /// A workbook with one part changed, and `rows` cells that show its first string.
  private void sheet(String name, String words, String part, Content content, int rows) {
    Content sheet =
        text("<worksheet><sheetData>")
            .then("<row><c t=\"s\" s=\"0\"><v>0</v></c></row>", rows)
            .then("</sheetData></worksheet>");
    Map<String, Content> parts = new LinkedHashMap<>();
    parts.put("xl/worksheets/sheet1.xml", sheet);
    parts.put(part, content);
    zip(name, words, parts);
  }

  /// A plain workbook, with these parts instead of its own.
  private void zip(String name, String words, Map<String, Content> changed) {
    file(name, words, out -> zip(out, workbookWith(changed)));
  }

  private static Map<String, Content> workbookWith(Map<String, Content> changed) {
    Map<String, Content> parts = new LinkedHashMap<>();
    parts.put(
        "_rels/.rels",
        text(
            "<r><Relationship Id=\"w\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></r>"));
    parts.put("xl/workbook.xml", workbook(1));
    parts.put("xl/_rels/workbook.xml.rels", relations(1, "worksheets/sheet1.xml"));
    parts.put("xl/sharedStrings.xml", text("<sst><si><t>Email</t></si></sst>"));
    parts.put("xl/styles.xml", text("<s/>"));
    parts.put(
        "xl/worksheets/sheet1.xml",
        text("<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>"));
    parts.putAll(changed);
    return parts;
  }

  private static Content workbook(int sheets) {
    return numbered(
        "<w xmlns:r=\"r\"><sheets>",
        "<sheet name=\"S%1$d\" r:id=\"s%1$d\"/>",
        sheets,
        "</sheets></w>");
  }

  private static Content relations(int sheets, String target) {
    return numbered(
        "<r><Relationship Id=\"ss\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"st\" Type=\"x/styles\" Target=\"styles.xml\"/>",
        "<Relationship Id=\"s%1$d\" Type=\"x/worksheet\" Target=\""
            + target.replace("%d", "%1$d")
            + "\"/>",
        sheets,
        "</r>");
  }

  /// One part larger than the ratio allows, and `bytes` over its headers: in the local one at
  /// `local`, in the directory's at `central`.
  private void patched(String name, String words, int local, int central, byte[] bytes) {
    file(name, words, sink -> patched(sink, local, central, bytes));
  }

  private static void patched(OutputStream sink, int local, int central, byte[] bytes)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    zip(out, workbookWith(Map.of("xl/worksheets/sheet1.xml", repeated(LONG, 40_000))));
    byte[] zip = out.toByteArray();
    byte[] part = "xl/worksheets/sheet1.xml".getBytes(ISO_8859_1);
    for (int i = 46; i + part.length < zip.length; i++) {
      if (java.util.Arrays.equals(zip, i, i + part.length, part, 0, part.length)) {
        int header = zip[i - 46] == 'P' && zip[i - 44] == 1 ? i - 46 + central : i - 30 + local;
        System.arraycopy(bytes, 0, zip, header, bytes.length);
      }
    }
    sink.write(zip);
  }

  /// A directory of one part that says it has `entries`.
  private void directory(String name, String words, int entries) {
    byte[] entry = new byte[47];
    entry[0] = 'P';
    entry[1] = 'K';
    entry[2] = 1;
    entry[3] = 2;
    entry[28] = 1;
    entry[46] = 'x';
    byte[] end = {'P', 'K', 5, 6, 0, 0, 0, 0, -1, -1, -1, -1, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0};
    int size = entries * entry.length;
    for (int i = 0; i < 4; i++) {
      end[12 + i] = (byte) (size >>> (8 * i));
    }
    file(
        name,
        words,
        out -> {
          out.write(new byte[] {'P', 'K', 3, 4});
          for (int i = 0; i < entries; i++) {
            out.write(entry);
          }
          out.write(end);
        });
  }

  private void sparse(String name, String words, String beginning, long size) {
    made.add(new Hostile(name, words, text(beginning), size));
  }

  private void file(String name, String words, Content content) {
    made.add(new Hostile(name, words, content, 0));
  }

  private static void zip(OutputStream out, Map<String, Content> parts) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
    for (Map.Entry<String, Content> part : parts.entrySet()) {
      zip.putNextEntry(new ZipEntry(part.getKey()));
      part.getValue().to(zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  private static Content wide(int columns, int rows) {
    byte[] row = ("a@x.de" + ",b@x.de".repeat(columns - 1) + "\n").getBytes(UTF_8);
    return out -> {
      for (int i = 0; i < rows; i++) {
        out.write(row);
      }
    };
  }

  private static Content repeated(String words, int times) {
    return text("<x>").then(words, times).then("</x>");
  }

  private static Content numbered(String before, String each, int times, String after) {
    return out -> {
      out.write(before.getBytes(UTF_8));
      for (int i = 1; i <= times; i++) {
        out.write(each.formatted(i).getBytes(UTF_8));
      }
      out.write(after.getBytes(UTF_8));
    };
  }

  private static Words text(String words) {
    return new Words(List.of(new Piece(words, 1)));
  }

  private record Piece(String words, int times) {}

  /// Texts one behind the other, some of them many times.
  private record Words(List<Piece> pieces) implements Content {
    Words then(String words) {
      return then(words, 1);
    }

    Words then(String words, int times) {
      List<Piece> more = new ArrayList<>(pieces);
      more.add(new Piece(words, times));
      return new Words(more);
    }

    @Override
    public void to(OutputStream out) throws IOException {
      for (Piece piece : pieces) {
        // In blocks: one write for each comma would take longer than the reading.
        int length = piece.words.length();
        int together = Math.max(1, Math.min(piece.times, (1 << 16) / Math.max(1, length)));
        byte[] block = piece.words.repeat(together).getBytes(ISO_8859_1);
        int left = piece.times;
        for (; left >= together; left -= together) {
          out.write(block);
        }
        out.write(block, 0, left * length);
      }
    }
  }
}
