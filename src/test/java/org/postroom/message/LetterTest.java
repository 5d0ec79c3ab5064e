package org.postroom.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.junit.jupiter.api.Test;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.composition.Letters;

class LetterTest {
  @Test
  void aPersonalLetterShowsAndReachesTheSamePerson() {
    Letter letter = Letters.letter().to("Ann", "ann@people.example");
    assertThat(letter.visibleTo().mailbox().shown()).isEqualTo("Ann <ann@people.example>");
    assertThat(letter.envelope().rcptTo()).containsExactly(AddrSpec.of("ann@people.example"));
    assertThat(letter.envelope().mailFrom()).isEqualTo(AddrSpec.of("office@choir.example"));
    assertThat(letter.envelope().needsSmtpUtf8()).isFalse();
  }

  @Test
  void aBlindCopyReachesEverybodyInOrderAndShowsTheSender() {
    Letter letter = Letters.letter().hidden("b@people.example", "a@people.example");
    assertThat(letter.visibleTo().mailbox()).isEqualTo(Letters.FROM.mailbox());
    assertThat(letter.envelope().rcptTo())
        .containsExactly(AddrSpec.of("b@people.example"), AddrSpec.of("a@people.example"));
    assertThat(letter.envelope().mailFrom()).isEqualTo(AddrSpec.of("office@choir.example"));
  }

  @Test
  void aBlindCopyHasOneToAHundredRecipients() {
    assertThat(Letters.letter().hidden(numbered(100)).envelope().rcptTo()).hasSize(100);
    assertThatThrownBy(() -> Letters.letter().hidden(numbered(101)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Letters.letter().hidden())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoIsHiddenCannotBeChangedAfterwards() {
    SequencedSet<Mailbox> hidden = new LinkedHashSet<>();
    hidden.add(Letters.mailbox("", "a@people.example"));
    Letter.BlindCopy made = Letters.letter().hidden("a@people.example");
    Letter.BlindCopy letter =
        new Letter.BlindCopy(
            Letters.FROM, null, hidden, made.body(), List.of(), List.of(), List.of());
    hidden.add(Letters.mailbox("", "b@people.example"));
    assertThat(letter.hidden()).hasSize(1);
    assertThatThrownBy(() -> letter.hidden().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatIsAttachedCannotBeChangedAfterwards() {
    Letter.Personal made = Letters.letter().to("", "a@people.example");
    Attachment file = Letters.file("x.pdf", "application/pdf", new byte[0]);
    List<Attachment> files = new ArrayList<>(List.of(file));
    List<InlineImage> images = new ArrayList<>(List.of(new InlineImage("x", file)));
    List<HeaderField> headers = new ArrayList<>(List.of(new HeaderField("X-A", "b")));
    Letter personal =
        new Letter.Personal(
            made.from(), null, made.recipient(), made.body(), images, files, headers);
    Letter blind =
        new Letter.BlindCopy(
            made.from(),
            null,
            new LinkedHashSet<>(List.of(made.recipient().mailbox())),
            Letters.letter().hidden("a@people.example").body(),
            images,
            files,
            headers);
    files.clear();
    images.clear();
    headers.clear();
    for (Letter letter : List.of(personal, blind)) {
      assertThat(letter.attachments()).hasSize(1);
      assertThat(letter.images()).hasSize(1);
      assertThat(letter.extraHeaders()).hasSize(1);
    }
  }

  @Test
  void anAddressThatIsNotAsciiAnywhereInTheLetterNeedsSmtpUtf8() {
    assertThat(Letters.letter().to("", "zoë@people.example").envelope().needsSmtpUtf8()).isTrue();
    assertThat(
            Letters.letter()
                .from("", "büro@choir.example")
                .hidden("a@people.example")
                .envelope()
                .needsSmtpUtf8())
        .isTrue();
    assertThat(
            Letters.letter()
                .replyTo("", "büro@choir.example")
                .to("", "a@people.example")
                .envelope()
                .needsSmtpUtf8())
        .isTrue();
    assertThat(
            Letters.letter()
                .replyTo("Büro", "buero@choir.example")
                .to("", "a@people.example")
                .envelope()
                .needsSmtpUtf8())
        .isFalse();
  }

  @Test
  void idsAreComparedAndWrittenAsTheyStandInTheDocument() {
    MailshotId first = MailshotId.of("00000000-0000-0000-0000-000000000001");
    MailshotId second = MailshotId.of("00000000-0000-0000-0000-000000000002");
    assertThat(first).isLessThan(second).isEqualByComparingTo(first);
    assertThat(first).hasToString("00000000-0000-0000-0000-000000000001");
  }

  private static String[] numbered(int count) {
    String[] addresses = new String[count];
    for (int i = 0; i < count; i++) {
      addresses[i] = "p" + i + "@people.example";
    }
    return addresses;
  }
}
