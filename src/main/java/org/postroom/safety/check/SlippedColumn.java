package org.postroom.safety.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.Material;
import org.postroom.safety.Memory;
import org.postroom.safety.SafetyCheck;

/// A column that has, for several rows one below the other, what an earlier list had beside the
/// neighbour's address: pasted a row too low, or closed up over a blank cell (incident I11).
public final class SlippedColumn implements SafetyCheck {
  private static final String ID = "list.out-of-step";

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    if (material.subject().earlier().stream().anyMatch(finding -> finding.id().equals(ID))) {
      return;
    }
    RecipientList list = material.subject().list();
    List<ListColumn> columns = ListedCells.columns(list);
    for (Memory.Slip slip : material.subject().memory().slips(ListedCells.of(list))) {
      Optional<Finding> finding =
          slip.last() < list.people().size()
              ? column(list, columns, slip).flatMap(column -> finding(list, column, slip))
              : Optional.empty();
      if (finding.isPresent()) {
        findings.accept(finding.get());
        return;
      }
    }
  }

  /// The column whose cells were compared: the first of those that are kept alike.
  private static Optional<ListColumn> column(
      RecipientList list, List<ListColumn> columns, Memory.Slip slip) {
    int wanted = CellTraits.column(slip.traits());
    Recipient person = list.people().get(slip.first());
    return columns.stream()
        .filter(
            column -> {
              String value = Folded.of(person.cell(column.at()));
              CellKind kind = value.isEmpty() ? CellKind.ORDINARY : column.kindOf(value);
              return kind != CellKind.ORDINARY
                  && CellTraits.column(CellTraits.of(column.group(kind), kind, false)) == wanted;
            })
        .findFirst();
  }

  private static Optional<Finding> finding(
      RecipientList list, ListColumn column, Memory.Slip slip) {
    List<String> values = new ArrayList<>();
    for (Recipient person : list.people().subList(slip.first(), slip.last() + 1)) {
      values.add(person.valueAt(column.at()));
    }
    Recipient here = list.people().get(slip.first());
    int beside = slip.first() + slip.distance();
    if (isNumbered(values) || beside < 0 || beside >= list.people().size()) {
      return Optional.empty();
    }
    Recipient there = list.people().get(beside);
    String value = here.valueAt(column.at());
    return Optional.of(
        Finding.of(ID, Severity.CONFIRM)
            .at(Place.row(here.at().row(), null), slip.rows() + " " + value)
            .args(
                value,
                there.mailbox().address().wire(),
                there.at().row(),
                1,
                slip.list(),
                list.columns().names().get(column.at()).shown(),
                slip.rows())
            .quote(value)
            .build());
  }

  /// True for numbers, times and dates that go up or down with the rows: whoever leaves such a list
  /// moves everybody behind up by one, and that is right.
  private static boolean isNumbered(List<String> values) {
    return mostlyInOrder(values, value -> number(value, false))
        || mostlyInOrder(values, value -> number(value, true));
  }

  private static boolean mostlyInOrder(List<String> values, Function<String, BigInteger> number) {
    List<BigInteger> numbers = values.stream().map(number).toList();
    Comparator<BigInteger> order = Comparator.naturalOrder();
    int up = 0;
    int down = 0;
    for (int i = 1; i < numbers.size(); i++) {
      int step = order.compare(numbers.get(i), numbers.get(i - 1));
      up += step > 0 ? 1 : 0;
      down += step < 0 ? 1 : 0;
    }
    return Math.max(up, down) * 5 >= (numbers.size() - 1) * 4;
  }

  /// All digits of a value as one number; its groups turned round where a day stands first.
  private static BigInteger number(String value, boolean turned) {
    List<String> groups = DIGITS.matcher(value).results().map(MatchResult::group).toList();
    String digits =
        (turned ? groups.reversed() : groups)
            .stream()
                .map(group -> group.length() == 1 ? "0" + group : group)
                .collect(Collectors.joining());
    return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
  }
}
