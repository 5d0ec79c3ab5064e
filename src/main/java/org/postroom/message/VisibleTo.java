package org.postroom.message;

import org.postroom.address.Mailbox;

/// Whom a letter shows as its addressee. No variant holds a list, so no list can be shown.
public sealed interface VisibleTo {
  /// The one person who gets this letter.
  record Addressee(Mailbox one) implements VisibleTo {}

  /// The sender: all that a blind copy shows.
  record Sender(From from) implements VisibleTo {}

  /// The one mailbox that the To header names.
  default Mailbox mailbox() {
    return switch (this) {
      case Addressee(Mailbox one) -> one;
      case Sender(From from) -> from.mailbox();
    };
  }
}
