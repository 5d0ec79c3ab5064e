package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.safety.Checks;
import org.postroom.safety.Kit;
import org.postroom.safety.RememberedLists;
import org.postroom.safety.ReviewProgress;

/// Three people where nobody looks: parts of office files that no program shows, words of HTML that
/// no reader sees, and letters dressed up, each with addresses and without. Of this list and of an
/// earlier one all are blocked.
class HiddenPlacesTest {
  private static final int PEOPLE = 40;

  /// What stands in each line.
  private enum Guise {
    ADDRESS,
    NAME_PHONE,
    CARD_STREET;

    String line(int row) {
      return switch (this) {
        case ADDRESS -> full(row) + ";" + address(row);
        case NAME_PHONE -> full(row) + ";" + phone(row);
        case CARD_STREET -> "RC-" + (2000 + row) + ";" + row + " Mill Lane";
      };
    }
  }

  private record Place(String name, BiFunction<Kit, List<String>, Kit> put) {}

  @TestFactory
  Stream<DynamicTest> threePeopleAreBlockedWhereverTheyStand() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Place place : places()) {
      for (Guise guise : Guise.values()) {
        List<String> lines = Stream.of(4, 11, 27).map(guise::line).toList();
        tests.add(
            DynamicTest.dynamicTest(
                place.name() + " " + guise, () -> blocked(place.put().apply(list(), lines))));
        if (guise != Guise.ADDRESS) {
          tests.add(
              DynamicTest.dynamicTest(
                  place.name() + " " + guise + " of an earlier list",
                  () ->
                      blocked(
                          place
                              .put()
                              .apply(Kit.choir(9), lines)
                              .memory(RememberedLists.of(list())))));
        }
      }
    }
    return tests.stream();
  }

  private static void blocked(Kit kit) {
    List<Finding> findings =
        kit.extractor(new FileText()).review(Checks.all(), ReviewProgress.NONE).review().findings();
    assertThat(findings)
        .anyMatch(
            one ->
                one.severity() == Severity.BLOCK
                    && (one.id().equals("content.lists-people")
                        || one.id().startsWith("list.is-")));
  }

  private static List<Place> places() {
    List<Place> places = new ArrayList<>();
    file(
        places,
        "docx comments",
        "a.docx",
        lines ->
            office(
                "word/comments.xml",
                "<w:comments><w:comment><w:p><w:r><w:t>",
                lines,
                "</w:t></w:r></w:p><w:p><w:r><w:t>",
                "</w:t></w:r></w:p></w:comment></w:comments>"));
    file(
        places,
        "docx footnotes",
        "a.docx",
        lines ->
            office(
                "word/footnotes.xml",
                "<w:footnotes><w:p><w:t>",
                lines,
                "</w:t></w:p><w:p><w:t>",
                "</w:t></w:p></w:footnotes>"));
    file(
        places,
        "docx header",
        "a.docx",
        lines ->
            office(
                "word/header1.xml",
                "<w:hdr><w:p><w:t>",
                lines,
                "</w:t></w:p><w:p><w:t>",
                "</w:t></w:p></w:hdr>"));
    file(
        places,
        "docx deleted text",
        "a.docx",
        lines ->
            office(
                "word/document.xml",
                "<w:document><w:del><w:r><w:delText>",
                lines,
                "</w:delText></w:r></w:del><w:del><w:r><w:delText>",
                "</w:delText></w:r></w:del></w:document>"));
    file(
        places,
        "docx hidden text",
        "a.docx",
        lines ->
            office(
                "word/document.xml",
                "<w:document><w:r><w:rPr><w:vanish/></w:rPr><w:t>",
                lines,
                "</w:t></w:r></w:p><w:p><w:r><w:t>",
                "</w:t></w:r></w:document>"));
    file(
        places,
        "docx text box",
        "a.docx",
        lines ->
            office(
                "word/document.xml",
                "<w:document><w:txbxContent><w:p><w:t>",
                lines,
                "</w:t></w:p><w:p><w:t>",
                "</w:t></w:p></w:txbxContent></w:document>"));
    file(
        places,
        "docx letter by letter",
        "a.docx",
        lines ->
            raw(
                "word/document.xml",
                "<w:document><w:p>",
                lines.stream().map(HiddenPlacesTest::runs).toList(),
                "</w:p><w:p>",
                "</w:p></w:document>"));
    file(
        places,
        "docx mail merge query",
        "a.docx",
        lines ->
            raw(
                "word/settings.xml",
                "<w:settings><w:mailMerge><w:query w:val=\"",
                lines.stream().map(HiddenPlacesTest::attribute).toList(),
                " \n ",
                "\"/></w:mailMerge></w:settings>"));
    file(
        places,
        "docx recipients of a merge",
        "a.docx",
        lines ->
            raw(
                "word/recipientData.xml",
                "<w:recipients><w:recipientData><w:uniqueTag w:val=\"",
                lines.stream().map(HiddenPlacesTest::attribute).toList(),
                "\"/></w:recipientData><w:recipientData><w:uniqueTag w:val=\"",
                "\"/></w:recipientData></w:recipients>"));
    file(
        places,
        "docx custom xml",
        "a.docx",
        lines ->
            office(
                "customXml/item1.xml", "<people><one>", lines, "</one><one>", "</one></people>"));
    file(
        places,
        "docx properties",
        "a.docx",
        lines ->
            office(
                "docProps/core.xml",
                "<cp:coreProperties><dc:description>",
                lines,
                "\n",
                "</dc:description></cp:coreProperties>"));
    file(
        places,
        "docx with a workbook in it",
        "a.docx",
        lines ->
            Files.zip(
                Map.of(
                    "[Content_Types].xml",
                    Files.utf8("<Types/>"),
                    "word/embeddings/Book1.xlsx",
                    Workbooks.shared(lines))));
    file(
        places,
        "docx with a chart",
        "a.docx",
        lines ->
            office(
                "word/charts/chart1.xml",
                "<c:chart><c:strCache><c:pt><c:v>",
                lines,
                "</c:v></c:pt><c:pt><c:v>",
                "</c:v></c:pt></c:strCache></c:chart>"));
    file(
        places,
        "docx alternative content",
        "a.docx",
        lines ->
            Files.zip(
                Map.of(
                    "[Content_Types].xml",
                    Files.utf8("<Types/>"),
                    "word/afchunk.mht",
                    Formats.EML.file(lines))));
    file(
        places,
        "docx html chunk",
        "a.docx",
        lines ->
            Files.zip(
                Map.of(
                    "[Content_Types].xml",
                    Files.utf8("<Types/>"),
                    "word/afchunk.html",
                    Formats.HTML.file(lines))));
    file(
        places,
        "pptx notes",
        "a.pptx",
        lines ->
            office(
                "ppt/notesSlides/notesSlide1.xml",
                "<p:notes><a:p><a:t>",
                lines,
                "</a:t></a:p><a:p><a:t>",
                "</a:t></a:p></p:notes>"));
    file(
        places,
        "pptx comments",
        "a.pptx",
        lines ->
            office(
                "ppt/comments/comment1.xml",
                "<p:cmLst><p:cm><p:text>",
                lines,
                "</p:text></p:cm><p:cm><p:text>",
                "</p:text></p:cm></p:cmLst>"));
    file(
        places,
        "xlsx comments",
        "a.xlsx",
        lines ->
            office(
                "xl/comments1.xml",
                "<comments><comment><text><t>",
                lines,
                "</t></text></comment><comment><text><t>",
                "</t></text></comment></comments>"));
    file(
        places,
        "xlsx pivot cache",
        "a.xlsx",
        lines ->
            raw(
                "xl/pivotCache/pivotCacheRecords1.xml",
                "<pivotCacheRecords><r>",
                lines.stream()
                    .map(
                        line ->
                            Formats.cells(line).stream()
                                .map(cell -> "<s v=\"" + attribute(cell) + "\"/>")
                                .collect(Collectors.joining()))
                    .toList(),
                "</r><r>",
                "</r></pivotCacheRecords>"));
    file(places, "xlsx pivot items", "a.xlsx", HiddenPlacesTest::pivotItems);
    file(
        places,
        "xlsx external link",
        "a.xlsx",
        lines ->
            office(
                "xl/externalLinks/externalLink1.xml",
                "<externalLink><sheetData><row><cell><v>",
                lines,
                "</v></cell></row><row><cell><v>",
                "</v></cell></row></sheetData></externalLink>"));
    file(
        places,
        "xlsx text box",
        "a.xlsx",
        lines ->
            office(
                "xl/drawings/drawing1.xml",
                "<xdr:wsDr><a:p><a:t>",
                lines,
                "</a:t></a:p><a:p><a:t>",
                "</a:t></a:p></xdr:wsDr>"));
    file(places, "xlsx hidden sheet", "a.xlsx", HiddenPlacesTest::hiddenSheet);
    file(
        places,
        "xlsx list of choices",
        "a.xlsx",
        lines ->
            office(
                "xl/worksheets/sheet1.xml",
                "<worksheet><dataValidation><formula1>\"",
                lines,
                ",",
                "\"</formula1></dataValidation></worksheet>"));
    file(
        places,
        "xlsx header of the page",
        "a.xlsx",
        lines ->
            office(
                "xl/worksheets/sheet1.xml",
                "<worksheet><headerFooter><oddHeader>",
                lines,
                "\n",
                "</oddHeader></headerFooter></worksheet>"));
    file(
        places,
        "ods annotation",
        "a.ods",
        lines ->
            openDocument(
                "spreadsheet",
                "<table:table-cell><office:annotation><text:p>",
                lines,
                "</text:p><text:p>",
                "</text:p></office:annotation></table:table-cell>"));
    file(
        places,
        "ods hidden table",
        "a.ods",
        lines ->
            openDocument(
                "spreadsheet",
                "<table:table table:display=\"false\"><table:table-row><table:table-cell><text:p>",
                lines,
                "</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>",
                "</text:p></table:table-cell></table:table-row></table:table>"));
    file(
        places,
        "odt tracked deletion",
        "a.odt",
        lines ->
            openDocument(
                "text",
                "<text:tracked-changes><text:deletion><text:p>",
                lines,
                "</text:p><text:p>",
                "</text:p></text:deletion></text:tracked-changes>"));
    file(
        places,
        "odt object",
        "a.odt",
        lines ->
            Files.zip(
                new LinkedHashMap<>(
                    Map.of(
                        "mimetype",
                        Files.utf8("application/vnd.oasis.opendocument.text"),
                        "Object 1/content.xml",
                        Files.utf8(
                            "<office:document-content><text:p>"
                                + escaped(lines, "</text:p><text:p>")
                                + "</text:p></office:document-content>")))));
    file(
        places,
        "odt styles",
        "a.odt",
        lines ->
            Files.zip(
                new LinkedHashMap<>(
                    Map.of(
                        "mimetype",
                        Files.utf8("application/vnd.oasis.opendocument.text"),
                        "styles.xml",
                        Files.utf8(
                            "<office:master-styles><style:footer><text:p>"
                                + escaped(lines, "</text:p><text:p>")
                                + "</text:p></style:footer></office:master-styles>")))));
    file(
        places,
        "json pretty",
        "a.json",
        lines ->
            Files.utf8(
                lines.stream()
                    .map(
                        line ->
                            "  {\n    \"who\": \""
                                + Formats.cells(line).get(0)
                                + "\",\n    \"what\": \""
                                + Formats.cells(line).get(1)
                                + "\"\n  }")
                    .collect(Collectors.joining(",\n", "[\n", "\n]"))));
    file(
        places,
        "json escaped",
        "a.json",
        lines ->
            Files.utf8(
                "[\""
                    + lines.stream()
                        .map(HiddenPlacesTest::json)
                        .collect(Collectors.joining("\",\""))
                    + "\"]"));
    file(
        places,
        "xml attributes",
        "a.xml",
        lines ->
            Files.utf8(
                "<?xml version=\"1.0\"?><all>"
                    + lines.stream()
                        .map(
                            line ->
                                "<one who=\""
                                    + attribute(Formats.cells(line).get(0))
                                    + "\" what=\""
                                    + attribute(Formats.cells(line).get(1))
                                    + "\"/>")
                        .collect(Collectors.joining("\n"))
                    + "</all>"));
    file(
        places,
        "xml entities",
        "a.xml",
        lines ->
            Files.utf8(
                "<?xml version=\"1.0\"?><all><one>"
                    + lines.stream()
                        .map(HiddenPlacesTest::entities)
                        .collect(Collectors.joining("</one><one>"))
                    + "</one></all>"));
    file(
        places,
        "xml cdata",
        "a.xml",
        lines ->
            Files.utf8(
                "<?xml version=\"1.0\"?><all><one><![CDATA["
                    + String.join("]]></one><one><![CDATA[", lines)
                    + "]]></one></all>"));
    file(
        places,
        "xml comment",
        "a.xml",
        lines ->
            Files.utf8(
                "<?xml version=\"1.0\"?><all><!-- " + String.join("\n", lines) + " --></all>"));
    file(
        places,
        "svg",
        "a.svg",
        lines ->
            Files.utf8(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>"
                    + escaped(lines, "</text><text>")
                    + "</text></svg>"));
    file(
        places,
        "cards",
        "a.vcf",
        lines ->
            Files.utf8(lines.stream().map(HiddenPlacesTest::card).collect(Collectors.joining())));
    file(
        places,
        "cards quoted-printable",
        "a.vcf",
        lines ->
            Files.utf8(
                lines.stream()
                    .map(
                        line ->
                            "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
                                + quoted(Formats.cells(line).get(0))
                                + "\r\nTEL;ENCODING=QUOTED-PRINTABLE:"
                                + quoted(Formats.cells(line).get(1))
                                + "\r\nEND:VCARD\r\n")
                    .collect(Collectors.joining())));
    file(
        places,
        "attendees",
        "a.ics",
        lines ->
            Files.utf8(
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
                    + lines.stream()
                        .map(
                            line ->
                                "ATTENDEE;CN=\""
                                    + Formats.cells(line).get(0)
                                    + "\";X-NOTE="
                                    + Formats.cells(line).get(1)
                                    + ":mailto:"
                                    + Formats.cells(line).get(1)
                                    + "\r\n")
                        .collect(Collectors.joining())
                    + "END:VEVENT\r\nEND:VCALENDAR\r\n"));
    file(
        places,
        "html part in base64",
        "a.eml",
        lines ->
            mail(
                "text/html",
                "base64",
                Base64.getMimeEncoder().encodeToString(Formats.HTML.file(lines))));
    file(
        places,
        "html part quoted-printable",
        "a.eml",
        lines ->
            mail(
                "text/html",
                "quoted-printable",
                quoted(new String(Formats.HTML_TABLE.file(lines), StandardCharsets.UTF_8))));
    file(
        places,
        "mail within a mail",
        "a.eml",
        lines ->
            mail(
                "message/rfc822",
                "7bit",
                new String(
                    mail(
                        "text/plain",
                        "base64",
                        Base64.getMimeEncoder()
                            .encodeToString(Files.utf8(String.join("\n", lines)))),
                    StandardCharsets.UTF_8)));
    file(
        places,
        "mail's attachment",
        "a.eml",
        lines ->
            mail(
                "application/zip; name=a.zip",
                "base64",
                Base64.getMimeEncoder()
                    .encodeToString(Files.zip("a.csv", Files.utf8(String.join("\n", lines))))));
    file(
        places,
        "zip in zip in zip",
        "a.zip",
        lines ->
            Files.zip(
                "b.zip",
                Files.zip("c.zip", Files.zip("d.csv", Files.utf8(String.join("\n", lines))))));
    file(
        places,
        "windows-1252",
        "a.csv",
        lines ->
            String.join("\r\n", lines).getBytes(java.nio.charset.Charset.forName("windows-1252")));
    file(
        places,
        "utf-16 without a mark",
        "a.txt",
        lines -> String.join("\r\n", lines).getBytes(StandardCharsets.UTF_16LE));
    file(
        places,
        "utf-16 big-endian without a mark",
        "a.txt",
        lines -> String.join("\r\n", lines).getBytes(StandardCharsets.UTF_16BE));
    file(
        places,
        "utf-7-free ascii html entities",
        "a.html",
        lines ->
            Files.utf8(
                "<html><p>"
                    + lines.stream()
                        .map(HiddenPlacesTest::entities)
                        .collect(Collectors.joining("<br>"))
                    + "</p></html>"));
    html(places, "html comment", lines -> "<p>Hello</p><!-- " + String.join("\n", lines) + " -->");
    html(
        places,
        "html alt",
        lines ->
            "<p>Hello</p><img src='https://x.example/a.png' alt='"
                + String.join("\n", lines)
                + "'>");
    html(
        places,
        "html title of a link",
        lines ->
            "<p>Hello</p><a href='https://x.example/' title='"
                + String.join("\n", lines)
                + "'>x</a>");
    html(
        places,
        "html hidden",
        lines -> "<p>Hello</p><div style='display:none'>" + String.join("<br>", lines) + "</div>");
    html(
        places,
        "html entities",
        lines ->
            "<p>"
                + lines.stream().map(HiddenPlacesTest::entities).collect(Collectors.joining("<br>"))
                + "</p>");
    html(
        places,
        "html split by tags",
        lines ->
            "<p>"
                + lines.stream()
                    .map(
                        line ->
                            line.replaceAll("(\\p{L})(\\p{L})", "$1<b></b>$2")
                                .replaceAll("(\\d)(\\d)", "$1<i></i>$2"))
                    .collect(Collectors.joining("<br>"))
                + "</p>");
    html(
        places,
        "html soft hyphens",
        lines ->
            "<p>"
                + lines.stream()
                    .map(
                        line ->
                            line.replaceAll("(\\p{L})(\\p{L})", "$1&shy;$2")
                                .replaceAll("(\\d)(\\d)", "$1&#8203;$2"))
                    .collect(Collectors.joining("<br>"))
                + "</p>");
    html(
        places,
        "html table",
        lines ->
            "<table>"
                + lines.stream()
                    .map(line -> "<tr><td>" + line.replace(";", "</td><td>") + "</td></tr>")
                    .collect(Collectors.joining())
                + "</table>");
    html(
        places,
        "html input",
        lines ->
            "<p>Hello</p>"
                + lines.stream()
                    .map(line -> "<input type=hidden value='" + line + "'>")
                    .collect(Collectors.joining()));
    html(
        places,
        "html style",
        lines -> "<style>/* " + String.join("\n", lines) + " */</style><p>Hello</p>");
    places.add(new Place("subject", (kit, lines) -> kit.subject(String.join(" ", lines))));
    places.add(
        new Place("text", (kit, lines) -> kit.text("Dear all\n" + String.join("\n", lines))));
    places.add(
        new Place(
            "text with no-break spaces",
            (kit, lines) ->
                kit.text("Dear all\n" + String.join("\n", lines).replace(' ', '\u00a0'))));
    places.add(
        new Place(
            "text full width",
            (kit, lines) -> kit.text("Dear all\n" + wide(String.join("\n", lines)))));
    places.add(
        new Place(
            "picture's place",
            (kit, lines) ->
                kit.image(
                    "logo.svg",
                    Files.utf8("<svg><desc>" + escaped(lines, "\n") + "</desc></svg>"))));
    return places;
  }

  private static void file(
      List<Place> places, String name, String fileName, Function<List<String>, byte[]> content) {
    places.add(new Place(name, (kit, lines) -> kit.attach(fileName, content.apply(lines))));
  }

  private static void html(List<Place> places, String name, Function<List<String>, String> html) {
    places.add(new Place(name, (kit, lines) -> kit.html(html.apply(lines))));
  }

  private static byte[] office(
      String part, String begin, List<String> lines, String between, String end) {
    return raw(part, begin, lines.stream().map(Workbooks::escape).toList(), between, end);
  }

  private static byte[] raw(
      String part, String begin, List<String> lines, String between, String end) {
    return Files.zip(
        new LinkedHashMap<>(
            Map.of(
                "[Content_Types].xml",
                Files.utf8("<Types/>"),
                part,
                Files.utf8(begin + String.join(between, lines) + end))));
  }

  private static byte[] openDocument(
      String kind, String begin, List<String> lines, String between, String end) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", Files.utf8("application/vnd.oasis.opendocument." + kind));
    parts.put(
        "content.xml",
        Files.utf8(
            "<office:document-content><office:body>"
                + begin
                + escaped(lines, between)
                + end
                + "</office:body></office:document-content>"));
    return Files.zip(parts);
  }

  /// The items of each column of a pivot table's source, and rows that name them by number.
  private static byte[] pivotItems(List<String> three) {
    // Far apart from each other in the part that holds the values.
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      lines.add(i % 20 == 7 ? three.get(i / 20) : "Stranger " + i + ";" + i * 731);
    }
    StringBuilder fields = new StringBuilder("<pivotCacheDefinition><cacheFields>");
    for (int column = 0; column < 2; column++) {
      fields.append("<cacheField><sharedItems>");
      for (String line : lines) {
        fields.append("<s v=\"").append(attribute(Formats.cells(line).get(column))).append("\"/>");
      }
      fields.append("</sharedItems></cacheField>");
    }
    fields.append("</cacheFields></pivotCacheDefinition>");
    StringBuilder rows = new StringBuilder("<pivotCacheRecords>");
    for (int row = 0; row < lines.size(); row++) {
      rows.append("<r><x v=\"" + row + "\"/><x v=\"" + row + "\"/></r>");
    }
    rows.append("</pivotCacheRecords>");
    return Files.zip(
        new LinkedHashMap<>(
            Map.of(
                "[Content_Types].xml",
                Files.utf8("<Types/>"),
                "xl/pivotCache/pivotCacheDefinition1.xml",
                Files.utf8(fields.toString()),
                "xl/pivotCache/pivotCacheRecords1.xml",
                Files.utf8(rows.toString()))));
  }

  private static byte[] hiddenSheet(List<String> lines) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", Files.utf8("<Types/>"));
    parts.put(
        "xl/workbook.xml",
        Files.utf8(
            "<workbook><sheets><sheet name=\"A\" sheetId=\"1\"/><sheet name=\"B\" sheetId=\"2\" state=\"veryHidden\"/></sheets></workbook>"));
    parts.put("xl/worksheets/sheet1.xml", Files.utf8("<worksheet><sheetData/></worksheet>"));
    parts.put(
        "xl/worksheets/sheet2.xml",
        Files.utf8(
            "<worksheet><sheetData>"
                + lines.stream()
                    .map(
                        line ->
                            "<row>"
                                + Formats.cells(line).stream()
                                    .map(
                                        cell ->
                                            "<c t=\"inlineStr\"><is><t>"
                                                + Workbooks.escape(cell)
                                                + "</t></is></c>")
                                    .collect(Collectors.joining())
                                + "</row>")
                    .collect(Collectors.joining())
                + "</sheetData></worksheet>"));
    return Files.zip(parts);
  }

  private static String escaped(List<String> lines, String between) {
    return lines.stream().map(Workbooks::escape).collect(Collectors.joining(between));
  }

  private static String attribute(String value) {
    return Workbooks.escape(value).replace("\"", "&quot;");
  }

  private static String runs(String line) {
    StringBuilder out = new StringBuilder();
    line.codePoints()
        .forEach(
            c ->
                out.append("<w:r><w:t xml:space=\"preserve\">")
                    .append(Workbooks.escape(Character.toString(c)))
                    .append("</w:t></w:r>"));
    return out.toString();
  }

  private static String entities(String line) {
    StringBuilder out = new StringBuilder();
    line.codePoints().forEach(c -> out.append("&#").append(c).append(';'));
    return out.toString();
  }

  private static String json(String line) {
    StringBuilder out = new StringBuilder();
    line.chars().forEach(c -> out.append(String.format(Locale.ROOT, "\\u%04x", c)));
    return out.toString();
  }

  private static String wide(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append((char) (c > ' ' && c < 127 ? c - '!' + '\uff01' : c)));
    return out.toString();
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      out.append(String.format(Locale.ROOT, "=%02X", octet & 0xff));
      if (out.length() % 73 > 69) {
        out.append("=\r\n");
      }
    }
    return out.toString();
  }

  private static String card(String line) {
    String what = Formats.cells(line).get(1);
    return "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:"
        + Formats.cells(line).get(0)
        + "\r\n"
        + (what.contains("@") ? "EMAIL:" : "TEL:")
        + what
        + "\r\nEND:VCARD\r\n";
  }

  private static byte[] mail(String type, String encoding, String body) {
    return Files.utf8(
        "From: a@riverside.example\r\nSubject: Notes\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=s"
            + type.length()
            + "\r\n\r\n--s"
            + type.length()
            + "\r\nContent-Type: "
            + type
            + (type.startsWith("text") ? "; charset=utf-8" : "")
            + "\r\nContent-Transfer-Encoding: "
            + encoding
            + "\r\n\r\n"
            + body
            + "\r\n--s"
            + type.length()
            + "--\r\n");
  }

  private static Kit list() {
    Kit kit = Kit.list("Name", "Email", "Phone", "Street", "Card");
    for (int row = 1; row <= PEOPLE; row++) {
      kit.row(full(row), address(row), phone(row), row + " Mill Lane", "RC-" + (2000 + row));
    }
    return kit;
  }

  private static String full(int row) {
    return List.of("Margaret", "Jürgen", "Zoë", "Tom").get(row % 4)
        + " Okafor"
        + (char) ('a' + row % 26)
        + (char) ('a' + row / 26);
  }

  private static String address(int row) {
    return "person" + row + "@work.example";
  }

  private static String phone(int row) {
    return String.format(Locale.ROOT, "01632 96%04d", row * 7);
  }
}
