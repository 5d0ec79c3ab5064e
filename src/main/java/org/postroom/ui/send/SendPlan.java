package org.postroom.ui.send;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.Term;
import org.postroom.document.MailshotDocument.SendSettings;

/// How a send will go, as decided for the window.
///
/// @param hold how long nothing leaves
/// @param staged first 5, then 1 % from 200, then the rest, with a pause between
/// @param typed whether the number has to be typed
/// @param notBefore the time that was chosen, before which nothing leaves; null for none
public record SendPlan(
    Duration hold, boolean staged, boolean typed, Pace pace, @Nullable Instant notBefore) {
  static final int FIRST = 5;
  static final int SMALL = 10;
  static final Duration STAGE_PAUSE = Duration.ofMinutes(2);
  private static final int SECOND_FROM = 200;
  private static final int STAGED_ABOVE = 100;
  private static final Duration PATIENCE = Duration.ofHours(12);
  private static final Duration LONGEST_HOLD = Duration.ofHours(2);

  /// No hold up to ten people, a minute up to 100, ten minutes above, or what the mailshot says;
  /// but never none above ten. Practice is not held.
  ///
  /// @param unusual whether the number is far from what was expected, or is usual here: it is typed
  ///   then, however small it is
  /// @param settings what the mailshot says, or null
  static SendPlan of(
      int people, boolean unusual, boolean practice, Pace pace, @Nullable SendSettings settings) {
    boolean many = people > SMALL;
    if (practice) {
      return new SendPlan(Duration.ZERO, false, many || unusual, pace, null);
    }
    Duration usual = !many ? Duration.ZERO : Duration.ofMinutes(people <= STAGED_ABOVE ? 1 : 10);
    Integer seconds = settings == null ? null : settings.holdSeconds();
    Duration hold = seconds == null ? usual : Duration.ofSeconds(seconds);
    if (many && !hold.isPositive()) {
      hold = usual;
    }
    if (hold.compareTo(LONGEST_HOLD) > 0) {
      hold = LONGEST_HOLD;
    }
    Boolean staged = settings == null ? null : settings.staged();
    return new SendPlan(
        hold,
        people > FIRST && (staged == null ? people > STAGED_ABOVE : staged),
        many || unusual,
        pace,
        settings == null || settings.notBefore() == null ? null : settings.notBefore().toInstant());
  }

  /// The same without a hold: for going on once something has left.
  SendPlan unheld() {
    return new SendPlan(Duration.ZERO, staged, typed, pace, null);
  }

  /// True where the chosen time is still to come after the hold, so that it is what is waited for.
  boolean scheduled(Instant now) {
    return notBefore != null && notBefore.isAfter(now.plus(hold));
  }

  /// When the first may leave if it is confirmed now.
  Instant first(Instant now) {
    Instant held = now.plus(hold);
    return notBefore != null && notBefore.isAfter(held) ? notBefore : held;
  }

  /// How many letters the second stage has; 0 where there is none.
  int second(int letters) {
    return staged && letters >= SECOND_FROM ? (letters + 99) / 100 : 0;
  }

  /// How long the stages' pauses take together.
  Duration pauses(int letters) {
    return !staged ? Duration.ZERO : STAGE_PAUSE.multipliedBy(second(letters) > 0 ? 2 : 1);
  }

  /// How long `letters` take at the account's pace; zero where there is no limit a minute.
  Duration takes(int letters) {
    return pace.perMinute() > 0
        ? Duration.ofSeconds(60L * letters / pace.perMinute())
        : Duration.ZERO;
  }

  /// Whole minutes of the hold, at least one.
  long holdMinutes() {
    return Math.max(1, hold.toMinutes());
  }

  DispatchOptions options() {
    // The window waits by itself for letters that are to be tried again.
    return new DispatchOptions(pace, PATIENCE, hold, staged, STAGE_PAUSE)
        .within(Term.notBefore(notBefore));
  }
}
