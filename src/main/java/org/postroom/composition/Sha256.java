package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.postroom.address.AddrSpec;
import org.postroom.message.Envelope;

/// The digests of a letter.
final class Sha256 {
  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// MAIL FROM and the RCPTs in order, as the server is told.
  Sha256 envelope(Envelope envelope) {
    text("MAIL FROM:<" + envelope.mailFrom().wire() + ">\r\n");
    for (AddrSpec recipient : envelope.rcptTo()) {
      text("RCPT TO:<" + recipient.wire() + ">\r\n");
    }
    return this;
  }

  Sha256 octets(List<Segment> segments) {
    segments.forEach(segment -> digest.update(segment.octets()));
    return this;
  }

  /// The same, but a shared file counts by its own digest, which is known already.
  Sha256 filesByDigest(List<Segment> segments) {
    for (Segment segment : segments) {
      if (segment.isShared()) {
        text(segment.sha256());
      } else {
        digest.update(segment.octets());
      }
    }
    return this;
  }

  Sha256 text(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /// A text that ends where it ends: no other texts give the same digest.
  Sha256 field(String text) {
    return text(text).text("\0");
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
