package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.address.MailboxKey;
import org.postroom.safety.check.OthersInOwnFiles;

/// People of other lists in the file of one person.
class OthersInOwnFilesTest {
  private static Kit patients() {
    Kit kit = Kit.list("Name", "Email", "Phone");
    for (int i = 0; i < 26; i++) {
      kit.row(name(i), "p" + i + "@clinic.example", phone(i));
    }
    return kit;
  }

  private static Kit choir() {
    return Kit.list("Name", "Email", "Phone", "Parents")
        .row(name(0), "a@x.example", phone(0), "m@home.example, f@home.example, g@home.example")
        .row("Bob Baker", "b@x.example", "01632 970001", "")
        .row("Cem Cooper", "c@x.example", "01632 970002", "")
        .row("Dan Dyer", "d@x.example", "01632 970003", "")
        .row("Eve Eaton", "e@x.example", "01632 970004", "")
        .row("Flo Farmer", "f@x.example", "01632 970005", "");
  }

  private static String name(int i) {
    return "Margaret Okafor" + (char) ('a' + i);
  }

  private static String phone(int i) {
    return "01632 96" + (1000 + i * 7);
  }

  private static String rows(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> name(i) + ", " + phone(i))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> found(Kit kit) {
    return kit.findings(new OthersInOwnFiles()).stream()
        .map(
            one ->
                one.id() + " " + one.severity() + " " + one.count() + " " + one.args().getFirst())
        .toList();
  }

  @Test
  void threeOfAnEarlierListBlockWithoutTheirAddresses() {
    Memory memory = RememberedLists.of(patients());
    assertThat(found(choir().memory(memory).own(2, "a.txt", rows(5, 8))))
        .containsExactly("content.lists-people BLOCK 1 3");
    assertThat(
            found(choir().memory(memory).own(2, "a.txt", rows(5, 8)).own(3, "b.txt", rows(1, 9))))
        .as("one finding for all files")
        .containsExactly("content.lists-people BLOCK 2 3");
    assertThat(found(choir().memory(memory).own(2, "a.txt", rows(5, 7)))).isEmpty();
    assertThat(found(choir().own(2, "a.txt", rows(5, 8)))).as("nobody knows them").isEmpty();
  }

  @Test
  void theReaderWasOnTheEarlierListToo() {
    Memory memory = RememberedLists.of(patients());
    assertThat(found(choir().memory(memory).own(1, "a.txt", rows(0, 3)))).isEmpty();
    assertThat(found(choir().memory(memory).own(2, "a.txt", rows(0, 3))))
        .containsExactly("content.lists-people BLOCK 1 3");
  }

  @Test
  void addressesOfEarlierListsAndOfStrangersAreCounted() {
    Memory memory =
        new NoMemory() {
          @Override
          public boolean onAnEarlierList(MailboxKey address) {
            return address.value().endsWith("@old.example");
          }
        };
    String three = "a@old.example b@old.example c@old.example";
    assertThat(found(choir().memory(memory).own(2, "a.txt", three)))
        .containsExactly("content.lists-people BLOCK 1 3");
    assertThat(found(choir().memory(memory).own(2, "a.txt", "a@old.example b@old.example")))
        .isEmpty();
    assertThat(found(choir().own(2, "a.txt", strangers(2)))).isEmpty();
    assertThat(found(choir().own(2, "a.txt", strangers(3))))
        .containsExactly("content.lists-people CONFIRM 1 3");
    assertThat(found(choir().own(2, "a.txt", strangers(24))))
        .containsExactly("content.lists-people CONFIRM 1 24");
    assertThat(found(choir().own(2, "a.txt", strangers(25))))
        .containsExactly("content.lists-people BLOCK 1 25");
  }

  @Test
  void whatTheRowSaysIsTheReadersOwn() {
    String parents = "m@home.example f@home.example g@home.example";
    assertThat(found(choir().own(1, "a.txt", parents))).isEmpty();
    assertThat(found(choir().own(2, "a.txt", parents)))
        .containsExactly("content.lists-people CONFIRM 1 3");
  }

  @Test
  void manyFilesAreAskedByThePiece() {
    Kit kit = choir().memory(RememberedLists.of(patients()));
    for (int row = 2; row <= 6; row++) {
      kit.own(
          row, "a" + row + ".txt", "words of no list. ".repeat(40_000) + "\n" + rows(row, row + 3));
    }
    assertThat(found(kit)).containsExactly("content.lists-people BLOCK 5 3");
  }

  private static String strangers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "anna.smith" + i + "@else.example")
        .collect(Collectors.joining("\n"));
  }
}
