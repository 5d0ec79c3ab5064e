package org.postroom.composition;

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
      for (int i = 0; i < value.length(); i++) {
        if (value.charAt(i) >= 128) {
          return false;
        }
      }
      return true;
    }
  }

  /// Reads the lines from `start` up to the empty line, which must come before `end`.
  static GuardHeaders read(GuardOctets octets, int start, int end) throws GuardRefusal {
    List<Field> fields = new ArrayList<>();
    int at = start;
    while (at < end) {
      int lineEnd = lineEnd(octets, at, end);
      if (lineEnd == at) {
        return new GuardHeaders(fields, at + 2);
      }
      int next = lineEnd + 2;
      while (next < end && isBlank(octets.at(next))) {
        next = lineEnd(octets, next, end) + 2;
      }
      fields.add(field(octets.utf8(at, next - 2)));
      at = next;
    }
    throw new GuardRefusal(GuardRule.NO_SEPARATOR);
  }

  List<String> values(String name) {
    List<String> values = new ArrayList<>(1);
    for (Field field : fields) {
      if (field.name().equals(name)) {
        values.add(field.value());
      }
    }
    return values;
  }

  private static Field field(String lines) throws GuardRefusal {
    int colon = lines.indexOf(':');
    if (colon < 1) {
      throw new GuardRefusal(GuardRule.MALFORMED);
    }
    String name = lines.substring(0, colon);
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) <= 32 || name.charAt(i) >= 127) {
        throw new GuardRefusal(GuardRule.MALFORMED);
      }
    }
    int start = 0;
    for (int end = lines.indexOf("\r\n"); end >= 0; end = lines.indexOf("\r\n", start)) {
      if (isBlank(lines, start, end)) {
        throw new GuardRefusal(GuardRule.MALFORMED);
      }
      start = end + 2;
    }
    if (isBlank(lines, start, lines.length())) {
      throw new GuardRefusal(GuardRule.MALFORMED);
    }
    String value = lines.substring(colon + 1);
    if (start > 0) {
      value = value.replace("\r\n", "");
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < 32 && value.charAt(i) != '\t') {
        throw new GuardRefusal(GuardRule.MALFORMED);
      }
    }
    return new Field(name.toLowerCase(Locale.ROOT), value.strip());
  }

  private static boolean isBlank(String lines, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isWhitespace(lines.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int lineEnd(GuardOctets octets, int start, int end) throws GuardRefusal {
    for (int i = start; i + 1 < end; i++) {
      if (octets.at(i) == '\r') {
        return i;
      }
    }
    throw new GuardRefusal(GuardRule.NO_SEPARATOR);
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }
}
