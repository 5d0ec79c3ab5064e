package org.postroom.recipients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;

/// What an address was probably meant to be. Nothing is corrected by it: a person takes a
/// suggestion or leaves it.
public final class AddressSuggestions {
  private static final Pattern AT =
      Pattern.compile("\\s*(?:\\(at\\)|\\[at\\]|\\{at\\})\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE = Pattern.compile("^(?:mailto:|[<'\"(\\[]+)++");
  private static final Pattern AFTER = Pattern.compile("[>'\")\\].,;:]+$");

  private AddressSuggestions() {}

  /// One row whose address looks mistyped.
  ///
  /// @param at the row
  /// @param cell what the address cell holds
  /// @param meant the whole address as it was probably meant
  public record Suggestion(RowRef at, String cell, String meant) {}

  /// Everybody whose domain is one slip away from a well-known one, in the order of the file.
  public static List<Suggestion> of(RecipientList list) {
    FieldName column = list.addressColumn();
    if (column == null) {
      return List.of();
    }
    int address = list.columns().indexOf(column);
    Map<String, Optional<String>> domains = new HashMap<>();
    List<Suggestion> suggestions = new ArrayList<>();
    for (Recipient person : list.people()) {
      String wire = person.mailbox().address().wire();
      String domain = person.mailbox().address().domain();
      domains
          .computeIfAbsent(domain, LikelyTypos::meant)
          .ifPresent(
              meant ->
                  suggestions.add(
                      new Suggestion(person.at(), person.cell(address), withDomain(wire, meant))));
    }
    return suggestions;
  }

  /// Rows left out because their cell is no address, where it is clear what it was meant to be. In
  /// the order of the file.
  public static List<Suggestion> ofLeftOut(RecipientList list) {
    FieldName column = list.addressColumn();
    List<Suggestion> suggestions = new ArrayList<>();
    if (column == null) {
      return suggestions;
    }
    int address = list.columns().indexOf(column);
    for (LeftOut row : list.leftOut()) {
      boolean broken =
          row.reason() == LeftOutReason.INVALID_ADDRESS
              || row.reason() == LeftOutReason.CONTROL_CHARACTER;
      if (broken && row.cells().size() == list.columns().size()) {
        String cell = row.cells().get(address);
        forCell(cell)
            .filter(meant -> !meant.equals(cell))
            .ifPresent(meant -> suggestions.add(new Suggestion(row.at(), cell, meant)));
      }
    }
    return suggestions;
  }

  /// What a cell that holds no address may have been meant to hold: signs around it, a comma for a
  /// dot, blanks within, "(at)". Empty where that does not make it one address.
  public static Optional<String> forCell(String cell) {
    String text = BEFORE.matcher(cell.replaceAll("\\p{Cntrl}", "").strip()).replaceFirst("");
    text = AFTER.matcher(AT.matcher(text).replaceAll("@")).replaceFirst("");
    text = text.replaceAll("@{2,}", "@").replaceAll("\\s+", "");
    int at = text.lastIndexOf('@');
    if (at > 0) {
      String domain = text.substring(at + 1).replace(',', '.').replace(';', '.');
      text = text.substring(0, at) + "@" + domain.replaceAll("\\.{2,}", ".");
    }
    return AddressReader.read(text) instanceof AddressReading.One(var one)
        ? Optional.of(
            LikelyTypos.meant(one.address().domain())
                .map(meant -> withDomain(one.address().wire(), meant))
                .orElse(text))
        : Optional.empty();
  }

  private static String withDomain(String wire, String domain) {
    return wire.substring(0, wire.lastIndexOf('@') + 1) + domain;
  }
}
