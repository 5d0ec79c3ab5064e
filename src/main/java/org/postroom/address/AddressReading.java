package org.postroom.address;

/// What one cell turned out to be.
public sealed interface AddressReading {
  /// Exactly one mailbox.
  record One(Mailbox mailbox) implements AddressReading {}

  /// Not one mailbox.
  ///
  /// @param fault which rule it breaks
  /// @param detail the piece of the cell that breaks it, for the message to the user; may be empty
  record Refused(AddressFault fault, String detail) implements AddressReading {}
}
