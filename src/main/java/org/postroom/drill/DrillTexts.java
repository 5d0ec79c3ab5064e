package org.postroom.drill;

import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the drills, from the bundle `drills.properties`.
final class DrillTexts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.postroom.drill.drills", Locale.ROOT);

  private DrillTexts() {}

  static String text(String key) {
    return BUNDLE.getString(key);
  }
}
