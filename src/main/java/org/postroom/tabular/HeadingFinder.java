package org.postroom.tabular;

import java.util.ArrayList;
import java.util.List;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.recipients.Cells;
import org.postroom.recipients.SourceRow;

/// Tells titles ("Members 2026") from the headings of the columns. A title is a row with one filled
/// cell at the top of a list that has several columns; it is never a row with an address, so that
/// nobody is lost.
final class HeadingFinder {
  private static final int MOST_TITLES = 10;

  private HeadingFinder() {}

  /// How many rows at the top are titles.
  static int titles(List<SourceRow> rows) {
    int titles = 0;
    while (titles < Math.min(MOST_TITLES, rows.size() - 1) && isTitle(rows.get(titles))) {
      titles++;
    }
    // The headings: several of them, none an address, and somebody under them.
    boolean headings =
        titles > 0
            && titles < rows.size() - 1
            && filled(rows.get(titles)) > 1
            && rows.get(titles).cells().stream().noneMatch(cell -> cell.indexOf('@') >= 0);
    return headings ? titles : 0;
  }

  /// What the titles say.
  static List<String> words(List<SourceRow> titles) {
    List<String> words = new ArrayList<>();
    for (SourceRow title : titles) {
      title.cells().stream()
          .filter(cell -> !Cells.isBlank(cell))
          .map(Cells::strip)
          .forEach(words::add);
    }
    return words;
  }

  /// May be a title, or the heading of a list of one column.
  static boolean isTitle(SourceRow row) {
    return filled(row) == 1 && row.cells().stream().noneMatch(cell -> cell.indexOf('@') >= 0);
  }

  private static long filled(SourceRow row) {
    return row.cells().stream().filter(cell -> !Cells.isBlank(cell)).count();
  }

  static boolean holdsAddress(SourceRow row) {
    return row.cells().stream()
        .anyMatch(
            cell ->
                cell.indexOf('@') > 0 && AddressReader.read(cell) instanceof AddressReading.One);
  }
}
