package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postroom.message.MailshotId;
import org.postroom.plan.LetterId;

/// Names that only this workspace can derive from a letter, so that they tell nothing about it.
/// What all letters of a plan have in common is read once, by [#of(LetterId)].
final class LetterKey {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  /// As long as every [Plan#messageId] is.
  static final String ANY_ID = "a".repeat(52);

  /// Copied for each use: looking it up and keying it takes longer than what it does. Each has read
  /// its purpose already.
  private final Mac forMessageIds;

  private final Mac forBoundaries;

  LetterKey(MessageIdKey key) {
    this.forMessageIds = prepared(key, "message-id");
    this.forBoundaries = prepared(key, "boundary");
  }

  /// The names of the plan that this letter belongs to.
  Plan of(LetterId letter) {
    return new Plan(letter.mailshot(), letter.revision());
  }

  /// The names of one plan and of its letters.
  final class Plan {
    private final MailshotId mailshot;
    private final int revision;
    private final Mac forLetters;
    private final String boundary;

    private Plan(MailshotId mailshot, int revision) {
      this.mailshot = mailshot;
      this.revision = revision;
      this.forLetters = copy(forMessageIds);
      this.forLetters.update(
          LetterId.beginning(mailshot, revision).getBytes(StandardCharsets.UTF_8));
      this.boundary = made(0);
    }

    /// True where that letter belongs to it.
    boolean has(LetterId letter) {
      return revision == letter.revision() && mailshot.equals(letter.mailshot());
    }

    /// The left side of the Message-ID: 52 characters of base32 (RFC 4648 section 6), lower case.
    ///
    /// @param letter one that it has
    /// @param digest in hex
    byte[] messageId(LetterId letter, byte[] digest) {
      Mac mac = copy(forLetters);
      mac.update(letter.recipient().getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return base32(mac.doFinal(digest));
    }

    /// A MIME boundary, the same for all letters of the plan. `=_` occurs in no quoted-printable
    /// text, and in base64 neither.
    ///
    /// @param attempt 0, unless the ones before stand in the letter's own text
    String boundary(int attempt) {
      return attempt == 0 ? boundary : made(attempt);
    }

    private String made(int attempt) {
      String text = mailshot + "/" + revision + "\0" + attempt;
      byte[] mac = copy(forBoundaries).doFinal(text.getBytes(StandardCharsets.UTF_8));
      return "=_" + new String(base32(mac), 0, 26, StandardCharsets.ISO_8859_1);
    }
  }

  private static Mac copy(Mac prepared) {
    try {
      return (Mac) prepared.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own HmacSHA256 can be copied", e);
    }
  }

  private static Mac prepared(MessageIdKey key, String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
      mac.update((purpose + "\0").getBytes(StandardCharsets.UTF_8));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static byte[] base32(byte[] octets) {
    byte[] text = new byte[(octets.length * 8 + 4) / 5];
    int length = 0;
    int buffer = 0;
    int bits = 0;
    for (byte octet : octets) {
      buffer = (buffer << 8) | (octet & 0xFF);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text[length++] = (byte) BASE32.charAt((buffer >> bits) & 31);
      }
    }
    if (bits > 0) {
      text[length] = (byte) BASE32.charAt((buffer << (5 - bits)) & 31);
    }
    return text;
  }
}
