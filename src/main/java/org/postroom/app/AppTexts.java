package org.postroom.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the start, from the bundle `app.properties`.
final class AppTexts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.postroom.app.app", Locale.ROOT);

  private AppTexts() {}

  static String text(String key, Object... args) {
    return new MessageFormat(BUNDLE.getString(key), Locale.UK).format(args);
  }
}
