package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// The text of a Word document as HTML, and documents that want something else.
class WordHtmlTest {
  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
          + " Extension=\"rels\""
          + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
          + " PartName=\"/word/document.xml\""
          + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml"
          + ".document.main+xml\"/></Types>";
  private static final String RELS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          + "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
  private static final String TEXT =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
          + "<w:body><w:p><w:r><w:t>We meet on </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>"
          + "<w:t>Friday</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>secret</w:delText></w:r>"
          + "</w:del><w:ins><w:r><w:t>Bring cake</w:t></w:r></w:ins></w:p></w:body></w:document>";

  @Test
  void paragraphsAndEmphasisComeAlongAndDeletedWordsDoNot() throws IOException {
    assertThat(WordHtml.of(docx(TEXT)))
        .isEqualTo("<p>We meet on <strong>Friday</strong></p><p>Bring cake</p>");
  }

  @Test
  void aDocumentTypeIsNotRead() throws IOException {
    byte[] docx = docx("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + TEXT);
    assertThatThrownBy(() -> WordHtml.of(docx)).isInstanceOf(IOException.class);
    byte[] wide =
        zip(
            Map.of(
                "word/document.xml", ("<!doctype x>" + TEXT).getBytes(StandardCharsets.UTF_16BE)));
    assertThatThrownBy(() -> WordHtml.of(wide)).isInstanceOf(IOException.class);
  }

  @Test
  void noPartMayHaveADocumentType() throws IOException {
    String doctype = "<!doctype x>";
    for (String part : List.of("_rels/.rels", "word/styles.xml", "WORD/STYLES.XML")) {
      Map<String, byte[]> parts = new LinkedHashMap<>(parts(TEXT));
      parts.put(part, doctype.getBytes(StandardCharsets.UTF_8));
      byte[] docx = zip(parts);
      assertThatThrownBy(() -> WordHtml.of(docx)).as(part).hasMessageContaining("outside itself");
    }
    Map<String, byte[]> parts = new LinkedHashMap<>(parts(TEXT));
    parts.put("word/media/page.html", doctype.getBytes(StandardCharsets.UTF_8));
    assertThat(WordHtml.of(zip(parts))).as("a file that nobody parses").contains("Bring cake");
  }

  @Test
  void aDocumentTypeIsSeenWhereverAPartIsCut() throws IOException {
    for (int before = 65_520; before <= 65_540; before++) {
      byte[] docx = docx(" ".repeat(before) + "<!DOCTYPE x>" + TEXT);
      assertThatThrownBy(() -> WordHtml.of(docx)).hasMessageContaining("outside itself");
    }
  }

  @Test
  void allPartsTogetherAreCounted() throws IOException {
    byte[] docx = docx(TEXT);
    int all = TYPES.length() + RELS.length() + TEXT.length();
    assertThat(WordHtml.of(docx, all)).contains("Bring cake");
    assertThatThrownBy(() -> WordHtml.of(docx, all - 1)).hasMessageContaining("too large");
  }

  @Test
  void whatUnpacksToTooMuchIsNotRead() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>(parts(TEXT));
    parts.put("word/media/image1.bin", new byte[65 << 20]);
    byte[] bomb = zip(parts);
    assertThat(bomb.length).isLessThan(1 << 20);
    assertThatThrownBy(() -> WordHtml.of(bomb)).hasMessageContaining("too large");
  }

  @Test
  void whatIsNoDocumentIsSaid() throws IOException {
    assertThatThrownBy(() -> WordHtml.of(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
    byte[] other = zip(Map.of("content.xml", new byte[] {60, 97, 47, 62}));
    assertThatThrownBy(() -> WordHtml.of(other)).isInstanceOf(IOException.class);
    byte[] broken = docx("<w:document");
    assertThatThrownBy(() -> WordHtml.of(broken)).isInstanceOf(IOException.class);
  }

  private static byte[] docx(String text) throws IOException {
    return zip(parts(text));
  }

  private static Map<String, byte[]> parts(String text) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", TYPES.getBytes(StandardCharsets.UTF_8));
    parts.put("_rels/.rels", RELS.getBytes(StandardCharsets.UTF_8));
    parts.put("word/document.xml", text.getBytes(StandardCharsets.UTF_8));
    return parts;
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
