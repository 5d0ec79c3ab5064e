package org.postroom.message;

import java.util.List;
import java.util.SequencedSet;
import org.postroom.address.AddrSpec;

/// What the server is told (RFC 5321): MAIL FROM and the RCPTs. Derived from a [Letter] and from
/// nothing else: its constructor is this package's.
public final class Envelope {
  private final AddrSpec mailFrom;
  private final List<AddrSpec> rcptTo;

  Envelope(AddrSpec mailFrom, SequencedSet<AddrSpec> rcptTo) {
    if (rcptTo.isEmpty()) {
      throw new IllegalArgumentException("an envelope has a recipient");
    }
    this.mailFrom = mailFrom;
    this.rcptTo = List.copyOf(rcptTo);
  }

  public AddrSpec mailFrom() {
    return mailFrom;
  }

  /// In order, without repeats, at least one.
  public List<AddrSpec> rcptTo() {
    return rcptTo;
  }

  public boolean needsSmtpUtf8() {
    return mailFrom.needsSmtpUtf8() || rcptTo.stream().anyMatch(AddrSpec::needsSmtpUtf8);
  }
}
