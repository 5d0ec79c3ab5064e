package org.postroom.tabular;

/// Sound sequences of UTF-8 (RFC 3629 section 4).
final class Utf8 {
  private Utf8() {}

  /// How many bytes the character has that begins here with a byte beyond ASCII: two to four; 0
  /// where the bytes are none, or the array ends within it.
  static int length(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (at + length > bytes.length || !mayFollow(first, bytes[at + 1] & 0xFF)) {
      return 0;
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /// No longer form of a shorter sequence, no half of a pair, nothing beyond U+10FFFF.
  private static boolean mayFollow(int first, int second) {
    int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return second >= least && second <= most;
  }
}
