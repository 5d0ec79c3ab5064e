package org.postroom.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.plan.Fixtures.mailbox;
import static org.postroom.plan.Fixtures.mailshot;
import static org.postroom.plan.Fixtures.people;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.message.Delivery;
import org.postroom.message.HeaderField;
import org.postroom.message.Kind;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;

/// Rule M6.
class NewsletterPartsTest {
  private static final Mailshot.Newsletter NEWSLETTER =
      new Mailshot.Newsletter(
          mailbox("leave@riverside.example"), "Choir, 1 Mill & Lane\nRiverside");

  private static Letter.Personal letter(
      Kind kind, Mailshot.@Nullable Newsletter newsletter, String text, @Nullable String html) {
    Mailshot mailshot = mailshot(kind, Delivery.INDIVIDUAL, "S", text, html, newsletter);
    Planning.Planned planned = (Planning.Planned) Planner.plan(mailshot, people(1), 1, 100);
    return (Letter.Personal) planned.plan().letter(0);
  }

  private static String html(Letter.Personal letter) {
    return Objects.requireNonNull(letter.body().html()).value();
  }

  @Test
  void newsletterCarriesItsListAndAWayOut() {
    Letter.Personal letter =
        letter(Kind.NEWSLETTER, NEWSLETTER, "News", "<body><p>News</p></body>");
    assertThat(letter.extraHeaders())
        .containsExactly(
            new HeaderField("List-Id", "<news.riverside.example>"),
            new HeaderField(
                "List-Unsubscribe", "<mailto:leave@riverside.example?subject=Unsubscribe>"));
    assertThat(letter.body().text().value())
        .isEqualTo(
            """
            News
            --\s
            To stop receiving these messages, write to leave@riverside.example
            Choir, 1 Mill & Lane
            Riverside
            """);
    assertThat(html(letter))
        .isEqualTo(
            """
            <body><p>News</p><hr>
            <p>To stop receiving these messages, <a href="mailto:leave@riverside.example?subject=Unsubscribe">write to us</a>.</p>
            <p>Choir, 1 Mill &amp; Lane<br>Riverside</p>
            </body>\
            """);
  }

  @Test
  void whatTheWordsSayAlreadyIsNotSaidAgain() {
    String words = "Write to LEAVE@riverside.example. Choir, 1 Mill &amp; Lane Riverside";
    Letter.Personal letter =
        letter(Kind.NEWSLETTER, NEWSLETTER, words.replace("&amp;", "&"), "<p>" + words + "</p>");
    assertThat(letter.body().text().value()).isEqualTo(words.replace("&amp;", "&"));
    assertThat(html(letter)).isEqualTo("<p>" + words + "</p>");
    Letter.Personal raw =
        letter(Kind.NEWSLETTER, NEWSLETTER, "x", "<p>" + words.replace("&amp;", "&") + "</p>");
    assertThat(html(raw)).doesNotContain("<hr>");
  }

  @Test
  void newsletterStillBeingWrittenHasWhatItHas() {
    Letter.Personal empty =
        letter(Kind.NEWSLETTER, new Mailshot.Newsletter(null, " "), "News", "<p>News</p>");
    assertThat(empty.body().text().value()).isEqualTo("News");
    assertThat(html(empty)).isEqualTo("<p>News</p>");
    assertThat(empty.extraHeaders()).extracting(HeaderField::name).containsExactly("List-Id");
    assertThat(letter(Kind.NEWSLETTER, null, "News", null).extraHeaders()).isEmpty();
  }

  @Test
  void personalMailshotCarriesNothingOfIt() {
    Letter.Personal letter = letter(Kind.PERSONAL, NEWSLETTER, "Hi", "<p>Hi</p>");
    assertThat(letter.extraHeaders()).isEmpty();
    assertThat(letter.body().text().value()).isEqualTo("Hi");
    assertThat(html(letter)).isEqualTo("<p>Hi</p>");
  }

  @Test
  void blindCopyOfANewsletterCarriesTheSame() {
    Mailshot mailshot =
        mailshot(Kind.NEWSLETTER, Delivery.BLIND_COPY, "S", "News", null, NEWSLETTER);
    Planning.Planned planned = (Planning.Planned) Planner.plan(mailshot, people(2), 1, 100);
    Letter.BlindCopy letter = (Letter.BlindCopy) planned.plan().letter(0);
    assertThat(letter.extraHeaders()).hasSize(2);
    assertThat(letter.body().text().value()).contains("leave@riverside.example");
    assertThat(letter.body().html()).isNull();
  }

  @Test
  void addressesOfAnyShapeMakeCleanHeaders() {
    Mailshot plain = mailshot(Kind.NEWSLETTER, Delivery.INDIVIDUAL, "S", "T", null, NEWSLETTER);
    Mailshot odd =
        new Mailshot(
            plain.id(),
            plain.name(),
            plain.kind(),
            plain.delivery(),
            new org.postroom.message.From(mailbox("Ann.Lee+News_@riverside.example")),
            null,
            plain.body(),
            plain.images(),
            plain.slots(),
            new Mailshot.Newsletter(mailbox("a+b=c@riverside.example"), ""));
    assertThat(NewsletterParts.headersOf(odd))
        .extracting(HeaderField::value)
        .containsExactly(
            "<ann-lee-news.riverside.example>",
            "<mailto:a%2Bb%3Dc@riverside.example?subject=Unsubscribe>");
  }
}
