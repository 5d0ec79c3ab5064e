package org.postroom.recipients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a list came from and how it was read.
///
/// @param fileName without folders
/// @param sha256 of the file's bytes, lower-case hex
/// @param format `csv`, `tsv`, …
/// @param charset the Java name of the charset, or empty where the format has none
/// @param delimiter the character, or empty where the format has none
/// @param sheet the sheet's name where there are sheets
/// @param sheets all sheets of the workbook, in its order; empty where the format has none
public record ListOrigin(
    String fileName,
    String sha256,
    String format,
    String charset,
    String delimiter,
    @Nullable String sheet,
    List<Sheet> sheets) {
  public ListOrigin {
    sheets = List.copyOf(sheets);
  }

  /// A file of a format without sheets, or one of which the others are of no interest.
  public ListOrigin(
      String fileName,
      String sha256,
      String format,
      String charset,
      String delimiter,
      @Nullable String sheet) {
    this(fileName, sha256, format, charset, delimiter, sheet, List.of());
  }

  /// A sheet of the workbook.
  ///
  /// @param hidden true where the spreadsheet program does not show it
  /// @param list true where it holds addresses
  public record Sheet(String name, boolean hidden, boolean list) {}
}
