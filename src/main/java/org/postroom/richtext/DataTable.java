package org.postroom.richtext;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A table of facts, as opposed to one that only puts things beside each other: it has a heading or
/// lines, and nothing but words in its cells.
///
/// @param rows the cells of each, equally many
record DataTable(boolean head, List<List<Element>> rows) {
  static @Nullable DataTable of(Element table) {
    if (table.attr("role").equals("presentation")
        || !table.select("table table, ul, ol, blockquote, hr, h1, h2, h3, form").isEmpty()) {
      return null;
    }
    boolean lines =
        table.attr("border").matches("[1-9]\\d*")
            || table.className().contains("TableGrid")
            || table.attr("style").contains("border")
            || !table.select("google-sheets-html-origin").isEmpty()
            || table.parents().stream()
                .anyMatch(outer -> outer.normalName().equals("google-sheets-html-origin"))
            || !table.select("td[style*=border]:not([style*=border:none])").isEmpty()
            || !table.select("th").isEmpty();
    List<List<Element>> rows = new ArrayList<>();
    for (Element row : table.select("tr")) {
      List<Element> cells = row.children().select("td, th");
      if (!cells.isEmpty()) {
        rows.add(List.copyOf(cells));
      }
    }
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    boolean even = rows.stream().allMatch(row -> row.size() == columns);
    if (!lines || !even || columns == 0 || rows.size() * columns > 4000) {
      return null;
    }
    boolean head = rows.getFirst().stream().allMatch(cell -> cell.normalName().equals("th"));
    return new DataTable(head, rows);
  }
}
