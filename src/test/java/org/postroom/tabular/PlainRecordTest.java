package org.postroom.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;

/// Records whose cells are found in their bytes are read as if they had been decoded.
class PlainRecordTest {
  private static final List<String> LINE_ENDS = List.of("\r\n", "\n", "\r");

  @Provide
  Arbitrary<String> cells() {
    // Among them the chars that differ from a delimiter by one bit, and what only looks like one.
    Arbitrary<String> unlike =
        Arbitraries.of("a", "-", ":", "{", "\t", "\u0008", " ", "\u0001", "\u007F", "'");
    Arbitrary<String> wide =
        Arbitraries.of("é", "ß", "€", "\uFEFF", "\uD83C\uDF38", "\u2028", "\uFFFD", "\u00A0");
    return Arbitraries.frequencyOf(
            Tuple.of(6, unlike),
            Tuple.of(2, wide),
            Tuple.of(1, Arbitraries.of("x".repeat(63), "é".repeat(40))))
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property
  void whatStandsBetweenTwoDelimitersIsACell(
      @ForAll @Size(min = 3, max = 60) List<@From("cells") String> cells,
      @ForAll("delimiters") char delimiter,
      @ForAll("lineEnds") String end,
      @ForAll("pieces") int atATime) {
    StringBuilder text = new StringBuilder(String.join("" + delimiter, "Email", "b", "c") + end);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i + 2 < cells.size(); i += 3) {
      // Nothing is taken away at the ends, and a row of blanks is a row.
      List<String> row =
          cells.subList(i, i + 3).stream()
              .map(cell -> cell.replace(delimiter, '_').replace('\u001A', '_'))
              .toList();
      rows.add(row);
      text.append(String.join("" + delimiter, row)).append(end);
    }
    for (Charset charset : List.of(UTF_8, StandardCharsets.UTF_16LE)) {
      SourceTable table =
          table(text.toString().getBytes(charset), charset.name(), delimiter, atATime);
      assertThat(table.rows()).extracting(SourceRow::cells).isEqualTo(rows);
      assertThat(table.rows().getLast().line()).isEqualTo(rows.size() + 1L);
    }
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(',', ';', '\t', '|', '\u00A6');
  }

  @Provide
  Arbitrary<String> lineEnds() {
    return Arbitraries.of(LINE_ENDS);
  }

  @Provide
  Arbitrary<Integer> pieces() {
    return Arbitraries.of(1, 7, 64, 100_000);
  }

  @Property(tries = 5000)
  void aSequenceIsSoundWhereTheStrictDecoderSaysSo(
      @ForAll("firsts") byte first, @ForAll @Size(3) byte[] rest) throws Exception {
    byte[] bytes = {first, rest[0], rest[1], rest[2]};
    int length = Utf8.length(bytes, 0);
    for (int some = 1; some <= bytes.length; some++) {
      boolean sound = isOneCharacter(Arrays.copyOf(bytes, some));
      assertThat(length == some).isEqualTo(sound);
    }
  }

  @Provide
  Arbitrary<Byte> firsts() {
    return Arbitraries.bytes().filter(b -> b < 0);
  }

  private static boolean isOneCharacter(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.codePointCount(0, text.length()) == 1;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"C0AF", "EDA080", "F4908080", "FF", "E282"})
  void aByteThatIsNoUtf8AmongPlainRecordsIsNoticedOnItsLine(String hex) {
    byte[] wrong = HexFormat.of().parseHex(hex);
    byte[] start = ("Email,Name\n" + "a@x.example,Ann é\n".repeat(9_000)).getBytes(UTF_8);
    byte[] end = (",x\n" + "a@x.example,Ann\n".repeat(9_000)).getBytes(UTF_8);
    byte[] all =
        ByteBuffer.allocate(start.length + wrong.length + end.length)
            .put(start)
            .put(wrong)
            .put(end)
            .array();
    assertThat(
            Tabular.read(
                all, "l.csv", new TabularOptions("UTF-8", ",", null), TabularProgress.NONE))
        .isEqualTo(new TabularReading.Refused(TabularReading.Fault.WRONG_CHARSET, 9_002, "UTF-8"));
  }

  @Test
  void plainAndOtherRecordsTakeTurns() {
    StringBuilder text = new StringBuilder("Email,Name,Note\r\n");
    List<List<String>> rows = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    long line = 2;
    for (int i = 0; i < 5_000; i++) {
      String note = i % 3 == 0 ? "two\nlines, \"é\"" : i % 5 == 0 ? "\uD83C\uDF38" : "plain";
      String written = i % 3 == 0 ? "\"" + note.replace("\"", "\"\"") + "\"" : note;
      String address = "m" + i + "@x.example";
      text.append(address).append(",Zoë ").append(i).append(',').append(written).append("\r\n");
      rows.add(List.of(address, "Zoë " + i, note));
      lines.add(line);
      line += i % 3 == 0 ? 2 : 1;
    }
    for (int atATime : new int[] {97, 1 << 20}) {
      SourceTable table = table(text.toString().getBytes(UTF_8), "UTF-8", ',', atATime);
      assertThat(table.rows()).extracting(SourceRow::cells).isEqualTo(rows);
      assertThat(table.rows()).extracting(SourceRow::line).isEqualTo(lines);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-8859-15", "IBM850"})
  void inACharsetOfOneByteOnlyAsciiIsPlain(String name) {
    String rows = "a@x.example,Ann\nb@x.example,Zoë\nc@x.example,Ben\n".repeat(500);
    SourceTable table =
        table(("Email,Name\n" + rows).getBytes(Charset.forName(name)), name, ',', 1000);
    assertThat(table.rows())
        .extracting(row -> row.cells().getLast())
        .containsExactlyElementsOf(
            Collections.nCopies(500, List.of("Ann", "Zoë", "Ben")).stream()
                .flatMap(List::stream)
                .toList());
  }

  private static SourceTable table(byte[] bytes, String charset, char delimiter, int atATime) {
    TabularOptions options = new TabularOptions(charset, "" + delimiter, null);
    TabularFile file = new Pieces(TabularFile.of("list.csv", bytes), atATime);
    return switch (Tabular.read(file, options, TabularProgress.NONE)) {
      case TabularReading.Read(SourceTable table) -> table;
      case TabularReading.Refused refused -> throw new AssertionError(refused);
    };
  }

  /// A file whose bytes come so many at a time.
  private record Pieces(TabularFile whole, int atATime) implements TabularFile {
    @Override
    public String name() {
      return whole.name();
    }

    @Override
    public long size() {
      return whole.size();
    }

    @Override
    public String sha256() {
      return whole.sha256();
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(whole.bytes()) {
        @Override
        public int read(byte[] into, int offset, int length) {
          return super.read(into, offset, Math.min(length, atATime));
        }
      };
    }
  }
}
