package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.address.MailboxKey;
import org.postroom.safety.check.OthersInLetters;

/// People of other lists in the letter or the file of one person.
class OthersInLettersTest {
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
    return kit.findings(new OthersInLetters()).stream()
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
  void whomTheAddressesTellTheRowsDoNotTellAgain() {
    Memory memory = RememberedLists.of(patients());
    assertThat(found(choir().memory(memory).own(2, "a.txt", strangers(25) + "\n" + rows(5, 8))))
        .containsExactly("content.lists-people BLOCK 1 25");
    assertThat(found(choir().memory(memory).own(2, "a.txt", strangers(2) + "\n" + rows(5, 8))))
        .containsExactly("content.lists-people BLOCK 1 3");
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
    RememberedLists memory = RememberedLists.of(patients());
    Kit kit = choir().memory(memory);
    for (int row = 2; row <= 6; row++) {
      kit.own(
          row, "a" + row + ".txt", "words of no list. ".repeat(40_000) + "\n" + rows(row, row + 3));
    }
    assertThat(found(kit)).containsExactly("content.lists-people BLOCK 5 3");
    assertThat(memory.lookUps()).as("two files of 700,000 signs at once").isEqualTo(3);
  }

  /// A list whose rows have a note, which each letter says.
  private static Kit noted(String note) {
    Kit kit = Kit.list("Name", "Email", "Phone", "Doctor", "Doctor's phone", "Note");
    kit.row(name(0), "a@x.example", phone(0), name(20), phone(20), note);
    for (int i = 1; i < 6; i++) {
      kit.row(name(i), "m" + i + "@x.example", phone(i), "Dr Farmer", "", "");
    }
    return kit.text("Dear {{Name}},\n\nWe have noted: {{Note}} {{Doctor}} {{Doctor's phone}}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BLOCK | three of the earlier list     | %8 (%8p), %9 (%9p), %10 (%10p)
          BLOCK | the same, on lines            | ask%n%8: %8p%n%9: %9p%n%10: %10p
          BLOCK | two with the reader's own     | %0 %0p, %8 %8p, %9 %9p, %10 %10p
          -     | two                           | ask one of them: %8 (%8p) or %9 (%9p), please
          -     | two, and the reader           | %0 %0p lives with %8 %8p and %9 %9p
          -     | two, and the reader's doctor  | %20 %20p looks after %8 %8p and %9 %9p
          -     | others of this list           | sings with %1 %1p, %2 %2p, %3 %3p, %4 %4p
          -     | names alone                   | sings with %8, %9, %10, %11, %12, %13 and %14
          -     | many words of nobody          | would like to sing with us again when the spring comes
          """)
  void aCrowdedCellIsComparedWithEarlierLists(String expected, String what, String note) {
    StringBuilder cell = new StringBuilder(note.replace("%n", "\n"));
    for (int i = 25; i >= 0; i--) {
      int person = i;
      String said = cell.toString().replace("%" + person + "p", phone(person));
      cell = new StringBuilder(said.replace("%" + person, name(person)));
    }
    List<String> found = found(noted(cell.toString()).memory(RememberedLists.of(patients())));
    if (expected.equals("-")) {
      assertThat(found).as(what).isEmpty();
    } else {
      assertThat(found).as(what).containsExactly("content.lists-people BLOCK 1 3");
    }
    assertThat(found(noted(cell.toString()))).as("nobody knows them").isEmpty();
  }

  @Test
  void whatEverybodyIsToldIsJudgedOnce() {
    Kit kit = noted("would like to sing with us again when the spring comes");
    kit.text("{{Note}} Ask " + rows(5, 9).replace("\n", " or ") + ".");
    assertThat(found(kit.memory(RememberedLists.of(patients())))).isEmpty();
  }

  @Test
  void addressesInACrowdedCellAreCounted() {
    Memory memory =
        new NoMemory() {
          @Override
          public boolean onAnEarlierList(MailboxKey address) {
            return address.value().endsWith("@old.example");
          }
        };
    assertThat(found(noted("a@old.example b@old.example c@old.example").memory(memory)))
        .containsExactly("content.lists-people BLOCK 1 3");
    assertThat(found(noted("a@old.example b@old.example").memory(memory))).isEmpty();
    assertThat(found(noted(strangers(2)))).isEmpty();
    assertThat(found(noted(strangers(3)))).containsExactly("content.lists-people CONFIRM 1 3");
    assertThat(found(noted(strangers(25)))).containsExactly("content.lists-people BLOCK 1 25");
    Kit family =
        Kit.list("Name", "Email", "Mother", "Father", "Grandmother")
            .row("Ann", "a@x.example", "m@old.example", "f@old.example", "g@old.example")
            .row("Bob", "b@x.example", "", "", "")
            .text("We know {{Mother}}, {{Father}}, {{Grandmother}}.");
    assertThat(found(family.memory(memory))).as("a cell for each").isEmpty();
  }

  private static String strangers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "anna.smith" + i + "@else.example")
        .collect(Collectors.joining("\n"));
  }
}
