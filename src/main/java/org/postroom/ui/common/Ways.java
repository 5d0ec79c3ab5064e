package org.postroom.ui.common;

import java.util.Optional;
import org.postroom.document.MailshotDocument;
import org.postroom.engine.MailshotFile;
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

  /// A mailshot without a sender is from the account that it leaves through.
  public static MailshotFile from(Postroom engine, MailshotFile file, String address)
      throws ProblemException {
    MailshotDocument document = file.document();
    return document.from().isBlank()
        ? engine.save(file.with(Edits.sender(document, address, document.replyTo())))
        : file;
  }

  private static String key(MailshotId mailshot) {
    return "way." + mailshot;
  }
}
