package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;
import org.postroom.safety.TextExtractor.Sort;
import org.postroom.safety.check.EmptyFile;
import org.postroom.safety.check.Links;
import org.postroom.safety.check.RepeatedAttachment;
import org.postroom.safety.check.RowsShown;
import org.postroom.safety.check.SizeLimit;
import org.postroom.safety.check.TakenAt;
import org.postroom.safety.check.TrackedChanges;
import org.postroom.safety.check.UnreadableAttachment;

/// Files, and what the review says it looked at.
class FileChecksTest {
  private static final String PHONES =
      "Member One 01234 567001\nMember Two 01234 567002\nMember Three 01234 567003\n";

  @Test
  void rowsWithoutAddressesInTheTextAreTheListInTheText() {
    assertThat(say(members(6).text(PHONES).findings(new RowsShown())))
        .containsExactly("list.is-body BLOCK text 3 [text, members.csv]");
    assertThat(say(members(7).text(PHONES).findings(new RowsShown())))
        .containsExactly("content.lists-people BLOCK text 3 [3, ]");
    assertThat(say(members(7).html("<p>" + PHONES + "</p>").findings(new RowsShown())))
        .containsExactly("content.lists-people BLOCK html 3 [3, ]");
    assertThat(say(members(7).html("<!-- " + PHONES + " -->").findings(new RowsShown())))
        .containsExactly("content.lists-people BLOCK html 3 [3, ]");
    assertThat(say(members(7).subject(PHONES.replace('\n', ' ')).findings(new RowsShown())))
        .containsExactly("content.lists-people BLOCK subject 3 [3, ]");
  }

  @Test
  void rowsWithoutAddressesInAPictureOfTheHtmlAreTheListInTheText() {
    byte[] words = PHONES.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(say(members(6).image("a.svg", words).findings(new RowsShown())))
        .containsExactly("list.is-body BLOCK inline:a.svg 3 [a.svg, members.csv]");
    assertThat(say(members(6).attach("a.txt", words).findings(new RowsShown())))
        .containsExactly("list.is-attachment BLOCK attachment:a.txt 3 [a.txt, members.csv]");
  }

  @Test
  void whereTheAddressesTellNothingIsToldTwice() {
    String both = PHONES + "m1@x.example m2@x.example m3@x.example";
    assertThat(members(6).attach("a.txt", both).findings(new RowsShown())).isEmpty();
    assertThat(members(40).attach("a.txt", both).findings(new RowsShown())).isEmpty();
    assertThat(members(40).attach("a.txt", PHONES + "m1@x.example").findings(new RowsShown()))
        .hasSize(1);
  }

  @Test
  void whatReviewersLeftInAFileIsAskedOnce() {
    List<Piece> pieces =
        List.of(
            new Piece("", "words"),
            new Piece("", "Really?", Sort.REVIEWED),
            new Piece("", "Yes", Sort.REVIEWED));
    assertThat(
            say(
                Kit.choir(3)
                    .extractor((_, _, _) -> new Extraction.Text(pieces))
                    .attach("a.docx", "x")
                    .findings(new TrackedChanges())))
        .containsExactly("draft.tracked-changes CONFIRM attachment:a.docx 1 []");
    assertThat(Kit.choir(3).attach("a.docx", "x").findings(new TrackedChanges())).isEmpty();
  }

  @Test
  void anEmptyFileOfOnesOwnBlocksAndIsTold() {
    Kit kit = Kit.choir(5).own(2, "a.txt", "").own(4, "b.txt", "").own(5, "a.txt", "x");
    assertThat(say(kit.findings(new EmptyFile())))
        .containsExactly("attachment.empty BLOCK attachment:a.txt 2 [a.txt]");
    assertThat(Kit.choir(5).own(5, "a.txt", "x").findings(new EmptyFile())).isEmpty();
  }

  @Test
  void anEmptyFileIsNotUnreadableToo() {
    Kit kit = Kit.choir(5).extractor((_, _, _) -> new Extraction.Unreadable("encrypted"));
    assertThat(kit.attach("a.pdf", "").own(2, "b.pdf", "").findings(new UnreadableAttachment()))
        .isEmpty();
    assertThat(say(kit.attach("c.pdf", "c").findings(new UnreadableAttachment()))).hasSize(1);
  }

  @Test
  void theSameBytesTwiceAreToldOfAttachmentsThatHaveAny() {
    Kit kit = Kit.choir(5).attach("a.txt", "").attach("b.txt", "");
    assertThat(kit.findings(new RepeatedAttachment())).isEmpty();
    byte[] logo = {1, 2, 3};
    kit.attach("logo.png", logo).image("logo.png", logo);
    assertThat(kit.findings(new RepeatedAttachment())).as("shown and attached").isEmpty();
    assertThat(say(kit.attach("copy.png", logo).findings(new RepeatedAttachment())))
        .containsExactly("attachment.repeated CONFIRM attachment:copy.png 1 [copy.png, logo.png]");
  }

  @Test
  void aPictureIsSentWithTheLetterOrMissing() {
    Kit kit = Kit.choir(3).html("<p>Hi <img src=\"logo.png\"></p>");
    assertThat(kit.image("other.png", new byte[] {1}).findings(new Links()))
        .extracting(Finding::id, Finding::quote)
        .containsExactly(tuple("image.missing", "logo.png"));
    assertThat(kit.image("logo.png", new byte[] {2}).findings(new Links())).isEmpty();
  }

  @Test
  void aLinkWithoutATargetIsNamedByItsWords() {
    assertThat(Kit.choir(3).html("<a href=\"#\">Book now</a>").findings(new Links()))
        .extracting(Finding::quote)
        .containsExactly("Book now");
    assertThat(
            Kit.choir(3)
                .html("<a href=\"\"><img src=\"https://x.example/a.png\"></a>")
                .findings(new Links()))
        .extracting(Finding::quote)
        .containsExactly("link");
  }

  @Test
  void picturesThatSayWhereTheyWereTakenAreTold() {
    Kit kit =
        Kit.choir(5)
            .extractor(
                (_, _, bytes) ->
                    new Extraction.Text(
                        bytes.length == 1
                            ? List.of()
                            : List.of(new Piece("", "51.5, -0.1", Sort.TAKEN_AT))));
    assertThat(kit.attach("plain.jpg", "x").own(3, "p.jpg", "y").findings(new TakenAt())).isEmpty();
    kit.attach("hall.jpg", "hall").attach("home.jpg", "home");
    assertThat(say(kit.findings(new TakenAt())))
        .containsExactly("image.taken-at NOTE attachment:hall.jpg 2 [hall.jpg, 51.5, -0.1]");
    assertThat(say(kit.own(2, "mine.jpg", "mine").findings(new TakenAt())))
        .containsExactly(
            "image.taken-at NOTE attachment:hall.jpg 2 [hall.jpg, 51.5, -0.1]",
            "image.taken-at NOTE attachment:mine.jpg 1 [mine.jpg, 51.5, -0.1]");
  }

  @Test
  void aLetterMayBeAsLargeAsTheServerSays() {
    Kit kit = Kit.choir(2).attach("a.bin", new byte[3_000]);
    assertThat(kit.way(new SendWay(true, "practice", "p", 100, 0, 5_000)).findings(new SizeLimit()))
        .isEmpty();
    kit.own(2, "b.bin", new byte[300_000]);
    assertThat(
            say(
                kit.way(new SendWay(true, "practice", "p", 100, 0, 4_999))
                    .findings(new SizeLimit())))
        .containsExactly("size.over-limit BLOCK letter 2 [0.4, 0.0, 2, ]");
  }

  @Test
  void anUnreadableFileOfOnesOwnIsAskedOnceForAll() {
    Kit kit =
        Kit.choir(5)
            .extractor(
                (_, _, bytes) ->
                    bytes.length == 3
                        ? new Extraction.Unreadable("encrypted")
                        : new Extraction.Text(List.of()))
            .own(2, "a.pdf", "two")
            .own(4, "a.pdf", "for")
            .own(5, "a.pdf", "other");
    assertThat(kit.findings(new UnreadableAttachment()))
        .extracting(Finding::id, Finding::count)
        .containsExactly(tuple("content.unreadable-attachment", 2));
  }

  @Test
  void whatAnyCheckFoundIsNotAmongWhatWasLookedAtInVain() {
    Review review =
        Kit.choir(3)
            .earlier(found("told.before"))
            .review(
                check(List.of("one.thing", "second.thing"), found("second.thing")),
                check(List.of("second.thing")),
                check(List.of("told.before")),
                check(List.of("third.thing")),
                check(List.of("third.thing", "fourth.thing")))
            .review();
    assertThat(review.checked()).containsExactly("third.thing");
  }

  private static SafetyCheck check(List<String> ids, Finding... findings) {
    return new SafetyCheck() {
      @Override
      public Set<String> ids() {
        return new LinkedHashSet<>(ids);
      }

      @Override
      public void inspect(Material material, Consumer<Finding> found) {
        List.of(findings).forEach(found);
      }
    };
  }

  private static Finding found(String id) {
    return Finding.of(id, Severity.CONFIRM).at(Place.part("text"), "").build();
  }

  private static Kit members(int people) {
    String[] names = {"One", "Two", "Three", "Four", "Five", "Six", "Seven"};
    Kit kit = Kit.list("Name", "Email", "Phone");
    for (int i = 1; i <= people; i++) {
      String name = i <= names.length ? names[i - 1] : "Number" + i;
      kit.row("Member " + name, "m" + i + "@x.example", "01234 567" + (i < 10 ? "00" : "0") + i);
    }
    return kit;
  }

  private static List<String> say(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                finding.id()
                    + " "
                    + finding.severity()
                    + " "
                    + finding.where().part()
                    + " "
                    + finding.count()
                    + " "
                    + finding.args())
        .toList();
  }
}
