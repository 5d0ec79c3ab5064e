package org.postroom.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postroom.dispatch.LetterState;
import org.postroom.engine.PostroomEngine;
import org.postroom.engine.Report;
import org.postroom.workspace.Workspace;

/// What the ledger says of a mailshot that no process sends just now, to be held against what a
/// server knows that it took.
public final class Reckoning {
  private final List<Report.PersonOutcome> people;

  private Reckoning(List<Report.PersonOutcome> people) {
    this.people = people;
  }

  public static Reckoning of(Path workspace, Path mailshot) throws Exception {
    try (Workspace open = Workspace.open(workspace);
        PostroomEngine engine = new PostroomEngine(Sender.parts(open))) {
      return new Reckoning(
          engine.report(engine.open(mailshot), false).map(Report::letters).orElse(List.of()));
    }
  }

  /// Reads every event of every mailshot.
  public static void chainIsWhole(Path workspace) throws Exception {
    try (Workspace open = Workspace.open(workspace)) {
      assertThat(open.records(false).firstBrokenEvent()).as("the chain of events").isEmpty();
    }
  }

  /// True where a plan was recorded.
  public boolean isPlanned() {
    return !people.isEmpty();
  }

  public int accepted() {
    return (int) people.stream().filter(one -> one.state() == LetterState.ACCEPTED).count();
  }

  /// Those of whom it is not known whether they have it.
  public List<String> inDoubt() {
    return people.stream().filter(Reckoning::isInDoubt).map(Report.PersonOutcome::address).toList();
  }

  /// What holds at any time: nobody has two letters, whoever is accepted has one, whoever is not
  /// yet sent has none, and whoever has one without being accepted is in doubt.
  ///
  /// @param taken for whom a server took a letter, as often as it did
  /// @param mostInDoubt one for each connection of each run that was cut off
  public Reckoning holdsAgainst(List<String> taken, int mostInDoubt) {
    assertThat(taken).as("nobody twice").doesNotHaveDuplicates();
    assertThat(inDoubt()).as("in doubt").hasSizeLessThanOrEqualTo(mostInDoubt);
    if (!isPlanned()) {
      assertThat(taken).as("nothing leaves before the plan is recorded").isEmpty();
    }
    Set<String> unplanned = new HashSet<>(taken);
    Set<String> arrived = Set.copyOf(taken);
    for (Report.PersonOutcome person : people) {
      unplanned.remove(person.address());
      boolean has = arrived.contains(person.address());
      switch (person.state()) {
        case ACCEPTED -> assertThat(has).as("accepted %s", person.address()).isTrue();
        case PLANNED, CLAIMED -> assertThat(has).as("not yet sent %s", person.address()).isFalse();
        case COMMITTING, IN_DOUBT -> {}
        case DEFERRED, REFUSED, WITHDRAWN ->
            throw new AssertionError("nobody was refused: " + person.state());
      }
    }
    assertThat(unplanned).as("taken and not planned").isEmpty();
    return this;
  }

  /// After a run that came to its end: nobody is left who was not tried.
  public void reachesAll(int planned) {
    assertThat(people).hasSize(planned);
    assertThat(accepted() + inDoubt().size()).as("nobody is lost").isEqualTo(planned);
  }

  private static boolean isInDoubt(Report.PersonOutcome person) {
    return person.state() == LetterState.IN_DOUBT || person.state() == LetterState.COMMITTING;
  }
}
