package org.postroom.ui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.FieldName;

/// A field of a template as one thing: one character to the caret, and exactly its source in the
/// file.
///
/// @param kind what it does
/// @param column its column, as written
/// @param fallback what to write where the cell is empty; null where nothing was said
record Chip(Kind kind, String column, @Nullable String fallback) {
  /// What a chip does.
  enum Kind {
    FIELD("{{"),
    WHERE_FILLED("{{#"),
    WHERE_EMPTY("{{^"),
    END("{{/");

    private final String opening;

    Kind(String opening) {
      this.opening = opening;
    }
  }

  private static final Pattern TAG =
      Pattern.compile("\\{\\{([#^/]?)\\s*([^{}|\\n]+?)\\s*(?:\\|([^{}\\n]*))?\\}\\}");

  static Chip field(String column, @Nullable String fallback) {
    return new Chip(Kind.FIELD, column, fallback);
  }

  /// As the file has it.
  String source() {
    return kind.opening + column + (fallback == null ? "" : "|" + fallback) + "}}";
  }

  FieldName name() {
    return FieldName.of(column);
  }

  /// A piece of a text: words, or a chip.
  sealed interface Piece {
    record Words(String text) implements Piece {}

    record Field(Chip chip) implements Piece {}
  }

  /// Takes a source apart. What is no field stays as it is: put together again it is the same.
  static List<Piece> read(String source) {
    List<Piece> pieces = new ArrayList<>();
    Matcher tags = TAG.matcher(source);
    int at = 0;
    while (tags.find()) {
      Kind kind =
          switch (tags.group(1)) {
            case "#" -> Kind.WHERE_FILLED;
            case "^" -> Kind.WHERE_EMPTY;
            case "/" -> Kind.END;
            default -> Kind.FIELD;
          };
      Chip chip = new Chip(kind, tags.group(2), tags.group(3));
      if (!chip.source().equals(tags.group()) || (kind != Kind.FIELD && chip.fallback() != null)) {
        continue;
      }
      if (tags.start() > at) {
        pieces.add(new Piece.Words(source.substring(at, tags.start())));
      }
      pieces.add(new Piece.Field(chip));
      at = tags.end();
    }
    if (at < source.length()) {
      pieces.add(new Piece.Words(source.substring(at)));
    }
    return pieces;
  }
}
