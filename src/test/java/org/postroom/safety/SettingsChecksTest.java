package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.address.AddrSpec;
import org.postroom.address.MailboxKey;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Kind;
import org.postroom.message.MailshotId;
import org.postroom.message.PersonalFiles.Found;
import org.postroom.recipients.FieldName;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.check.DailyLimit;
import org.postroom.safety.check.HiddenContent;
import org.postroom.safety.check.InternalMarking;
import org.postroom.safety.check.NotComparable;
import org.postroom.safety.check.OwnFiles;
import org.postroom.safety.check.PartsDiffer;
import org.postroom.safety.check.SameContentAgain;
import org.postroom.safety.check.Secret;

/// What the document, the account and the files say, apart from words and people.
class SettingsChecksTest {
  private static final FindingTexts TEXTS = new FindingTexts(Locale.UK);
  private static final TextExtractor.Piece HIDDEN_SHEET =
      new TextExtractor.Piece("", "Costs", TextExtractor.Sort.HIDDEN);

  @Test
  void nothingStandsAgainstAPlainMailshot() {
    assertThat(all(Kit.choir(3))).isEmpty();
    assertThat(all(Kit.choir(3).newsletter("leave@riverside.example", "1 Mill Lane"))).isEmpty();
  }

  @Test
  void aNewsletterNeedsAWayOutAndAPostalAddress() {
    assertThat(all(Kit.choir(3).newsletterWithoutSettings()))
        .containsExactly(
            "newsletter.no-unsubscribe BLOCK 1", "newsletter.no-postal-address BLOCK 1");
    assertThat(all(Kit.choir(3).newsletter(null, "1 Mill Lane")))
        .containsExactly("newsletter.no-unsubscribe BLOCK 1");
    assertThat(all(Kit.choir(3).newsletter("leave@riverside.example", " ")))
        .containsExactly("newsletter.no-postal-address BLOCK 1");
  }

  @Test
  void theListNeedsABasis() {
    assertThat(all(Kit.choir(3).basis(" "))).containsExactly("list.no-basis CONFIRM 1");
  }

  @Test
  void aNumberFarFromTheExpectedIsAsked() {
    assertThat(all(Kit.choir(40).expected(40))).isEmpty();
    assertThat(all(Kit.choir(40).expected(43))).isEmpty();
    assertThat(all(Kit.choir(40).expected(37))).isEmpty();
    assertThat(all(Kit.choir(44).expected(40))).as("a tenth is not more").isEmpty();
    assertThat(all(Kit.choir(45).expected(40))).containsExactly("list.unexpected-count CONFIRM 1");
    assertThat(all(Kit.choir(4).expected(6))).isEmpty();
    assertThat(all(Kit.choir(40).expected(45))).containsExactly("list.unexpected-count CONFIRM 1");
    assertThat(all(Kit.choir(3).expected(312))).containsExactly("list.unexpected-count CONFIRM 1");
  }

  @Test
  void farMorePeopleThanTheLatestMailshotsHad() {
    assertThat(all(Kit.choir(40).memory(latest(12, 9, 14))))
        .containsExactly("list.unexpected-count CONFIRM 1");
    assertThat(all(Kit.choir(28).memory(latest(12, 9, 14)))).isEmpty();
    assertThat(all(Kit.choir(29).memory(latest(12, 9, 14))))
        .containsExactly("list.unexpected-count CONFIRM 1");
    assertThat(all(Kit.choir(12).memory(latest(1, 1, 2)))).isEmpty();
    assertThat(all(Kit.choir(13).memory(latest(1, 1, 2))))
        .containsExactly("list.unexpected-count CONFIRM 1");
    assertThat(all(Kit.choir(40).memory(latest(12, 9)))).isEmpty();
    assertThat(all(Kit.choir(40).expected(40).memory(latest(12, 9, 14)))).isEmpty();
  }

  private static Memory latest(Integer... counts) {
    return new NoMemory() {
      @Override
      public List<Integer> usualCounts() {
        return List.of(counts);
      }
    };
  }

  @Test
  void aListIsOldAfterAYear() {
    LocalDate today = LocalDate.of(2026, 11, 21);
    Kit choir = Kit.choir(3).today(today);
    assertThat(all(choir.provenance(since(LocalDate.of(2025, 11, 20)))))
        .containsExactly("list.old CONFIRM 1");
    for (LocalDate day :
        List.of(LocalDate.of(2025, 11, 21), today, today.plusDays(1), LocalDate.of(2026, 1, 1))) {
      assertThat(all(choir.provenance(since(day)))).as(day.toString()).isEmpty();
    }
    assertThat(all(choir.provenance(Provenance.UNKNOWN))).isEmpty();
    // 29 February has no anniversary; the day before counts.
    choir.today(LocalDate.of(2025, 2, 28)).provenance(since(LocalDate.of(2024, 2, 29)));
    assertThat(all(choir)).isEmpty();
    assertThat(all(choir.today(LocalDate.of(2025, 3, 1)))).containsExactly("list.old CONFIRM 1");
  }

  @Test
  void aListThatAnotherSenderOrAnotherKindUsedLastIsAsked() {
    Kit choir = Kit.choir(3);
    String own = choir.reviewSubject().mailshot().from().mailbox().address().wire();
    assertThat(all(choir.provenance(used(own.toUpperCase(Locale.ROOT), Kind.PERSONAL)))).isEmpty();
    assertThat(all(choir.provenance(used(own, Kind.NEWSLETTER))))
        .containsExactly("list.other-purpose CONFIRM 1");
    assertThat(all(choir.provenance(used("treasurer@choir.example", Kind.PERSONAL))))
        .containsExactly("list.other-purpose CONFIRM 1");
    Finding asked = choir.findings(Checks.all().toArray(SafetyCheck[]::new)).getFirst();
    assertThat(new FindingTexts(Locale.UK).why(asked))
        .startsWith(
            "“Subs” went to it on 3 May 2026, from treasurer@choir.example, as a personal mailshot.");
  }

  private static Provenance since(LocalDate day) {
    return new Provenance(day, null);
  }

  private static Provenance used(String sender, Kind kind) {
    MailboxKey key = AddrSpec.of(sender).key();
    LocalDate day = LocalDate.of(2026, 5, 3);
    return new Provenance(null, new Provenance.LastUse("Subs", sender, key, kind, day));
  }

  @Test
  void theSameContentAgainBlocksWithinAMailshotAndIsAskedAcross() {
    assertThat(all(Kit.choir(9).memory(sent(true))))
        .containsExactly("send.same-content-again BLOCK 2");
    assertThat(all(Kit.choir(9).memory(sent(false))))
        .containsExactly("send.same-content-again CONFIRM 2");
  }

  @Test
  void whatWasSentIsLookedUpForFiveHundredLettersAtOnce() {
    List<Integer> asked = new ArrayList<>();
    Memory memory =
        new NoMemory() {
          @Override
          public List<Optional<Earlier>> sentBefore(List<Content> contents) {
            asked.add(contents.size());
            return super.sentBefore(contents);
          }
        };
    assertThat(Kit.choir(501).memory(memory).findings(new SameContentAgain())).isEmpty();
    assertThat(asked).containsExactly(500, 1);
  }

  @Test
  void earlierListsThatCannotBeComparedAreNoted() {
    for (int lists : List.of(0, 1, 2)) {
      Memory memory =
          new NoMemory() {
            @Override
            public int notComparable() {
              return lists;
            }
          };
      assertThat(Kit.choir(3).memory(memory).findings(new NotComparable()))
          .extracting(Finding::args)
          .isEqualTo(lists == 0 ? List.of() : List.of(List.of(lists)));
    }
  }

  @Test
  void repliesToAnotherDomainAreAsked() {
    assertThat(all(Kit.choir(3).replyTo("helen@gmail.com")))
        .containsExactly("reply-to.other-domain CONFIRM 1");
    assertThat(all(Kit.choir(3).replyTo("helen@mail.riverside.example"))).isEmpty();
    assertThat(all(Kit.choir(3).replyTo("choir-list@riverside.example")))
        .containsExactly("address.group CONFIRM 1");
    assertThat(all(Kit.choir(3).replyTo("ALL@riverside.example")))
        .containsExactly("address.group CONFIRM 1");
    assertThat(all(Kit.choir(3).replyTo("allison@riverside.example"))).isEmpty();
    assertThat(all(Kit.choir(3).from("a@choir.org.uk").replyTo("a@other.org.uk")))
        .containsExactly("reply-to.other-domain CONFIRM 1");
    assertThat(all(Kit.choir(3).from("a@gmail.com").replyTo("a@googlemail.com"))).isEmpty();
  }

  @Test
  void anAnswerIsAskedForWhereNobodyReadsIt() {
    assertThat(all(Kit.choir(3).from("no-reply@x.example").text("Please reply by Friday.")))
        .containsExactly("reply-to.no-reply CONFIRM 1");
    assertThat(all(Kit.choir(3).from("no-reply@x.example").text("We meet on Friday."))).isEmpty();
    assertThat(all(Kit.choir(3).text("Please reply by Friday."))).isEmpty();
  }

  /// What an account is called, who the letters are from, and whether that is asked.
  @ParameterizedTest
  @CsvSource({
    "news@riverside.example, news@riverside.example, false, the same mailbox",
    "secretary@riverside.example, news@riverside.example, false, one house",
    "news@riverside.example, news@mail.riverside.example, false, one owner",
    "news@riverside.example, a@other.example, true, two owners",
    "news@riverside.org.uk, news@other.org.uk, true, two owners under one suffix",
    "h@other.example, news@riverside.example, true, a mailbox of one letter",
    "helen, news@other.example, false, a name for signing in says nothing",
    "riverside@gmail.com, Riverside@Gmail.com, false, case is nothing",
    "riverside@gmail.com, riverside@googlemail.com, false, one provider with two names",
    "riverside.choir@gmail.com, riversidechoir+news@gmail.com, false, one mailbox at Google",
    "riverside@gmx.de, riverside+news@gmx.de, false, a tag",
    "river.side@gmx.de, riverside@gmx.de, true, a dot counts elsewhere",
    "helen.price@gmail.com, riverside.choir@gmail.com, true, a person's own account",
    "helen@web.de, riverside@web.de, true, two people at one provider",
    "helen@yahoo.com.au, riverside@yahoo.com.au, true, the same in another country",
    "helen@outlook.com, riverside@hotmail.com, true, two domains",
    "helen@icloud.com, Helen@me.com, false, one mailbox with two names at Apple",
    "helen@icloud.com, riverside@mac.com, true, two people there",
    "helen@proton.me, helen@pm.me, false, one mailbox with two names at Proton",
    "helen@protonmail.com, riverside@proton.me, true, two people there"
  })
  void theSenderBelongsToTheAccount(String account, String from, boolean asked, String why) {
    SendWay way = new SendWay(false, account + "@smtp.riverside.example:587", "x", 100, 0, 0);
    assertThat(all(Kit.choir(3).from(from).way(way)))
        .as(why)
        .isEqualTo(asked ? List.of("account.mismatch CONFIRM 1") : List.of());
    assertThat(all(Kit.choir(3).from(from).way(SendWay.undecided()))).isEmpty();
    assertThat(all(Kit.choir(3).from(from).way(SendWay.toPractice()))).isEmpty();
  }

  @Test
  void moreThanADayTakesIsAsked() {
    assertThat(all(Kit.choir(30).way(new SendWay(false, "", "x", 100, 30, 0)))).isEmpty();
    Finding over =
        Kit.choir(31)
            .way(new SendWay(false, "", "x", 100, 10, 0))
            .review(Checks.all(), ReviewProgress.NONE)
            .review()
            .findings()
            .getFirst();
    assertThat(over.id()).isEqualTo("limit.over-daily");
    assertThat(over.args()).containsExactly(31, 10, 4, "24 November 2026", 0);
    Finding exactly =
        Kit.choir(30)
            .way(new SendWay(false, "", "x", 100, 10, 0))
            .findings(new DailyLimit())
            .getFirst();
    assertThat(exactly.args()).containsExactly(30, 10, 3, "23 November 2026", 0);
  }

  @Test
  void whatLeftSinceYesterdayCountsForTheDay() {
    SendWay way = new SendWay(false, "", "x", 100, 30, 0);
    assertThat(all(Kit.choir(10).way(way).leftToday(20))).isEmpty();
    Finding over =
        Kit.choir(10)
            .way(way)
            .leftToday(21)
            .review(Checks.all(), ReviewProgress.NONE)
            .review()
            .findings()
            .getFirst();
    assertThat(over.id()).isEqualTo("limit.over-daily");
    assertThat(over.args()).containsExactly(10, 30, 2, "22 November 2026", 21);
    assertThat(new FindingTexts(Locale.UK).why(over))
        .startsWith("21 letters have left through this account");
  }

  @Test
  void largeLettersAreAskedAndBlockWhereTheServerSaysSo() {
    byte[] large = new byte[19_000_000];
    assertThat(all(picture().attach("a.bin", large))).containsExactly("size.over-limit CONFIRM 2");
    assertThat(all(picture().attach("a.bin", new byte[18_000_000]))).isEmpty();
    assertThat(
            all(
                picture()
                    .attach("a.bin", large)
                    .way(new SendWay(true, "practice", "p", 100, 0, 20_000_000))))
        .containsExactly("size.over-limit BLOCK 2");
    assertThat(
            all(
                picture()
                    .attach("a.bin", large)
                    .way(new SendWay(true, "practice", "p", 100, 0, 50_000_000))))
        .isEmpty();
  }

  @Test
  void theLimitIsTheOneOfTheAccountsProvider() {
    byte[] large = new byte[16_000_000];
    LetterLimit apples = new LetterLimit(20_000_000, "Apple");
    assertThat(all(picture().attach("a.bin", large))).isEmpty();
    Finding over =
        picture()
            .attach("a.bin", large)
            .letterLimit(apples)
            .review(Checks.all(), ReviewProgress.NONE)
            .review()
            .findings()
            .getFirst();
    assertThat(TEXTS.message(over))
        .isEqualTo(
            "2 letters are larger than Apple takes. The largest has 21.3 MB, and Apple takes 20.0"
                + " MB. Attach smaller files, or put them on a web page and send the link.");
    assertThat(
            all(
                picture()
                    .attach("a.bin", large)
                    .letterLimit(apples)
                    .way(new SendWay(false, "", "icloud", 100, 0, 50_000_000))))
        .isEmpty();
  }

  @Test
  void marksAreLookedForInAllOfAFile() {
    String rows = "Elgar;Serenade;12\n".repeat(20_000);
    assertThat(all(Kit.choir(3).attach("a.txt", rows + "DRAFT: not yet agreed\n" + rows)))
        .containsExactly("draft.mark CONFIRM 1");
    assertThat(all(Kit.choir(3).attach("a.txt", rows + "for internal use only\n" + rows)))
        .containsExactly("content.internal-marking CONFIRM 1");
    assertThat(all(Kit.choir(3).attach("a.txt", rows + "password: Hunter2!\n" + rows)))
        .containsExactly("content.secret CONFIRM 1");
    assertThat(all(Kit.choir(3).attach("a.txt", rows))).isEmpty();
  }

  @Test
  void aMarkInTextAndHtmlIsToldOnceAndInAFileAgain() {
    Kit kit = Kit.choir(3).text("For internal use only.").html("<p>For internal use only.</p>");
    assertThat(all(kit)).containsExactly("content.internal-marking CONFIRM 1");
    assertThat(kit.findings(new InternalMarking()))
        .extracting(Finding::quote)
        .containsExactly("For internal use only");
    assertThat(all(kit.attach("a.txt", "For internal use only.")))
        .containsExactly(
            "content.internal-marking CONFIRM 1", "content.internal-marking CONFIRM 1");
  }

  @Test
  void ofASecretHalfIsShown() {
    assertThat(Kit.choir(3).text("The PIN: 1234").findings(new Secret()))
        .extracting(Finding::quote)
        .containsExactly("PIN:…");
    assertThat(Kit.choir(3).text("The password is Riv3r-side!").findings(new Secret()))
        .extracting(Finding::quote)
        .containsExactly("password is…");
  }

  @Test
  void textAndHtmlSayTheSame() {
    assertThat(all(Kit.choir(3).text("On 14 March.").html("<p>On <b>14</b> March.</p>"))).isEmpty();
    Finding differ =
        Kit.choir(3)
            .text("We meet on 14 March.")
            .html("<p>We meet on <b>11</b> April.</p>")
            .findings(new PartsDiffer())
            .getFirst();
    assertThat(differ.id()).isEqualTo("text.parts-differ");
    assertThat(differ.quote()).isEqualTo("We meet on 14 March.");
    assertThat(differ.where().part()).isEqualTo("text");
  }

  @Test
  void whatASpreadsheetHidesIsAsked() {
    Finding hidden =
        Kit.choir(3)
            .extractor((_, _, _) -> new Extraction.Text(List.of(HIDDEN_SHEET)))
            .attach("prices.xlsx", "x")
            .findings(new HiddenContent())
            .getFirst();
    assertThat(TEXTS.message(hidden))
        .isEqualTo(
            "“prices.xlsx” has hidden sheets, rows or columns. Everybody can show what is hidden in"
                + " “Costs”. Delete it, or confirm that it may be seen.");
    assertThat(Kit.choir(3).attach("prices.xlsx", "x").findings(new HiddenContent())).isEmpty();
  }

  @Test
  void anEmptyCellForAFileSaysItsRowAndThatItIsEmpty() {
    Kit kit =
        Kit.list("Email", "Invoice")
            .row("a@x.example", "a.pdf")
            .row("b@x.example", "")
            .row("c@x.example", "")
            .slot(
                new AttachmentSlot.PerPerson(
                    FieldName.of("Invoice"), "invoices", Found.Missing::new));
    assertThat(kit.findings(new OwnFiles()))
        .extracting(TEXTS::message)
        .containsExactly(
            "A personal file is not there. “a.pdf” of row 1 is not in the folder “invoices”. Put it"
                + " there, correct the column, or leave out those who have no file.",
            "A cell names no file (2 rows). “Invoice” is empty in row 2. Fill it in, or leave out"
                + " those who have no file.");
  }

  @Test
  void filesAreLookedAt() {
    assertThat(all(Kit.choir(3).attach("empty.txt", "")))
        .containsExactly("attachment.empty CONFIRM 1");
    assertThat(all(Kit.choir(3).attach("a.txt", "x").attach("b.txt", "x")))
        .containsExactly("attachment.repeated CONFIRM 1");
    assertThat(all(Kit.choir(3).attach("setup.EXE", "x")))
        .containsExactly("attachment.forbidden-type CONFIRM 1");
    assertThat(all(Kit.choir(3).attach("notes exe", "x"))).isEmpty();
    assertThat(all(Kit.choir(3).attach("Programme draft 2.pdf", "x")))
        .containsExactly("draft.mark CONFIRM 1");
    assertThat(all(Kit.choir(3).attach("Draughts.pdf", "x").attach("draft-beer.pdf", "y")))
        .isEmpty();
    assertThat(
            all(
                Kit.choir(3)
                    .extractor((_, _, _) -> new Extraction.Unreadable("encrypted"))
                    .attach("a.zip", "x")))
        .containsExactly("content.unreadable-attachment CONFIRM 1");
    assertThat(
            all(Kit.choir(3).extractor((_, _, _) -> new Extraction.Picture()).attach("a.png", "x")))
        .isEmpty();
    assertThat(
            all(
                Kit.choir(3)
                    .extractor((_, _, _) -> new Extraction.Unreadable("no-text"))
                    .own(1, "a.pdf", "x")
                    .own(2, "b.pdf", "y")))
        .containsExactly("content.unreadable-attachment CONFIRM 2");
  }

  @Test
  void eachPersonsOwnFileIsThereAndTheirs() {
    Map<String, Found> files =
        Map.of(
            "a.pdf", new Found.File(Kit.admitted("a.pdf", new byte[] {1}), "/x/a.pdf"),
            "b.pdf", new Found.File(Kit.admitted("b.pdf", new byte[] {2}), "/x/b.pdf"),
            "0.pdf", new Found.Empty("0.pdf"),
            "../o.pdf", new Found.Outside("../o.pdf"),
            "m.csv", new Found.IsList("m.csv", "members.csv"));
    assertThat(all(column(files, "a.pdf", "b.pdf"))).isEmpty();
    assertThat(all(column(files, "a.pdf", "c.pdf", "")))
        .containsExactly("attachment.missing BLOCK 1", "attachment.missing BLOCK 1");
    assertThat(all(column(files, "a.pdf", "a.pdf", "b.pdf")))
        .containsExactly("attachment.shared BLOCK 2");
    assertThat(all(column(files, "a.pdf", "0.pdf"))).containsExactly("attachment.empty BLOCK 1");
    assertThat(all(column(files, "../o.pdf"))).containsExactly("attachment.outside-folder BLOCK 1");
    assertThat(all(column(files, "m.csv"))).containsExactly("list.is-attachment BLOCK 1");
  }

  @Test
  void filesThatAreSharedSayWhoSharesTheFirst() {
    Map<String, Found> files =
        Map.of(
            "a.pdf", new Found.File(Kit.admitted("a.pdf", new byte[] {1}), "/x/a.pdf"),
            "b.pdf", new Found.File(Kit.admitted("b.pdf", new byte[] {2}), "/x/b.pdf"),
            "c.pdf", new Found.File(Kit.admitted("c.pdf", new byte[] {3}), "/x/c.pdf"));
    Kit kit = column(files, "c.pdf", "a.pdf", "b.pdf", "a.pdf", "b.pdf", "a.pdf", "a.pdf");
    assertThat(kit.findings(new OwnFiles()))
        .singleElement()
        .satisfies(
            shared -> {
              assertThat(shared.id()).isEqualTo("attachment.shared");
              assertThat(shared.args()).containsExactly("a.pdf", "2, 4, 6");
              assertThat(shared.count()).isEqualTo(6);
            });
  }

  @Test
  void valuesThatAProgramWroteAreAsked() {
    for (String value :
        List.of("#REF!", "NULL", "nan", "1.23E+11", "########", "&amp;c", "<b>Ann</b>", "=A1")) {
      assertThat(all(named(value))).as(value).containsExactly("merge.suspect-value CONFIRM 1");
    }
    for (String value :
        List.of(
            "Ann",
            "Nan Goldin",
            "Nullarbor",
            "Tom & Ann",
            "#1",
            "1.5",
            "None So Blind",
            "a < b",
            "E=mc2")) {
      assertThat(all(named(value))).as(value).isEmpty();
    }
  }

  private static Kit named(String value) {
    return Kit.list("Name", "Email")
        .row("Zoë", "a@x.example")
        .row(value, "b@x.example")
        .text("Good evening {{Name}}, we meet on the green.");
  }

  @Test
  void aColumnThatSpeaksAgainstPeopleIsAsked() {
    assertThat(all(flag("Do not contact", "yes"))).containsExactly("list.opted-out CONFIRM 1");
    assertThat(all(flag("Status", "unsubscribed"))).containsExactly("list.opted-out CONFIRM 1");
    assertThat(all(flag("Newsletter", "no"))).containsExactly("list.opted-out CONFIRM 1");
    assertThat(all(flag("Consent", "N"))).containsExactly("list.opted-out CONFIRM 1");
    assertThat(all(flag("Do not contact", "no"))).isEmpty();
    assertThat(all(flag("Status", "active"))).isEmpty();
    assertThat(all(flag("Newsletter", "yes"))).isEmpty();
    assertThat(all(flag("Vegetarian", "no"))).isEmpty();
    assertThat(all(flag("Notes", "left-handed"))).isEmpty();
  }

  private static Kit flag(String column, String value) {
    return Kit.list("Email", column).row("a@x.example", value).row("b@x.example", "");
  }

  private static Kit picture() {
    return Kit.choir(2).extractor((_, _, _) -> new Extraction.Picture());
  }

  private static Kit column(Map<String, Found> files, String... cells) {
    Kit kit = Kit.list("Email", "Invoice");
    for (int i = 0; i < cells.length; i++) {
      kit.row("p" + i + "@x.example", cells[i]);
    }
    return kit.slot(
        new AttachmentSlot.PerPerson(
            FieldName.of("Invoice"),
            "invoices",
            cell -> files.getOrDefault(cell, new Found.Missing(cell))));
  }

  private static Memory sent(boolean sameMailshot) {
    MailshotId id = MailshotId.of("0d3c0000-0000-4000-8000-000000000009");
    return new NoMemory() {
      @Override
      public List<Optional<Earlier>> sentBefore(List<Content> contents) {
        return contents.stream()
            .map(one -> one.person().value())
            .map(
                person ->
                    Optional.of(new Earlier(id, "January", sameMailshot))
                        .filter(_ -> person.matches("m[12]@.*")))
            .toList();
      }
    };
  }

  private static List<String> all(Kit kit) {
    return kit.review(Checks.all(), ReviewProgress.NONE).review().findings().stream()
        .map(finding -> finding.id() + " " + finding.severity() + " " + finding.count())
        .toList();
  }
}
