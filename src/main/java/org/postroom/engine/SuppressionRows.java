package org.postroom.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.address.MailboxKey;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.LeftOutReason;
import org.postroom.recipients.RecipientList;
import org.postroom.workspace.Suppression;

/// The rows of a list whose people are to be suppressed. A row that would get no letter for another
/// reason than its address (a conflict, an odd name) still says who must not be written to; hidden
/// rows and rows of another width are left out, since what they mean is not certain.
final class SuppressionRows {
  private final RecipientList list;
  private final String reason;
  private final Function<String, Instant> since;
  private final int address;
  private final Map<MailboxKey, Suppression> wishes = new LinkedHashMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private int repeated;

  /// @param reason for rows without one of their own
  /// @param since reads the cell that says when
  SuppressionRows(RecipientList list, String reason, Function<String, Instant> since) {
    this.list = list;
    this.reason = reason;
    this.since = since;
    FieldName column = list.addressColumn();
    this.address = column == null ? -1 : list.columns().indexOf(column);
    list.people().forEach(person -> take(person.key(), person.cells()));
    list.leftOut().forEach(this::take);
  }

  /// A reason stands in tables and in lines on a terminal.
  static String oneLine(String words) {
    return words.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
  }

  List<Suppression> wishes() {
    return List.copyOf(wishes.values());
  }

  /// @param added those that were not there before
  SuppressionList.Imported counted(Set<MailboxKey> added) {
    return new SuppressionList.Imported(
        added.size(), wishes.size() - added.size(), repeated, leftOut);
  }

  private void take(LeftOut row) {
    boolean uncertain =
        row.reason() == LeftOutReason.HIDDEN_ROW || row.reason() == LeftOutReason.WRONG_WIDTH;
    if (!uncertain
        && AddressReader.read(cell(row.cells(), address)) instanceof AddressReading.One one) {
      take(one.mailbox().key(), row.cells());
    } else {
      leftOut.add(row);
    }
  }

  private void take(MailboxKey read, List<String> cells) {
    MailboxKey key = withoutApostrophe(read, cells);
    String own = oneLine(cell(cells, SuppressionCsv.REASON));
    Suppression wish =
        new Suppression(
            key,
            own.isEmpty() ? reason : own,
            false,
            since.apply(cell(cells, SuppressionCsv.SINCE)));
    if (wishes.putIfAbsent(key, wish) != null) {
      repeated++;
    }
  }

  /// `'+ann@example.org` is what a safe table makes of an address that begins with a plus.
  private MailboxKey withoutApostrophe(MailboxKey read, List<String> cells) {
    String raw = cell(cells, address);
    String meant = SuppressionCsv.read(raw);
    return !meant.equals(raw.strip()) && AddressReader.read(meant) instanceof AddressReading.One one
        ? one.mailbox().key()
        : read;
  }

  private String cell(List<String> cells, String column) {
    return SuppressionCsv.read(cell(cells, list.columns().indexOf(FieldName.of(column))));
  }

  private static String cell(List<String> cells, int index) {
    return index >= 0 && index < cells.size() ? cells.get(index) : "";
  }
}
