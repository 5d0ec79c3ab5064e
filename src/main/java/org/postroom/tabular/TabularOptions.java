package org.postroom.tabular;

import org.jspecify.annotations.Nullable;

/// What somebody said about a file; null where it is to be found out.
///
/// @param charset any name or alias that the Java platform knows
/// @param delimiter one char, or `tab`
/// @param sheet for formats that have sheets
public record TabularOptions(
    @Nullable String charset, @Nullable String delimiter, @Nullable String sheet) {
  /// Everything is to be found out.
  public static final TabularOptions NONE = new TabularOptions(null, null, null);
}
