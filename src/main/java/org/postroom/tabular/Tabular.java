package org.postroom.tabular;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  private static final int HEAD = 64;

  private final TabularFile file;
  private final byte[] head;
  private final String extension;
  private final TabularOptions options;
  private final TabularProgress progress;

  private Tabular(TabularFile file, TabularOptions options, TabularProgress progress) {
    this.file = file;
    this.head = CharsetFinder.head(file, HEAD);
    this.extension =
        file.name().substring(file.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    this.options = options;
    this.progress = progress;
  }

  /// @throws java.util.concurrent.CancellationException where `progress` said to stop
  public static TabularReading read(
      TabularFile file, TabularOptions options, TabularProgress progress) {
    if (file.size() > MOST_BYTES) {
      return tooLarge();
    }
    try {
      return new Tabular(file, options, progress).read();
    } catch (RefusedException e) {
      return e.why();
    } catch (OutOfMemoryError e) {
      // All that was read is given back by now; the program has its memory again.
      return tooMuch();
    }
  }

  /// As [#read], for a file that nobody needs to load.
  public static TabularReading.Refused tooLarge() {
    return RefusedException.tooLarge("file").why();
  }

  /// As [#read], for a file that does not fit into the memory.
  public static TabularReading.Refused tooMuch() {
    return RefusedException.tooLarge("memory").why();
  }

  /// As [#read(TabularFile, TabularOptions, TabularProgress)], of a file that is in memory.
  ///
  /// @param fileName its name, which helps to tell the format
  public static TabularReading read(
      byte[] bytes, String fileName, TabularOptions options, TabularProgress progress) {
    return read(TabularFile.of(fileName, bytes), options, progress);
  }

  private TabularReading read() throws RefusedException {
    if (starts("PK\u0003\u0004") || starts("PK\u0005\u0006")) {
      return zipped();
    }
    if (starts("\u00D0\u00CF\u0011\u00E0")) {
      throw new RefusedException(
          holds("EncryptedPackage") ? TabularReading.Fault.PROTECTED : oldFormat());
    }
    if (CARDS.contains(extension) || words().startsWith("BEGIN:VCARD")) {
      return new VcfReader(file, options, progress).read();
    }
    if (file.size() > 0 && WORKBOOKS.contains(extension)) {
      throw new RefusedException(TabularReading.Fault.DAMAGED);
    }
    String other = OtherFormats.name(head, extension);
    if (other != null) {
      return new TabularReading.Refused(TabularReading.Fault.OTHER_FORMAT, 0, other);
    }
    return new CsvReader(file, options, progress).read();
  }

  private TabularReading zipped() throws RefusedException {
    try (ZipParts parts = ZipParts.open(file.bytes(), progress)) {
      boolean ods = parts.has("content.xml") || parts.has("encrypted-package");
      boolean xlsx = parts.hasFolder("xl/");
      if (!ods && !xlsx) {
        String kind = parts.hasFolder("word/") ? "word" : "zip";
        return new TabularReading.Refused(TabularReading.Fault.OTHER_FORMAT, 0, kind);
      }
      List<Sheet> sheets =
          ods ? OdsReader.read(parts, parts::report) : XlsxReader.read(parts, parts::report);
      String format = ods ? "ods" : extension.equals("xlsm") ? "xlsm" : "xlsx";
      return new SheetChoice(file.name(), file.sha256(), format).read(sheets, options);
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
    return head.length >= mark.length()
        && new String(head, 0, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
  }

  /// The first chars without a byte order mark, in capitals.
  private String words() {
    return new String(head, StandardCharsets.ISO_8859_1)
        .replace("\u00EF\u00BB\u00BF", "")
        .replace("\0", "")
        .stripLeading()
        .toUpperCase(Locale.ROOT);
  }

  /// True where the name of a stream stands among the first blocks of an old compound file.
  private boolean holds(String stream) {
    byte[] bytes = file.bytes();
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    for (int i = 0; i + name.length <= bytes.length; i += 64) {
      if (java.util.Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
        return true;
      }
    }
    return false;
  }
}
