package org.postroom.recipients;

import java.text.Normalizer;
import java.util.Locale;

/// The name of a column. Matched without regard to case and surrounding space.
public final class FieldName {
  private static final char NO_BREAK_SPACE = 0xA0;

  private final String shown;
  private final String key;

  private FieldName(String shown) {
    this.shown = Cells.strip(shown);
    // One text for each name: a column is looked up for every field of every letter.
    this.key =
        Normalizer.normalize(this.shown, Normalizer.Form.NFC)
            .replace(NO_BREAK_SPACE, ' ')
            .toLowerCase(Locale.ROOT)
            .intern();
  }

  public static FieldName of(String name) {
    return new FieldName(name);
  }

  /// As it stands in the list or the template.
  public String shown() {
    return shown;
  }

  /// What is compared: NFC, lower case by `Locale.ROOT`.
  public String key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldName that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return shown;
  }
}
