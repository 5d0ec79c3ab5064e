package org.postroom.finding;

import org.jspecify.annotations.Nullable;

/// Where a finding stands.
///
/// @param part `subject`, `text`, `html`, `from`, `replyTo`, `list`, `attachment:NAME`, `letter`, …
/// @param row the row's number in the list (1 = first row under the header), where it is about one
/// @param address the address it is about, where there is one
public record Place(@Nullable String part, @Nullable Integer row, @Nullable String address) {
  public static Place part(String part) {
    return new Place(part, null, null);
  }

  public static Place row(int row, @Nullable String address) {
    return new Place("list", row, address);
  }

  public static Place letter(String part, int row, String address) {
    return new Place(part, row, address);
  }

  public static Place nowhere() {
    return new Place(null, null, null);
  }
}
