package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The octets of one text part: CRLF after every line (RFC 5322 section 2.3), UTF-8, as it is where
/// any relay leaves it alone and quoted-printable otherwise (RFC 2045 section 6.7).
final class TextBody {
  private static final int LINE_MOST = 76;
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private final String encoding;
  private final byte[] octets;

  private TextBody(String encoding, byte[] octets) {
    this.encoding = encoding;
    this.octets = octets;
  }

  static TextBody of(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    boolean plain = travelsAsItIs(utf8);
    // Three octets for one at most, one soft break in 73, and CRLF for LF.
    byte[] out = new byte[utf8.length * (plain ? 2 : 4) + 2];
    int length = 0;
    int at = 0;
    while (at < utf8.length) {
      int end = at;
      while (end < utf8.length && utf8[end] != '\n' && utf8[end] != '\r') {
        end++;
      }
      if (plain) {
        System.arraycopy(utf8, at, out, length, end - at);
        length += end - at;
      } else {
        length = quotedPrintable(utf8, at, end, out, length);
      }
      length = lineEnd(out, length);
      boolean crlf = end + 1 < utf8.length && utf8[end] == '\r' && utf8[end + 1] == '\n';
      at = end + (crlf ? 2 : 1);
    }
    if (utf8.length == 0) {
      length = lineEnd(out, length);
    }
    return new TextBody(plain ? "7bit" : "quoted-printable", Arrays.copyOf(out, length));
  }

  /// `7bit` or `quoted-printable`.
  String encoding() {
    return encoding;
  }

  /// The encoded text, ending in CRLF. Nobody writes to it.
  byte[] octets() {
    return octets;
  }

  /// True where the octets hold this piece of ASCII.
  boolean contains(String ascii) {
    return new String(octets, StandardCharsets.ISO_8859_1).contains(ascii);
  }

  /// Short lines of printable ASCII, no blank at a line's end, and no `From ` at its beginning,
  /// which mailbox files change.
  private static boolean travelsAsItIs(byte[] utf8) {
    int start = 0;
    for (int i = 0; i <= utf8.length; i++) {
      boolean ends = i == utf8.length || utf8[i] == '\n' || utf8[i] == '\r';
      if (ends) {
        boolean blankAtEnd = i > start && (utf8[i - 1] == ' ' || utf8[i - 1] == '\t');
        if (i - start > LINE_MOST || blankAtEnd || isFromLine(utf8, start, i)) {
          return false;
        }
        start = i + 1;
      } else if ((utf8[i] < ' ' && utf8[i] != '\t') || utf8[i] == 127) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFromLine(byte[] utf8, int start, int end) {
    return end - start >= 5
        && utf8[start] == 'F'
        && utf8[start + 1] == 'r'
        && utf8[start + 2] == 'o'
        && utf8[start + 3] == 'm'
        && utf8[start + 4] == ' ';
  }

  /// One line of text, without its end.
  ///
  /// @return the length of `out` afterwards
  private static int quotedPrintable(byte[] utf8, int start, int end, byte[] out, int length) {
    int to = length;
    int column = 0;
    for (int i = start; i < end; i++) {
      int c = utf8[i] & 0xFF;
      boolean last = i == end - 1;
      boolean blank = c == ' ' || c == '\t';
      boolean literal = blank ? !last : c > ' ' && c < 127 && c != '=';
      // The last column is kept for the `=` of a soft line break.
      if (column + (literal ? 1 : 3) > (last ? LINE_MOST : LINE_MOST - 1)) {
        out[to++] = '=';
        to = lineEnd(out, to);
        column = 0;
      }
      if (column == 0 && c == 'F' && isFromLine(utf8, i, end)) {
        literal = false;
      }
      if (literal) {
        out[to++] = (byte) c;
        column++;
      } else {
        out[to++] = '=';
        out[to++] = HEX[c >> 4];
        out[to++] = HEX[c & 15];
        column += 3;
      }
    }
    return to;
  }

  private static int lineEnd(byte[] out, int length) {
    out[length] = '\r';
    out[length + 1] = '\n';
    return length + 2;
  }
}
