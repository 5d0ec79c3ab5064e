package org.postroom.address;

/// Why a cell is not exactly one address.
public enum AddressFault {
  /// Nothing but white space.
  BLANK,
  /// Not an address by RFC 5321 / 5322 / 6531.
  INVALID,
  /// More than one address, a group, a list or a route (rule V2).
  SEVERAL,
  /// CR, LF, NUL, other C0/C1 controls, U+0085, U+2028/9 (rule V1).
  CONTROL_CHARACTER,
  /// Control characters followed by header syntax or an address: somebody tries to add a header.
  HEADER_INJECTION,
  /// The name before the address carries bidi controls or looks like another address (rule V3).
  DISPLAY_NAME
}
