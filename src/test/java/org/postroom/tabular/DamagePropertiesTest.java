package org.postroom.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;

/// Whatever a list holds it is read as it was written; and where a char of it is lost or added, it
/// is refused, or what differs is at most the row that was hit (rule L3).
class DamagePropertiesTest {
  private static final List<String> HEADER = List.of("Email", "Name", "Note");

  @Property(tries = 500)
  void whatWasWrittenIsRead(
      @ForAll("tables") List<List<String>> rows, @ForAll("delimiters") char delimiter) {
    TabularReading reading = read(written(rows, delimiter), Character.toString(delimiter));
    assertThat(reading).isInstanceOf(TabularReading.Read.class);
    SourceTable table = ((TabularReading.Read) reading).table();
    assertThat(table.header().cells()).isEqualTo(HEADER);
    assertThat(table.rows()).extracting(SourceRow::cells).isEqualTo(rows);
    assertThat(table.endsInRow()).isFalse();
  }

  @Property(tries = 500)
  void delimiterIsFound(
      @ForAll("tables") List<List<String>> rows, @ForAll("delimiters") char delimiter) {
    TabularReading reading =
        Tabular.read(
            written(rows, delimiter).getBytes(UTF_8),
            "l.csv",
            TabularOptions.NONE,
            TabularProgress.NONE);
    assertThat(((TabularReading.Read) reading).table().origin().delimiter())
        .isEqualTo(Character.toString(delimiter));
  }

  @Property(tries = 2000)
  void damageNeverReachesAnotherRow(
      @ForAll("tables") List<List<String>> rows, @ForAll("damages") Damage damage) {
    String text = damage.done(written(rows, ','));
    if (read(text, ",") instanceof TabularReading.Read(SourceTable table)) {
      List<List<String>> read = new ArrayList<>();
      table.rows().forEach(row -> read.add(row.cells()));
      List<List<String>> usable = read.stream().filter(cells -> cells.size() == 3).toList();
      long wrong = usable.stream().filter(cells -> !rows.contains(cells)).count();
      assertThat(wrong).as(text).isLessThanOrEqualTo(1);
    }
  }

  @Property(tries = 2000)
  void noBytesMakeItThrow(@ForAll byte[] bytes) {
    TabularReading first = read(bytes);
    assertThat(read(bytes)).isEqualTo(first);
    if (first instanceof TabularReading.Read(SourceTable table)) {
      assertThat(table.rows()).extracting(SourceRow::line).isSorted();
    }
  }

  private static TabularReading read(byte[] bytes) {
    return Tabular.read(bytes, "l.csv", TabularOptions.NONE, TabularProgress.NONE);
  }

  private static TabularReading read(String text, String delimiter) {
    return Tabular.read(
        text.getBytes(UTF_8),
        "l.csv",
        new TabularOptions("UTF-8", delimiter, null),
        TabularProgress.NONE);
  }

  /// As careful writers do it: everything that holds something special in quotes.
  private static String written(List<List<String>> rows, char delimiter) {
    List<List<String>> all = new ArrayList<>(List.of(HEADER));
    all.addAll(rows);
    return all.stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> quoted(cell, delimiter))
                    .collect(Collectors.joining(Character.toString(delimiter))))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String quoted(String cell, char delimiter) {
    boolean plain =
        cell.chars().allMatch(c -> c != '"' && c != '\n' && c != '\r' && c != delimiter)
            && cell.strip().equals(cell);
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /// One char lost or one quote added, somewhere behind the header.
  record Damage(int place, boolean lost) {
    String done(String text) {
      int start = text.indexOf('\n') + 1;
      if (start >= text.length()) {
        return text;
      }
      int at = start + place % (text.length() - start);
      return lost
          ? text.substring(0, at) + text.substring(at + 1)
          : text.substring(0, at) + '"' + text.substring(at);
    }
  }

  @Provide
  Arbitrary<Damage> damages() {
    return Combinators.combine(Arbitraries.integers().between(0, 5000), Arbitraries.of(true, false))
        .as(Damage::new);
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(',', ';', '\t', '|');
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> words =
        Arbitraries.of(
            "Ann",
            "Lee, Ann",
            "Ann \"A\" Lee",
            "",
            "1 Mill Lane\nRiverside",
            "a;b",
            "C:\\new\\t",
            "O'Neill",
            " x ",
            "\"",
            "5\"",
            "Jörg",
            "a\r\nb",
            "tab\there",
            "x|y");
    Arbitrary<List<String>> rows =
        Combinators.combine(Arbitraries.integers().between(1, 999), words, words)
            .as((n, name, note) -> List.of("p" + n + "@x.example", name, note));
    return rows.list().ofMinSize(1).ofMaxSize(8);
  }
}
