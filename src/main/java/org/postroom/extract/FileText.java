package org.postroom.extract;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.postroom.composition.ReceivedMessage;
import org.postroom.pictures.Position;
import org.postroom.safety.TextExtractor;
import org.postroom.safety.text.HtmlWords;

/// Reads the text in a file (rule E1): text in any charset, CSV, HTML, mail, cards, JSON, XML,
/// office files with all their parts, PDF, and archives nested to three. Stateless; safe for
/// several threads.
public final class FileText implements TextExtractor {
  private static final int DEEPEST = 3;
  private static final long LARGEST = 100L << 20;

  private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
  private static final Pattern DATA =
      Pattern.compile(
          "(?i)word/settings|recipientData|pivotCache|connections|queryTable|customXml|slicerCache");

  private final long most;
  private final long largest;

  public FileText() {
    this(Budget.MOST_BYTES);
  }

  /// @param most how many bytes one file may unpack to
  FileText(long most) {
    this(most, LARGEST);
  }

  /// @param largest how many bytes a file may have as it is
  FileText(long most, long largest) {
    this.most = most;
    this.largest = largest;
  }

  @Override
  public Extraction extract(String fileName, String contentType, byte[] content) {
    Found found = new Found(new Budget(most));
    if (content.length > largest) {
      found.unreadable("too-large");
    } else {
      read("", fileName, content, 0, found);
    }
    return found.extraction();
  }

  private void read(String inside, String fileName, byte[] content, int depth, Found found) {
    switch (Format.of(fileName, content)) {
      case ZIP -> archive(inside, content, depth, found, this::zip);
      case GZIP -> packed(inside, fileName, content, depth, found, Compressed::gzip);
      case BZIP2 -> packed(inside, fileName, content, depth, found, Compressed::bzip2);
      case XZ -> packed(inside, fileName, content, depth, found, Compressed::xz);
      case SEVEN_ZIP ->
          archive(
              inside,
              content,
              depth,
              found,
              (_, bytes, _, _) ->
                  Compressed.sevenZip(
                      bytes,
                      found.budget(),
                      (name, entry) -> read(join(inside, name), name, entry, depth + 1, found)));
      case TAR -> archive(inside, content, depth, found, this::tar);
      case PDF ->
          PdfWords.read(
              inside,
              content,
              found,
              (name, bytes) -> {
                if (depth >= DEEPEST) {
                  found.unreadable("nested-too-deep");
                } else {
                  read(join(inside, name), name, bytes, depth + 1, found);
                }
              });
      case OLE -> ole(inside, content, found);
      case MEDIA -> {
        found.picture();
        Position.in(content).ifPresent(at -> found.mark(inside, at.words(), Sort.TAKEN_AT));
      }
      case MAIL -> mail(inside, content, depth, found);
      case MBOX -> mbox(inside, content, depth, found);
      case HTML -> {
        String source = Charsets.decode(content);
        found.text(inside, source);
        found.text(inside, HtmlWords.of(source));
      }
      case XML -> xml(inside, Charsets.decode(content), true, found);
      case RTF -> rtf(inside, Charsets.decode(content), found);
      case CARD -> found.text(inside, CardText.of(Charsets.decode(content)));
      case TEXT -> text(inside, Charsets.decode(content), found);
      case UNKNOWN -> found.unreadable("unknown-format");
    }
  }

  private interface Archive {
    void read(String inside, byte[] content, int depth, Found found) throws IOException;
  }

  private static void archive(
      String inside, byte[] content, int depth, Found found, Archive archive) {
    if (depth >= DEEPEST) {
      found.unreadable("nested-too-deep");
      return;
    }
    try {
      archive.read(inside, content, depth, found);
    } catch (Budget.SpentException e) {
      found.unreadable("too-large");
    } catch (Compressed.UnreadableException e) {
      found.unreadable(e.why());
    } catch (ZipException e) {
      String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      found.unreadable(why.contains("encrypt") ? "encrypted" : "broken");
    } catch (IOException | IllegalArgumentException e) {
      // An IllegalArgumentException is how a broken name in a zip shows.
      found.unreadable("broken");
    }
  }

  private void zip(String inside, byte[] content, int depth, Found found) throws IOException {
    boolean office = isOffice(content);
    OfficeMarks marks = new OfficeMarks();
    SheetRows rows = new SheetRows();
    PivotRows pivots = new PivotRows();
    Set<String> large = new HashSet<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        found.budget().entry();
        if (!entry.isDirectory()) {
          String name = entry.getName();
          if (office && LargeSheet.isOne(name) && found.budget().isLarger(zip, LargeSheet.FROM)) {
            large.add(name);
            continue;
          }
          byte[] bytes = found.budget().read(zip);
          if (office && isXml(name)) {
            String xml = Charsets.decode(bytes);
            xml(join(inside, name), xml, isData(name), found);
            pivots.part(name, xml);
            marks.part(name, xml);
            rows.part(name, xml);
          } else if (!office || !isOfficeBinary(name)) {
            read(join(inside, name), name, bytes, depth + 1, found);
          }
        }
      }
    }
    List<String> shared = rows.shared();
    rows.tell(inside, shared, found);
    pivots.tell(inside, found);
    if (!large.isEmpty()) {
      large(inside, content, large, shared, marks, found);
    }
    marks.tell(inside, found);
  }

  /// Sheets that are not kept, once the texts that they share are known, which mostly come last.
  private static void large(
      String inside,
      byte[] content,
      Set<String> names,
      List<String> shared,
      OfficeMarks marks,
      Found found)
      throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        InputStream in = new BufferedInputStream(found.budget().passing(zip));
        if (names.contains(name)) {
          LargeSheet sheet = new LargeSheet(inside, name, shared, in, found);
          sheet.read();
          if (sheet.hides()) {
            marks.hides(name);
          }
        }
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private static boolean isOffice(byte[] content) {
    String head =
        new String(content, 0, Math.min(content.length, 256), StandardCharsets.ISO_8859_1);
    String tail =
        new String(
            content,
            Math.max(0, content.length - 65_536),
            Math.min(content.length, 65_536),
            StandardCharsets.ISO_8859_1);
    return head.startsWith("mimetype", 30) || tail.contains("[Content_Types].xml");
  }

  private static boolean isXml(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    return low.endsWith(".xml") || low.endsWith(".rels") || low.endsWith(".rdf");
  }

  /// Parts that programs write for themselves and that hold no words.
  private static boolean isOfficeBinary(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    return low.contains("printersettings")
        || low.endsWith(".vml")
        || low.endsWith(".odttf")
        || low.endsWith(".emf")
        || low.endsWith(".wmf")
        || low.equals("mimetype")
        || low.contains("thumbnail")
        || low.contains("layout-cache")
        || low.endsWith("vbaproject.bin");
  }

  private interface Unpacking {
    byte[] unpack(byte[] content, Budget budget) throws IOException;
  }

  /// One file, packed by itself.
  private void packed(
      String inside, String fileName, byte[] content, int depth, Found found, Unpacking unpacking) {
    String name =
        fileName
            .replaceFirst("(?i)\\.(?:gz|bz2|xz)$", "")
            .replaceFirst("(?i)\\.(?:tgz|tbz2?|txz)$", ".tar");
    archive(
        inside,
        content,
        depth,
        found,
        (_, bytes, _, _) ->
            read(
                join(inside, name),
                name,
                unpacking.unpack(bytes, found.budget()),
                depth + 1,
                found));
  }

  private void tar(String inside, byte[] content, int depth, Found found) throws IOException {
    int at = 0;
    while (at + 512 <= content.length && content[at] != 0) {
      found.budget().entry();
      String name = field(content, at, 100);
      String octal = field(content, at + 124, 12).strip();
      long size = octal.isEmpty() ? 0 : Long.parseLong(octal, 8);
      int start = at + 512;
      int end = (int) Math.min(content.length, start + size);
      if (content[at + 156] == '0' || content[at + 156] == 0) {
        read(
            join(inside, name),
            name,
            java.util.Arrays.copyOfRange(content, start, end),
            depth + 1,
            found);
      }
      at = start + (int) Math.min(Integer.MAX_VALUE / 2, (size + 511) / 512 * 512);
    }
  }

  private static String field(byte[] content, int at, int length) {
    String all = new String(content, at, length, StandardCharsets.UTF_8);
    int zero = all.indexOf('\0');
    return zero < 0 ? all : all.substring(0, zero);
  }

  /// @param data true where attributes hold what it says
  private static void xml(String inside, String xml, boolean data, Found found) {
    found.text(inside, XmlWords.words(xml));
    found.text(inside, data ? XmlWords.allAttributes(xml) : XmlWords.attributes(xml));
  }

  /// Parts of office files that keep rows of a list in attributes: the source of a mail merge, what
  /// a pivot table was made of, connections.
  private static boolean isData(String name) {
    return DATA.matcher(name).find();
  }

  private static void text(String inside, String text, Found found) {
    found.text(inside, text);
    // As JSON and programs write letters (RFC 8259 section 7).
    if (ESCAPED.matcher(text).find()) {
      found.text(
          inside,
          ESCAPED
              .matcher(text)
              .replaceAll(
                  sign ->
                      Matcher.quoteReplacement(
                          Character.toString((char) Integer.parseInt(sign.group(1), 16)))));
    }
  }

  /// An old office file, or an encrypted new one: what stands in it plainly is read, the rest is
  /// not.
  private static void ole(String inside, byte[] content, Found found) {
    String wide = new String(content, StandardCharsets.UTF_16LE);
    found.unreadable(wide.contains("EncryptedPackage") ? "encrypted" : "unknown-format");
    found.text(
        inside,
        new String(content, StandardCharsets.ISO_8859_1).replaceAll("[\\x00-\\x1f]+", "\n"));
    found.text(inside, wide.replaceAll("[\\x00-\\x1f]+", "\n"));
  }

  private void mail(String inside, byte[] content, int depth, Found found) {
    if (depth >= DEEPEST) {
      found.unreadable("nested-too-deep");
      return;
    }
    ReceivedMessage message;
    try {
      message = ReceivedMessage.parse(content);
    } catch (IllegalArgumentException e) {
      found.text(inside, Charsets.decode(content));
      return;
    }
    found.text(inside, String.join("\n", message.headers()));
    found.text(inside, message.text());
    String html = message.html();
    if (html != null) {
      found.text(inside, html);
      found.text(inside, HtmlWords.of(html));
    }
    List<ReceivedMessage.Part> parts = new ArrayList<>(message.attachments());
    parts.addAll(message.inline().values());
    for (ReceivedMessage.Part part : parts) {
      byte[] bytes;
      try {
        bytes = part.content().bytes();
      } catch (IllegalArgumentException e) {
        found.unreadable("broken");
        continue;
      }
      String name = named(part);
      read(join(inside, name), name, bytes, depth + 1, found);
    }
  }

  /// A part without a name is what its type says.
  private static String named(ReceivedMessage.Part part) {
    String name = part.fileName();
    String ending =
        switch (part.contentType()) {
          case "message/rfc822", "message/global" -> ".eml";
          case "text/html" -> ".html";
          case "text/calendar" -> ".ics";
          case "text/vcard", "text/x-vcard" -> ".vcf";
          default -> "";
        };
    return name.toLowerCase(Locale.ROOT).endsWith(ending) ? name : name + ending;
  }

  private void mbox(String inside, byte[] content, int depth, Found found) {
    String all = new String(content, StandardCharsets.ISO_8859_1);
    for (String message : all.split("(?m)^From [^\\n]*\\n", -1)) {
      if (!message.isBlank()) {
        mail(inside, message.getBytes(StandardCharsets.ISO_8859_1), depth, found);
      }
    }
  }

  private static void rtf(String inside, String source, Found found) {
    found.text(
        inside,
        source
            .replaceAll("\\\\'([0-9a-fA-F]{2})", "%$1")
            .replaceAll("\\\\(par|line|tab|cell|row)\\b ?", "\n")
            .replaceAll("\\\\[a-z]+-?\\d* ?|[{}]", ""));
  }

  private static String join(String inside, String name) {
    return inside.isEmpty() ? name : inside + " › " + name;
  }
}
