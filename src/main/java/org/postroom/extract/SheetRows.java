package org.postroom.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows of an OOXML workbook as a reader sees them, a line each: the words of a sheet stand in
/// another part, in an order of their own, and only its rows say which belong together.
final class SheetRows {
  private static final Pattern STRING =
      Pattern.compile("(?s)<(?:\\w+:)?si\\b[^>]*?(?:/>|>(.*?)</(?:\\w+:)?si>)");
  private static final Pattern PHONETIC =
      Pattern.compile("(?s)<(?:\\w+:)?rPh\\b.*?</(?:\\w+:)?rPh>");
  private static final int NONE = -1;

  private final Map<String, String> sheets = new TreeMap<>();
  private String strings = "";

  /// Keeps the parts that it needs.
  void part(String name, String xml) {
    if (name.equals("xl/sharedStrings.xml")) {
      strings = xml;
    } else if (name.startsWith("xl/worksheets/sheet")) {
      sheets.put(name, xml);
    }
  }

  /// The texts that cells share, in their order.
  List<String> shared() {
    List<String> shared = new ArrayList<>();
    Matcher string = STRING.matcher(strings);
    while (string.find()) {
      String runs = string.group(1) == null ? "" : string.group(1);
      shared.add(words(PHONETIC.matcher(runs).replaceAll("")));
    }
    return shared;
  }

  /// Each sheet's rows, its cells with a tab between them.
  ///
  /// @param shared as [#shared] has them
  void tell(String inside, List<String> shared, Found found) throws Budget.SpentException {
    for (String xml : sheets.values()) {
      found.text(inside, rows(xml, shared, found.budget()));
    }
  }

  private static String rows(String xml, List<String> shared, Budget budget)
      throws Budget.SpentException {
    StringBuilder out = new StringBuilder();
    String kind = "";
    int value = NONE;
    int end = NONE;
    // On from the end of each tag: one that is begun and not ended is looked at once.
    for (int open = xml.indexOf('<'); open != NONE; open = xml.indexOf('<', end)) {
      end = xml.indexOf('>', open);
      if (end == NONE) {
        break;
      }
      boolean closes = xml.startsWith("/", open + 1);
      switch (name(xml, open + (closes ? 2 : 1))) {
        case "row" -> out.append(closes ? "\n" : "");
        case "c" -> {
          kind = closes ? "" : OfficeMarks.attribute(xml.substring(open, end), "t");
          out.append(closes ? "\t" : "");
        }
        case "v", "is" -> {
          if (closes && value != NONE) {
            String text = cell(xml.substring(value, open), kind, shared);
            // A long text that many cells share is many long texts.
            budget.keep(text.length());
            out.append(text);
          }
          value = closes || xml.charAt(end - 1) == '/' ? NONE : end + 1;
        }
        default -> {
          // Whatever else a sheet says of its cells.
        }
      }
    }
    return out.toString();
  }

  /// The name of an element without its prefix; its tag has an end.
  private static String name(String xml, int start) {
    int from = start;
    int to = start;
    while (" />\t\r\n".indexOf(xml.charAt(to)) < 0) {
      from = xml.charAt(to) == ':' ? to + 1 : from;
      to++;
    }
    return xml.substring(from, to);
  }

  private static String cell(String value, String kind, List<String> shared) {
    if (!kind.equals("s")) {
      return words(value);
    }
    String digits = value.strip();
    int index = digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : shared.size();
    return index < shared.size() ? shared.get(index) : "";
  }

  private static String words(String xml) {
    return XmlWords.words(xml).strip().replace('\n', ' ');
  }
}
