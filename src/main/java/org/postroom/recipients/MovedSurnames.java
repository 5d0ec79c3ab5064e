package org.postroom.recipients;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A column of last names that was moved alone: the addresses are made of the first name beside
/// them, and of the last name of another row. (First names that were moved alone cannot be told
/// from a list of children with their parents' addresses.)
final class MovedSurnames {
  private static final int FEWEST = 12;
  private static final int SAMPLE = 2_000;

  private MovedSurnames() {}

  static OutOfStep.@Nullable Slip find(List<Recipient> people, int first, int last) {
    Set<String> surnames = new HashSet<>();
    people.forEach(person -> surnames.addAll(NameKeys.words(person.cell(last))));
    int own = 0;
    int elsewhere = 0;
    String found = "";
    @Nullable Recipient example = null;
    int step = Math.max(1, people.size() / SAMPLE);
    int looked = 0;
    for (int i = 0; i < people.size(); i += step) {
      Recipient person = people.get(i);
      looked++;
      List<String> names = NameKeys.words(person.cell(first));
      List<String> surname = NameKeys.words(person.cell(last));
      if (names.isEmpty() || surname.isEmpty()) {
        continue;
      }
      if (NameKeys.mayBelong(surname, person.key().value())) {
        own++;
        continue;
      }
      String other = NameKeys.otherSurname(names, person.key().value(), surnames);
      if (other != null) {
        elsewhere++;
        found = example == null ? other : found;
        example = example == null ? person : example;
      }
    }
    if (example == null
        || elsewhere < FEWEST
        || elsewhere * 2 < looked
        || !OutOfStep.hasSlipped(elsewhere, own, looked)) {
      return null;
    }
    Recipient one = example;
    String surname = found;
    return people.stream()
        .filter(person -> NameKeys.words(person.cell(last)).contains(surname))
        .findFirst()
        .map(person -> new OutOfStep.Slip(person, Cells.strip(person.cell(last)), one))
        .orElse(null);
  }
}
