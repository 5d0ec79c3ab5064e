package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.PersonalFiles;
import org.postroom.recipients.FieldName;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;
import org.postroom.safety.TextExtractor.Sort;

/// Whose file somebody gets (rule V6, incident I11): files that were swapped, went one row on, or
/// carry a line of another's. Types, planner and guard stand aside.
class PersonalFilesTest {
  private static final int PEOPLE = 12;
  private static final String OTHERS = "content.other-persons-data BLOCK attachment:invoice.txt ";
  private static final String[] FIRSTS = {
    "Ann", "Ben", "Cem", "Dora", "Emil", "Fay", "Gus", "Hanna", "Ida", "Jan", "Kai", "Lea"
  };
  private static final String[] LASTS = {
    "Archer", "Bishop", "Carter", "Draper", "Easton", "Fisher", "Glover", "Harper", "Ingham",
    "Joiner", "Kemper", "Lester"
  };

  @Test
  void everyonesOwnFileIsFine() {
    assertThat(all(files(row -> row, PersonalFilesTest::invoice))).isEmpty();
    assertThat(all(files(row -> row, PersonalFilesTest::certificate))).isEmpty();
    assertThat(all(files(row -> row, _ -> "Thank you for coming."))).isEmpty();
  }

  @Test
  void twoFilesThatWereSwappedAreTwo() {
    IntUnaryOperator swapped = row -> row == 4 ? 9 : row == 9 ? 4 : row;
    assertThat(all(files(swapped, PersonalFilesTest::invoice))).containsExactly(OTHERS + 2);
    assertThat(all(files(swapped, PersonalFilesTest::certificate))).containsExactly(OTHERS + 2);
    assertThat(all(files(swapped, row -> "Your number: " + number(row))))
        .containsExactly(OTHERS + 2);
    assertThat(all(files(swapped, row -> "Ring " + phone(row).replace(" ", ""))))
        .containsExactly(OTHERS + 2);
  }

  @Test
  void oneRowOnIsEverybody() {
    IntUnaryOperator next = row -> row % PEOPLE + 1;
    assertThat(all(files(next, PersonalFilesTest::invoice))).containsExactly(OTHERS + PEOPLE);
    assertThat(all(files(next, PersonalFilesTest::certificate))).containsExactly(OTHERS + PEOPLE);
  }

  @Test
  void oneFileThatWentAstrayAmongMany() {
    IntUnaryOperator once = row -> row == 7 ? 2 : row;
    assertThat(all(files(once, PersonalFilesTest::invoice))).containsExactly(OTHERS + 1);
    assertThat(all(files(once, PersonalFilesTest::certificate))).containsExactly(OTHERS + 1);
  }

  @Test
  void aPageOfAnotherBehindOnesOwn() {
    IntFunction<String> both = row -> invoice(row) + (row == 3 ? "\n\f" + invoice(8) : "");
    assertThat(all(files(row -> row, both))).containsExactly(OTHERS + 1);
    assertThat(all(files(row -> row, row -> invoice(row) + (row == 3 ? "\n" + number(8) : ""))))
        .containsExactly(OTHERS + 1);
  }

  @Test
  void pagesThatPileUpAreMoreThanOnePersons() {
    IntFunction<String> pile =
        row -> {
          StringBuilder pages = new StringBuilder();
          for (int i = 1; i <= row; i++) {
            pages.append(invoice(i)).append('\n');
          }
          return pages.toString();
        };
    assertThat(all(files(row -> row, pile))).anyMatch(found -> found.startsWith(OTHERS));
  }

  @Test
  void aThirdPersonMayBeSpokenOf() {
    assertThat(all(files(row -> row, row -> certificate(row) + "\nPartner: " + name(row % 5 + 1))))
        .isEmpty();
    assertThat(all(files(row -> row, row -> invoice(row) + "\nTaught by " + name(1)))).isEmpty();
  }

  @Test
  void whoeverAllTheFilesNameIsConfirmedOnce() {
    IntFunction<String> treasurer =
        row -> invoice(row) + "\nQuestions? " + name(1) + ", " + phone(1);
    assertThat(all(files(row -> row, treasurer)))
        .containsExactly("content.lists-people CONFIRM attachment:invoice.txt 1");
    assertThat(
            all(
                files(row -> row, treasurer)
                    .text("Questions? Ask " + name(1) + ", " + phone(1) + ".")))
        .as("the template says so, too")
        .isEmpty();
  }

  /// The treasurer is in row 1; in the other files it is another person.
  @ParameterizedTest
  @CsvSource({
    "12, 7, content.lists-people CONFIRM attachment:a.txt 1",
    "12, 6, content.other-persons-data BLOCK attachment:a.txt 5",
    "13, 7, content.other-persons-data BLOCK attachment:a.txt 6",
    "4, 4, content.lists-people CONFIRM attachment:a.txt 1",
    "4, 3, content.other-persons-data BLOCK attachment:a.txt 2"
  })
  void halfOfTheFilesAndThreeNameWhoeverIsNamedToAll(int letters, int files, String found) {
    Kit kit = Kit.list("Name", "Email", "Phone", "Card");
    for (int row = 1; row <= letters; row++) {
      String phone = phone(row);
      kit.row("Person Nr" + row + "x", "p" + row + "@x.example", phone, number(row));
      if (row <= files) {
        kit.own(row, "a.txt", number(row) + "\nQuestions? Person Nr1x, " + phone(1));
      }
    }
    assertThat(all(kit)).containsExactly(found);
  }

  @Test
  void theSenderMayBeNamedThoughOnTheList() {
    IntFunction<String> secretary = row -> invoice(row) + "\nYours, " + name(1) + ", " + phone(1);
    assertThat(all(files(row -> row, secretary).from("p1@x.example"))).isEmpty();
    Kit newsletter =
        people()
            .newsletter("leave@riverside.example", "c/o " + name(2) + ", " + phone(2))
            .tamper(
                message ->
                    Kit.withText(
                        message, message.text() + "\nc/o " + name(2) + ", " + phone(2) + "\n"));
    assertThat(all(newsletter)).isEmpty();
  }

  @Test
  void aHouseholdMayStandOnOnePage() {
    Kit kit =
        Kit.list("Name", "Email", "Phone", "Card")
            .row("Ann Archer", "ann@x.example", "01632 960001", "RC-10017")
            .row("Ben Archer", "ben@x.example", "01632 960001", "RC-10024")
            .row("Cem Carter", "cem@x.example", "01632 960003", "RC-10031");
    String family = "Family Archer: Ann Archer RC-10017";
    assertThat(all(kit.own(1, "a.txt", family + ", 01632 960001, and RC-10024"))).isEmpty();
    assertThat(all(kit.own(3, "a.txt", "Cem Carter RC-10024")))
        .containsExactly("content.other-persons-data BLOCK attachment:a.txt 1");
  }

  @Test
  void yearsAndShortNumbersAreNobodys() {
    Kit kit =
        Kit.list("Name", "Email", "Member no", "Born")
            .row("Ann Archer", "ann@x.example", "2025", "14.03.1961")
            .row("Ben Bishop", "ben@x.example", "2026", "15.04.1962");
    kit.own(1, "a.txt", "Ann Archer, the year 2026 began well, and 15.04.1962 was a Sunday.");
    assertThat(all(kit)).isEmpty();
  }

  @Test
  void theColumnOfTheFilesSaysNothingOfWhoseTheyAre() {
    Kit kit = Kit.list("Name", "Email", "Card", "File");
    for (int row = 1; row <= PEOPLE; row++) {
      // The column of the files went one row on, and so did the files.
      kit.row(name(row), "p" + row + "@x.example", number(row), number(row % PEOPLE + 1) + ".txt");
      kit.own(row, "invoice.txt", "Card " + number(row % PEOPLE + 1));
    }
    PersonalFiles files =
        cell ->
            new PersonalFiles.Found.File(
                Kit.admitted("invoice.txt", cell.getBytes(StandardCharsets.UTF_8)), cell);
    kit.slot(new AttachmentSlot.PerPerson(FieldName.of("File"), "files", files));
    assertThat(all(kit)).containsExactly(OTHERS + PEOPLE);
  }

  @Test
  void aLetterSaysWhatTheTemplateAndItsRowSay() {
    Kit kit = people().text("Dear {{Name}},\nyour card is {{Card}}, your phone {{Phone}}.\n");
    assertThat(all(kit)).isEmpty();
    String to = "p3@x.example";
    assertThat(all(kit.say(to, text -> text + phone(8).replace(" ", "-"))))
        .containsExactly("content.other-persons-data BLOCK text 1");
    assertThat(all(kit.say(to, text -> text + "\n" + name(8)))).hasSize(1);
    assertThat(all(kit.say(to, text -> text.replace(number(3), number(8))))).hasSize(1);
    assertThat(all(kit.say(to, text -> text + "\nnothing of anybody's"))).isEmpty();
    kit.text("Questions? Ask " + name(6) + ".");
    assertThat(all(kit.say(to, text -> text + "\nIt was " + name(6)))).as("as all read").isEmpty();
    assertThat(all(kit.say(to, text -> text + "\nIt was " + name(7)))).hasSize(1);
  }

  @Test
  void whatALettersOwnRowSaysOfOthersIsItsOwn() {
    Kit kit = Kit.list("Name", "Email", "Phone", "Notes");
    for (int row = 1; row <= PEOPLE; row++) {
      kit.row(
          name(row),
          "p" + row + "@x.example",
          phone(row),
          "sits beside " + name(row % PEOPLE + 1) + " (" + phone(row % PEOPLE + 1) + ")");
    }
    assertThat(all(kit.text("{{Name}} {{Notes}}"))).isEmpty();
    assertThat(all(kit.text("Mr {{Name}} or {{Phone}}, ask " + name(2) + " on " + phone(2))))
        .isEmpty();
  }

  @Test
  void marksAreSoughtInPersonalFilesAndToldOnce() {
    assertThat(all(files(row -> row, row -> invoice(row) + "\nDRAFT - do not pay")))
        .containsExactly("draft.mark CONFIRM attachment:invoice.txt " + PEOPLE);
    assertThat(all(files(row -> row, row -> invoice(row) + (row < 3 ? "\nTODO: price" : ""))))
        .containsExactly("draft.mark CONFIRM attachment:invoice.txt 2");
    assertThat(all(people().own(2, "invoice_DRAFT.txt", invoice(2))))
        .containsExactly("draft.mark CONFIRM attachment:invoice_DRAFT.txt 1");
    assertThat(all(files(row -> row, row -> invoice(row) + "\nFOR INTERNAL USE ONLY")))
        .containsExactly("content.internal-marking CONFIRM attachment:invoice.txt " + PEOPLE);
    assertThat(all(people().own(2, "a.txt", "The password is Riv3r-side!")))
        .containsExactly("content.secret CONFIRM attachment:a.txt 1");
    assertThat(all(people().own(2, "a.exe", "MZ")))
        .containsExactly("attachment.forbidden-type CONFIRM attachment:a.exe 1");
  }

  @Test
  void whatIsHiddenOrReviewedInAPersonalFileIsTold() {
    List<Piece> pieces =
        List.of(new Piece("", "Old prices", Sort.HIDDEN), new Piece("", "Why?", Sort.REVIEWED));
    assertThat(
            all(
                people()
                    .extractor((_, _, _) -> new Extraction.Text(pieces))
                    .own(2, "a.xlsx", "x")
                    .own(3, "a.xlsx", "y")))
        .containsExactly(
            "attachment.hidden-content CONFIRM attachment:a.xlsx 2",
            "draft.tracked-changes CONFIRM attachment:a.xlsx 2");
  }

  private static Kit files(IntUnaryOperator whose, IntFunction<String> file) {
    Kit kit = people();
    for (int row = 1; row <= PEOPLE; row++) {
      kit.own(row, "invoice.txt", file.apply(whose.applyAsInt(row)));
    }
    return kit;
  }

  private static Kit people() {
    Kit kit = Kit.list("Name", "Email", "Phone", "Card", "Owes");
    for (int row = 1; row <= PEOPLE; row++) {
      kit.row(name(row), "p" + row + "@x.example", phone(row), number(row), "£" + row + ".50");
    }
    return kit;
  }

  private static String invoice(int row) {
    return "Invoice " + number(row) + "\n" + name(row) + "\nTotal £" + row + ".50, by 31.12.2026";
  }

  private static String certificate(int row) {
    return "This is to say that " + name(row) + " has passed with honours.";
  }

  private static String name(int row) {
    return FIRSTS[row - 1] + " " + LASTS[row - 1];
  }

  private static String phone(int row) {
    return String.format(Locale.ROOT, "01632 96%04d", row * 7);
  }

  private static String number(int row) {
    return "RC-" + (10_010 + row * 7);
  }

  private static List<String> all(Kit kit) {
    return kit.review(Checks.all(), ReviewProgress.NONE).review().findings().stream()
        .map(one -> one.id() + " " + one.severity() + " " + one.where().part() + " " + one.count())
        .toList();
  }
}
