package org.postroom.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.zwobble.mammoth.DocumentConverter;

/// The text of a `.docx` document as HTML: paragraphs, headings, lists, links, tables, emphasis.
/// Its comments, headers and deleted words do not come along.
public final class WordHtml {
  /// Unpacked; a letter has no more.
  private static final long MOST = 64L << 20;

  private WordHtml() {}

  /// @throws IOException where it is no such document, unpacks to more than 64 MB, or names
  ///   something outside itself
  public static String of(byte[] docx) throws IOException {
    return of(docx, MOST);
  }

  static String of(byte[] docx, long most) throws IOException {
    look(docx, most);
    try {
      return new DocumentConverter().convertToHtml(new ByteArrayInputStream(docx)).getValue();
    } catch (RuntimeException e) {
      // The library has no exception of its own for what it cannot read.
      throw new IOException("not a document", e);
    }
  }

  /// Before anybody parses it: how large it is, and that no part has a document type, by which XML
  /// names files and addresses.
  private static void look(byte[] docx, long most) throws IOException {
    long all = 0;
    boolean document = false;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        document |= name.equals("word/document.xml");
        all += part(zip, name.endsWith(".xml") || name.endsWith(".rels"), most - all);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("not a document", e);
    }
    if (!document) {
      throw new IOException("not a document");
    }
  }

  private static long part(InputStream in, boolean xml, long most) throws IOException {
    byte[] piece = new byte[1 << 16];
    long size = 0;
    String before = "";
    for (int n = in.read(piece); n != -1; n = in.read(piece)) {
      size += n;
      if (size > most) {
        throw new IOException("too large");
      }
      if (xml) {
        // In UTF-16 every other octet is nothing.
        String words =
            before + new String(piece, 0, n, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (words.toUpperCase(Locale.ROOT).contains("<!DOCTYPE")) {
          throw new IOException("names something outside itself");
        }
        before = words.substring(Math.max(0, words.length() - 16));
      }
    }
    return size;
  }
}
