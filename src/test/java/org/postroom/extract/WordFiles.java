package org.postroom.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Word documents with a picture in them.
public final class WordFiles {
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";

  private WordFiles() {}

  /// One paragraph of words and a JPEG file, with what it shows in words.
  public static byte[] withPicture(String words, String alt, byte[] jpeg) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns='%scontent-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='jpeg' ContentType='image/jpeg'/><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"
              .formatted(PACKAGE));
      part(zip, "_rels/.rels", relation("officeDocument", "word/document.xml"));
      part(zip, "word/_rels/document.xml.rels", relation("image", "media/image1.jpeg"));
      part(
          zip,
          "word/document.xml",
          """
          <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            xmlns:r="%s" xmlns:a="%smain" xmlns:pic="%spicture" xmlns:wp="%swordprocessingDrawing">
          <w:body><w:p><w:r><w:t>%s</w:t></w:r><w:r><w:drawing><wp:inline><wp:docPr descr="%s"/>
          <a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="r1"/></pic:blipFill>
          </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body>
          </w:document>
          """
              .formatted(OFFICE, DRAWING, DRAWING, DRAWING, words, alt));
      zip.putNextEntry(new ZipEntry("word/media/image1.jpeg"));
      zip.write(jpeg);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private static String relation(String kind, String target) {
    return "<Relationships xmlns='%srelationships'><Relationship Id='r1' Type='%s/%s' Target='%s'/></Relationships>"
        .formatted(PACKAGE, OFFICE, kind, target);
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
