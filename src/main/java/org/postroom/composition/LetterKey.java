package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postroom.message.MailshotId;
import org.postroom.plan.LetterId;

/// Names that only this workspace can derive from a letter, so that they tell nothing about it.
final class LetterKey {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  /// As long as every [#messageId] is.
  static final String ANY_ID = "a".repeat(52);

  /// Copied for each use: looking it up and keying it takes longer than what it does. Each has read
  /// its purpose already.
  private final Mac forMessageIds;

  private final Mac forBoundaries;

  LetterKey(MessageIdKey key) {
    this.forMessageIds = prepared(key, "message-id");
    this.forBoundaries = prepared(key, "boundary");
  }

  /// The left side of the Message-ID: 52 characters of base32 (RFC 4648 section 6), lower case.
  String messageId(LetterId letter, String digest) {
    return base32(mac(forMessageIds, letter.text(), digest));
  }

  /// A MIME boundary, the same for all letters of a plan. `=_` occurs in no quoted-printable text,
  /// and in base64 neither.
  String boundary(MailshotId mailshot, int revision, int attempt) {
    String plan = mailshot + "/" + revision;
    return "=_" + base32(mac(forBoundaries, plan, Integer.toString(attempt))).substring(0, 26);
  }

  private static byte[] mac(Mac prepared, String of, String more) {
    return copy(prepared).doFinal((of + "\0" + more).getBytes(StandardCharsets.UTF_8));
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

  private static String base32(byte[] octets) {
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
    return new String(text, StandardCharsets.ISO_8859_1);
  }
}
