package org.postroom.richtext;

import java.util.Locale;
import java.util.Optional;

/// The small palette. Each colour has at least 4.5 : 1 against white and at least 3 : 1 against
/// black, so that it can be read where a mail program shows letters dark.
public enum Hue {
  RED("#c62828"),
  ORANGE("#b45309"),
  GREEN("#2e7d32"),
  TEAL("#0f766e"),
  BLUE("#1a5fb4"),
  PURPLE("#7b45c0"),
  GREY("#6b7280");

  private final String css;

  Hue(String css) {
    this.css = css;
  }

  /// As HTML has it, `#rrggbb`.
  public String css() {
    return css;
  }

  /// The colour of exactly this value; colours of other makers' letters are not ours.
  static Optional<Hue> of(String css) {
    String wanted = css.strip().toLowerCase(Locale.ROOT);
    for (Hue hue : values()) {
      if (hue.css.equals(wanted)) {
        return Optional.of(hue);
      }
    }
    return Optional.empty();
  }

  /// Its name in lower case, for resources and style classes.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
