package org.postroom.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The window's words, from the bundle `ui.properties`. Patterns are `MessageFormat`'s; an
/// apostrophe is typographic (’), so that it needs no doubling.
public final class Texts {
  private final ResourceBundle bundle;
  private final Locale locale;

  public Texts(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("org.postroom.ui.ui", locale);
  }

  public Locale locale() {
    return locale;
  }

  /// The text of `key`, with `args` in place of `{0}`, `{1}`, …
  ///
  /// @throws java.util.MissingResourceException where there is no such text
  public String get(String key, Object... args) {
    return new MessageFormat(bundle.getString(key), locale).format(args);
  }

  /// "No people yet", "1 person", "312 people".
  public String people(int count) {
    return get("count.people", count);
  }

  /// A size in bytes as people read it: "412 KB", "1.2 MB".
  public String size(long bytes) {
    if (bytes < 1000) {
      return get("size.bytes", bytes);
    }
    if (bytes < 999_500) {
      return get("size.kilobytes", Math.round(bytes / 1000.0));
    }
    return get("size.megabytes", bytes / 1_000_000.0);
  }
}
