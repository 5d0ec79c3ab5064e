package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing array of octets. The composer writes everything into one of these.
final class Octets {
  private byte[] array = new byte[4096];
  private int length;

  int length() {
    return length;
  }

  Octets octet(int value) {
    room(1);
    array[length++] = (byte) value;
    return this;
  }

  /// Text whose characters are all below 256; the composer writes only ASCII through this.
  Octets ascii(String text) {
    return octets(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Octets utf8(String text) {
    return octets(text.getBytes(StandardCharsets.UTF_8));
  }

  Octets octets(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, array, length, more.length);
    length += more.length;
    return this;
  }

  Octets line() {
    return octet('\r').octet('\n');
  }

  /// Ends the line and begins the next one of the same header (RFC 5322 section 2.2.3).
  Octets fold() {
    return line().octet(' ');
  }

  byte[] toArray() {
    return Arrays.copyOf(array, length);
  }

  private void room(int more) {
    if (array.length - length < more) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, Math.addExact(length, more)));
    }
  }
}
