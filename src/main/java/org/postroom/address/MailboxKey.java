package org.postroom.address;

import java.util.Objects;

/// The identity of a mailbox: NFC, lower case by `Locale.ROOT`, domain as A-labels. Made by
/// [AddrSpec#key()].
public record MailboxKey(String value) implements Comparable<MailboxKey> {
  public MailboxKey {
    Objects.requireNonNull(value);
    if (value.indexOf('@') < 1) {
      throw new IllegalArgumentException("not a mailbox key");
    }
  }

  @Override
  public int compareTo(MailboxKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
