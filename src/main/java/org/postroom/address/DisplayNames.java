package org.postroom.address;

import org.jspecify.annotations.Nullable;

/// The rules for a name that is shown beside an address (V1, V3).
public final class DisplayNames {
  private DisplayNames() {}

  /// Why `name` may not stand in a header, or null where it may.
  public static @Nullable AddressFault fault(String name) {
    return name.chars().anyMatch(c -> c < 32 || c == 127) ? AddressFault.CONTROL_CHARACTER : null;
  }
}
