package org.postroom.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One line of the table `how-we-read-lists.tsv`: an input and what is read.
///
/// @param kind which reader, with its options (`csv charset=utf8`)
/// @param input with the escapes of the file
/// @param read what is read, with the escapes of the file
/// @param why one sentence
record Behaviour(String id, String kind, String input, String read, String why) {
  private static final String TABLE = "how-we-read-lists.tsv";

  static List<Behaviour> all() {
    try (InputStream file = Behaviour.class.getResourceAsStream(TABLE)) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(Behaviour::of).toList();
    } catch (IOException e) {
      throw new IllegalStateException(TABLE, e);
    }
  }

  private static Behaviour of(String line) {
    List<String> cells = Arrays.asList(line.split("\t", -1));
    if (cells.size() != 5) {
      throw new IllegalArgumentException("not five cells: " + line);
    }
    return new Behaviour(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
  }

  /// The first word of the kind.
  String reader() {
    return kind.split(" ", 2)[0];
  }

  @Nullable String option(String name) {
    for (String word : kind.split(" ", -1)) {
      if (word.startsWith(name + "=")) {
        return text(word.substring(name.length() + 1));
      }
    }
    return null;
  }

  String text() {
    return text(input);
  }

  static String text(String escaped) {
    return new String(bytes(escaped), UTF_8);
  }

  /// `\n \r \t \0 \s \\`, `\xHH` for one byte, `\\uHHHH` for a letter.
  static byte[] bytes(String escaped) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    while (at < escaped.length()) {
      int code = escaped.codePointAt(at);
      at += Character.charCount(code);
      if (code != '\\') {
        out.writeBytes(Character.toString(code).getBytes(UTF_8));
        continue;
      }
      char escape = escaped.charAt(at);
      at++;
      switch (escape) {
        case 'n' -> out.write('\n');
        case 'r' -> out.write('\r');
        case 't' -> out.write('\t');
        case '0' -> out.write(0);
        case 's' -> out.write(' ');
        case '\\' -> out.write('\\');
        case 'x' -> {
          out.write(Integer.parseInt(escaped.substring(at, at + 2), 16));
          at += 2;
        }
        case 'u' -> {
          int letter = Integer.parseInt(escaped.substring(at, at + 4), 16);
          out.writeBytes(Character.toString(letter).getBytes(UTF_8));
          at += 4;
        }
        default -> throw new IllegalArgumentException(escaped);
      }
    }
    return out.toByteArray();
  }

  /// The pieces of a notation between ` / `.
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (String piece : text.split(" / ", -1)) {
      pieces.add(piece.strip());
    }
    return pieces;
  }
}
