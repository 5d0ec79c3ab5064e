package org.postroom.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the command line, from the bundle `cli.properties`.
final class CliTexts {
  static final Locale LOCALE = Locale.UK;
  static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.postroom.cli.cli", Locale.ROOT);

  private CliTexts() {}

  /// @param args numbers are written with separators, texts as they are
  static String text(String key, Object... args) {
    return new MessageFormat(BUNDLE.getString(key), LOCALE).format(args);
  }
}
