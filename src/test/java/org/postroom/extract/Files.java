package org.postroom.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Files of many formats around the same words, made in memory.
public final class Files {
  private Files() {}

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] zip(String name, byte[] content) {
    return zip(Map.of(name, content));
  }

  public static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] sevenZip(Map<String, byte[]> entries, SevenZMethod method, String password) {
    SeekableInMemoryByteChannel out = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile archive =
        password.isEmpty()
            ? new SevenZOutputFile(out)
            : new SevenZOutputFile(out, password.toCharArray())) {
      if (password.isEmpty()) {
        archive.setContentMethods(List.of(new SevenZMethodConfiguration(method)));
      }
      for (Map.Entry<String, byte[]> file : entries.entrySet()) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(file.getKey());
        archive.putArchiveEntry(entry);
        archive.write(file.getValue());
        archive.closeArchiveEntry();
      }
      archive.finish();
      return Arrays.copyOf(out.array(), (int) out.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] sevenZip(String name, byte[] content) {
    return sevenZip(Map.of(name, content), SevenZMethod.LZMA2, "");
  }

  public static byte[] xz(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XZOutputStream xz = new XZOutputStream(out, new LZMA2Options(0))) {
      xz.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] tar(String name, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] bzip2(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream bzip2 = new BZip2CompressorOutputStream(out)) {
      bzip2.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A document whose every word is split into two runs in the middle.
  public static byte[] docx(String... lines) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><w:document><w:body>");
    for (String line : lines) {
      int middle = line.length() / 2;
      xml.append("<w:p><w:r><w:t>")
          .append(escape(line.substring(0, middle)))
          .append("</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>")
          .append(escape(line.substring(middle)))
          .append("</w:t></w:r></w:p>");
    }
    return office("word/document.xml", xml.append("</w:body></w:document>").toString());
  }

  /// A workbook whose second sheet is hidden; the words stand in the shared strings.
  public static byte[] xlsx(String... cells) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><sst>");
    for (String cell : cells) {
      xml.append("<si><t>").append(escape(cell)).append("</t></si>");
    }
    return office("xl/sharedStrings.xml", xml.append("</sst>").toString());
  }

  public static byte[] ods(String... cells) {
    StringBuilder xml = new StringBuilder("<office:document-content><table:table>");
    for (String cell : cells) {
      xml.append("<table:table-cell><text:p>")
          .append(escape(cell))
          .append("</text:p></table:table-cell>");
    }
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet"));
    entries.put(
        "content.xml", utf8(xml.append("</table:table></office:document-content>").toString()));
    return zip(entries);
  }

  private static byte[] office(String part, String xml) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", utf8("<Types/>"));
    entries.put(part, utf8(xml));
    return zip(entries);
  }

  public static byte[] pdf(String... lines) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      if (lines.length > 0) {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.beginText();
          content.newLineAtOffset(50, 700);
          content.setLeading(14);
          for (String line : lines) {
            content.showText(line);
            content.newLine();
          }
          content.endText();
        }
      }
      return save(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] encryptedPdf(String password) {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      return save(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] save(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  /// A message with the words in a base64 part.
  public static byte[] eml(String words) {
    String base64 = java.util.Base64.getMimeEncoder().encodeToString(utf8(words));
    return utf8(
        """
        From: Helen <news@riverside.example>
        To: somebody@elsewhere.example
        Subject: Old news
        Date: Thu, 1 Jan 2026 12:00:00 +0000
        Message-ID: <one@riverside.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=sep

        --sep
        Content-Type: text/plain; charset=utf-8

        See below.
        --sep
        Content-Type: text/csv; charset=utf-8; name=members.csv
        Content-Disposition: attachment; filename=members.csv
        Content-Transfer-Encoding: base64

        """
                .replace("\n", "\r\n")
            + base64
            + "\r\n--sep--\r\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
