package org.postroom.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.engine.Through;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.ui.common.Sight.Shown;

class StripsTest {
  private static final Through PRACTICE = new Through.Practice(null);
  private static final Through REAL =
      new Through.Server("smtp.office.example", 587, Through.Security.STARTTLS, null, false, 1, -1);
  private final Strips strips = new Strips(new Texts(Locale.UK));

  private String say(
      @Nullable Integer listed, boolean counting, @Nullable Sight sight, Shown shown) {
    return strips
        .of(new Strips.Known(listed, counting, sight, shown, REAL, "news@riverside.example"))
        .sentence();
  }

  @Test
  void aPersonalMailshotSaysWhoGetsItAndThatNobodySeesAnyoneElse() {
    assertThat(say(312, false, new Sight.OneEach(312), Shown.NOTHING))
        .isEqualTo(
            "312 people, one message each, nobody sees anyone else."
                + " Real mail, through smtp.office.example as news@riverside.example");
    assertThat(say(1, false, new Sight.OneEach(1), Shown.NOTHING)).startsWith("1 person, ");
  }

  @Test
  void whileLettersAreCountedNothingIsPromised() {
    assertThat(say(312, true, new Sight.OneEach(312), Shown.NOTHING))
        .startsWith("Counting people…")
        .doesNotContain("nobody");
  }

  @Test
  void whatCannotBeToldIsSaidAndLocksSending() {
    assertThat(say(312, false, null, Shown.NOTHING))
        .isEqualTo("312 people, who sees whom cannot be told yet. Sending is locked");
  }

  @Test
  void aListInAFileIsAnAlarmAndLocksSending() {
    StripState state =
        strips.of(
            new Strips.Known(312, false, new Sight.OneEach(312), new Shown(true, 0), PRACTICE, ""));

    assertThat(state.alarm()).isTrue();
    assertThat(state.sentence())
        .isEqualTo(
            "312 people, one message each, but one file shows everyone to everyone."
                + " Sending is locked");
  }

  @Test
  void aBlindCopySaysHowManySharedMessages() {
    assertThat(say(312, false, new Sight.BlindCopy(312, 4), Shown.NOTHING))
        .startsWith("312 people, 4 shared messages, blind copy, each sees only the sender.");
  }

  @Test
  void lettersThatWouldShowPeopleToEachOtherAreAnAlarm() {
    assertThat(say(312, false, new Sight.Otherwise(312, 1), Shown.NOTHING))
        .contains("but people would see each other")
        .endsWith("Sending is locked");
  }

  @Test
  void anAddressInTheTextIsCounted() {
    Finding finding =
        Finding.of("content.lists-people", Severity.CONFIRM)
            .at(new Place("text", null, "ann@example.org"), "ann@example.org")
            .build();

    assertThat(say(312, false, new Sight.OneEach(312), Shown.in(List.of(finding))))
        .contains("but 1 person’s address is in the text");
  }

  @Test
  void withoutAListThereIsNobodyYet() {
    assertThat(
            strips.of(new Strips.Known(null, true, null, Shown.NOTHING, PRACTICE, "")).sentence())
        .isEqualTo(
            "No people yet, one message each, nobody sees anyone else."
                + " Practice account: nothing leaves this computer");
  }
}
