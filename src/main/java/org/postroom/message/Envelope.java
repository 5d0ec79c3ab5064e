package org.postroom.message;

import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;

/// What the server is told (RFC 5321): MAIL FROM and the RCPTs. Derived from a [Letter] and from
/// nothing else: its constructor is this package's.
public final class Envelope {
  private final AddrSpec mailFrom;
  private final List<AddrSpec> rcptTo;
  private final boolean smtpUtf8;

  /// @param replyTo shown in the letter's headers, which are in UTF-8 where its address is
  Envelope(AddrSpec mailFrom, SequencedSet<AddrSpec> rcptTo, @Nullable Mailbox replyTo) {
    if (rcptTo.isEmpty()) {
      throw new IllegalArgumentException("an envelope has a recipient");
    }
    this.mailFrom = mailFrom;
    this.rcptTo = List.copyOf(rcptTo);
    this.smtpUtf8 =
        mailFrom.needsSmtpUtf8()
            || anyNeedsSmtpUtf8(this.rcptTo)
            || (replyTo != null && replyTo.address().needsSmtpUtf8());
  }

  private static boolean anyNeedsSmtpUtf8(List<AddrSpec> addresses) {
    for (AddrSpec address : addresses) {
      if (address.needsSmtpUtf8()) {
        return true;
      }
    }
    return false;
  }

  public AddrSpec mailFrom() {
    return mailFrom;
  }

  /// In order, without repeats, at least one.
  public List<AddrSpec> rcptTo() {
    return rcptTo;
  }

  /// True where an address in the envelope or in the headers is not ASCII (RFC 6531, RFC 6532).
  public boolean needsSmtpUtf8() {
    return smtpUtf8;
  }
}
