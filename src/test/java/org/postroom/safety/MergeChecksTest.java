package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroom.address.MailboxKey;
import org.postroom.finding.Finding;
import org.postroom.message.MailshotId;
import org.postroom.safety.check.EmptyValue;
import org.postroom.safety.check.LeftOver;
import org.postroom.safety.check.ListsPeople;
import org.postroom.safety.check.OtherPersonsData;
import org.postroom.safety.check.SuspectValue;

/// What the list brings into the letters: each part, each rule's edge.
class MergeChecksTest {
  @Test
  void anEmptyFieldIsToldForEachPartOfTheLetter() {
    assertThat(say(names().subject("For {{Name}}").findings(new EmptyValue())))
        .containsExactly("merge.empty-value subject 2 2 [Name]");
    assertThat(say(names().text("Dear {{Name}}").findings(new EmptyValue())))
        .containsExactly("merge.empty-value text 2 2 [Name]");
    assertThat(say(names().html("<p>Dear {{Name}}</p>").findings(new EmptyValue())))
        .containsExactly("merge.empty-value html 2 2 [Name]");
    assertThat(say(names().text("Dear {{Name|friend}}").findings(new EmptyValue()))).isEmpty();
    assertThat(say(names().text("Dear friend").findings(new EmptyValue()))).isEmpty();
  }

  @Test
  void oneFieldInAllPartsIsOnePlacePerLetterAndTwoFieldsAreTwoFindings() {
    Kit kit = names().subject("{{Name}}").text("{{Name}} {{Town}}").html("<p>{{Town}}</p>");
    assertThat(say(kit.findings(new EmptyValue())))
        .containsExactly(
            "merge.empty-value text 1 1 [Town]", "merge.empty-value subject 2 2 [Name]");
  }

  @Test
  void aSuspectValueIsToldWhereverItsFieldStands() {
    for (Kit kit :
        List.of(
            suspect().subject("{{Code}}"),
            suspect().text("{{Code}}"),
            suspect().html("<p>{{Code}}</p>"))) {
      assertThat(say(kit.findings(new SuspectValue())))
          .containsExactly("merge.suspect-value list 2 2 [Code]");
      assertThat(kit.findings(new SuspectValue()).getFirst().quote()).isEqualTo("#REF!");
    }
    assertThat(suspect().text("{{#Code}}yes{{/Code}}").findings(new SuspectValue()))
        .as("a condition writes nothing")
        .isEmpty();
    assertThat(suspect().text("no field").findings(new SuspectValue())).isEmpty();
  }

  @Test
  void aPlaceholderInFinishedWordsIsLeftOver() {
    assertThat(finished("Dear {{Name")).containsExactly("merge.left-over text 3 1 []");
    assertThat(finished("Dear Name}}")).containsExactly("merge.left-over text 3 1 []");
    assertThat(finished("Dear <<Name>>")).containsExactly("merge.left-over text 3 1 []");
    assertThat(finished("Dear «Name»")).containsExactly("merge.left-over text 3 1 []");
    assertThat(finished("Dear [Name]")).containsExactly("merge.left-over text 3 1 []");
    assertThat(finished("Dear *|FNAME|*")).containsExactly("merge.left-over text 3 1 []");
    assertThat(finished("Dear %NAME%")).containsExactly("merge.left-over text 3 1 []");
    assertThat(finished("Dear ${name}")).containsExactly("merge.left-over text 3 1 []");
    assertThat(finished("Dear {name}")).containsExactly("merge.left-over text 3 1 []");
    assertThat(finished("« Name », [ Name ], 100 % {of} it")).isEmpty();
    assertThat(finished("[insert date], [your name]"))
        .containsExactly("merge.left-over text 3 1 []");
    assertThat(finished("[your way] [insertion]")).isEmpty();
  }

  /// One person whom the files of half the people name, a treasurer say, is named to everybody.
  @Test
  void whomHalfTheOwnFilesNameIsJudgedOnceAndWhomFewerNameBlocks() {
    assertThat(say(named(6, 3).findings(new OtherPersonsData())))
        .containsExactly("content.lists-people attachment:a.txt null 1 [1, m6@choir.example]");
    assertThat(say(named(7, 3).findings(new OtherPersonsData())))
        .containsExactly("content.other-persons-data attachment:a.txt 1 3 [m7@choir.example, 7]");
    assertThat(say(named(4, 2).findings(new OtherPersonsData())))
        .containsExactly("content.other-persons-data attachment:a.txt 1 2 [m4@choir.example, 4]");
  }

  @Test
  void whomThreeRowsNameInAColumnIsSharedAndWhomTwoNameIsNot() {
    assertThat(say(leader(3).findings(new OtherPersonsData())))
        .containsExactly("content.lists-people text null 1 [1, m9@choir.example]");
    assertThat(say(leader(2).findings(new OtherPersonsData())))
        .containsExactly("content.other-persons-data text 1 2 [m9@choir.example, 9]");
  }

  @Test
  void anAddressOfAnEarlierListIsLookedUpWhereItCanBeOne() {
    Kit kit = Kit.choir(9).memory(everybody());
    assertThat(kit.text("Ask a@b or x@y.example").findings(new ListsPeople()))
        .extracting(finding -> finding.where().address())
        .contains("x@y.example");
    String longest = "x".repeat(64) + "@" + "y".repeat(181) + ".example";
    assertThat(longest).hasSize(254);
    assertThat(kit.text("Ask " + longest).findings(new ListsPeople())).hasSize(1);
    assertThat(kit.text("Ask y" + longest).findings(new ListsPeople())).isEmpty();
  }

  private static Memory everybody() {
    return new NoMemory() {
      @Override
      public boolean onAnEarlierList(MailboxKey address) {
        return true;
      }

      @Override
      public List<Optional<Earlier>> sentBefore(List<Content> contents) {
        Earlier old =
            new Earlier(MailshotId.of("0d3c0000-0000-4000-8000-000000000002"), "Old", false);
        return contents.stream().map(_ -> Optional.of(old)).toList();
      }
    };
  }

  private static Kit names() {
    return Kit.list("Name", "Email", "Town")
        .row("Ann", "a@x.example", "")
        .row("", "b@x.example", "Hull")
        .row("", "c@x.example", "Bath");
  }

  private static Kit suspect() {
    return Kit.list("Email", "Code")
        .row("a@x.example", "RC-1")
        .row("b@x.example", "#REF!")
        .row("c@x.example", "NULL");
  }

  private static Kit named(int letters, int naming) {
    Kit kit = Kit.choir(letters);
    for (int row = 1; row <= naming; row++) {
      kit.own(row, "a.txt", "Letter " + row + ": ask m" + letters + "@choir.example");
    }
    return kit;
  }

  private static Kit leader(int naming) {
    Kit kit = Kit.list("Name", "Email", "Leader");
    for (int row = 1; row <= 9; row++) {
      kit.row(
          "Member " + row, "m" + row + "@choir.example", row <= naming ? "m9@choir.example" : "");
    }
    return kit.tamper(
        message ->
            message.to().matches("m[1-" + naming + "]@.*")
                ? Kit.withText(message, "Your leader is m9@choir.example.")
                : message);
  }

  private static List<String> finished(String words) {
    return say(
        Kit.choir(9)
            .tamper(
                message -> message.to().startsWith("m3@") ? Kit.withText(message, words) : message)
            .findings(new LeftOver()));
  }

  private static List<String> say(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                finding.id()
                    + " "
                    + finding.where().part()
                    + " "
                    + finding.where().row()
                    + " "
                    + finding.count()
                    + " "
                    + finding.args())
        .toList();
  }
}
