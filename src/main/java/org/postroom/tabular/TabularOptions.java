package org.postroom.tabular;

import org.jspecify.annotations.Nullable;

/// What somebody said about a file; null where it is to be found out.
///
/// @param charset any name or alias that the Java platform knows
/// @param delimiter one char, or `tab`
/// @param sheet for formats that have sheets
/// @param headingRow the line on which the headings stand; 0 where there are none
public record TabularOptions(
    @Nullable String charset,
    @Nullable String delimiter,
    @Nullable String sheet,
    @Nullable Integer headingRow) {
  /// The headings are to be found.
  public TabularOptions(
      @Nullable String charset, @Nullable String delimiter, @Nullable String sheet) {
    this(charset, delimiter, sheet, null);
  }

  /// Everything is to be found out.
  public static final TabularOptions NONE = new TabularOptions(null, null, null);
}
