package org.postroom.ui.common;

/// Reads amounts that are digits alone, as most are: a pattern for each of a million cells takes a
/// second.
final class Amounts {
  /// So many digits are exact, and so is a power of ten that is not larger.
  private static final int MOST_DIGITS = 15;

  private Amounts() {}

  /// Digits with a sign or a point, exactly as [Double#parseDouble] reads them.
  ///
  /// @param text of which the first `length` bytes are looked at
  /// @return not a number for everything else
  static double of(byte[] text, int length) {
    boolean signed = length > 0 && (text[0] == '-' || text[0] == '+');
    long value = 0;
    int digits = 0;
    int point = -1;
    for (int i = signed ? 1 : 0; i < length; i++) {
      byte b = text[i];
      if (b >= '0' && b <= '9' && digits < MOST_DIGITS) {
        value = value * 10 + (b - '0');
        digits++;
      } else if (b == '.' && point < 0 && digits > 0) {
        point = digits;
      } else {
        return Double.NaN;
      }
    }
    if (digits == 0 || point == digits) {
      return Double.NaN;
    }
    double amount = value;
    if (point >= 0) {
      double ten = 1;
      for (int i = point; i < digits; i++) {
        ten *= 10;
      }
      amount /= ten;
    }
    return signed && text[0] == '-' ? -amount : amount;
  }
}
