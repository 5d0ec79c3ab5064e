package org.postroom.tabular;

import java.math.BigDecimal;
import java.math.BigInteger;

/// A number as a fraction: `# ?/?`, `# ??/??`, `# ?/8`.
final class FractionText {
  private static final int MOST_PLACES = 3;

  private FractionText() {}

  static String of(FormatSection section, BigDecimal value) {
    int slash = NumberText.index(section, FormatSection.Kind.SLASH);
    StringBuilder under = new StringBuilder();
    for (FormatSection.Token token : section.tokens().subList(slash + 1, section.tokens().size())) {
      boolean digit = token.text().matches("[0-9#?]");
      under.append(digit ? token.text() : "");
    }
    BigDecimal abs = value.abs();
    BigInteger whole = abs.toBigInteger();
    double rest = abs.subtract(new BigDecimal(whole)).doubleValue();
    int fixed =
        under.toString().matches("[1-9][0-9]{0,2}") ? Integer.parseInt(under.toString()) : 0;
    int most = (int) Math.pow(10, Math.clamp(under.length(), 1, MOST_PLACES)) - 1;
    int denominator = fixed > 0 ? fixed : best(rest, most);
    long numerator = Math.round(rest * denominator);
    if (numerator == denominator) {
      whole = whole.add(BigInteger.ONE);
      numerator = 0;
    }
    String sign = value.signum() < 0 ? "-" : "";
    if (numerator == 0) {
      return sign + whole;
    }
    String before = whole.signum() == 0 ? "" : whole + " ";
    return sign + before + numerator + "/" + denominator;
  }

  private static int best(double value, int most) {
    int best = 1;
    double least = Double.MAX_VALUE;
    for (int denominator = 1; denominator <= most; denominator++) {
      double off = Math.abs(value - Math.round(value * denominator) / (double) denominator);
      if (off < least - 1e-12) {
        least = off;
        best = denominator;
      }
    }
    return best;
  }
}
