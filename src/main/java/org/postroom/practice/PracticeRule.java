package org.postroom.practice;

import java.time.Duration;

/// How a practice server behaves, so that people can see what real servers do on a bad day. The
/// answers are a server's own: what Postroom makes of them is the very code that meets real ones.
public interface PracticeRule {
  /// Takes everything at once.
  PracticeRule KIND = _ -> new Answer.Keep();

  /// The answer to the `number`th person that this server was told (1, 2, 3, …).
  Answer to(int number);

  /// What happens to a letter.
  sealed interface Answer {
    /// It is kept.
    record Keep() implements Answer {}

    /// The person is refused.
    ///
    /// @param code of the reply to `RCPT`, 4yz or 5yz
    /// @param text with its enhanced code (RFC 3463)
    record Refuse(int code, String text) implements Answer {}

    /// It is kept, and the reply takes this long.
    record Late(Duration by) implements Answer {}

    /// It is kept, and the line goes dead where the reply to the final dot would come: only this
    /// server knows that it has the letter.
    record HangUp() implements Answer {}
  }
}
