package org.postroom.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds rows and columns that are hidden or filtered out and have something in them. Programs hide
/// the empty rest of a sheet, too; that is nothing.
final class HiddenCells {
  private static final Pattern COLUMN = Pattern.compile("<(?:\\w+:)?col\\s([^>]*)>");
  private static final Pattern ROW =
      Pattern.compile("(?s)<(?:\\w+:)?row\\b([^>]*[^/>]|)>(.*?)</(?:\\w+:)?row>");
  private static final Pattern CELL =
      Pattern.compile("(?s)<(?:\\w+:)?c\\s([^>]*[^/>])>(.*?)</(?:\\w+:)?c>");
  private static final Pattern HIDDEN_TABLE =
      Pattern.compile(
          "<style:style\\b([^>]*)>\\s*<style:table-properties\\b[^>]*table:display=\"false\"");
  private static final Pattern TABLE_TAG =
      Pattern.compile(
          "<(/?)(table:table|table:table-column|table:table-row|table:table-cell"
              + "|table:covered-table-cell|text:p)(\\s[^>]*?)?(/?)>");

  private HiddenCells() {}

  /// True for a sheet of an OOXML workbook with something hidden in it.
  static boolean inSheet(String xml) {
    if (!xml.contains("hidden")) {
      return false;
    }
    List<int[]> columns = new ArrayList<>();
    Matcher column = COLUMN.matcher(xml);
    while (column.find()) {
      if (isTrue(OfficeMarks.attribute(column.group(1), "hidden"))) {
        columns.add(
            new int[] {
              number(OfficeMarks.attribute(column.group(1), "min")),
              number(OfficeMarks.attribute(column.group(1), "max"))
            });
      }
    }
    Matcher row = ROW.matcher(xml);
    while (row.find()) {
      boolean hidden = isTrue(OfficeMarks.attribute(row.group(1), "hidden"));
      Matcher cell = CELL.matcher(row.group(2));
      while ((hidden || !columns.isEmpty()) && cell.find()) {
        int at = column(OfficeMarks.attribute(cell.group(1), "r"));
        if (hidden || columns.stream().anyMatch(range -> range[0] <= at && at <= range[1])) {
          return true;
        }
      }
    }
    return false;
  }

  /// The names of the tables of an ODF file that are hidden or hide something.
  static Set<String> inTables(String xml) {
    Set<String> styles = new LinkedHashSet<>();
    HIDDEN_TABLE
        .matcher(xml)
        .results()
        .forEach(found -> styles.add(OfficeMarks.attribute(found.group(1), "style:name")));
    if (styles.isEmpty() && !xml.contains("table:visibility=")) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    Table table = new Table("");
    Matcher tag = TABLE_TAG.matcher(xml);
    while (tag.find()) {
      String inside = tag.group(3) == null ? "" : tag.group(3);
      if (tag.group(2).equals("table:table") && tag.group(1).isEmpty()) {
        table = new Table(OfficeMarks.attribute(inside, "table:name"));
        if (styles.contains(OfficeMarks.attribute(inside, "table:style-name"))) {
          names.add(table.name);
        }
      } else if (tag.group(1).isEmpty() && table.hides(tag.group(2), inside)) {
        names.add(table.name);
      }
    }
    return names;
  }

  /// Where a reader of a table's tags is.
  private static final class Table {
    private final String name;
    private final List<int[]> columns = new ArrayList<>();
    private int declared;
    private boolean rowHidden;
    private int from;
    private int next;

    Table(String name) {
      this.name = name;
    }

    boolean hides(String tag, String inside) {
      boolean hidden =
          inside.contains("table:visibility=\"collapse\"")
              || inside.contains("table:visibility=\"filter\"");
      switch (tag) {
        case "table:table-column" -> {
          int count = repeated(inside);
          if (hidden) {
            columns.add(new int[] {declared, declared + count - 1});
          }
          declared += count;
        }
        case "table:table-row" -> {
          rowHidden = hidden;
          next = 0;
        }
        case "text:p" -> {
          return rowHidden
              || columns.stream().anyMatch(range -> range[0] < next && from <= range[1]);
        }
        default -> {
          from = next;
          next += repeated(inside);
        }
      }
      return false;
    }

    private static int repeated(String inside) {
      return Math.max(1, number(OfficeMarks.attribute(inside, "table:number-columns-repeated")));
    }
  }

  static boolean isTrue(String value) {
    return value.equals("1") || value.equals("true");
  }

  /// @return 0 for what is no number of a column
  static int number(String digits) {
    return digits.matches("\\d{1,7}") ? Integer.parseInt(digits) : 0;
  }

  /// `AB12` → 28.
  static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && Character.isUpperCase(reference.charAt(i)); i++) {
      column = column * 26 + reference.charAt(i) - 'A' + 1;
    }
    return column;
  }
}
