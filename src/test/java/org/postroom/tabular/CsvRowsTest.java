package org.postroom.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.RFC4180ParserBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;

/// Reading in pieces finds what reading in one go would find, wherever a piece ends.
class CsvRowsTest {
  private static final TabularOptions COMMA = new TabularOptions(null, ",", null);

  private static SourceTable table(TabularFile file) {
    return switch (Tabular.read(file, COMMA, TabularProgress.NONE)) {
      case TabularReading.Read(SourceTable table) -> table;
      case TabularReading.Refused refused -> throw new AssertionError(refused);
    };
  }

  /// A file whose bytes come so many at a time.
  private static TabularFile slow(byte[] bytes, int atATime) {
    return new TabularFile() {
      private final TabularFile whole = TabularFile.of("list.csv", bytes);

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
        return new ByteArrayInputStream(bytes) {
          @Override
          public int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, atATime));
          }
        };
      }
    };
  }

  @Provide
  Arbitrary<String> plainRecords() {
    return Arbitraries.strings().withChars("ab, \t@é\\'").ofMinLength(1).ofMaxLength(40);
  }

  @Property
  void withoutQuotesTheCellsAreThoseOfTheParser(@ForAll("plainRecords") String record)
      throws IOException {
    String heading = "h" + ",h".repeat(record.length());
    String row = "x" + record + "x";
    SourceTable table = table(TabularFile.of("l.csv", (heading + "\n" + row).getBytes(UTF_8)));
    List<String> parsed =
        Arrays.asList(new RFC4180ParserBuilder().withSeparator(',').build().parseLine(row));
    assertThat(table.rows()).extracting(SourceRow::cells).containsExactly(parsed);
  }

  @Property(tries = 200)
  void whereABlockOfTheFileEndsDoesNotMatter(
      @ForAll @IntRange(min = 1, max = 7) int atATime,
      @ForAll @IntRange(min = 65_500, max = 65_570) int upTo) {
    // The first window ends among quotes, line breaks and letters of two and four bytes.
    String start = "Email,Note\r\n" + "a@x.example,n\r\n".repeat(10);
    String rows = "b@x.example,\"é\"\"\uD83C\uDF38\r\n,\"\r\nc@x.example,ü\r\n";
    String text = start + "p@x.example," + "x".repeat(upTo - start.length()) + "\r\n" + rows;
    SourceTable table = table(slow(text.getBytes(UTF_8), atATime * 9973));
    assertThat(table.rows()).hasSize(13);
    assertThat(table.rows().get(11))
        .isEqualTo(new SourceRow(13, List.of("b@x.example", "é\"\uD83C\uDF38\r\n,")));
    assertThat(table.rows().get(12)).isEqualTo(new SourceRow(15, List.of("c@x.example", "ü")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 64})
  void aFewBytesAtATimeAreTheSameText(int atATime) {
    String text = "\uFEFFEmail;Näme\r\na@x.example;\"Zoë\n\uD83C\uDF38\"\rb@x.example;ß\r\n\r\n";
    for (Charset charset : List.of(UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] bytes = text.getBytes(charset);
      assertThat(Tabular.read(slow(bytes, atATime), TabularOptions.NONE, TabularProgress.NONE))
          .isEqualTo(Tabular.read(bytes, "list.csv", TabularOptions.NONE, TabularProgress.NONE));
    }
  }

  @Test
  void whatIsNoUtf8AtTheVeryEndIsReadAnewFromTheBeginning() {
    String rows = "Email,Name\nä@x.example,ä\n" + "b@x.example,n\n".repeat(20_000);
    byte[] utf8 = rows.getBytes(UTF_8);
    byte[] all = Arrays.copyOf(utf8, utf8.length + 2);
    all[all.length - 2] = (byte) 0xFC;
    all[all.length - 1] = '\n';
    SourceTable table = table(TabularFile.of("l.csv", all));
    assertThat(table.origin().charset()).isEqualTo("windows-1252");
    assertThat(table.rows().getFirst().cells()).containsExactly("Ã¤@x.example", "Ã¤");
    assertThat(table.rows().getLast().cells()).containsExactly("ü");
  }

  @Test
  void aFaultOfTheCharsetComesBeforeOneOfARow() {
    byte[] bytes =
        ("Email,Name\na@x.example,\"b\" c\n" + "x,y\n".repeat(50_000) + "ü\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            Tabular.read(
                bytes, "l.csv", new TabularOptions("UTF-8", ",", null), TabularProgress.NONE))
        .isEqualTo(new TabularReading.Refused(TabularReading.Fault.WRONG_CHARSET, 50_003, "UTF-8"));
    assertThat(Tabular.read(bytes, "l.csv", COMMA, TabularProgress.NONE))
        .isEqualTo(
            new TabularReading.Refused(
                TabularReading.Fault.TEXT_AFTER_QUOTE, 2, "a@x.example,\"b\" c"));
  }

  @Test
  void aRowOfEndlesslyManyFieldsIsRefusedWithoutKeepingThem() {
    byte[] bytes = ("Email\n" + ",".repeat(5_000_000)).getBytes(UTF_8);
    assertThat(Tabular.read(bytes, "l.csv", COMMA, TabularProgress.NONE))
        .isEqualTo(new TabularReading.Refused(TabularReading.Fault.TOO_LARGE, 0, "columns"));
  }
}
