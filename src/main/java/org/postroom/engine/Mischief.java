package org.postroom.engine;

import java.time.Duration;
import org.postroom.practice.PracticeRule;
import org.postroom.practice.PracticeRule.Answer;

/// What the practice server does wrong when it is asked to, so that a person can learn what
/// Postroom then does and says, before a real server does the same.
public enum Mischief {
  /// Nothing: it takes every letter at once.
  NONE,

  /// Every seventh person does not exist there.
  REFUSE,

  /// Every seventh mailbox is full.
  FULL,

  /// Each letter takes half a second: time to press Stop.
  SLOW,

  /// The line is cut after the thirteenth letter, before its reply: nobody but the server knows
  /// that it has arrived.
  HANG_UP;

  private static final int EVERY = 7;
  private static final int CUT = 13;

  PracticeRule rule() {
    return switch (this) {
      case NONE -> PracticeRule.KIND;
      case REFUSE -> every(new Answer.Refuse(550, "5.1.1 Nobody of that name here (practice)"));
      case FULL -> every(new Answer.Refuse(452, "4.2.2 The mailbox is full (practice)"));
      case SLOW -> _ -> new Answer.Late(Duration.ofMillis(500));
      case HANG_UP -> number -> number == CUT ? new Answer.HangUp() : new Answer.Keep();
    };
  }

  private static PracticeRule every(Answer answer) {
    return number -> number % EVERY == 0 ? answer : new Answer.Keep();
  }
}
