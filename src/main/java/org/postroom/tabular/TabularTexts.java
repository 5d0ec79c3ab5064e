package org.postroom.tabular;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences for files that cannot be read.
final class TabularTexts {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("org.postroom.tabular.tabular", Locale.ROOT);

  private TabularTexts() {}

  static String of(TabularReading.Refused refused) {
    String key = refused.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new MessageFormat(TEXTS.getString(key), Locale.ROOT)
        .format(new Object[] {refused.line(), refused.detail()});
  }
}
