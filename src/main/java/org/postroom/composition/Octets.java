package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing array of octets. The composer writes everything into one of these.
final class Octets {
  private byte[] array;
  private int length;

  Octets() {
    this(1024);
  }

  Octets(int capacity) {
    array = new byte[capacity];
  }

  int length() {
    return length;
  }

  /// The octets up to [#length()], and whatever comes behind them. Nobody else writes to it.
  byte[] array() {
    return array;
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

  /// Text of any characters. Those of European languages are written here, without an array in
  /// between.
  Octets utf8(String text) {
    int chars = text.length();
    room(2 * chars);
    int to = length;
    for (int i = 0; i < chars; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        array[to++] = (byte) c;
      } else if (c < 0x800) {
        array[to++] = (byte) (0xC0 | (c >> 6));
        array[to++] = (byte) (0x80 | (c & 0x3F));
      } else {
        // What is written already is written once more.
        return octets(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    length = to;
    return this;
  }

  Octets octets(byte[] more) {
    return octets(more, 0, more.length);
  }

  Octets octets(byte[] more, int from, int to) {
    room(to - from);
    System.arraycopy(more, from, array, length, to - from);
    length += to - from;
    return this;
  }

  Octets line() {
    room(2);
    array[length++] = '\r';
    array[length++] = '\n';
    return this;
  }

  /// Ends the line and begins the next one of the same header (RFC 5322 section 2.2.3).
  Octets fold() {
    return line().octet(' ');
  }

  /// Writes over octets that are there already.
  void over(int at, byte[] octets) {
    System.arraycopy(octets, 0, array, at, octets.length);
  }

  byte[] toArray() {
    return Arrays.copyOf(array, length);
  }

  /// The array with room for `more` octets behind [#length()]; [#grownTo] says how many came.
  byte[] roomFor(int more) {
    room(more);
    return array;
  }

  void grownTo(int newLength) {
    length = newLength;
  }

  private void room(int more) {
    if (array.length - length < more) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, Math.addExact(length, more)));
    }
  }
}
