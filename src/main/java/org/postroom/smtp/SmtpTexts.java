package org.postroom.smtp;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What people read about a connection. One line each.
final class SmtpTexts {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("org.postroom.smtp.smtp", Locale.UK);

  private SmtpTexts() {}

  static String of(String key, Object... args) {
    return new MessageFormat(TEXTS.getString(key), Locale.UK).format(args);
  }
}
