package org.postroom.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postroom.plan.Fixtures.mailshot;
import static org.postroom.plan.Fixtures.people;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.Attachment;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Blob;
import org.postroom.message.Body;
import org.postroom.message.Delivery;
import org.postroom.message.FileCandidate;
import org.postroom.message.KnownLists;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.message.PersonalFiles;
import org.postroom.message.VisibleTo;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.template.FixedText;
import org.postroom.template.MergedText;

class PlannerTest {
  private static DispatchPlan planned(Mailshot mailshot, RecipientList list, int perEnvelope) {
    return ((Planning.Planned) Planner.plan(mailshot, list, 3, perEnvelope)).plan();
  }

  private static List<Finding> faults(Mailshot mailshot, RecipientList list) {
    return ((Planning.Unplannable) Planner.plan(mailshot, list, 1, 100)).findings();
  }

  private static Attachment file(String name) {
    FileCandidate candidate =
        new FileCandidate(name, "application/pdf", Blob.of(new byte[] {1}), name);
    return switch (Attachment.admit(candidate, KnownLists.NONE)) {
      case Attachment.Admission.Admitted(Attachment attachment) -> attachment;
      case Attachment.Admission.Refused refused -> throw new AssertionError(refused);
    };
  }

  @Test
  void everyPersonGetsOneLetterInTheOrderOfTheList() {
    RecipientList list = people(3);
    Mailshot mailshot =
        mailshot(Delivery.INDIVIDUAL, "Hi {{First name}}", "T {{Email}}", "<p>{{First name}}</p>");
    DispatchPlan plan = planned(mailshot, list, 100);
    assertThat(plan.size()).isEqualTo(3);
    assertThat(plan.revision()).isEqualTo(3);
    assertThat(plan.mailshot()).isSameAs(mailshot);
    assertThat(plan.list()).isSameAs(list);
    for (int i = 0; i < 3; i++) {
      Recipient person = list.people().get(i);
      Letter.Personal letter = (Letter.Personal) plan.letter(i);
      assertThat(plan.people(i)).containsExactly(person);
      assertThat(letter.recipient()).isSameAs(person);
      assertThat(letter.visibleTo()).isEqualTo(new VisibleTo.Addressee(person.mailbox()));
      assertThat(letter.envelope().rcptTo()).containsExactly(person.mailbox().address());
      assertThat(letter.from()).isEqualTo(mailshot.from());
      assertThat(letter.replyTo()).isEqualTo(mailshot.replyTo());
      Body<MergedText> body = letter.body();
      assertThat(body.subject().value()).isEqualTo("Hi Name" + (i + 1));
      assertThat(body.text().value()).isEqualTo("T p" + (i + 1) + "@choir.example");
      assertThat(Objects.requireNonNull(body.html()).value())
          .isEqualTo("<p>Name" + (i + 1) + "</p>");
      assertThat(letter.extraHeaders()).isEmpty();
      assertThat(plan.id(i))
          .isEqualTo(new LetterId(Fixtures.ID, 3, "p" + (i + 1) + "@choir.example"));
    }
  }

  @Test
  void letterComesOutTheSameEachTime() {
    DispatchPlan plan =
        planned(mailshot(Delivery.INDIVIDUAL, "Hi {{First name}}", "T", null), people(2), 100);
    Letter.Personal first = (Letter.Personal) plan.letter(1);
    Letter.Personal second = (Letter.Personal) plan.letter(1);
    assertThat(first.body().subject().value()).isEqualTo(second.body().subject().value());
    assertThat(first.body().html()).isNull();
  }

  @Test
  void personGetsTheFilesForAllAndThenTheirOwn() {
    PersonalFiles files =
        cell ->
            switch (cell) {
              case "f1.pdf" -> new PersonalFiles.Found.File(file("f1.pdf"), "f1.pdf");
              case "f3.pdf" -> new PersonalFiles.Found.Missing("f3.pdf");
              default -> throw new AssertionError("asked for “" + cell + "”");
            };
    Finding refused =
        Finding.of("attachment.missing", Severity.BLOCK).at(Place.part("x"), "").build();
    Mailshot mailshot =
        mailshot(
            Delivery.INDIVIDUAL,
            "S",
            "T",
            null,
            new AttachmentSlot.PerPerson(FieldName.of("file"), "files", files),
            new AttachmentSlot.ForAll(file("a.pdf")),
            new AttachmentSlot.Refused("list.csv", refused),
            new AttachmentSlot.ForAll(file("b.pdf")));
    DispatchPlan plan = planned(mailshot, people(3), 100);
    assertThat(plan.letter(0).attachments())
        .extracting(Attachment::fileName)
        .containsExactly("a.pdf", "b.pdf", "f1.pdf");
    assertThat(plan.letter(1).attachments())
        .extracting(Attachment::fileName)
        .containsExactly("a.pdf", "b.pdf");
    assertThat(plan.letter(2).attachments())
        .extracting(Attachment::fileName)
        .containsExactly("a.pdf", "b.pdf");
  }

  @Test
  void blindCopyIsOneLetterForAllAndShowsTheSenderAlone() {
    Mailshot mailshot =
        mailshot(
            Delivery.BLIND_COPY, "S", "T", "<p>H</p>", new AttachmentSlot.ForAll(file("a.pdf")));
    RecipientList list = people(100);
    Planning.Planned planning = (Planning.Planned) Planner.plan(mailshot, list, 1, 500);
    DispatchPlan plan = planning.plan();
    assertThat(planning.findings()).isEmpty();
    assertThat(plan.size()).isEqualTo(1);
    assertThat(plan.id(0)).isEqualTo(new LetterId(Fixtures.ID, 1, "#1"));
    assertThat(plan.people(0)).isEqualTo(list.people());
    assertThat(plan.mailshot()).isSameAs(mailshot);
    assertThat(plan.list()).isSameAs(list);
    assertThat(plan.revision()).isEqualTo(1);
    Letter.BlindCopy letter = (Letter.BlindCopy) plan.letter(0);
    assertThat(letter.hidden())
        .containsExactlyElementsOf(list.people().stream().map(Recipient::mailbox).toList());
    assertThat(letter.visibleTo()).isEqualTo(new VisibleTo.Sender(mailshot.from()));
    assertThat(letter.from()).isEqualTo(mailshot.from());
    assertThat(letter.replyTo()).isEqualTo(mailshot.replyTo());
    assertThat(letter.attachments()).extracting(Attachment::fileName).containsExactly("a.pdf");
    Body<FixedText> body = letter.body();
    assertThat(body.subject().value()).isEqualTo("S");
    assertThat(body.text().value()).isEqualTo("T");
    assertThat(Objects.requireNonNull(body.html()).value()).isEqualTo("<p>H</p>");
  }

  @Test
  void blindCopyIsSplitByTheProvidersLimitAndAHundred() {
    Mailshot mailshot = mailshot(Delivery.BLIND_COPY, "S", "T", null);
    Planning.Planned planning = (Planning.Planned) Planner.plan(mailshot, people(101), 1, 100);
    assertThat(planning.plan().size()).isEqualTo(2);
    assertThat(planning.findings()).extracting(Finding::id).containsExactly("blind-copy.too-many");
    Finding split = planning.findings().getFirst();
    assertThat(split.severity()).isEqualTo(Severity.CONFIRM);
    assertThat(split.args()).containsExactly(101, 100, 2);

    DispatchPlan small = planned(mailshot, people(7), 3);
    assertThat(small.size()).isEqualTo(3);
    assertThat(small.people(0)).extracting(p -> p.at().row()).containsExactly(1, 2, 3);
    assertThat(small.people(2)).extracting(p -> p.at().row()).containsExactly(7);
    assertThat(small.id(2).recipient()).isEqualTo("#3");
    assertThat(small.letter(2).envelope().rcptTo()).hasSize(1);
    assertThatThrownBy(() -> small.id(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> small.people(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(planned(mailshot, people(6), 3).size()).isEqualTo(2);
  }

  @Test
  void nobodyIsLeft() {
    List<Finding> faults = faults(mailshot(Delivery.INDIVIDUAL, "S", "T", null), people(0));
    assertThat(faults).extracting(Finding::id).containsExactly("list.nobody");
    assertThat(faults.getFirst().severity()).isEqualTo(Severity.BLOCK);
    assertThat(new FindingTexts(Locale.ROOT).message(faults.getFirst())).contains("members.csv");
  }

  @Test
  void mergeFieldInABlindCopyIsRefused() {
    List<Finding> faults =
        faults(
            mailshot(Delivery.BLIND_COPY, "S", "T {{First name}}", "{{#Gone}}x{{/Gone}}"),
            people(2));
    assertThat(faults).extracting(Finding::id).containsExactly("blind-copy.merge-field");
    Finding fault = faults.getFirst();
    assertThat(fault.severity()).isEqualTo(Severity.BLOCK);
    assertThat(fault.examples()).extracting(Place::part).containsExactly("text", "html");
    assertThat(fault.args()).containsExactly("First name");
  }

  @Test
  void personalFileInABlindCopyIsRefused() {
    AttachmentSlot slot =
        new AttachmentSlot.PerPerson(
            FieldName.of("File"), "files", PersonalFiles.Found.Missing::new);
    List<Finding> faults = faults(mailshot(Delivery.BLIND_COPY, "S", "T", null, slot), people(2));
    assertThat(faults).extracting(Finding::id).containsExactly("blind-copy.personal-attachment");
    assertThat(faults.getFirst().severity()).isEqualTo(Severity.BLOCK);
    assertThat(faults.getFirst().where().part()).isEqualTo("attachment:File");
  }

  @Test
  void unknownFieldIsRefusedAndTheNearestColumnIsOffered() {
    AttachmentSlot slot =
        new AttachmentSlot.PerPerson(
            FieldName.of("Fiel"), "files", PersonalFiles.Found.Missing::new);
    List<Finding> faults =
        faults(
            mailshot(
                Delivery.INDIVIDUAL,
                "{{Frist name}}",
                "{{frist name}}{{#Frist name}}x{{/Frist name}}",
                "{{qqqqqqqqqq}}{{email}}",
                slot),
            people(2));
    assertThat(faults)
        .extracting(Finding::id)
        .containsExactly("merge.unknown-field", "merge.unknown-field", "merge.unknown-field");
    assertThat(faults).allMatch(fault -> fault.severity() == Severity.BLOCK);
    assertThat(faults.get(0).args()).containsExactly("Frist name", "First name", 1);
    assertThat(faults.get(0).examples()).extracting(Place::part).containsExactly("subject", "text");
    assertThat(faults.get(0).quote()).isEqualTo("{{Frist name}}");
    assertThat(faults.get(1).args()).containsExactly("qqqqqqqqqq", "", 0);
    assertThat(faults.get(1).where().part()).isEqualTo("html");
    assertThat(faults.get(2).args()).containsExactly("Fiel", "File", 1);
    assertThat(faults.get(2).where().part()).isEqualTo("attachment:Fiel");
    FindingTexts texts = new FindingTexts(Locale.ROOT);
    assertThat(texts.message(faults.get(0))).contains("“First name” is meant");
    assertThat(texts.message(faults.get(1))).contains("Choose a column that the list has");
  }

  @Test
  void emptyValueIsPlannedSoThatItCanBeLookedAt() {
    DispatchPlan plan = planned(mailshot(Delivery.INDIVIDUAL, "S", "{{File}}", null), people(2), 1);
    Letter.Personal letter = (Letter.Personal) plan.letter(1);
    assertThat(letter.body().text().empty()).containsExactly(FieldName.of("File"));
  }

  @Test
  void subjectIsMergedIntoOneLine() {
    RecipientList one = people(1);
    Recipient person =
        new Recipient(
            one.people().getFirst().at(),
            one.people().getFirst().mailbox(),
            one.columns(),
            new String[] {"p1@choir.example", "A\r\nBcc: x", ""});
    RecipientList list =
        new RecipientList(
            one.origin(), one.columns(), one.addressColumn(), null, List.of(person), List.of());
    DispatchPlan plan =
        planned(mailshot(Delivery.INDIVIDUAL, "{{First name}}", "T", null), list, 1);
    assertThat(((Letter.Personal) plan.letter(0)).body().subject().value()).isEqualTo("A Bcc: x");
  }

  @Test
  void envelopeOfNobodyIsAMistakeOfTheProgram() {
    Mailshot mailshot = mailshot(Delivery.BLIND_COPY, "S", "T", null);
    assertThatThrownBy(() -> Planner.plan(mailshot, people(1), 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Planning.Unplannable(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LetterId(Fixtures.ID, 0, "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LetterId(Fixtures.ID, 1, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void identityOfALetterIsHashedInFullButShownWithoutTheAddress() {
    LetterId id = new LetterId(Fixtures.ID, 2, "a@b.example");
    assertThat(id.text()).isEqualTo(Fixtures.ID + "/2/a@b.example");
    assertThat(id.toString()).isEqualTo(Fixtures.ID + "/2/…");
  }
}
