package org.postroom.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.postroom.finding.Acknowledgement;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.review.ReviewModel.Confirmed;
import org.postroom.ui.review.ReviewModel.Groups;
import org.postroom.ui.review.ReviewModel.State;

/// The review as a page, and where its findings stand.
class ReviewPageTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private final Texts texts = new Texts(Locale.UK);
  private final FindingTexts sentences = new FindingTexts(Locale.UK);
  private final Places places = new Places(texts, sentences);

  private static Finding empty(int count) {
    Finding.Builder finding = Finding.of("merge.empty-value", Severity.BLOCK).args("First name");
    for (int row = 1; row <= count; row++) {
      finding.at(Place.letter("subject", row, "p" + row + "@people.example"), "");
    }
    return finding.quote("Dear <b>{{First name}}</b> & all,").build();
  }

  private String page(boolean practice, Groups groups) {
    return new ReviewPage(
            texts, new Times(InstantSource.fixed(AT), ZoneOffset.UTC, texts), sentences)
        .of("Tea & <script>", practice, new State.Done(groups, 3, AT, Duration.ofSeconds(1)));
  }

  @Test
  void aPageHasEveryGroupWithItsWordsAndPlaces() {
    Finding confirm =
        Finding.of("subject.empty", Severity.CONFIRM).at(Place.part("subject"), "").build();
    Finding note = Finding.of("list.hidden-rows", Severity.NOTE).at(Place.part("list"), "").build();
    Acknowledgement reason =
        new Acknowledgement(
            confirm.id(), null, "subject", 1, confirm.evidence(), "they know us <well>");
    String page =
        page(
            false,
            new Groups(
                List.of(empty(5)),
                List.of(confirm),
                List.of(new Confirmed(confirm, reason)),
                List.of(note),
                List.of("list.is-attachment")));
    assertThat(page)
        .contains("<h1>Review of “Tea &amp; &lt;script&gt;”</h1>")
        .contains("all 3 finished messages")
        .contains("Must fix (1)", "Please confirm (1)", "Confirmed (1)", "Good to know (1)")
        .contains("<q>Dear &lt;b&gt;{{First name}}&lt;/b&gt; &amp; all,</q>")
        .contains("row 1 (p1@people.example)")
        .contains("2 more places")
        .contains("they know us &lt;well&gt;")
        .contains("The list is not attached")
        .doesNotContain("<script", "Practice:");
  }

  @Test
  void aCleanReviewIsShortAndPracticeIsSaid() {
    String page =
        page(true, new Groups(List.of(), List.of(), List.of(), List.of(), List.of("text.empty")));
    assertThat(page).contains("Practice: Postroom read").doesNotContain("Must fix", "<q>");
  }

  @Test
  void aPlaceNamesThePartTheRowAndThePersonAndHowManyMoreThereAre() {
    assertThat(places.of(empty(1))).isEqualTo("the subject, row 1 (p1@people.example)");
    assertThat(places.of(empty(40))).contains("row 3 (p3").endsWith("37 more places");
    assertThat(
            places.of(
                Finding.of("list.left-out", Severity.CONFIRM).at(Place.row(7, null), "").build()))
        .isEqualTo("row 7");
    assertThat(
            places.of(
                Finding.of("subject.empty", Severity.CONFIRM)
                    .at(Place.part("subject"), "")
                    .build()))
        .as("its sentence says it")
        .isEmpty();
  }
}
