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

  Octets utf8(String text) {
    return octets(text.getBytes(StandardCharsets.UTF_8));
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

  /// Writes ASCII over octets that are there already.
  void over(int at, String ascii) {
    byte[] octets = ascii.getBytes(StandardCharsets.US_ASCII);
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
