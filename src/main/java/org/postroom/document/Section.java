package org.postroom.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postroom.document.Json.Arr;
import org.postroom.document.Json.Bool;
import org.postroom.document.Json.Nil;
import org.postroom.document.Json.Num;
import org.postroom.document.Json.Obj;
import org.postroom.document.Json.Str;

/// One object of the document while it is read: typed access to its keys, and a message with key
/// and line for whatever is wrong. `null` in the file is the same as no key.
final class Section {
  private final String path;
  private final Obj object;

  /// @param keys all keys that are allowed here; the first other one is the error
  Section(String path, Json value, String... keys) {
    this.path = path;
    if (!(value instanceof Obj found)) {
      throw wrongType(path, value, "object");
    }
    this.object = found;
    List<String> known = List.of(keys);
    found
        .members()
        .forEach(
            (key, member) -> {
              if (!known.contains(key)) {
                throw unknown(key, member.line(), known);
              }
            });
  }

  private int line(String key) {
    Json member = object.members().get(key);
    return member == null ? object.line() : member.line();
  }

  private String way(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  boolean has(String key) {
    return object.members().containsKey(key);
  }

  @Nullable Json member(String key) {
    Json member = object.members().get(key);
    return member instanceof Nil ? null : member;
  }

  @Nullable String text(String key) {
    Json member = member(key);
    return member == null ? null : asText(way(key), member);
  }

  String text(String key, String absent) {
    String text = text(key);
    return text == null ? absent : text;
  }

  String needText(String key) {
    String text = text(key);
    if (text == null) {
      throw missing(key);
    }
    return text;
  }

  /// A text that stands in a header or names a file: one line, no control characters.
  @Nullable String oneLine(String key) {
    String text = text(key);
    if (text != null && text.chars().anyMatch(Section::breaksLine)) {
      throw wrong(key, "line-break");
    }
    return text;
  }

  @Nullable Integer integer(String key) {
    return switch (member(key)) {
      case null -> null;
      case Num number when number.value().matches("-?[0-9]{1,9}") ->
          Integer.valueOf(number.value());
      case Json other -> throw wrongType(way(key), other, "integer");
    };
  }

  @Nullable Integer notNegative(String key) {
    Integer number = integer(key);
    if (number != null && number < 0) {
      throw wrong(key, "not-negative", number.toString());
    }
    return number;
  }

  int needRow(String key) {
    Integer row = integer(key);
    if (row == null) {
      throw missing(key);
    }
    if (row < 1) {
      throw wrong(key, "row", row.toString());
    }
    return row;
  }

  @Nullable Boolean bool(String key) {
    return switch (member(key)) {
      case null -> null;
      case Bool bool -> bool.value();
      case Json other -> throw wrongType(way(key), other, "boolean");
    };
  }

  /// One of the constants of an enum, written `like-this`.
  <E extends Enum<E>> E choice(String key, E absent, E[] choices) {
    String text = text(key);
    if (text == null) {
      return absent;
    }
    List<String> codes = new ArrayList<>();
    for (E choice : choices) {
      String code = code(choice);
      if (code.equals(text)) {
        return choice;
      }
      codes.add("\"" + code + "\"");
    }
    throw wrong(key, "one-of", String.join(", ", codes), text);
  }

  static String code(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<Json> items(String key) {
    return switch (member(key)) {
      case null -> List.of();
      case Arr array -> array.items();
      case Json other -> throw wrongType(way(key), other, "array");
    };
  }

  /// Each item of a list as a section of its own, with these keys.
  List<Section> sections(String key, String... keys) {
    List<Section> sections = new ArrayList<>();
    for (Json item : items(key)) {
      sections.add(new Section(way(key) + "[" + sections.size() + "]", item, keys));
    }
    return sections;
  }

  static String asText(String way, Json value) {
    if (value instanceof Str text) {
      return text.value();
    }
    throw wrongType(way, value, "text");
  }

  WrongDocumentException missing(String key) {
    return new WrongDocumentException(DocumentTexts.wrong(way(key), object.line(), "missing"));
  }

  WrongDocumentException wrong(String key, String id, Object... args) {
    return new WrongDocumentException(DocumentTexts.wrong(way(key), line(key), id, args));
  }

  /// Of the whole object.
  WrongDocumentException wrong(String id) {
    return new WrongDocumentException(DocumentTexts.wrong(path, object.line(), id));
  }

  static WrongDocumentException wrongType(String way, Json value, String wanted) {
    return new WrongDocumentException(
        DocumentTexts.wrong(
            way,
            value.line(),
            "wrong-type",
            DocumentTexts.text("sort." + wanted),
            DocumentTexts.text("sort." + value.sort())));
  }

  private WrongDocumentException unknown(String key, int line, List<String> known) {
    String near = Nearest.to(key, known);
    return new WrongDocumentException(
        near == null
            ? DocumentTexts.wrong(way(key), line, "unknown-key", String.join(", ", known))
            : DocumentTexts.wrong(way(key), line, "unknown-key.near", near));
  }

  private static boolean breaksLine(int c) {
    return c < 32 || (c >= 127 && c < 160) || c == 0x2028 || c == 0x2029;
  }
}
