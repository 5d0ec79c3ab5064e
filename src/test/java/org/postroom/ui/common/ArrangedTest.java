package org.postroom.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.engine.Problem;
import org.postroom.recipients.CellSearch;

/// What is shown of a list, without a toolkit and with the work in the test's hand.
class ArrangedTest {
  private static final List<String> ROWS = List.of("Zoë", "ann", "", "£12.50", "Ann", "£9");

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final Arranged<String> rows =
      new Arranged<>(
          new Tasks(
              work::add,
              Runnable::run,
              (_, _) -> () -> {},
              new Problem(Problem.Kind.WORKSPACE, "unexpected", "", "")));

  private void done() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  private List<String> shown() {
    return List.copyOf(rows.shownProperty().get());
  }

  @Test
  void withoutAQuestionEverybodyIsThereAtOnce() {
    rows.all(ROWS);
    assertThat(shown()).isEqualTo(ROWS);
    assertThat(work).isEmpty();
  }

  @Test
  void wordsAreFoundWithoutRegardToCaseAndAccents() {
    rows.all(ROWS);
    rows.only(Folded.holding("zoe", row -> _ -> row, 1));
    done();
    assertThat(shown()).containsExactly("Zoë");
    rows.only(Folded.holding("ANN", row -> _ -> row, 1));
    done();
    assertThat(shown()).containsExactly("ann", "Ann");
    rows.only(null);
    assertThat(shown()).isEqualTo(ROWS);
  }

  @Test
  void whatIsFoundFirstInALongListIsShownAtOnceUnlessSomethingElseIsAsked() {
    Deque<Runnable> screen = new ArrayDeque<>();
    Arranged<Integer> numbers =
        new Arranged<>(
            new Tasks(
                work::add,
                screen::add,
                (_, _) -> () -> {},
                new Problem(Problem.Kind.WORKSPACE, "unexpected", "", "")),
            Duration.ofNanos(-1));
    List<Integer> sizes = new ArrayList<>();
    List<Boolean> more = new ArrayList<>();
    numbers.moreProperty().subscribe((Boolean now) -> more.add(now));
    numbers.shownProperty().subscribe(now -> sizes.add(now.size()));
    numbers.all(IntStream.range(0, 40_000).boxed().toList());
    numbers.only(i -> i % 2 == 0);
    done();
    while (!screen.isEmpty()) {
      screen.remove().run();
    }
    assertThat(sizes).containsExactly(0, 40_000, 16_384, 20_000);
    assertThat(more).containsExactly(false, true, false);
    // The answer to an old question is never shown, nor is its beginning.
    numbers.only(i -> i % 4 == 0);
    done();
    numbers.only(i -> i == 19_999);
    done();
    while (!screen.isEmpty()) {
      screen.remove().run();
    }
    assertThat(sizes.subList(4, sizes.size())).containsExactly(1, 1);
  }

  @Test
  void aLetterMoreIsLookedForAmongThoseThatWereFoundLast() {
    List<String> looked = new ArrayList<>();
    rows.all(ROWS);
    for (String query : List.of("a", "an", "zo", "ann")) {
      Wanted<String> wanted = Wanted.holding(query, row -> _ -> row, 1);
      rows.find(
          new Wanted<>(
              row -> {
                looked.add(query + " " + row);
                return wanted.rows().test(row);
              },
              wanted.words(),
              null,
              _ -> _ -> CellSearch.Told.PERHAPS));
      done();
    }
    assertThat(shown()).containsExactly("ann", "Ann");
    assertThat(looked).filteredOn(one -> one.startsWith("an ")).containsExactly("an ann", "an Ann");
    assertThat(looked).filteredOn(one -> one.startsWith("zo")).hasSize(ROWS.size());
    assertThat(looked).filteredOn(one -> one.startsWith("ann ")).hasSize(ROWS.size());
    // Another list is looked through as a whole.
    rows.all(List.of("Anna", "x", "Hannah"));
    done();
    assertThat(shown()).containsExactly("Anna", "Hannah");
  }

  /// A property compares what it is given with what it has, while the window waits.
  @Test
  void thoseWhoAreFoundAgainAreNotComparedWithThemselves() {
    record Person(int number) {
      @Override
      public boolean equals(Object other) {
        throw new AssertionError("nobody asks whether " + number + " is " + other);
      }

      @Override
      public int hashCode() {
        return number;
      }
    }
    Arranged<Person> people =
        new Arranged<>(
            new Tasks(
                Runnable::run,
                Runnable::run,
                (_, _) -> () -> {},
                new Problem(Problem.Kind.WORKSPACE, "unexpected", "", "")));
    List<List<Person>> shown = new ArrayList<>();
    people.shownProperty().subscribe((before, now) -> shown.add(now));
    people.all(List.of(new Person(1), new Person(2)));
    people.only(_ -> true);
    people.by(person -> Integer.toString(person.number()), false);
    people.only(null);
    assertThat(shown).hasSize(4);
    TableRows<Person> table = new TableRows<>(shown.getFirst());
    assertThat(table.equals(new TableRows<>(shown.getLast()))).isFalse();
    assertThat(table.hashCode()).isEqualTo(System.identityHashCode(table));
    assertThat(shown.getFirst().hashCode()).isNotEqualTo(shown.getLast().hashCode());
  }

  @Test
  void workThatTakesAWhileIsNamedUntilItEnds() {
    Deque<Runnable> later = new ArrayDeque<>();
    Arranged<String> slow =
        new Arranged<>(
            new Tasks(
                work::add,
                Runnable::run,
                (_, action) -> {
                  later.add(action);
                  return () -> later.remove(action);
                },
                new Problem(Problem.Kind.WORKSPACE, "unexpected", "", "")));
    List<Arranged.Doing> doing = new ArrayList<>();
    slow.doingProperty().subscribe(now -> doing.add(now));
    slow.all(ROWS);
    assertThat(later).isEmpty();
    slow.by(Function.identity(), false);
    done();
    assertThat(later).isEmpty();
    slow.by(Function.identity(), true);
    later.remove().run();
    slow.find(Wanted.holding("ann", row -> _ -> row, 1));
    later.remove().run();
    done();
    assertThat(doing)
        .containsExactly(
            Arranged.Doing.NOTHING,
            Arranged.Doing.SORTING,
            Arranged.Doing.FINDING,
            Arranged.Doing.NOTHING);
    slow.by(null, false);
    later.remove().run();
    slow.find(null);
    assertThat(doing).last().isEqualTo(Arranged.Doing.NOTHING);
    assertThat(later).isEmpty();
  }

  @Test
  void eachWordMayStandInACellOfItsOwn() {
    List<String> cells = List.of("Amina Yusuf", "amina.y@postbox.example");
    assertThat(Folded.<List<String>>holding("yusuf post", row -> row::get, 2).test(cells)).isTrue();
    assertThat(Folded.<List<String>>holding("yusuf bass", row -> row::get, 2).test(cells))
        .isFalse();
  }

  @Test
  void wordsAreSortedWithEmptyCellsLastEitherWay() {
    List<String> names = List.of("Zoë", "ann", "", "Åsa", "Ann");
    rows.all(names);
    rows.by(Function.identity(), false);
    done();
    assertThat(shown()).containsExactly("ann", "Ann", "Åsa", "Zoë", "");
    rows.by(Function.identity(), true);
    done();
    assertThat(shown()).containsExactly("Zoë", "Åsa", "ann", "Ann", "");
    rows.by(null, true);
    done();
    assertThat(shown()).containsExactly("Ann", "Åsa", "", "ann", "Zoë");
  }

  @Test
  void amountsAreSortedAsNumbers() {
    rows.all(List.of("£12.50", "£9", "", "1,200.00 €", "10%"));
    rows.by(Function.identity(), false);
    done();
    assertThat(shown()).containsExactly("£9", "10%", "£12.50", "1,200.00 €", "");
  }

  @Test
  void theNewestQuestionAloneIsAnswered() {
    rows.all(ROWS);
    rows.only("ann"::equals);
    rows.only("Ann"::equals);
    done();
    assertThat(shown()).containsExactly("Ann");
  }
}
