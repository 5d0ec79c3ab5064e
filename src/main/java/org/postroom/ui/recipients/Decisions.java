package org.postroom.ui.recipients;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.Correction;
import org.postroom.document.MailshotDocument.Duplicate;
import org.postroom.document.MailshotDocument.Include;
import org.postroom.document.MailshotDocument.LeaveOut;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.RecipientsEdit;
import org.postroom.recipients.FieldName;
import org.postroom.ui.common.MailshotModel;

/// What a person decides about rows of the list. Every decision is kept in the document with what
/// the row held, so that it never hits another row; the file of the list is never touched.
final class Decisions {
  private final MailshotModel mailshot;

  Decisions(MailshotModel mailshot) {
    this.mailshot = mailshot;
  }

  /// A row, and what its address cell holds now.
  record Row(int row, String address) {}

  /// Another text for a cell.
  ///
  /// @param was what the cell holds now
  record Change(int row, FieldName column, String was, String value) {}

  /// Corrects cells, for as long as they hold what they held.
  void correct(List<Change> changes) {
    mailshot.editList(
        r -> {
          List<Correction> corrections = new ArrayList<>(r.corrections());
          for (Change change : changes) {
            // A second correction of one cell replaces the first and still starts from the file.
            Optional<Correction> first = correction(r, change.row(), change.column());
            first.ifPresent(corrections::remove);
            String was = first.map(Correction::was).orElse(change.was());
            corrections.add(
                new Correction(change.row(), change.column().shown(), was, change.value()));
          }
          return new RecipientsEdit(r).corrections(corrections).recipients();
        });
  }

  private static Optional<Correction> correction(Recipients r, int row, FieldName column) {
    return r.corrections().stream()
        .filter(each -> each.row() == row && column.equals(FieldName.of(each.column())))
        .findFirst();
  }

  /// What the file holds in a row's address cell; decisions are bound to that.
  private static String inFile(Recipients r, Row row, @Nullable FieldName address) {
    return address == null
        ? row.address()
        : correction(r, row.row(), address).map(Correction::was).orElse(row.address());
  }

  /// Decides which row of one address is meant, instead of what was decided about them before.
  void keep(Row row, Collection<Row> all) {
    String address = row.address().strip();
    mailshot.editList(
        r ->
            new RecipientsEdit(undecided(r, address, all))
                .duplicates(with(undecided(r, address, all).duplicates(), address, row.row()))
                .recipients());
  }

  private static List<Duplicate> with(List<Duplicate> duplicates, String address, int row) {
    List<Duplicate> more = new ArrayList<>(duplicates);
    more.add(new Duplicate(address, row));
    return more;
  }

  private static Recipients undecided(Recipients r, String address, Collection<Row> all) {
    List<Duplicate> duplicates = new ArrayList<>(r.duplicates());
    duplicates.removeIf(each -> each.address().equalsIgnoreCase(address));
    List<LeaveOut> out = new ArrayList<>(r.leaveOut());
    Set<Integer> rows = new HashSet<>();
    all.forEach(row -> rows.add(row.row()));
    out.removeIf(each -> rows.contains(each.row()));
    return new RecipientsEdit(r).duplicates(duplicates).leaveOut(out).recipients();
  }

  /// Leaves rows out by hand, each once.
  void leaveOut(Collection<Row> rows, @Nullable FieldName address, String reason) {
    mailshot.editList(
        r -> {
          Map<Integer, LeaveOut> out = new LinkedHashMap<>();
          r.leaveOut().forEach(each -> out.put(each.row(), each));
          rows.forEach(
              row -> out.put(row.row(), new LeaveOut(row.row(), inFile(r, row, address), reason)));
          return new RecipientsEdit(r).leaveOut(List.copyOf(out.values())).recipients();
        });
  }

  /// Writes to a row again that was left out by hand.
  void putBack(int row) {
    mailshot.editList(
        r ->
            new RecipientsEdit(r)
                .leaveOut(r.leaveOut().stream().filter(each -> each.row() != row).toList())
                .recipients());
  }

  /// Writes to rows that the spreadsheet hides.
  void include(Collection<Row> rows, @Nullable FieldName address) {
    mailshot.editList(
        r -> {
          Map<Integer, Include> in = new LinkedHashMap<>();
          r.include().forEach(each -> in.put(each.row(), each));
          rows.forEach(row -> in.put(row.row(), new Include(row.row(), inFile(r, row, address))));
          return new RecipientsEdit(r).include(List.copyOf(in.values())).recipients();
        });
  }

  /// Writes only to those with one of `values` in a column; no values stand for everybody.
  void where(FieldName column, List<String> values) {
    mailshot.editList(
        r -> {
          Map<String, List<String>> where = new LinkedHashMap<>(r.where());
          where.keySet().removeIf(each -> FieldName.of(each).equals(column));
          if (!values.isEmpty()) {
            where.put(column.shown(), values);
          }
          return new RecipientsEdit(r).where(where).recipients();
        });
  }

  /// Writes only to these rows; none stand for everybody.
  void only(Collection<Row> rows, @Nullable FieldName address) {
    mailshot.editList(
        r ->
            new RecipientsEdit(r)
                .only(
                    rows.stream()
                        .map(row -> new Include(row.row(), inFile(r, row, address)))
                        .toList())
                .recipients());
  }

  /// True where anything was decided about single rows.
  boolean any() {
    Recipients r = mailshot.document().recipients();
    return !r.leaveOut().isEmpty()
        || !r.corrections().isEmpty()
        || !r.duplicates().isEmpty()
        || !r.include().isEmpty()
        || !r.only().isEmpty();
  }

  /// Takes back everything that was decided about single rows, for a list in which they stand
  /// elsewhere now.
  void takeBack() {
    mailshot.editList(
        r ->
            new RecipientsEdit(r)
                .leaveOut(List.of())
                .corrections(List.of())
                .duplicates(List.of())
                .include(List.of())
                .only(List.of())
                .recipients());
  }

  /// Writes to everybody in the list again.
  void everybody() {
    mailshot.editList(r -> new RecipientsEdit(r).where(Map.of()).only(List.of()).recipients());
  }
}
