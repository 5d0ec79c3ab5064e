package org.postroom.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One section of a spreadsheet's number format (ECMA-376 part 1, 18.8.31), taken apart.
///
/// @param tokens in order
/// @param condition the values it is for, or null
/// @param locale of its `[$-407]`, which names months and separators; English where it has none
record FormatSection(List<Token> tokens, @Nullable Condition condition, Locale locale) {
  /// What stands in a format.
  enum Kind {
    LITERAL,
    /// One of `0`, `#`, `?`.
    DIGIT,
    POINT,
    COMMA,
    PERCENT,
    /// `E+` or `E-`.
    EXPONENT,
    SLASH,
    /// A run of one of `y m d h s`.
    DATE,
    /// `[h]`, `[mm]`, `[s]`: more than a day's.
    ELAPSED,
    /// `AM/PM` or `A/P`.
    HALF_DAY,
    GENERAL,
    /// `@`.
    TEXT
  }

  record Token(Kind kind, String text) {}

  /// `[>=100]`.
  record Condition(String operator, double limit) {
    boolean holds(double value) {
      return switch (operator) {
        case "<" -> value < limit;
        case "<=" -> value <= limit;
        case ">" -> value > limit;
        case ">=" -> value >= limit;
        case "<>" -> value != limit;
        default -> value == limit;
      };
    }
  }

  private static final Pattern CONDITION = Pattern.compile("(<=|>=|<>|<|>|=)(-?[0-9.]{1,30})");

  /// The languages of Windows by the low ten bits of their number.
  private static final Map<Integer, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(0x05, "cs"),
          Map.entry(0x06, "da"),
          Map.entry(0x07, "de"),
          Map.entry(0x0A, "es"),
          Map.entry(0x0B, "fi"),
          Map.entry(0x0C, "fr"),
          Map.entry(0x0E, "hu"),
          Map.entry(0x10, "it"),
          Map.entry(0x13, "nl"),
          Map.entry(0x14, "nb"),
          Map.entry(0x15, "pl"),
          Map.entry(0x16, "pt"),
          Map.entry(0x1D, "sv"));

  FormatSection {
    tokens = List.copyOf(tokens);
  }

  boolean isDate() {
    return has(Kind.DATE) || has(Kind.ELAPSED) || has(Kind.HALF_DAY);
  }

  boolean has(Kind kind) {
    return tokens.stream().anyMatch(token -> token.kind == kind);
  }

  static FormatSection of(String code) {
    return new Scanner(code).scan();
  }

  private static final class Scanner {
    private final String code;
    private final List<Token> tokens = new ArrayList<>();
    private @Nullable Condition condition;
    private Locale locale = Locale.UK;
    private int at;

    Scanner(String code) {
      this.code = code;
    }

    FormatSection scan() {
      while (at < code.length()) {
        step();
      }
      return new FormatSection(tokens, condition, locale);
    }

    private void step() {
      char c = code.charAt(at);
      String rest = code.substring(at).toUpperCase(Locale.ROOT);
      if (rest.startsWith("GENERAL")) {
        add(Kind.GENERAL, 7);
      } else if (rest.startsWith("AM/PM")) {
        add(Kind.HALF_DAY, 5);
      } else if (rest.startsWith("A/P")) {
        add(Kind.HALF_DAY, 3);
      } else if (rest.startsWith("E+") || rest.startsWith("E-")) {
        add(Kind.EXPONENT, 2);
      } else {
        switch (c) {
          case '"' -> quoted();
          case '\\', '!' -> literal(at + 1, 2);
          // A blank as wide as the next char, and a char repeated to fill the cell: neither is
          // text.
          case '_', '*' -> at += 2;
          case '[' -> bracket();
          case '0', '#', '?' -> add(Kind.DIGIT, 1);
          case '.' -> add(Kind.POINT, 1);
          case ',' -> add(Kind.COMMA, 1);
          case '%' -> add(Kind.PERCENT, 1);
          case '/' -> add(Kind.SLASH, 1);
          case '@' -> add(Kind.TEXT, 1);
          default -> letters(c);
        }
      }
    }

    private void letters(char c) {
      char lower = Character.toLowerCase(c);
      if ("ymdhse".indexOf(lower) < 0) {
        literal(at, 1);
        return;
      }
      int end = at;
      while (end < code.length() && Character.toLowerCase(code.charAt(end)) == lower) {
        end++;
      }
      String run = lower == 'e' ? "yyyy" : Character.toString(lower).repeat(end - at);
      tokens.add(new Token(Kind.DATE, run));
      at = end;
    }

    private void add(Kind kind, int length) {
      tokens.add(new Token(kind, code.substring(at, at + length)));
      at += length;
    }

    private void literal(int from, int length) {
      if (from < code.length()) {
        tokens.add(new Token(Kind.LITERAL, code.substring(from, from + 1)));
      }
      at += length;
    }

    private void quoted() {
      int end = code.indexOf('"', at + 1);
      int to = end < 0 ? code.length() : end;
      tokens.add(new Token(Kind.LITERAL, code.substring(at + 1, to)));
      at = to + 1;
    }

    /// A colour, a condition, elapsed time, or a currency with its language.
    private void bracket() {
      int end = code.indexOf(']', at);
      String inside = code.substring(at + 1, end < 0 ? code.length() : end);
      at = end < 0 ? code.length() : end + 1;
      Matcher matcher = CONDITION.matcher(inside);
      if (inside.startsWith("$")) {
        int dash = inside.lastIndexOf('-');
        String symbol = inside.substring(1, dash < 1 ? inside.length() : dash);
        if (!symbol.isEmpty()) {
          tokens.add(new Token(Kind.LITERAL, symbol));
        }
        language(dash < 1 ? "" : inside.substring(dash + 1));
      } else if (inside.matches("(?i)h{1,9}|m{1,9}|s{1,9}")) {
        tokens.add(new Token(Kind.ELAPSED, inside.toLowerCase(Locale.ROOT)));
      } else if (matcher.matches()) {
        condition = condition(matcher.group(1), matcher.group(2));
      }
    }

    private static @Nullable Condition condition(String operator, String limit) {
      try {
        return new Condition(operator, Double.parseDouble(limit));
      } catch (NumberFormatException e) {
        // A limit that is no number limits nothing.
        return null;
      }
    }

    private void language(String number) {
      if (number.matches("[0-9A-Fa-f]{1,8}")) {
        int low = (int) Long.parseLong(number, 16) & 0x3FF;
        String language = LANGUAGES.get(low);
        locale = language == null ? locale : Locale.of(language);
      } else if (number.matches("[a-z]{2}(-[A-Z]{2})?")) {
        locale = Locale.forLanguageTag(number);
      }
    }
  }
}
