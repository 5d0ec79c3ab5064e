package org.postroom.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// JSON values that remember their line, so that a message can name it. A key that stands twice in
/// one object is an error, since nobody could say which of the two is meant.
sealed interface Json {
  int line();

  /// What a message calls a value of this sort.
  String sort();

  record Obj(int line, SequencedMap<String, Json> members) implements Json {
    @Override
    public String sort() {
      return "object";
    }
  }

  record Arr(int line, List<Json> items) implements Json {
    @Override
    public String sort() {
      return "array";
    }
  }

  record Str(int line, String value) implements Json {
    @Override
    public String sort() {
      return "text";
    }
  }

  /// @param value as it is written
  record Num(int line, String value) implements Json {
    @Override
    public String sort() {
      return "number";
    }
  }

  record Bool(int line, boolean value) implements Json {
    @Override
    public String sort() {
      return "boolean";
    }
  }

  record Nil(int line) implements Json {
    @Override
    public String sort() {
      return "null";
    }
  }

  JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// @throws JacksonException where the bytes are not exactly one JSON value
  static Json parse(byte[] utf8) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      Json value = value(parser, parser.nextToken());
      if (parser.nextToken() != null) {
        throw new StreamReadException(parser, "more text after the end");
      }
      return value;
    }
  }

  private static Json value(JsonParser parser, @Nullable JsonToken token) {
    if (token == null) {
      throw new StreamReadException(parser, "the file ends too early");
    }
    int line = parser.currentTokenLocation().getLineNr();
    return switch (token) {
      case START_OBJECT -> object(parser, line);
      case START_ARRAY -> array(parser, line);
      case VALUE_STRING -> new Str(line, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(line, parser.getString());
      case VALUE_TRUE -> new Bool(line, true);
      case VALUE_FALSE -> new Bool(line, false);
      case VALUE_NULL -> new Nil(line);
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new StreamReadException(parser, "unexpected " + token);
    };
  }

  private static Obj object(JsonParser parser, int line) {
    SequencedMap<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      members.put(key, value(parser, parser.nextToken()));
    }
    return new Obj(line, members);
  }

  private static Arr array(JsonParser parser, int line) {
    List<Json> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(parser, token));
    }
    return new Arr(line, items);
  }
}
