package org.postroom.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One address as `local-part@domain` (RFC 5322 addr-spec, RFC 6531 for non-ASCII local parts).
///
/// An object of this type is valid: the only ways in are [AddressReader#read(String)] and
/// [#of(String)]. The domain is kept as A-labels in lower case, the local part as it was written
/// (NFC), since only the receiving system may say that case does not matter there.
public final class AddrSpec {
  private final String localPart;
  private final String domain;
  private @Nullable MailboxKey key;

  /// Both parts have been checked by the reader.
  AddrSpec(String localPart, String domain) {
    this.localPart = Objects.requireNonNull(localPart);
    this.domain = Objects.requireNonNull(domain);
  }

  /// Parts that have been checked by the reader, and whose key is known already.
  static AddrSpec of(String localPart, String domain, MailboxKey key) {
    AddrSpec address = new AddrSpec(localPart, domain);
    address.key = key;
    return address;
  }

  /// Reads an address that the program itself knows to be right.
  ///
  /// @throws IllegalArgumentException where `text` is not exactly one plain address
  public static AddrSpec of(String text) {
    return switch (AddressReader.read(text)) {
      case AddressReading.One(Mailbox mailbox) when mailbox.displayName().isEmpty() ->
          mailbox.address();
      case AddressReading.One _ ->
          throw new IllegalArgumentException("not a plain address: " + text);
      case AddressReading.Refused(AddressFault fault, String _) ->
          throw new IllegalArgumentException(fault + ": " + text);
    };
  }

  /// The part before the last `@`, in NFC.
  public String localPart() {
    return localPart;
  }

  /// The domain as A-labels (RFC 5890) in lower case.
  public String domain() {
    return domain;
  }

  /// What stands between the angle brackets of MAIL FROM and RCPT TO.
  public String wire() {
    return localPart + "@" + domain;
  }

  /// True where the local part is not ASCII, so that the server must offer SMTPUTF8 (RFC 6531).
  public boolean needsSmtpUtf8() {
    return !Ascii.is(localPart);
  }

  /// The identity of this mailbox: two addresses with one key are one address.
  public MailboxKey key() {
    MailboxKey known = key;
    if (known == null) {
      String local =
          Ascii.is(localPart)
              ? Ascii.lower(localPart)
              : Normalizer.normalize(localPart.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
      known = new MailboxKey(local + "@" + domain);
      // Two threads may both make it: they make the same.
      key = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddrSpec that
        && localPart.equals(that.localPart)
        && domain.equals(that.domain);
  }

  @Override
  public int hashCode() {
    return 31 * localPart.hashCode() + domain.hashCode();
  }

  @Override
  public String toString() {
    return wire();
  }
}
