package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postroom.plan.LetterId;

/// Names that only this workspace can derive from a letter, so that they tell nothing about it.
final class LetterKey {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  /// As long as every [#messageId] is.
  static final String ANY_ID = "a".repeat(52);

  /// Copied for each use: looking it up and keying it takes longer than what it does.
  private final Mac prepared;

  LetterKey(MessageIdKey key) {
    this.prepared = prepared(key);
  }

  /// The left side of the Message-ID: 52 characters of base32 (RFC 4648 section 6), lower case.
  String messageId(LetterId letter, String digest) {
    return base32(mac("message-id", letter, digest));
  }

  /// A MIME boundary. `=_` occurs in no quoted-printable text, and in base64 neither.
  String boundary(LetterId letter, int attempt) {
    return "=_" + base32(mac("boundary", letter, Integer.toString(attempt))).substring(0, 26);
  }

  private byte[] mac(String purpose, LetterId letter, String more) {
    String all = purpose + "\0" + letter.text() + "\0" + more;
    return mac().doFinal(all.getBytes(StandardCharsets.UTF_8));
  }

  private Mac mac() {
    try {
      return (Mac) prepared.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own HmacSHA256 can be copied", e);
    }
  }

  private static Mac prepared(MessageIdKey key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static String base32(byte[] octets) {
    StringBuilder text = new StringBuilder(ANY_ID.length());
    int buffer = 0;
    int bits = 0;
    for (byte octet : octets) {
      buffer = (buffer << 8) | (octet & 0xFF);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((buffer >> bits) & 31));
      }
    }
    return bits == 0
        ? text.toString()
        : text.append(BASE32.charAt((buffer << (5 - bits)) & 31)).toString();
  }
}
