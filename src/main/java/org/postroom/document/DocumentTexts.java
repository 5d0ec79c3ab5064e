package org.postroom.document;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences about a document that is wrong, from the bundle `document.properties`.
final class DocumentTexts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.postroom.document.document", Locale.ROOT);

  private DocumentTexts() {}

  static DocumentReading.Wrong wrong(String key, int line, String id, Object... args) {
    return new DocumentReading.Wrong(key, line, at(key, line) + text(id, args));
  }

  static String text(String id, Object... args) {
    return new MessageFormat(BUNDLE.getString(id), Locale.ROOT).format(args);
  }

  private static String at(String key, int line) {
    String number = Integer.toString(line);
    return key.isEmpty() ? text("at.line", number) : text("at.key", number, key);
  }
}
