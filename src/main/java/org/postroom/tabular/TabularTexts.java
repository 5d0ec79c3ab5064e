package org.postroom.tabular;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences for files that cannot be read.
final class TabularTexts {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("org.postroom.tabular.tabular", Locale.ROOT);

  private TabularTexts() {}

  /// What happened.
  static String happened(TabularReading.Refused refused) {
    return text(refused, "");
  }

  /// The next step.
  static String next(TabularReading.Refused refused) {
    return text(refused, ".next");
  }

  private static String text(TabularReading.Refused refused, String suffix) {
    String key = key(refused) + suffix;
    return new MessageFormat(TEXTS.getString(key), Locale.ROOT)
        .format(new Object[] {refused.line(), word(refused)});
  }

  /// A part of the file is damaged where a line is known, else all of it.
  private static String key(TabularReading.Refused refused) {
    String key = refused.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
    boolean line = refused.fault() == TabularReading.Fault.DAMAGED && refused.line() > 0;
    return line ? key + "-line" : key;
  }

  /// Some details are words of the texts.
  private static String word(TabularReading.Refused refused) {
    String key = refused.fault().name().toLowerCase(Locale.ROOT) + "." + refused.detail();
    return TEXTS.containsKey(key) ? TEXTS.getString(key) : refused.detail();
  }
}
