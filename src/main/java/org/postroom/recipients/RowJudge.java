package org.postroom.recipients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postroom.address.AddressFault;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.address.ControlCharacters;
import org.postroom.address.DisplayNames;
import org.postroom.address.Mailbox;

/// Decides about one row at a time: somebody to write to, or left out and why. Pure: asked again
/// about the same row it says the same again, so that nobody needs to keep what it said. Safe for
/// several threads.
final class RowJudge {
  private final Columns columns;
  private final int address;
  private final int name;
  private final int[] parts;
  private final ImportOptions options;
  private final ByHand hand;
  private final Map<Integer, Set<String>> where = new HashMap<>();
  private final List<Integer> headerFields = new ArrayList<>();

  /// What becomes of a row.
  sealed interface Verdict {
    record Person(Recipient person) implements Verdict {}

    record Out(LeftOut row) implements Verdict {}
  }

  RowJudge(
      Columns columns,
      int address,
      int name,
      ImportOptions options,
      ByHand hand,
      List<ImportMistake> mistakes) {
    this.columns = columns;
    this.address = address;
    this.name = name;
    this.parts = name < 0 ? NameColumn.parts(columns, address) : new int[0];
    this.options = options;
    this.hand = hand;
    options
        .where()
        .forEach(
            (column, values) -> {
              int index = columns.indexOf(FieldName.of(column));
              if (index < 0) {
                String nearest =
                    columns.nearest(FieldName.of(column)).map(FieldName::shown).orElse("");
                mistakes.add(new ImportMistake.NoSuchColumn("where", column, nearest));
              } else {
                Set<String> allowed = new HashSet<>();
                values.forEach(value -> allowed.add(FieldName.of(value).key()));
                where.put(index, allowed);
              }
            });
    options.headerFields().stream()
        .map(columns::indexOf)
        .filter(index -> index >= 0)
        .sorted()
        .forEach(headerFields::add);
  }

  Verdict judge(RowRef at, SourceRow row) {
    List<String> read = row.cells();
    List<String> cells = hand.cells(at.row(), read);
    Optional<ImportOptions.LeaveOut> byHand = hand.leftOut(at.row());
    if (byHand.isPresent()) {
      LeftOut out = new LeftOut(at, LeftOutReason.BY_HAND, addressCell(cells), read, 0);
      return new Verdict.Out(out.because(byHand.get().reason()));
    }
    if (row.hidden() && !hand.included(at.row())) {
      return out(at, LeftOutReason.HIDDEN_ROW, addressCell(cells), read);
    }
    String cell = addressCell(cells);
    if (Cells.isBlank(cell) && Cells.areBlank(cells)) {
      return out(at, LeftOutReason.BLANK_ADDRESS, "", read);
    }
    if (cells.size() != columns.size()) {
      return out(at, LeftOutReason.WRONG_WIDTH, Integer.toString(cells.size()), read);
    }
    if (filtered(cells) || !hand.chosen(at.row())) {
      return out(at, LeftOutReason.FILTERED, cell, read);
    }
    if (address < 0) {
      return out(at, LeftOutReason.BLANK_ADDRESS, "", read);
    }
    return switch (AddressReader.read(cell)) {
      case AddressReading.Refused(AddressFault fault, String _) -> refused(at, fault, cell, cells);
      case AddressReading.One(Mailbox mailbox) -> named(at, mailbox, cells);
    };
  }

  /// The person of a row of which it is known that it is one.
  Recipient person(RowRef at, SourceRow row) {
    List<String> cells = hand.cells(at.row(), row.cells());
    return switch (AddressReader.read(cells.get(address))) {
      case AddressReading.One(Mailbox mailbox) ->
          new Recipient(
              at, new Mailbox(shownName(mailbox, cells), mailbox.address()), columns, cells);
      case AddressReading.Refused _ -> throw new IllegalStateException("not a person: " + at);
    };
  }

  /// True where somebody corrected the row, so that it says something else than its bytes.
  boolean isCorrected(int row) {
    return hand.isCorrected(row);
  }

  /// What the cell of the address holds.
  String addressCell(Recipient person) {
    return person.cell(address);
  }

  private String shownName(Mailbox mailbox, List<String> cells) {
    String shown = name < 0 ? composed(cells) : Cells.strip(cells.get(name));
    return shown.isEmpty() ? mailbox.displayName() : shown;
  }

  private Verdict named(RowRef at, Mailbox mailbox, List<String> cells) {
    String shown = shownName(mailbox, cells);
    AddressFault fault = DisplayNames.fault(shown, mailbox.address());
    if (fault != null) {
      return refused(at, fault, shown, cells);
    }
    for (int field : headerFields) {
      AddressFault control = ControlCharacters.fault(Cells.strip(cells.get(field)));
      if (control != null) {
        return refused(at, control, cells.get(field), cells);
      }
    }
    if (options.suppressed().test(mailbox.key())) {
      return out(at, LeftOutReason.SUPPRESSED, addressCell(cells), cells);
    }
    if (options.canary().test(mailbox.key())) {
      return out(at, LeftOutReason.CANARY, addressCell(cells), cells);
    }
    Mailbox named = new Mailbox(shown, mailbox.address());
    return new Verdict.Person(new Recipient(at, named, columns, cells));
  }

  /// First name and surname, or the first name alone: a surname alone is no name to write to.
  private String composed(List<String> cells) {
    String first = parts.length == 0 ? "" : Cells.strip(cells.get(parts[0]));
    return first.isEmpty() ? "" : Cells.strip(first + " " + Cells.strip(cells.get(parts[1])));
  }

  private static Verdict refused(RowRef at, AddressFault fault, String value, List<String> cells) {
    LeftOutReason reason =
        switch (fault) {
          case BLANK -> LeftOutReason.BLANK_ADDRESS;
          case INVALID -> LeftOutReason.INVALID_ADDRESS;
          case SEVERAL -> LeftOutReason.SEVERAL_ADDRESSES;
          case CONTROL_CHARACTER, HEADER_INJECTION -> LeftOutReason.CONTROL_CHARACTER;
          case DISPLAY_NAME -> LeftOutReason.DISPLAY_NAME;
        };
    return new Verdict.Out(new LeftOut(at, reason, value, cells, 0));
  }

  private boolean filtered(List<String> cells) {
    for (Map.Entry<Integer, Set<String>> column : where.entrySet()) {
      if (!column.getValue().contains(FieldName.of(cells.get(column.getKey())).key())) {
        return true;
      }
    }
    return false;
  }

  private String addressCell(List<String> cells) {
    return address >= 0 && address < cells.size() ? cells.get(address) : "";
  }

  private static Verdict out(RowRef at, LeftOutReason reason, String value, List<String> cells) {
    return new Verdict.Out(new LeftOut(at, reason, value, cells, 0));
  }
}
