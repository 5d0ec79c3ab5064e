package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.composition.MessageIdKey;
import org.postroom.composition.MimeComposer;
import org.postroom.finding.Finding;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Body;
import org.postroom.message.Delivery;
import org.postroom.message.From;
import org.postroom.message.InlineImage;
import org.postroom.message.Kind;
import org.postroom.message.Mailshot;
import org.postroom.message.MailshotId;
import org.postroom.plan.Planner;
import org.postroom.plan.Planning;
import org.postroom.recipients.Columns;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.recipients.RowRef;
import org.postroom.safety.Checks;
import org.postroom.safety.Clearing;
import org.postroom.safety.Kit;
import org.postroom.safety.LetterLimit;
import org.postroom.safety.Memory;
import org.postroom.safety.Provenance;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.ReviewSubject;
import org.postroom.safety.SafetyReview;
import org.postroom.safety.SendWay;
import org.postroom.template.Markup;
import org.postroom.template.MergeTemplate;
import org.postroom.template.TemplateReading;

/// A real newsletter of a choir, planned, composed and read as it would be: nothing is held up.
class ChoirNewsletterTest {
  private static final int PEOPLE = 120;

  @Test
  void aWellFormedNewsletterIsNotHeldUp() throws IOException {
    SafetyReview.Reviewed reviewed = review(text("newsletter.txt"), text("newsletter.html"));
    assertThat(reviewed.review().findings()).extracting(Finding::id).isEmpty();
    assertThat(reviewed.review().letters()).isEqualTo(PEOPLE);
    assertThat(reviewed.clear(List.of())).isInstanceOf(Clearing.Cleared.class);
  }

  @Test
  void theSameNewsletterWithTheListInItIsBlocked() throws IOException {
    StringBuilder list = new StringBuilder(text("newsletter.txt"));
    people().people().forEach(person -> list.append(person.mailbox().shown()).append('\n'));
    assertThat(review(list.toString(), text("newsletter.html")).review().findings())
        .extracting(Finding::id)
        .containsExactly("list.is-body");
  }

  private static SafetyReview.Reviewed review(String text, String html) {
    Mailshot mailshot =
        new Mailshot(
            MailshotId.of("0d3c0000-0000-4000-8000-00000000000a"),
            "Spring newsletter",
            Kind.NEWSLETTER,
            Delivery.INDIVIDUAL,
            new From(Kit.mailbox("Riverside Choir", Kit.CHOIR)),
            Kit.mailbox("", "secretary@riverside.example"),
            new Body<>(
                template("{{First name|Dear friend}}, our spring concert", Markup.PLAIN),
                template(text, Markup.PLAIN),
                template(html, Markup.HTML)),
            List.of(new InlineImage("img/logo.png", Kit.admitted("logo.png", png()))),
            List.of(
                new AttachmentSlot.ForAll(
                    Kit.admitted(
                        "Programme.pdf",
                        Files.pdf(
                            "Spring concert, 14 March 2027",
                            "Soloists: Margaret Okafor, soprano; Tom Ashworth, tenor",
                            "Tickets: tickets@riverside.example or 01234 567890")))),
            new Mailshot.Newsletter(
                Kit.mailbox("", "leave@riverside.example"),
                "Riverside Choir, 1 Mill Lane, Riverside RV1 2AB"));
    RecipientList list = people();
    return switch (Planner.plan(mailshot, list, 1, 100)) {
      case Planning.Planned planned ->
          new SafetyReview(Checks.all())
              .review(
                  new ReviewSubject(
                      mailshot,
                      list,
                      planned.plan(),
                      List.of(),
                      List.of(),
                      new ReviewSubject.Facts(
                          "members of the choir", PEOPLE, Provenance.UNKNOWN, 0, LetterLimit.USUAL),
                      SendWay.undecided(),
                      Memory.NOTHING,
                      new FileText(),
                      LocalDate.of(2027, 2, 20)),
                  new MimeComposer(new MessageIdKey(new byte[32])),
                  ReviewProgress.NONE);
      case Planning.Unplannable(List<Finding> findings) ->
          throw new AssertionError(findings.toString());
    };
  }

  private static byte[] png() {
    return new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
  }

  private static MergeTemplate template(String source, Markup markup) {
    return switch (MergeTemplate.parse(source, markup)) {
      case TemplateReading.Read(MergeTemplate read) -> read;
      case TemplateReading.Broken broken -> throw new AssertionError(broken.toString());
    };
  }

  /// With the households, namesakes and the sender on the list that a choir has.
  private static RecipientList people() {
    Columns columns =
        Columns.of("First name", "Surname", "Email", "Street", "Section", "Subs owed");
    String[] firsts = {
      "Ann", "Ben", "Zoë", "Margaret", "Tom", "", "Jürgen", "Mary Jo", "O’Neil", "Li"
    };
    String[] surnames = {
      "Miller", "Okafor", "Ashworth", "Müller", "Marsh", "Smith", "d'Arcy", "Nguyễn"
    };
    String[] sections = {"Alto", "Tenor", "Bass", "Soprano"};
    List<Recipient> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      String address =
          i == 7 ? Kit.CHOIR : "person" + i + "@" + (i % 2 == 0 ? "home" : "work") + ".example";
      String[] cells = {
        firsts[i % firsts.length],
        surnames[i % surnames.length],
        address,
        (i / 2) + " Mill Lane",
        sections[i % 4],
        i % 9 == 0 ? "£12.50" : ""
      };
      people.add(
          new Recipient(
              new RowRef(i + 1, i + 2L), Mailbox.of(AddrSpec.of(address)), columns, cells));
    }
    return new RecipientList(
        new ListOrigin("members.csv", "1".repeat(64), "csv", "UTF-8", ",", null),
        columns,
        FieldName.of("Email"),
        null,
        people,
        List.of());
  }

  private static String text(String name) throws IOException {
    try (InputStream file = ChoirNewsletterTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
