package org.postroom.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A list to read by itself, outside a mailshot.
///
/// @param headingRow the line on which the headings stand, 0 for none, null where they are found
public record ListRequest(
    Path file,
    @Nullable String charset,
    @Nullable String delimiter,
    @Nullable String sheet,
    @Nullable String addressColumn,
    @Nullable String nameColumn,
    @Nullable Integer headingRow) {
  public static ListRequest of(Path file) {
    return new ListRequest(file, null, null, null, null, null, null);
  }
}
