package org.postroom.ui.recipients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.LeftOutReason;
import org.postroom.recipients.RecipientList;

/// The rows of a list that share an address and of which at most one is written to.
final class SameAddress {
  private final RecipientList list;
  private final int address;
  private final Map<String, List<LeftOut>> byAddress = new HashMap<>();

  /// One of the rows.
  ///
  /// @param kept true for the one that is written to
  record Row(int row, List<String> cells, boolean kept) {}

  SameAddress(RecipientList list) {
    this.list = list;
    this.address = list.addressColumn() == null ? -1 : list.columns().indexOf(list.addressColumn());
    for (LeftOut row : list.leftOut()) {
      if (row.reason() == LeftOutReason.CONFLICTING_DUPLICATE
          || row.reason() == LeftOutReason.DUPLICATE) {
        byAddress.computeIfAbsent(key(row), _ -> new ArrayList<>(2)).add(row);
      }
    }
  }

  /// Rows that share the address of `row`, itself included, in the order of the file.
  List<Row> of(LeftOut row) {
    List<Row> rows = new ArrayList<>();
    for (LeftOut each : byAddress.getOrDefault(key(row), List.of())) {
      rows.add(new Row(each.at().row(), each.cells(), false));
    }
    if (row.reason() == LeftOutReason.DUPLICATE
        && AddressReader.read(cell(row)) instanceof AddressReading.One one) {
      list.find(one.mailbox().key())
          .ifPresent(kept -> rows.add(new Row(kept.at().row(), kept.cells(), true)));
    }
    rows.sort(java.util.Comparator.comparingInt(Row::row));
    return rows;
  }

  private String key(LeftOut row) {
    return AddressReader.read(cell(row)) instanceof AddressReading.One one
        ? one.mailbox().key().value()
        : cell(row).strip().toLowerCase(Locale.ROOT);
  }

  private String cell(LeftOut row) {
    return address >= 0 && address < row.cells().size() ? row.cells().get(address) : row.value();
  }
}
