package org.postroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.address.MailboxKey;
import org.postroom.safety.EarlierCells;
import org.postroom.safety.ListCells;

/// Cells of lists as fingerprints: found by their values, person by person, in any list but one.
class KeptCellsTest {
  private static final String ONE = "11".repeat(32);
  private static final String TWO = "22".repeat(32);
  private static final int MANY = 20_000;

  @TempDir Path folder;

  /// Each person has a number, a name of two words and a street that six share.
  private record Club(String name, int people) implements ListCells {
    @Override
    public int most() {
      return 2;
    }

    @Override
    public void of(int person, Consumer<Cell> cells) {
      cells.accept(new Cell("#" + name + person, List.of(), 0, 1));
      if (person % 3 != 2) {
        cells.accept(new Cell(name + " person" + person, List.of("person" + person, name), 2, 4));
      }
      cells.accept(new Cell("1 lane " + person / 6, List.of("1"), 3, 17));
    }
  }

  private static ListsSeen.Seen seen(String sha256, int people) {
    return new ListsSeen.Seen(
        sha256,
        "key",
        sha256.charAt(0) + ".csv",
        people,
        0,
        "news@club.example",
        "personal",
        Fixture.AT,
        ListsSeen.Origin.UNKNOWN);
  }

  private static List<ListPerson> people(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new ListPerson(new MailboxKey("p" + i + "@club.example"), i + 1, ""))
        .toList();
  }

  private static void register(Workspace workspace, String sha256, ListCells cells)
      throws WorkspaceException {
    workspace
        .lists()
        .register(seen(sha256, cells.people()), people(cells.people()), cells, () -> false);
  }

  private static List<String> found(Workspace workspace, String butNot, String... values)
      throws WorkspaceException {
    List<String> found = new ArrayList<>();
    workspace
        .lists()
        .cellsOfOthers(butNot)
        .find(
            List.of(values),
            (list, person, traits, value) ->
                found.add(list.fileName() + " " + person + " " + traits + " " + values[value]));
    return found;
  }

  @Test
  void eachValueIsFoundWithItsPersonAndTraits() throws Exception {
    try (Workspace workspace = Workspace.open(folder)) {
      register(workspace, ONE, new Club("ann", 40));
      register(workspace, TWO, new Club("bob", MANY));
      assertThat(found(workspace, "", "#ann7", "ann person7", "#bob0", "nobody"))
          .containsExactlyInAnyOrder("1.csv 7 1 #ann7", "1.csv 7 4 ann person7", "2.csv 0 1 #bob0");
      List<String> last = found(workspace, "", "bob person" + (MANY - 2), "#bob" + (MANY - 1));
      assertThat(last).as("in the last piece").hasSize(2);
      assertThat(last.getFirst()).matches("2\\.csv \\d+ 4 bob person" + (MANY - 2));
      assertThat(last.getLast()).matches("2\\.csv \\d+ 1 #bob" + (MANY - 1));
      assertThat(found(workspace, "", "#ann7", "#ann7")).as("asked for twice").hasSize(2);
      assertThat(found(workspace, "", "1 lane 2")).as("what six share").isEmpty();
      assertThat(found(workspace, ONE, "#ann7")).as("the list itself").isEmpty();
      assertThat(found(workspace, "", new String[0])).isEmpty();
      EarlierCells one = workspace.lists().cellsOfOthers(TWO);
      assertThat(one.isEmpty()).isFalse();
      assertThat(one.lengths(List.of("ann", "person7", "1"))).doesNotContain(0);
      assertThat(one.lengths(List.of("ann"))[0] & 2).as("of two words").isEqualTo(2);
      assertThat(one.lengths(List.of("1"))[0] & 4).as("of three").isEqualTo(4);
      int[] others = one.lengths(IntStream.range(0, 1_000).mapToObj(i -> "w" + i).toList());
      assertThat(IntStream.of(others).filter(lengths -> lengths != 0).count())
          .as("hardly any other word begins a cell")
          .isLessThan(600);
    }
  }

  @Test
  void aListThatChangedOrIsForgottenLeavesNothingBehind() throws Exception {
    try (Workspace workspace = Workspace.open(folder)) {
      register(workspace, ONE, new Club("ann", 40));
      register(workspace, ONE, new Club("ann", 40));
      assertThat(found(workspace, "", "#ann7")).hasSize(1);
      register(workspace, ONE, new Club("cem", 12));
      assertThat(found(workspace, "", "#ann7", "#cem3")).containsExactly("1.csv 3 1 #cem3");
      register(workspace, TWO, ListCells.NONE);
      assertThat(workspace.lists().cellsOfOthers(ONE)).isSameAs(EarlierCells.NONE);
      workspace.lists().forget(ONE, "not ours", Fixture.AT);
      assertThat(workspace.lists().cellsOfOthers("")).isSameAs(EarlierCells.NONE);
    }
  }

  @Test
  void withAnotherKeyNothingIsFoundAndNothingCanBeRead() throws Exception {
    try (Workspace workspace = Workspace.open(folder)) {
      register(workspace, ONE, new Club("ann", 40));
      workspace.database().emptyLog();
    }
    assertThat(Files.readString(folder.resolve("postroom.db"), StandardCharsets.ISO_8859_1))
        .contains("1.csv")
        .doesNotContain("person7")
        .doesNotContain("#ann");
    Files.delete(folder.resolve("keys/lists"));
    try (Workspace workspace = Workspace.open(folder)) {
      assertThat(workspace.lists().cellsOfOthers("")).isSameAs(EarlierCells.NONE);
      register(workspace, TWO, new Club("bob", 40));
      assertThat(found(workspace, "", "#ann7", "#bob7")).containsExactly("2.csv 7 1 #bob7");
    }
  }

  @Test
  void whoStopsKeepsNothing() throws Exception {
    try (Workspace workspace = Workspace.open(folder)) {
      assertThatThrownBy(
              () ->
                  workspace
                      .lists()
                      .register(seen(ONE, 3), List.of(), new Club("ann", 3), () -> true))
          .isInstanceOf(CancellationException.class);
      assertThat(workspace.lists().all()).isEmpty();
      assertThat(workspace.lists().cellsOfOthers("")).isSameAs(EarlierCells.NONE);
    }
  }

  @Test
  void itTakesFiveBytesACell() throws Exception {
    try (Workspace workspace = Workspace.open(folder)) {
      register(workspace, ONE, ListCells.NONE);
      workspace.lists().register(seen(TWO, 1), people(1), new Club("bob", MANY), () -> false);
      workspace.database().emptyLog();
    }
    // 1.67 cells each that single somebody out, and what each word may begin.
    assertThat(Files.size(folder.resolve("postroom.db"))).isLessThan(MANY * 14L + 300_000);
  }
}
