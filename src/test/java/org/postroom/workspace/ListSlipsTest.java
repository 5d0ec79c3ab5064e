package org.postroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.address.MailboxKey;
import org.postroom.safety.ListCells;
import org.postroom.safety.Memory;

/// Kept cells against kept cells: who had what, and who has it now.
class ListSlipsTest {
  private static final int NUMBER = 2 << 3 | 1;
  private static final int NAME = 3 << 3;

  @TempDir Path folder;

  /// @param from the first who has the number of whoever stands before
  /// @param skip so many people at its top were left out when it was reviewed
  private record Club(int people, int from, int skip) implements ListCells {
    @Override
    public int most() {
      return 2;
    }

    @Override
    public void of(int person, Consumer<Cell> cells) {
      int at = person + skip;
      cells.accept(Cell.ofAddress(address(at)));
      cells.accept(new Cell("name " + at, List.of("name"), 2, NAME));
      cells.accept(new Cell("#" + (at < from ? at : at - 1), List.of(), 0, NUMBER));
      cells.accept(new Cell("everybody's", List.of("everybody's"), 1, 4 << 3));
    }
  }

  private static MailboxKey address(int person) {
    return new MailboxKey("p" + person + "@club.example");
  }

  private static String sha(int number) {
    return Integer.toHexString(10 + number).repeat(64).substring(0, 64);
  }

  private static void register(Workspace workspace, int number, ListCells cells)
      throws WorkspaceException {
    ListsSeen.Seen seen =
        new ListsSeen.Seen(
            sha(number),
            "key",
            number + ".csv",
            cells.people(),
            0,
            "news@club.example",
            "personal",
            Fixture.AT.plusSeconds(number),
            ListsSeen.Origin.UNKNOWN);
    List<ListPerson> people =
        IntStream.range(0, cells.people())
            .mapToObj(i -> new ListPerson(address(i), i + 1, ""))
            .toList();
    workspace.lists().register(seen, people, cells, () -> false);
  }

  private static List<Memory.Slip> slips(Workspace workspace, int number, ListCells now)
      throws WorkspaceException {
    return workspace.memory(false, Fixture.SHOT, sha(number)).slips(now);
  }

  @Test
  void fromSomeRowOnEverybodyHasWhatTheRowBeforeHad() throws Exception {
    Club right = new Club(20_000, Integer.MAX_VALUE, 0);
    Club wrong = new Club(20_000, 15_000, 0);
    try (Workspace workspace = Fixture.open(folder)) {
      register(workspace, 1, right);
      assertThat(slips(workspace, 1, right)).as("nothing came before it").isEmpty();
      register(workspace, 2, wrong);
      List<Memory.Slip> slips = slips(workspace, 2, wrong);
      assertThat(slips).hasSize(1);
      Memory.Slip slip = slips.getFirst();
      assertThat(slip.list()).isEqualTo("1.csv");
      assertThat(slip.traits() >>> 3).isEqualTo(NUMBER >>> 3);
      assertThat(slip.distance()).isEqualTo(-1);
      assertThat(slip.first()).isBetween(15_000, 15_010);
      assertThat(slip.last()).isBetween(19_990, 19_999);
      assertThat(slip.rows()).isBetween(4_800, 5_000);
      assertThat(slips(workspace, 1, right)).as("what came later says nothing").isEmpty();
    }
  }

  @Test
  void whereAnotherEarlierListAgreesNothingHasSlipped() throws Exception {
    try (Workspace workspace = Fixture.open(folder)) {
      register(workspace, 1, new Club(40, Integer.MAX_VALUE, 0));
      register(workspace, 2, new Club(40, 10, 0));
      Club mended = new Club(39, Integer.MAX_VALUE, 0);
      register(workspace, 3, mended);
      assertThat(slips(workspace, 3, mended)).isEmpty();
    }
  }

  /// In the window rows may be left out between the import and the review.
  @Test
  void peopleAreThoseOfTheReview() throws Exception {
    try (Workspace workspace = Fixture.open(folder)) {
      register(workspace, 1, new Club(40, Integer.MAX_VALUE, 0));
      register(workspace, 2, new Club(40, 10, 0));
      assertThat(slips(workspace, 2, new Club(40, 10, 0)))
          .containsExactly(new Memory.Slip("1.csv", NUMBER & ~7, 10, 39, 30, -1));
      assertThat(slips(workspace, 2, new Club(37, 10, 3)))
          .containsExactly(new Memory.Slip("1.csv", NUMBER & ~7, 7, 36, 30, -1));
    }
  }

  @Test
  void fourRowsAreNoSlip() throws Exception {
    for (int from : List.of(36, 35)) {
      try (Workspace workspace = Fixture.open(folder.resolve("from" + from))) {
        register(workspace, 1, new Club(40, Integer.MAX_VALUE, 0));
        Club now = new Club(40, from, 0);
        register(workspace, 2, now);
        assertThat(slips(workspace, 2, now)).as("from %d on", from).hasSize(from == 36 ? 0 : 1);
      }
    }
  }

  @Test
  void aListThatIsForgottenIsComparedNoMore() throws Exception {
    try (Workspace workspace = Fixture.open(folder)) {
      register(workspace, 1, new Club(40, Integer.MAX_VALUE, 0));
      register(workspace, 2, new Club(40, 10, 0));
      workspace.lists().forget(sha(1), "asked to", Fixture.AT);
      assertThat(slips(workspace, 2, new Club(40, 10, 0))).isEmpty();
    }
  }
}
