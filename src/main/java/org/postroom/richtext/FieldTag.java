package org.postroom.richtext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.FieldName;

/// A `{{…}}` of a text as one thing: exactly its source in the file.
///
/// @param kind what it does
/// @param column its column, as written
/// @param fallback what to write where the cell is empty; null where nothing was said
public record FieldTag(Kind kind, String column, @Nullable String fallback) {
  /// What a tag does.
  public enum Kind {
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

  public static FieldTag field(String column, @Nullable String fallback) {
    return new FieldTag(Kind.FIELD, column, fallback);
  }

  /// The column that it asks for.
  public FieldName name() {
    return FieldName.of(column);
  }

  /// As the file has it.
  public String source() {
    return kind.opening + column + (fallback == null ? "" : "|" + fallback) + "}}";
  }

  /// True for what begins or ends a section.
  public boolean isMark() {
    return kind != Kind.FIELD;
  }

  /// A piece of a text: words, or a tag.
  public sealed interface Piece {
    record Words(String text) implements Piece {}

    record Tag(FieldTag tag) implements Piece {}
  }

  /// A source in a line for people: fields by their names, without the marks of sections.
  public static String named(String source) {
    StringBuilder named = new StringBuilder();
    for (Piece piece : read(source)) {
      switch (piece) {
        case Piece.Words(String text) -> named.append(text);
        case Piece.Tag(FieldTag tag) -> named.append(tag.isMark() ? " " : "‹" + tag.column() + "›");
      }
    }
    return named.toString().replaceAll("\\s+", " ").strip();
  }

  /// Takes a source apart. What is no tag stays as it is: put together again it is the same.
  public static List<Piece> read(String source) {
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
      FieldTag tag = new FieldTag(kind, tags.group(2), tags.group(3));
      if (!tag.source().equals(tags.group()) || (tag.isMark() && tag.fallback() != null)) {
        continue;
      }
      if (tags.start() > at) {
        pieces.add(new Piece.Words(source.substring(at, tags.start())));
      }
      pieces.add(new Piece.Tag(tag));
      at = tags.end();
    }
    if (at < source.length()) {
      pieces.add(new Piece.Words(source.substring(at)));
    }
    return pieces;
  }
}
