package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.safety.check.RowsShown;

/// People of lists that were imported earlier, of whom a file says two things close together.
class EarlierRowsTest {
  private static final int PEOPLE = 40;
  private static final String[] FIRSTS = {"Margaret", "Tom", "Bea", "Emil", "Li", "Jürgen", "Zoë"};
  private static final String[] LASTS = {"Okafor", "Ashworth", "Lindqvist", "Wu-Marsh", "Müller"};

  private static Kit earlier() {
    Kit kit = Kit.list("First name", "Surname", "Email", "Phone", "Street", "Card", "Born", "Owes");
    for (int row = 1; row <= PEOPLE; row++) {
      kit.row(
          first(row),
          last(row),
          "p" + row + "@x.example",
          phone(row),
          row + " Mill Lane",
          "RC-" + (2000 + row),
          born(row),
          "£" + (10 + row) + ".50");
    }
    return kit;
  }

  private static String first(int row) {
    return FIRSTS[row % FIRSTS.length];
  }

  private static String last(int row) {
    return LASTS[row % LASTS.length] + (row > 35 ? "son" : "");
  }

  private static String phone(int row) {
    return String.format(Locale.ROOT, "01632 96%04d", row * 7);
  }

  private static String born(int row) {
    return String.format(Locale.ROOT, "%02d.%02d.19%02d", row % 28 + 1, row % 12 + 1, 40 + row);
  }

  private static List<String> found(Kit kit) {
    return kit.findings(new RowsShown()).stream()
        .map(one -> one.id() + " " + one.severity() + " " + one.count())
        .toList();
  }

  private static String lines(String form, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(row -> line(form, row))
        .collect(Collectors.joining("\n"));
  }

  private static String line(String form, int row) {
    return form.replace("FIRST", first(row))
        .replace("LAST", last(row))
        .replace("PHONE", phone(row))
        .replace("DIGITS", "44" + phone(row).replaceAll("^0| ", ""))
        .replace("STREET", row + " Mill Lane")
        .replace("CARD", "RC-" + (2000 + row))
        .replace("BORN", born(row))
        .replace("OWES", "£" + (10 + row) + ".50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FIRST LAST;PHONE
          LAST, FIRST;tel. PHONE
          FIRST LAST: DIGITS
          FIRST LAST, STREET
          CARD;STREET
          PHONE CARD
          FIRST LAST (born BORN)
          FIRST LAST owes OWES
          """)
  void threeOfThemBlockInWhateverFormTheyStand(String form) {
    Kit kit = Kit.choir(9).memory(RememberedLists.of(earlier()));
    assertThat(found(kit.attach("a.txt", lines(form, 11, 13))))
        .containsExactly("content.lists-people BLOCK 3");
    assertThat(found(Kit.choir(9).memory(RememberedLists.of(earlier())).text(lines(form, 11, 13))))
        .containsExactly("content.lists-people BLOCK 3");
    assertThat(found(Kit.choir(9).attach("a.txt", lines(form, 11, 13))))
        .as("without the earlier list nobody is known")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"FIRST LAST", "LAST", "FIRST OWES", "BORN", "PHONE", "OWES BORN"})
  void namesAloneOrNumbersAloneAreNoRows(String form) {
    Kit kit = Kit.choir(9).memory(RememberedLists.of(earlier()));
    assertThat(found(kit.attach("a.txt", lines(form, 1, PEOPLE)))).isEmpty();
  }

  @Test
  void halfOfAnEarlierListIsThatList() {
    Kit kit = Kit.choir(9).memory(RememberedLists.of(earlier()));
    assertThat(kit.attach("a.txt", lines("FIRST LAST;PHONE", 1, 20)).findings(new RowsShown()))
        .singleElement()
        .satisfies(
            list -> {
              assertThat(list.id()).isEqualTo("list.is-attachment");
              assertThat(list.args()).containsExactly("a.txt", "earlier-1.csv");
            });
    Kit text = Kit.choir(9).memory(RememberedLists.of(earlier()));
    assertThat(found(text.text(lines("FIRST LAST;PHONE", 1, 20))))
        .containsExactly("list.is-body BLOCK 20");
  }

  @Test
  void aSmallEarlierListBlocksFromTwo() {
    Kit small =
        Kit.list("Name", "Email", "Phone")
            .row("Ann Archer", "a@x.example", "01632 960001")
            .row("Bob Baker", "b@x.example", "01632 960002")
            .row("Cem Cooper", "c@x.example", "01632 960003")
            .row("Dan Dyer", "d@x.example", "01632 960004")
            .row("Eve Eaton", "e@x.example", "01632 960005");
    Kit kit = Kit.choir(40).memory(RememberedLists.of(small));
    assertThat(found(kit.attach("a.txt", "Ann Archer 01632 960001\nBob Baker 01632 960002")))
        .containsExactly("content.lists-people BLOCK 2");
  }

  @Test
  void twoStatesOfOneListCountOnce() {
    Kit kit = Kit.choir(9).memory(RememberedLists.of(earlier(), earlier()));
    assertThat(found(kit.attach("a.txt", lines("FIRST LAST;PHONE", 1, 2))))
        .containsExactly("content.person-details NOTE 1", "content.person-details NOTE 1");
  }

  @Test
  void oneWithANumberOfAMemberIsConfirmedWhoeverSignsIsNot() {
    Memory memory = RememberedLists.of(earlier());
    assertThat(found(Kit.choir(9).memory(memory).text(line("FIRST LAST has CARD", 7))))
        .containsExactly("content.lists-people CONFIRM 1");
    assertThat(found(Kit.choir(9).memory(memory).text(line("Ring FIRST LAST on PHONE", 7))))
        .isEmpty();
    Kit signed = Kit.list("Name", "Email", "No").row("Riverside Choir", "a@x.example", "RC-2001");
    for (int i = 2; i < 9; i++) {
      signed.row("Member " + (char) ('a' + i), i + "@x.example", "RC-200" + i);
    }
    assertThat(found(signed.text("The Riverside Choir, RC-2001"))).isEmpty();
  }

  @Test
  void aLargeFileIsReadInPieces() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      lines.add("nothing of line " + i + " belongs to anybody whom a list of ours has");
    }
    for (int row = 1; row <= 5; row++) {
      lines.add(row * 9_000, line("FIRST LAST;PHONE", row));
    }
    Kit kit = Kit.choir(9).memory(RememberedLists.of(earlier()));
    assertThat(found(kit.attach("a.txt", String.join("\n", lines))))
        .containsExactly("content.lists-people BLOCK 5");
  }

  /// The list that is shown, and how many of its people.
  private static String shown(Memory memory, String... texts) {
    return RowsShown.ofEarlier(memory.earlierCells(), List.of(texts))
        .map(list -> list.list() + " " + list.people())
        .orElse("-");
  }

  @Test
  void theListOfMostPeopleIsNamedAndOfTwoTheLatest() {
    Kit few = Kit.list("First name", "Surname", "Email", "Phone");
    few.row(first(1), last(1), "p1@x.example", phone(1));
    few.row(first(2), last(2), "p2@x.example", phone(2));
    few.row("Rosalind", "Whitcombe", "r@x.example", "01632 990001");
    String three = lines("FIRST LAST;PHONE", 1, 3);
    assertThat(shown(RememberedLists.of(earlier(), few), three)).isEqualTo("earlier-1.csv 3");
    assertThat(shown(RememberedLists.of(few, earlier()), three)).isEqualTo("earlier-2.csv 3");
    assertThat(shown(RememberedLists.of(earlier(), earlier()), three)).isEqualTo("earlier-2.csv 3");
    assertThat(shown(RememberedLists.of(earlier()), "Ashworth")).as("half a name").isEqualTo("-");
  }

  @Test
  void whatStandsInTwoTextsIsNotTogetherWhatStandsInTwoPiecesOfOneIs() {
    Memory memory = RememberedLists.of(earlier());
    String name = line("FIRST LAST", 7);
    assertThat(shown(memory, name + " ".repeat(10) + phone(7))).isEqualTo("earlier-1.csv 1");
    assertThat(shown(memory, name, phone(7))).isEqualTo("-");
    assertThat(shown(memory, name + ", no more".repeat(33) + " so", phone(7))).isEqualTo("-");
    String piece = "x".repeat((1 << 20) - 2 - name.length()) + " " + name;
    assertThat(shown(memory, piece + "\n" + phone(7))).isEqualTo("earlier-1.csv 1");
  }

  @Test
  void aFewMillionSignsAreAskedForAtOnce() {
    RememberedLists memory = RememberedLists.of(earlier());
    String million = "nobody is named in here\n".repeat(43_000);
    assertThat(shown(memory, million.repeat(4) + line("FIRST LAST, PHONE", 3)))
        .isEqualTo("earlier-1.csv 1");
    assertThat(memory.lookUps()).isEqualTo(2);
  }

  @Property(tries = 100)
  void whicheverRowsAndInWhateverOrderTheyAreCounted(
      @ForAll Random random, @ForAll @IntRange(min = 3, max = 19) int count) {
    List<Integer> rows = new ArrayList<>(IntStream.rangeClosed(1, PEOPLE).boxed().toList());
    Collections.shuffle(rows, random);
    String file =
        rows.subList(0, count).stream()
            .map(row -> line("LAST FIRST\tPHONE\tSTREET", row))
            .collect(Collectors.joining("\r\n"));
    Kit kit = Kit.choir(9).memory(RememberedLists.of(earlier()));
    assertThat(found(kit.attach("a.txt", file)))
        .containsExactly("content.lists-people BLOCK " + count);
  }
}
