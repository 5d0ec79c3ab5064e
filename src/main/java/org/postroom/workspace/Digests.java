package org.postroom.workspace;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// SHA-256 and HMAC-SHA-256 over fields that cannot run into each other: each is preceded by its
/// length, and a missing one is not an empty one.
final class Digests {
  private Digests() {}

  static String sha256(@Nullable String... fields) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(framed(fields)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String hmac(byte[] key, String... fields) {
    return HexFormat.of().formatHex(hmac(mac(key), fields));
  }

  /// For many digests with one key.
  static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  static byte[] hmac(Mac mac, String... fields) {
    return mac.doFinal(framed(fields));
  }

  private static byte[] framed(@Nullable String... fields) {
    StringBuilder framed = new StringBuilder();
    for (String field : fields) {
      framed.append(field == null ? "-" : field.length() + ":" + field).append(',');
    }
    return framed.toString().getBytes(StandardCharsets.UTF_8);
  }
}
