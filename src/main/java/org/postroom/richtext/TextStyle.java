package org.postroom.richtext;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How words look, and where they lead.
///
/// @param hue null for the reader's own colour
/// @param link where a click leads, may hold fields; null for no link
public record TextStyle(
    boolean bold, boolean italic, boolean underline, @Nullable Hue hue, @Nullable String link) {
  public static final TextStyle PLAIN = new TextStyle(false, false, false, null, null);

  public TextStyle {
    if (link != null && !Links.allowed(link)) {
      throw new IllegalArgumentException("a link that no letter may have");
    }
  }

  public TextStyle withBold(boolean is) {
    return new TextStyle(is, italic, underline, hue, link);
  }

  public TextStyle withItalic(boolean is) {
    return new TextStyle(bold, is, underline, hue, link);
  }

  public TextStyle withUnderline(boolean is) {
    return new TextStyle(bold, italic, is, hue, link);
  }

  public TextStyle withHue(@Nullable Hue now) {
    return new TextStyle(bold, italic, underline, now, link);
  }

  public TextStyle withLink(@Nullable String now) {
    return new TextStyle(bold, italic, underline, hue, now);
  }

  /// What both have: the style of a space between two words.
  TextStyle and(TextStyle other) {
    return new TextStyle(
        bold && other.bold,
        italic && other.italic,
        underline && other.underline,
        hue == other.hue ? hue : null,
        Objects.equals(link, other.link) ? link : null);
  }
}
