package org.postroom.tabular;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads a file of people as rows, whatever its format. Deterministic. What a file is, its first
/// bytes say; its name only where they say nothing.
public final class Tabular {
  /// A larger file is refused, so that nobody needs to load it.
  public static final long MOST_BYTES = Caps.FILE_BYTES;

  private static final Set<String> WORKBOOKS = Set.of("xlsx", "xlsm", "xltx", "xltm", "ods", "ots");
  private static final Set<String> CARDS = Set.of("vcf", "vcard");

  private final byte[] bytes;
  private final String fileName;
  private final String extension;
  private final TabularOptions options;
  private final TabularProgress progress;

  private Tabular(byte[] bytes, String fileName, TabularOptions options, TabularProgress progress) {
    this.bytes = bytes;
    this.fileName = fileName;
    this.extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    this.options = options;
    this.progress = progress;
  }

  /// @param bytes the whole file
  /// @param fileName its name, which helps to tell the format
  /// @throws java.util.concurrent.CancellationException where `progress` said to stop
  public static TabularReading read(
      byte[] bytes, String fileName, TabularOptions options, TabularProgress progress) {
    try {
      return new Tabular(bytes, fileName, options, progress).read();
    } catch (RefusedException e) {
      return e.why();
    } catch (OutOfMemoryError e) {
      // All that was read is given back by now; the program has its memory again.
      return tooMuch();
    }
  }

  /// As [#read], for a file that does not fit into the memory.
  public static TabularReading.Refused tooMuch() {
    return RefusedException.tooLarge("memory").why();
  }

  /// As [#read], for a file that nobody needs to load.
  public static TabularReading.Refused tooLarge() {
    return RefusedException.tooLarge("file").why();
  }

  private TabularReading read() throws RefusedException {
    if (bytes.length > MOST_BYTES) {
      return tooLarge();
    }
    if (starts("PK\u0003\u0004") || starts("PK\u0005\u0006")) {
      return zipped();
    }
    if (starts("\u00D0\u00CF\u0011\u00E0")) {
      throw new RefusedException(
          holds("EncryptedPackage") ? TabularReading.Fault.PROTECTED : oldFormat());
    }
    if (CARDS.contains(extension) || head().startsWith("BEGIN:VCARD")) {
      return new VcfReader(fileName, sha256(bytes), options, progress).read(bytes);
    }
    if (bytes.length > 0 && WORKBOOKS.contains(extension)) {
      throw new RefusedException(TabularReading.Fault.DAMAGED);
    }
    String other = OtherFormats.name(bytes, extension);
    if (other != null) {
      return new TabularReading.Refused(TabularReading.Fault.OTHER_FORMAT, 0, other);
    }
    return new CsvReader(fileName, sha256(bytes), options, progress).read(bytes);
  }

  private TabularReading zipped() throws RefusedException {
    try (ZipParts parts = ZipParts.open(bytes, progress)) {
      boolean ods = parts.has("content.xml") || parts.has("encrypted-package");
      boolean xlsx = parts.hasFolder("xl/");
      if (!ods && !xlsx) {
        String kind = parts.hasFolder("word/") ? "word" : "zip";
        return new TabularReading.Refused(TabularReading.Fault.OTHER_FORMAT, 0, kind);
      }
      List<Sheet> sheets =
          ods ? OdsReader.read(parts, parts::report) : XlsxReader.read(parts, parts::report);
      String format = ods ? "ods" : extension.equals("xlsm") ? "xlsm" : "xlsx";
      return new SheetChoice(fileName, sha256(bytes), format).read(sheets, options);
    } catch (IOException e) {
      throw new RefusedException(TabularReading.Fault.DAMAGED);
    }
  }

  private TabularReading.Fault oldFormat() {
    return extension.equals("doc") || extension.equals("msg")
        ? TabularReading.Fault.OTHER_FORMAT
        : TabularReading.Fault.OLD_WORKBOOK;
  }

  private boolean starts(String mark) {
    return bytes.length >= mark.length()
        && new String(bytes, 0, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
  }

  /// The first chars without a byte order mark, in capitals.
  private String head() {
    String head = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
    return head.replace("\u00EF\u00BB\u00BF", "")
        .replace("\0", "")
        .stripLeading()
        .toUpperCase(Locale.ROOT);
  }

  /// True where the name of a stream stands among the first blocks of an old compound file.
  private boolean holds(String stream) {
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    for (int i = 0; i + name.length <= bytes.length; i += 64) {
      if (java.util.Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
        return true;
      }
    }
    return false;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
