package org.postroom.address;

import java.util.Objects;

/// One person's mailbox: an address and, perhaps empty, the name that is shown with it (RFC 5322
/// section 3.4, `mailbox`; never a group, never a list).
///
/// @param displayName the name as it is shown, without quotes or encoding; empty where there is
///   none
/// @param address the one address
public record Mailbox(String displayName, AddrSpec address) {
  public Mailbox {
    Objects.requireNonNull(address);
    displayName = displayName.strip();
    if (DisplayNames.fault(displayName, address) != null) {
      throw new IllegalArgumentException("a display name that may not be sent");
    }
  }

  /// The address alone.
  public static Mailbox of(AddrSpec address) {
    return new Mailbox("", address);
  }

  public MailboxKey key() {
    return address.key();
  }

  /// How people read it: `Name <address>`, or the address alone.
  public String shown() {
    return displayName.isEmpty() ? address.wire() : displayName + " <" + address.wire() + ">";
  }
}
