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
  private static final Pattern TAG = Pattern.compile("<(/?)(?:\\w+:)?(row|c|v|is)\\b([^>]*?)(/?)>");

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

  /// Each sheet's rows, its cells with a tab between them.
  void tell(String inside, Found found) {
    List<String> shared = new ArrayList<>();
    if (!sheets.isEmpty()) {
      Matcher string = STRING.matcher(strings);
      while (string.find()) {
        String runs = string.group(1) == null ? "" : string.group(1);
        shared.add(words(PHONETIC.matcher(runs).replaceAll("")));
      }
    }
    for (String xml : sheets.values()) {
      found.text(inside, rows(xml, shared));
    }
  }

  private static String rows(String xml, List<String> shared) {
    StringBuilder out = new StringBuilder();
    String kind = "";
    int value = -1;
    Matcher tag = TAG.matcher(xml);
    while (tag.find()) {
      boolean closes = !tag.group(1).isEmpty();
      switch (tag.group(2)) {
        case "row" -> out.append(closes ? "\n" : "");
        case "c" -> {
          kind = closes ? "" : OfficeMarks.attribute(tag.group(3), "t");
          out.append(closes ? "\t" : "");
        }
        default -> {
          if (closes && value >= 0) {
            out.append(cell(xml.substring(value, tag.start()), kind, shared));
          }
          value = closes || !tag.group(4).isEmpty() ? -1 : tag.end();
        }
      }
    }
    return out.toString();
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
