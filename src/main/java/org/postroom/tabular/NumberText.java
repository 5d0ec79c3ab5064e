package org.postroom.tabular;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.List;

/// A number in a section of a format that is no date.
final class NumberText {
  private static final int PLAIN_DIGITS = 20;

  private NumberText() {}

  static String of(FormatSection section, BigDecimal value) {
    if (section.has(FormatSection.Kind.GENERAL) || !section.has(FormatSection.Kind.DIGIT)) {
      boolean shown =
          section.has(FormatSection.Kind.GENERAL) || section.has(FormatSection.Kind.TEXT);
      return around(section, shown ? general(value) : "");
    }
    if (section.has(FormatSection.Kind.EXPONENT)) {
      return exponent(section, value);
    }
    return section.has(FormatSection.Kind.SLASH)
        ? FractionText.of(section, value)
        : new Filling(section, value).text();
  }

  /// Digits without exponent, so that an identifier stays one; only what no cell could show as
  /// digits has an exponent.
  static String general(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    int exponent = plain.precision() - plain.scale() - 1;
    if (exponent < PLAIN_DIGITS && exponent > -PLAIN_DIGITS) {
      return plain.toPlainString();
    }
    BigDecimal mantissa = plain.movePointLeft(exponent).stripTrailingZeros();
    return mantissa.toPlainString() + "E" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }

  /// The literals of a section around a text that stands for the number.
  static String around(FormatSection section, String text) {
    StringBuilder out = new StringBuilder();
    boolean given = false;
    for (FormatSection.Token token : section.tokens()) {
      switch (token.kind()) {
        case GENERAL, TEXT -> {
          out.append(text);
          given = true;
        }
        case LITERAL -> out.append(token.text());
        case DIGIT, POINT, COMMA, PERCENT, EXPONENT, SLASH, DATE, ELAPSED, HALF_DAY -> {
          // Not in a section of this kind.
        }
      }
    }
    return given || !out.isEmpty() ? out.toString() : text;
  }

  private static String exponent(FormatSection section, BigDecimal value) {
    int at = index(section, FormatSection.Kind.EXPONENT);
    List<FormatSection.Token> before = section.tokens().subList(0, at);
    List<FormatSection.Token> after = section.tokens().subList(at + 1, section.tokens().size());
    int exponent = value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
    int point = Math.max(0, before.indexOf(new FormatSection.Token(FormatSection.Kind.POINT, ".")));
    int places =
        (int)
            before.subList(0, point == 0 ? before.size() : point).stream()
                .filter(Filling::isDigit)
                .count();
    // With several places before the point the exponent is a multiple of their number.
    exponent = places > 1 ? Math.floorDiv(exponent, places) * places : exponent;
    FormatSection mantissa = new FormatSection(before, null, section.locale());
    String digits = new Filling(mantissa, value.movePointLeft(exponent)).text();
    FormatSection power = new FormatSection(after, null, section.locale());
    String sign = exponent < 0 ? "-" : section.tokens().get(at).text().endsWith("+") ? "+" : "";
    return digits + "E" + sign + new Filling(power, BigDecimal.valueOf(Math.abs(exponent))).text();
  }

  static int index(FormatSection section, FormatSection.Kind kind) {
    for (int i = 0; i < section.tokens().size(); i++) {
      if (section.tokens().get(i).kind() == kind) {
        return i;
      }
    }
    return -1;
  }

  /// Digits put into the places of a format.
  static final class Filling {
    private final List<FormatSection.Token> tokens;
    private final DecimalFormatSymbols symbols;
    private final boolean negative;
    private final String whole;
    private final String fraction;
    private final int point;
    private final boolean grouped;

    Filling(FormatSection section, BigDecimal value) {
      this.tokens = section.tokens();
      this.symbols = DecimalFormatSymbols.getInstance(section.locale());
      int at = index(section, FormatSection.Kind.POINT);
      this.point = at < 0 ? tokens.size() : at;
      int last = lastDigit(point);
      this.grouped = groups(last);
      BigDecimal scaled = value;
      int veryLast = lastDigit(tokens.size());
      int thousands = commas(veryLast + 1) + (veryLast > last ? commas(last + 1) : 0);
      scaled = scaled.movePointLeft(3 * thousands);
      for (FormatSection.Token token : tokens) {
        boolean percent = token.kind() == FormatSection.Kind.PERCENT;
        scaled = percent ? scaled.movePointRight(2) : scaled;
      }
      int places = (int) tokens.stream().skip(point).filter(Filling::isDigit).count();
      BigDecimal rounded = scaled.setScale(places, RoundingMode.HALF_UP);
      this.negative = rounded.signum() < 0;
      String digits = rounded.abs().toPlainString();
      int dot = digits.indexOf('.');
      String integer = dot < 0 ? digits : digits.substring(0, dot);
      this.whole = integer.equals("0") ? "" : integer;
      this.fraction = dot < 0 ? "" : digits.substring(dot + 1);
    }

    String text() {
      return (negative ? "-" : "") + left() + right();
    }

    private static boolean isDigit(FormatSection.Token token) {
      return token.kind() == FormatSection.Kind.DIGIT;
    }

    /// How many commas stand from there on: each divides by a thousand.
    private int commas(int from) {
      int end = from;
      while (end < tokens.size() && tokens.get(end).kind() == FormatSection.Kind.COMMA) {
        end++;
      }
      return end - from;
    }

    private int lastDigit(int before) {
      int last = before - 1;
      while (last >= 0 && !isDigit(tokens.get(last))) {
        last--;
      }
      return last;
    }

    /// A comma between two places for digits asks for separators.
    private boolean groups(int last) {
      int first = 0;
      while (first < last && !isDigit(tokens.get(first))) {
        first++;
      }
      return tokens.subList(Math.min(first, last + 1), last + 1).stream()
          .anyMatch(token -> token.kind() == FormatSection.Kind.COMMA);
    }

    /// From the right: each place takes a digit, the leftmost all that are left.
    private String left() {
      StringBuilder reversed = new StringBuilder();
      int first = 0;
      while (first < point && !isDigit(tokens.get(first))) {
        first++;
      }
      int next = whole.length() - 1;
      int count = 0;
      for (int i = point - 1; i >= 0; i--) {
        FormatSection.Token token = tokens.get(i);
        if (!isDigit(token)) {
          reversed.append(new StringBuilder(literal(token)).reverse());
          continue;
        }
        do {
          char digit = next >= 0 ? whole.charAt(next) : blank(token);
          if (digit != '#') {
            if (grouped && count > 0 && count % 3 == 0 && digit != ' ') {
              reversed.append(symbols.getGroupingSeparator());
            }
            reversed.append(digit);
            count++;
          }
          next--;
        } while (i == first && next >= 0);
      }
      return reversed.reverse().toString();
    }

    private static char blank(FormatSection.Token token) {
      return token.text().equals("?") ? ' ' : token.text().charAt(0);
    }

    private String right() {
      StringBuilder out = new StringBuilder();
      int used = fraction.length();
      while (used > 0 && fraction.charAt(used - 1) == '0') {
        used--;
      }
      int next = 0;
      for (FormatSection.Token token : tokens.subList(point, tokens.size())) {
        if (token.kind() == FormatSection.Kind.POINT) {
          out.append(symbols.getDecimalSeparator());
        } else if (isDigit(token)) {
          char digit = next < used ? fraction.charAt(next) : blank(token);
          out.append(digit == '#' ? "" : Character.toString(digit));
          next++;
        } else {
          out.append(literal(token));
        }
      }
      return out.toString();
    }

    private static String literal(FormatSection.Token token) {
      return switch (token.kind()) {
        case LITERAL, PERCENT, SLASH -> token.text();
        case DIGIT, POINT, COMMA, EXPONENT, DATE, ELAPSED, HALF_DAY, GENERAL, TEXT -> "";
      };
    }
  }
}
