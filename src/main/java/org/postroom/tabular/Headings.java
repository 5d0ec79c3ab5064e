package org.postroom.tabular;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.Cells;
import org.postroom.recipients.SourceRemark;
import org.postroom.recipients.SourceRow;

/// A table's rows with its headings apart: where somebody said they stand, else where they are
/// found. Without headings the columns are numbered and the first row is a person.
///
/// @param header the names of the columns
/// @param rows those under it
/// @param remarks what stood above it
record Headings(SourceRow header, List<SourceRow> rows, List<SourceRemark> remarks) {
  private static final String NUMBERED = "Column ";

  /// @param all at least one row
  /// @param stated the line of the headings, 0 for none, null where they are to be found
  static Headings of(List<SourceRow> all, @Nullable Integer stated) throws RefusedException {
    if (stated == null) {
      return at(all, HeadingFinder.titles(all));
    }
    if (stated == 0) {
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= all.getFirst().cells().size(); i++) {
        names.add(NUMBERED + i);
      }
      return new Headings(new SourceRow(all.getFirst().line(), names), all, List.of());
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).line() == stated) {
        return at(all, i);
      }
    }
    throw new RefusedException(TabularReading.Fault.NO_SUCH_HEADINGS, stated, "");
  }

  private static Headings at(List<SourceRow> all, int index) {
    List<String> above = HeadingFinder.words(all.subList(0, index));
    List<SourceRemark> remarks =
        above.stream().allMatch(Cells::isBlank)
            ? List.of()
            : List.of(new SourceRemark.TitleLines(above));
    return new Headings(all.get(index), all.subList(index + 1, all.size()), remarks);
  }
}
