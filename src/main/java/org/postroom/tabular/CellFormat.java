package org.postroom.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// A spreadsheet's number format: a number as the sheet shows it.
///
/// Where a format leaves it to the computer that shows the sheet (short dates, separators), a date
/// is written as 2026-03-04 and a number as 1,234.5: the file does not say which computer that was.
final class CellFormat {
  /// The format of cells that have none.
  static final CellFormat GENERAL = of("General");

  private static final int MOST_CHARS = 1000;

  /// Whole numbers up to here have at most fifteen digits, which a program keeps.
  private static final double LONGEST_WHOLE = 1e15;

  private final List<FormatSection> sections;
  private final boolean plain;

  private CellFormat(List<FormatSection> sections) {
    this.sections = sections;
    List<FormatSection.Token> first = sections.getFirst().tokens();
    this.plain =
        sections.size() == 1
            && first.size() == 1
            && first.getFirst().kind() == FormatSection.Kind.GENERAL;
  }

  static CellFormat of(String code) {
    List<FormatSection> sections = new ArrayList<>();
    for (String section : sections(code.length() > MOST_CHARS ? "General" : code)) {
      sections.add(FormatSection.of(section));
    }
    return new CellFormat(List.copyOf(sections));
  }

  /// @param date1904 whether days count from 1904
  String number(double value, boolean date1904) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (plain && value == Math.rint(value) && Math.abs(value) < LONGEST_WHOLE) {
      return Long.toString((long) value);
    }
    FormatSection section = section(value);
    if (section.tokens().isEmpty()) {
      return "";
    }
    if (section.isDate()) {
      return DateText.of(section, value, date1904);
    }
    boolean own = sections.indexOf(section) > 0 && section.condition() == null;
    BigDecimal exact = exact(value);
    return NumberText.of(section, own ? exact.abs() : exact);
  }

  /// Text in a cell with this format.
  String text(String text) {
    FormatSection last = sections.getLast();
    boolean forText =
        last.has(FormatSection.Kind.TEXT) && (sections.size() == 4 || sections.size() == 1);
    return forText ? NumberText.around(last, text) : text;
  }

  /// What a program keeps of a number: 15 digits.
  static BigDecimal exact(double value) {
    return new BigDecimal(Double.toString(value)).round(new MathContext(15));
  }

  private FormatSection section(double value) {
    for (FormatSection section : sections) {
      if (section.condition() != null && section.condition().holds(value)) {
        return section;
      }
    }
    int numbers = Math.min(3, sections.size());
    int index = value < 0 && numbers > 1 ? 1 : value == 0 && numbers > 2 ? 2 : 0;
    FormatSection chosen = sections.get(index);
    return chosen.condition() == null ? chosen : sections.get(numbers - 1);
  }

  /// At semicolons that stand neither in quotes nor in brackets nor behind a backslash.
  private static List<String> sections(String code) {
    List<String> sections = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    boolean bracket = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"' && !bracket) {
        quoted = !quoted;
      } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
        i++;
      } else if (!quoted && (c == '[' || c == ']')) {
        bracket = c == '[';
      } else if (!quoted && !bracket && c == ';') {
        sections.add(code.substring(start, i));
        start = i + 1;
      }
    }
    sections.add(code.substring(start));
    return sections;
  }
}
