package org.postroom.tabular;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.PackedRows;
import org.postroom.recipients.SourceRemark;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;

/// Which sheet is the list: the one that was named, else the first that everybody sees and that
/// holds addresses. A hidden sheet is read only where it was named.
final class SheetChoice {
  private final String fileName;
  private final String sha256;
  private final String format;

  SheetChoice(String fileName, String sha256, String format) {
    this.fileName = fileName;
    this.sha256 = sha256;
    this.format = format;
  }

  TabularReading read(List<Sheet> sheets, TabularOptions options) throws RefusedException {
    String named = options.sheet();
    List<SourceRemark> remarks = new ArrayList<>();
    Sheet sheet = named == null ? choose(sheets, remarks) : find(sheets, named);
    if (sheet.rows().isEmpty()) {
      throw new RefusedException(TabularReading.Fault.EMPTY);
    }
    Headings headings = Headings.of(sheet.rows(), options.headingRow());
    remarks.addAll(headings.remarks());
    merged(sheet, headings.header().line(), remarks);
    return new TabularReading.Read(table(sheet, headings, remarks, known(sheets)));
  }

  private static List<ListOrigin.Sheet> known(List<Sheet> sheets) {
    return sheets.stream()
        .map(one -> new ListOrigin.Sheet(one.name(), one.hidden(), holdsAddresses(one)))
        .toList();
  }

  private static Sheet find(List<Sheet> sheets, String named) throws RefusedException {
    for (Sheet sheet : sheets) {
      if (sheet.name().equals(named)) {
        return sheet;
      }
    }
    for (Sheet sheet : sheets) {
      if (key(sheet.name()).equals(key(named))) {
        return sheet;
      }
    }
    throw new RefusedException(TabularReading.Fault.NO_SUCH_SHEET, 0, names(sheets));
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static Sheet choose(List<Sheet> sheets, List<SourceRemark> remarks)
      throws RefusedException {
    List<Sheet> seen = sheets.stream().filter(sheet -> !sheet.hidden()).toList();
    List<Sheet> lists = seen.stream().filter(SheetChoice::holdsAddresses).toList();
    List<String> unseen =
        sheets.stream()
            .filter(Sheet::hidden)
            .filter(SheetChoice::holdsAddresses)
            .map(Sheet::name)
            .toList();
    if (!unseen.isEmpty()) {
      remarks.add(new SourceRemark.HiddenSheets(unseen));
    }
    if (lists.size() > 1) {
      List<String> others = lists.stream().skip(1).map(Sheet::name).toList();
      remarks.add(new SourceRemark.SeveralSheets(lists.getFirst().name(), others));
    }
    if (!lists.isEmpty()) {
      return lists.getFirst();
    }
    return seen.stream()
        .filter(sheet -> !sheet.rows().isEmpty())
        .findFirst()
        .orElseThrow(() -> new RefusedException(TabularReading.Fault.EMPTY));
  }

  private static String names(List<Sheet> sheets) {
    return String.join("”, “", sheets.stream().limit(20).map(Sheet::name).toList());
  }

  private static boolean holdsAddresses(Sheet sheet) {
    return sheet.rows().stream().anyMatch(HeadingFinder::holdsAddress);
  }

  private static void merged(Sheet sheet, long headings, List<SourceRemark> remarks) {
    List<Sheet.Merged> over =
        sheet.merged().stream().filter(merged -> merged.first() > headings).toList();
    if (!over.isEmpty()) {
      long first = over.stream().mapToLong(Sheet.Merged::first).min().orElse(0);
      remarks.add(new SourceRemark.MergedRows(over.size(), first));
    }
  }

  /// Every row as wide as the widest: in a sheet no cell shifts, and a cell right of the headings
  /// is in a column without a name. Columns without anything are left away.
  private SourceTable table(
      Sheet sheet, Headings headings, List<SourceRemark> remarks, List<ListOrigin.Sheet> all)
      throws RefusedException {
    PackedRows rows = PackedRows.of(headings.rows());
    BitSet used = new BitSet();
    fill(used, headings.header());
    rows.forEach(row -> fill(used, row));
    if ((long) used.cardinality() * (rows.size() + 1) > Caps.CELLS) {
      throw RefusedException.tooLarge("cells");
    }
    int[] columns = used.stream().toArray();
    SourceRow header = PackedRows.of(List.of(headings.header())).columns(columns).getFirst();
    ListOrigin origin = new ListOrigin(fileName, sha256, format, "", "", sheet.name(), all);
    return new SourceTable(origin, header, rows.columns(columns), false, remarks);
  }

  private static void fill(BitSet used, SourceRow row) {
    int column = 0;
    for (String cell : row.cells()) {
      used.set(column, used.get(column) || !cell.isEmpty());
      column++;
    }
  }
}
