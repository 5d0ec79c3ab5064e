package org.postroom.ui.preview;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.postroom.engine.WorkProgress;
import org.postroom.plan.DispatchPlan;
import org.postroom.recipients.CellSearch;
import org.postroom.recipients.Recipient;
import org.postroom.ui.common.Folded;

/// Finds a letter by whose it is: words of a name or an address, or the number of a row. Takes up
/// to a second for a million people, so not on the user-interface thread.
///
/// @param plan with at least one letter
record LetterSearch(DispatchPlan plan) {
  private static final Pattern ROW = Pattern.compile("\\d{1,9}");
  private static final int BETWEEN_QUESTIONS = 1 << 12;

  /// The letter of the next person after those of letter `at`, from the beginning again after the
  /// last; letter `at` itself where there is no other.
  ///
  /// @throws CancellationException where `progress` said to stop
  OptionalInt after(int at, String asked, WorkProgress progress) {
    String words = asked.strip();
    if (ROW.matcher(words).matches()) {
      int row = Integer.parseInt(words);
      int letter = letterOf(row);
      if (letter >= 0 && plan.people(letter).stream().anyMatch(one -> one.at().row() == row)) {
        return OptionalInt.of(letter);
      }
    }
    return words.isEmpty() ? OptionalInt.empty() : after(at, words, wanted(words), progress);
  }

  private OptionalInt after(
      int at, String words, Predicate<Recipient> wanted, WorkProgress progress) {
    List<Recipient> people = plan.list().people();
    CellSearch.Question question = CellSearch.of(people, Folded.words(words));
    int last = plan.people(at).getLast().at().row();
    int start = placeAfter(people, last);
    for (int step = 0; step < people.size(); step++) {
      if (step % BETWEEN_QUESTIONS == 0 && !progress.at(step, people.size())) {
        throw new CancellationException();
      }
      int place = (start + step) % people.size();
      if (question.at(place) != CellSearch.Told.NO) {
        Recipient person = people.get(place);
        int letter = wanted.test(person) ? letterOf(person.at().row()) : -1;
        if (letter >= 0) {
          return OptionalInt.of(letter);
        }
      }
    }
    return OptionalInt.empty();
  }

  private static Predicate<Recipient> wanted(String words) {
    return Folded.holding(
        words,
        person ->
            cell -> cell == 0 ? person.mailbox().displayName() : person.mailbox().address().wire(),
        2);
  }

  /// The letter in whose people the row would be: the last that begins with it or before it; -1
  /// where all begin after it.
  private int letterOf(int row) {
    return placeAfter(plan.size(), letter -> plan.people(letter).getFirst().at().row(), row) - 1;
  }

  private static int placeAfter(List<Recipient> people, int row) {
    return placeAfter(people.size(), place -> people.get(place).at().row(), row);
  }

  /// The first place whose row is after `row`; rows are in order.
  private static int placeAfter(int size, IntUnaryOperator rowAt, int row) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rowAt.applyAsInt(middle) <= row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
