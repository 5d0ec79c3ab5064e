package org.postroom.ui.common;

import java.util.Optional;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.message.MailshotId;

/// Remembers for each mailshot how a person chose that it leaves: the account's name, or
/// [#PRACTICE]. Both may take long: never on the user-interface thread.
public final class Ways {
  public static final String PRACTICE = "practice";

  private Ways() {}

  public static Optional<String> of(Postroom engine, MailshotId mailshot) {
    return engine.setting(key(mailshot));
  }

  public static void remember(Postroom engine, MailshotId mailshot, String way)
      throws ProblemException {
    engine.setSetting(key(mailshot), way);
  }

  private static String key(MailshotId mailshot) {
    return "way." + mailshot;
  }
}
