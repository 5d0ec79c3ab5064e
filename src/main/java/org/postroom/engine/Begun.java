package org.postroom.engine;

import java.util.Map;
import org.postroom.richtext.Loss;

/// A mailshot that was begun with something.
///
/// @param lost what the text had and has no more, and how often
/// @param notTaken files and recipients that did not come along
public record Begun(MailshotFile file, Map<Loss, Integer> lost, java.util.Set<NotTaken> notTaken) {
  public Begun {
    lost = Map.copyOf(lost);
    notTaken = java.util.Set.copyOf(notTaken);
  }

  /// What is never taken over, or could not be.
  public enum NotTaken {
    /// Whoever the mail was to, or the list of the other mailshot.
    PEOPLE,
    /// The mail's files, or those of the other mailshot that are not there.
    FILES,
    /// Columns, backgrounds and fonts of the file.
    LAYOUT
  }
}
