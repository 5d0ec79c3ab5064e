package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.postroom.address.AddrSpec;
import org.postroom.message.Envelope;

/// The digests of a letter.
final class Sha256 {
  /// Copied for each use: looking it up takes longer than the digest of a line.
  private static final MessageDigest FRESH = fresh();

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final MessageDigest digest;

  Sha256() {
    try {
      digest = (MessageDigest) FRESH.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own SHA-256 can be copied", e);
    }
  }

  private static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Of some octets alone.
  static byte[] of(byte[] octets) {
    return new Sha256().digest.digest(octets);
  }

  /// MAIL FROM and the RCPTs in order, as the server is told.
  Sha256 envelope(Envelope envelope) {
    text("MAIL FROM:<" + envelope.mailFrom().wire() + ">\r\n");
    for (AddrSpec recipient : envelope.rcptTo()) {
      text("RCPT TO:<" + recipient.wire() + ">\r\n");
    }
    return this;
  }

  Sha256 octets(Rope rope) {
    rope.digest(digest);
    return this;
  }

  /// The same, but what a letter shares with others counts by its own digest, which is known
  /// already.
  Sha256 inBrief(Rope rope) {
    rope.digestInBrief(digest);
    return this;
  }

  Sha256 text(String text) {
    return octets(text.getBytes(StandardCharsets.UTF_8));
  }

  Sha256 octets(byte[] octets) {
    digest.update(octets);
    return this;
  }

  /// A text that ends where it ends: no other texts give the same digest.
  Sha256 field(String text) {
    return text(text).end();
  }

  /// The end of a field.
  Sha256 end() {
    digest.update((byte) 0);
    return this;
  }

  String hex() {
    return new String(hexOctets(), StandardCharsets.ISO_8859_1);
  }

  /// The digest in hex, lower case, as octets.
  byte[] hexOctets() {
    byte[] octets = digest.digest();
    byte[] hex = new byte[octets.length * 2];
    for (int i = 0; i < octets.length; i++) {
      hex[2 * i] = HEX[octets[i] >> 4 & 15];
      hex[2 * i + 1] = HEX[octets[i] & 15];
    }
    return hex;
  }
}
