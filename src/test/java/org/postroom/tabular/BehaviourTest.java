package org.postroom.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;

/// The table `behaviour.txt`: each of its lines is a file and what becomes of it.
class BehaviourTest {
  record Behaviour(String id, String input, String expectation, String why) {
    @Override
    public String toString() {
      return id + ": " + why;
    }
  }

  static List<Behaviour> behaviours() throws IOException {
    try (InputStream file = BehaviourTest.class.getResourceAsStream("behaviour.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("¦", -1)))
          .map(f -> f.stream().map(String::strip).toList())
          .map(f -> new Behaviour(f.get(0), f.get(1), f.get(2), f.get(3)))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("behaviours")
  void fileIsReadAsTheTableSays(Behaviour behaviour) {
    TabularReading reading =
        Tabular.read(
            bytes(behaviour.input()), "list.csv", TabularOptions.NONE, TabularProgress.NONE);
    String expected = text(behaviour.expectation());
    String shown = shown(reading);
    if (!expected.startsWith("[") && shown.startsWith("[")) {
      shown = shown.substring(shown.indexOf(']') + 2);
    }
    assertThat(shown).as(behaviour.why()).isEqualTo(expected);
  }

  @Test
  void tableHoldsAtLeastSixtyFilesEachWithItsOwnNameAndReason() throws IOException {
    List<Behaviour> behaviours = behaviours();
    assertThat(behaviours).hasSizeGreaterThanOrEqualTo(60);
    assertThat(behaviours).extracting(Behaviour::id).doesNotHaveDuplicates();
    assertThat(behaviours).allMatch(behaviour -> behaviour.why().length() > 10);
  }

  private static String shown(TabularReading reading) {
    return switch (reading) {
      case TabularReading.Refused(TabularReading.Fault fault, long line, String _) ->
          "refused " + fault + " " + line;
      case TabularReading.Read(SourceTable table) ->
          "["
              + table.origin().charset()
              + " "
              + table.origin().delimiter()
              + "] "
              + Stream.concat(Stream.of(table.header()), table.rows().stream())
                  .map(BehaviourTest::row)
                  .collect(Collectors.joining(" / "))
              + (table.endsInRow() ? " / cut" : "");
    };
  }

  private static String row(SourceRow row) {
    return row.line() + ":" + String.join("^", row.cells());
  }

  private static String text(String escaped) {
    return new String(bytes(escaped), UTF_8);
  }

  private static byte[] bytes(String escaped) {
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
}
