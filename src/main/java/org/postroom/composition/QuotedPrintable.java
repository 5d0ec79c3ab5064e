package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Quoted-printable (RFC 2045 section 6.7).
///
/// It is decoded here as far as it is written by the rules: the mail library reads octet by octet
/// through three streams, which was a quarter of a review's time.
final class QuotedPrintable {
  /// Columns of an encoded line.
  static final int COLUMNS = 76;

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  /// What an octet is within a line: 1 where it stands for itself, 0 where it is encoded.
  private static final byte[] LITERAL = literal();

  private QuotedPrintable() {}

  /// Encodes one line of text, which begins at column 0, without its end.
  ///
  /// @param goesOn true where more of the same line follows: the last octet written is then in a
  ///   line that a soft break can end
  /// @return where the last encoded line begins in `utf8`: all before it stands in whole lines
  static int line(byte[] utf8, int start, int end, boolean goesOn, Octets out) {
    int column = 0;
    int begins = start;
    int last = goesOn ? end : end - 1;
    // Three octets for one at most, and one soft break in 73.
    byte[] to = out.roomFor((end - start) * 4 + 3);
    int length = out.length();
    for (int i = start; i < end; ) {
      // Most octets stand for themselves: as many in one go as have room before a soft line break,
      // but for the line's first and last, which have rules of their own.
      int most = column == 0 ? i : Math.min(last, i + COLUMNS - 1 - column);
      int plain = i;
      while (plain < most && LITERAL[utf8[plain] & 0xFF] != 0) {
        to[length++] = utf8[plain++];
      }
      column += plain - i;
      i = plain;
      if (i == end) {
        break;
      }
      int c = utf8[i] & 0xFF;
      boolean literal = LITERAL[c] != 0 && !(i == last && c <= ' ');
      // The last column is kept for the `=` of a soft line break.
      if (column + (literal ? 1 : 3) > (i == last ? COLUMNS : COLUMNS - 1)) {
        to[length++] = '=';
        to[length++] = '\r';
        to[length++] = '\n';
        column = 0;
        begins = i;
      }
      if (column == 0 && c == 'F' && isFromLine(utf8, i, end)) {
        literal = false;
      }
      if (literal) {
        to[length++] = (byte) c;
        column++;
      } else {
        to[length++] = '=';
        to[length++] = HEX[c >> 4];
        to[length++] = HEX[c & 15];
        column += 3;
      }
      i++;
    }
    out.grownTo(length);
    return begins;
  }

  /// `From ` at a line's beginning, which mailbox files change.
  static boolean isFromLine(byte[] utf8, int start, int end) {
    return end - start >= 5
        && utf8[start] == 'F'
        && utf8[start + 1] == 'r'
        && utf8[start + 2] == 'o'
        && utf8[start + 3] == 'm'
        && utf8[start + 4] == ' ';
  }

  private static byte[] literal() {
    byte[] literal = new byte[256];
    Arrays.fill(literal, ' ', 127, (byte) 1);
    literal['\t'] = 1;
    literal['='] = 0;
    return literal;
  }

  /// @return null where the text is not by the rules: that is for the mail library to make sense of
  static byte @Nullable [] decode(byte[] encoded) {
    byte[] out = new byte[encoded.length];
    int length = 0;
    int at = 0;
    while (at < encoded.length) {
      int end = Eight.plainUntil(encoded, at, (byte) '=');
      if (end > at) {
        System.arraycopy(encoded, at, out, length, end - at);
        length += end - at;
        at = end;
        continue;
      }
      byte octet = encoded[at];
      if (octet != '=') {
        boolean lineEnds = octet == '\r' || octet == '\n';
        if (lineEnds && length > 0 && at > 0 && isBlank(encoded[at - 1])) {
          return null;
        }
        out[length++] = octet;
        at++;
      } else if (at + 2 >= encoded.length) {
        return null;
      } else {
        if (encoded[at + 1] != '\r' || encoded[at + 2] != '\n') {
          int value = digit(encoded[at + 1]) << 4 | digit(encoded[at + 2]);
          if (value < 0) {
            return null;
          }
          out[length++] = (byte) value;
        }
        at += 3;
      }
    }
    return at > 0 && isBlank(encoded[at - 1]) ? null : Arrays.copyOf(out, length);
  }

  /// The value of a hex digit, or a negative number.
  private static int digit(byte octet) {
    return octet < 0 ? -1 : Character.digit(octet, 16);
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }
}
