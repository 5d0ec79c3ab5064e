package org.postroom.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.safety.text.Entities;

/// The rows that a pivot table was made of, a line each. A workbook keeps them when its sheet is
/// long gone (ECMA-376 part 1, section 18.10): each column's values in one part, once, and the rows
/// in another, as numbers of these.
final class PivotRows {
  private static final Pattern PART =
      Pattern.compile("xl/pivotCache/pivotCache(Definition|Records)(\\d+)\\.xml");
  private static final Pattern COLUMN =
      Pattern.compile("(?s)<(?:\\w+:)?cacheField\\b[^>]*?(?:/>|>(.*?)</(?:\\w+:)?cacheField>)");
  private static final Pattern SHARED =
      Pattern.compile("(?s)<(?:\\w+:)?sharedItems\\b[^>]*?(?:/>|>(.*?)</(?:\\w+:)?sharedItems>)");
  private static final Pattern ROW =
      Pattern.compile("(?s)<(?:\\w+:)?r\\b[^>]*?(?:/>|>(.*?)</(?:\\w+:)?r>)");
  private static final Pattern VALUE =
      Pattern.compile("<(?:\\w+:)?([xsndbem])\\b(?:[^>]*?\\bv=\"([^\"]*)\")?[^>]*>");

  private final Map<String, String> definitions = new TreeMap<>();
  private final Map<String, String> records = new TreeMap<>();

  /// Keeps the parts that it needs.
  void part(String name, String xml) {
    Matcher part = PART.matcher(name);
    if (part.matches()) {
      (part.group(1).equals("Records") ? records : definitions).put(part.group(2), xml);
    }
  }

  /// Each table's rows, their values with a tab between them.
  void tell(String inside, Found found) throws Budget.SpentException {
    for (Map.Entry<String, String> table : records.entrySet()) {
      List<List<String>> columns = columns(definitions.getOrDefault(table.getKey(), ""));
      StringBuilder out = new StringBuilder();
      Matcher row = ROW.matcher(table.getValue());
      while (row.find()) {
        int before = out.length();
        row(row.group(1) == null ? "" : row.group(1), columns, out);
        found.budget().keep(out.length() - before);
      }
      found.text(inside, out.toString());
    }
  }

  private static List<List<String>> columns(String definition) {
    List<List<String>> columns = new ArrayList<>();
    Matcher column = COLUMN.matcher(definition);
    while (column.find()) {
      List<String> values = new ArrayList<>();
      Matcher shared = SHARED.matcher(column.group(1) == null ? "" : column.group(1));
      if (shared.find() && shared.group(1) != null) {
        Matcher value = VALUE.matcher(shared.group(1));
        while (value.find()) {
          values.add(value.group(2) == null ? "" : value.group(2));
        }
      }
      columns.add(values);
    }
    return columns;
  }

  private static void row(String xml, List<List<String>> columns, StringBuilder out) {
    Matcher value = VALUE.matcher(xml);
    for (int column = 0; value.find(); column++) {
      String told = value.group(2) == null ? "" : value.group(2);
      if (value.group(1).equals("x") && column < columns.size()) {
        List<String> shared = columns.get(column);
        int index = told.matches("\\d{1,8}") ? Integer.parseInt(told) : shared.size();
        told = index < shared.size() ? shared.get(index) : "";
      }
      out.append(Entities.decode(told)).append('\t');
    }
    out.append('\n');
  }
}
