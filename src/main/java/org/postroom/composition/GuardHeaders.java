package org.postroom.composition;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The headers of a message or of a part (RFC 5322 section 2.2), read without any tolerance.
///
/// @param fields in order
/// @param body where the body begins
record GuardHeaders(List<Field> fields, int body) {
  GuardHeaders {
    fields = List.copyOf(fields);
  }

  /// @param name in lower case
  /// @param value unfolded, without the blank after the colon
  record Field(String name, String value) {
    boolean isAscii() {
      return value.chars().allMatch(c -> c < 128);
    }
  }

  /// Reads the lines from `start` up to the empty line, which must come before `end`.
  static GuardHeaders read(byte[] bytes, int start, int end) throws GuardRefusal {
    List<Field> fields = new ArrayList<>();
    int at = start;
    while (at < end) {
      int lineEnd = lineEnd(bytes, at, end);
      if (lineEnd == at) {
        return new GuardHeaders(fields, at + 2);
      }
      int next = lineEnd + 2;
      while (next < end && isBlank(bytes[next])) {
        next = lineEnd(bytes, next, end) + 2;
      }
      fields.add(field(utf8(bytes, at, next - 2)));
      at = next;
    }
    throw new GuardRefusal(GuardRule.NO_SEPARATOR);
  }

  List<String> values(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
  }

  private static Field field(String lines) throws GuardRefusal {
    int colon = lines.indexOf(':');
    if (colon < 1) {
      throw new GuardRefusal(GuardRule.MALFORMED);
    }
    String name = lines.substring(0, colon);
    if (!name.chars().allMatch(c -> c > 32 && c < 127)) {
      throw new GuardRefusal(GuardRule.MALFORMED);
    }
    for (String line : lines.split("\r\n", -1)) {
      if (line.isBlank()) {
        throw new GuardRefusal(GuardRule.MALFORMED);
      }
    }
    String value = lines.substring(colon + 1).replace("\r\n", "");
    if (!value.chars().allMatch(c -> c >= 32 || c == '\t')) {
      throw new GuardRefusal(GuardRule.MALFORMED);
    }
    return new Field(name.toLowerCase(Locale.ROOT), value.strip());
  }

  private static int lineEnd(byte[] bytes, int start, int end) throws GuardRefusal {
    for (int i = start; i + 1 < end; i++) {
      if (bytes[i] == '\r') {
        return i;
      }
    }
    throw new GuardRefusal(GuardRule.NO_SEPARATOR);
  }

  private static String utf8(byte[] bytes, int start, int end) throws GuardRefusal {
    try {
      ByteBuffer octets = ByteBuffer.wrap(bytes, start, end - start);
      return StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
    } catch (CharacterCodingException e) {
      throw new GuardRefusal(GuardRule.RAW_OCTETS);
    }
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }
}
