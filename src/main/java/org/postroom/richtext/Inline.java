package org.postroom.richtext;

import org.jspecify.annotations.Nullable;

/// A piece of a paragraph.
public sealed interface Inline {
  TextStyle style();

  /// The same piece in another style.
  Inline with(TextStyle style);

  /// Words.
  record Text(String text, TextStyle style) implements Inline {
    @Override
    public Text with(TextStyle other) {
      return new Text(text, other);
    }
  }

  /// A field, one caret stop.
  record Field(FieldTag tag, TextStyle style) implements Inline {
    public static Field of(String column, @Nullable String fallback) {
      return new Field(new FieldTag(FieldTag.Kind.FIELD, column, fallback), TextStyle.PLAIN);
    }

    @Override
    public Field with(TextStyle other) {
      return new Field(tag, other);
    }
  }

  /// A picture that lies beside the document.
  ///
  /// @param source as the HTML has it: relative to the document, or `cid:`
  /// @param alt for those who do not see it; empty where it says nothing
  /// @param width in CSS pixels; 0 for its own
  record Picture(String source, String alt, int width, TextStyle style) implements Inline {
    public Picture {
      if (source.isBlank() || width < 0) {
        throw new IllegalArgumentException("a picture has a source and a width");
      }
    }

    @Override
    public Picture with(TextStyle other) {
      return new Picture(source, alt, width, other);
    }
  }

  /// A new line of the same paragraph.
  record Break() implements Inline {
    @Override
    public TextStyle style() {
      return TextStyle.PLAIN;
    }

    @Override
    public Break with(TextStyle other) {
      return this;
    }
  }
}
