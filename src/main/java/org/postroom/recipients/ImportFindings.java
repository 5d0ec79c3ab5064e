package org.postroom.recipients;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postroom.address.AddressFault;
import org.postroom.address.ControlCharacters;
import org.postroom.address.DisplayNames;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;

/// Collects what the import of one list has to say.
final class ImportFindings {
  private final SourceTable table;
  private final Columns columns;
  private final AddressHints hints;
  private final List<Finding> first = new ArrayList<>();
  private final Finding.Builder injections = Finding.of("header.injection", Severity.BLOCK);
  private final Finding.Builder bidi = Finding.of("name.bidi-control", Severity.CONFIRM);
  private final Finding.Builder addresses = Finding.of("name.is-address", Severity.CONFIRM);

  ImportFindings(SourceTable table, Columns columns) {
    this.table = table;
    this.columns = columns;
    this.hints = new AddressHints(columns, table.rows().size());
    header();
    first.addAll(RemarkFindings.of(table.remarks()));
    if (table.endsInRow()) {
      SourceRow last = table.rows().isEmpty() ? table.header() : table.rows().getLast();
      first.add(
          Finding.of("list.truncated", Severity.CONFIRM)
              .at(Place.row(Math.max(1, table.rows().size()), null), String.join("|", last.cells()))
              .args(last.line())
              .build());
    }
  }

  private void header() {
    Set<FieldName> seen = new HashSet<>();
    Set<FieldName> told = new HashSet<>();
    for (FieldName name : columns.names()) {
      if (!seen.add(name) && !name.key().isEmpty() && told.add(name)) {
        first.add(
            Finding.of("list.duplicate-column", Severity.CONFIRM)
                .at(Place.part("list"), name.key())
                .args(name.shown())
                .build());
      }
    }
    table.header().cells().stream()
        .filter(AddressColumn::isAddress)
        .findFirst()
        .ifPresent(
            cell ->
                first.add(
                    Finding.of("list.no-header", Severity.CONFIRM)
                        .at(new Place("list", null, Cells.strip(cell)), cell)
                        .args(Cells.strip(cell))
                        .build()));
  }

  void addressColumnUnclear(List<Integer> indexes) {
    Finding.Builder unclear = Finding.of("list.address-column-unclear", Severity.BLOCK);
    List<String> names = indexes.stream().map(i -> columns.names().get(i).shown()).toList();
    names.forEach(name -> unclear.at(Place.part("list"), name));
    unclear.args(String.join(", ", names));
    // Each by itself as well: a name may hold a comma.
    names.forEach(unclear::args);
    first.add(unclear.build());
  }

  /// Somebody, who may still turn out to be a duplicate. Safe for several threads.
  ///
  /// @param row 0-based
  void person(int row, Recipient person) {
    hints.look(row, person);
  }

  /// A row that is left out for a control character or for the name, in the order of the rows.
  void refused(LeftOut row) {
    Place place = Place.row(row.at().row(), null);
    String value = row.value();
    if (row.reason() == LeftOutReason.DISPLAY_NAME) {
      (DisplayNames.hasBidiControl(value) ? bidi : addresses).at(place, value);
    } else if (ControlCharacters.fault(value) == AddressFault.HEADER_INJECTION) {
      injections.at(place, value);
    }
  }

  /// Everything, now that it is clear who is on the list.
  List<Finding> about(RecipientList list, Verdicts verdicts) {
    List<Finding> all = new ArrayList<>(first);
    List<Finding.Builder> builders = new ArrayList<>(List.of(injections, bidi, addresses));
    builders.addAll(leftOut(list));
    builders.stream().filter(builder -> !builder.isEmpty()).forEach(b -> all.add(b.build()));
    all.addAll(hints.about(verdicts));
    OutOfStep.about(list).ifPresent(all::add);
    return all;
  }

  private static List<Finding.Builder> leftOut(RecipientList list) {
    Finding.Builder lost = Finding.of("list.left-out", Severity.CONFIRM);
    Finding.Builder harmless = Finding.of("list.left-out", Severity.NOTE);
    Finding.Builder hidden = Finding.of("list.hidden-rows", Severity.CONFIRM);
    Finding.Builder conflicts = Finding.of("list.conflicting-duplicate", Severity.CONFIRM);
    Set<String> conflicting = new HashSet<>();
    for (LeftOut row : list.leftOut()) {
      Place place = Place.row(row.at().row(), null);
      switch (row.reason()) {
        case INVALID_ADDRESS, SEVERAL_ADDRESSES, WRONG_WIDTH, CONTROL_CHARACTER, DISPLAY_NAME ->
            lost.at(place, row.value());
        case HIDDEN_ROW -> hidden.at(place, row.value());
        case BLANK_ADDRESS, DUPLICATE -> harmless.at(place, row.value());
        case CONFLICTING_DUPLICATE -> {
          String address = Cells.strip(row.value());
          if (conflicting.add(FieldName.of(address).key())) {
            conflicts.at(Place.row(row.at().row(), address), String.join("|", row.cells()));
          }
        }
        case SUPPRESSED, BY_HAND, FILTERED, CANARY, ALREADY_SENT -> {
          // Somebody decided this; the report names them.
        }
      }
    }
    return List.of(conflicts, lost, hidden, harmless);
  }
}
