package org.postroom.composition;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Decodes quoted-printable (RFC 2045 section 6.7) as far as it is written by the rules. The mail
/// library reads octet by octet through three streams, which was a quarter of a review's time.
final class QuotedPrintable {
  private QuotedPrintable() {}

  /// @return null where the text is not by the rules: that is for the mail library to make sense of
  static byte @Nullable [] decode(byte[] encoded) {
    byte[] out = new byte[encoded.length];
    int length = 0;
    int at = 0;
    while (at < encoded.length) {
      byte octet = encoded[at];
      if (octet == '=') {
        if (at + 2 >= encoded.length) {
          return null;
        }
        if (encoded[at + 1] == '\r' && encoded[at + 2] == '\n') {
          at += 3;
          continue;
        }
        int high = Character.digit(encoded[at + 1], 16);
        int low = Character.digit(encoded[at + 2], 16);
        if (high < 0 || low < 0) {
          return null;
        }
        out[length++] = (byte) (high << 4 | low);
        at += 3;
      } else {
        boolean lineEnds = octet == '\r' || octet == '\n';
        if (lineEnds && length > 0 && at > 0 && isBlank(encoded[at - 1])) {
          return null;
        }
        out[length++] = octet;
        at++;
      }
    }
    return at > 0 && isBlank(encoded[at - 1]) ? null : Arrays.copyOf(out, length);
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }
}
