package org.postroom.tabular;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.recipients.SourceTable;

class TabularTest {
  private static TabularReading read(String text, TabularOptions options) {
    return Tabular.read(text.getBytes(UTF_8), "list.csv", options, TabularProgress.NONE);
  }

  private static SourceTable table(TabularReading reading) {
    return switch (reading) {
      case TabularReading.Read(SourceTable table) -> table;
      case TabularReading.Refused refused -> throw new AssertionError(refused);
    };
  }

  private static TabularReading.Refused refused(TabularReading reading) {
    return (TabularReading.Refused) reading;
  }

  @Test
  void originSaysHowTheFileWasRead() {
    SourceTable table = table(read("E\tN\na@x.example\tA\n", TabularOptions.NONE));
    assertThat(table.origin().fileName()).isEqualTo("list.csv");
    assertThat(table.origin().format()).isEqualTo("tsv");
    assertThat(table.origin().sheet()).isNull();
    assertThat(table.origin().sha256())
        .isEqualTo("2afae87cc971b187e34296c834abe2f8c93060824bbf2e797f9d361337470964");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "tab", "TAB", "\\t", "\t", "^", ":"})
  void statedDelimiterIsUsed(String delimiter) {
    String c = delimiter.length() == 1 ? delimiter : "\t";
    SourceTable table =
        table(read("E" + c + "N\na,b" + c + "c\n", new TabularOptions(null, delimiter, null)));
    assertThat(table.rows().getFirst().cells()).containsExactly("a,b", "c");
    assertThat(table.origin().delimiter()).isEqualTo(c);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";;", "\"", "\n", "\r", "\0", "x", "7", "@"})
  void whatCannotSeparateIsRefused(String delimiter) {
    TabularReading.Refused refused =
        refused(read("E,N\na,b\n", new TabularOptions(null, delimiter, null)));
    assertThat(refused.fault()).isEqualTo(TabularReading.Fault.BAD_DELIMITER);
    assertThat(refused.detail()).isEqualTo(delimiter);
  }

  @Test
  void statedCharsetIsUsedAndItsAliasesToo() {
    byte[] bytes = "E,N\na@x.example,Jörg\n".getBytes(ISO_8859_1);
    for (String name : List.of("ISO-8859-1", "latin1", " cp1252 ", "iso-8859-15")) {
      TabularReading reading =
          Tabular.read(bytes, "l.csv", new TabularOptions(name, null, null), TabularProgress.NONE);
      assertThat(table(reading).rows().getFirst().cells()).contains("Jörg");
    }
    TabularReading insisted = read("E\nä\n", new TabularOptions("latin1", null, null));
    assertThat(table(insisted).rows().getFirst().cells()).containsExactly("Ã¤");
  }

  @Test
  void charsetThatDoesNotFitIsRefusedWithItsLine() {
    byte[] bytes = "E,N\na@x.example,A\nb@x.example,J\u00F6rg\n".getBytes(ISO_8859_1);
    TabularOptions utf8 = new TabularOptions("utf8", null, null);
    assertThat(Tabular.read(bytes, "l.csv", utf8, TabularProgress.NONE))
        .isEqualTo(new TabularReading.Refused(TabularReading.Fault.WRONG_CHARSET, 3, "UTF-8"));
    for (String name : List.of("klingon", "a b", "")) {
      TabularReading.Refused unknown =
          refused(read("E,N\na,b\n", new TabularOptions(name, null, null)));
      assertThat(unknown.fault()).isEqualTo(TabularReading.Fault.UNKNOWN_CHARSET);
    }
  }

  @Test
  void markInTheFileIsStrongerThanWhatSomebodySaid() {
    TabularReading reading = read("\uFEFFE\nä\n", new TabularOptions("windows-1252", null, null));
    assertThat(table(reading).origin().charset()).isEqualTo("UTF-8");
    assertThat(table(reading).header().cells()).containsExactly("E");
  }

  @ParameterizedTest
  @CsvSource({
    "l.pdf, a PDF document",
    "l.numbers, a Numbers document",
    "l.docx, a text document",
    "l.ODT, a text document"
  })
  void otherFormatIsNamedAndAListIsAskedFor(String fileName, String words) {
    TabularReading.Refused refused =
        refused(
            Tabular.read(new byte[] {1, 2}, fileName, TabularOptions.NONE, TabularProgress.NONE));
    assertThat(refused.fault()).isEqualTo(TabularReading.Fault.OTHER_FORMAT);
    assertThat(refused.happened()).contains(words);
    assertThat(refused.next()).contains("CSV");
  }

  @ParameterizedTest
  @ValueSource(strings = {"l.xlsx", "l.xlsm", "l.ods", "l.vcf"})
  void fileThatIsNotWhatItsNameSaysIsRefused(String fileName) {
    TabularReading reading =
        Tabular.read(new byte[] {'a', 'b'}, fileName, TabularOptions.NONE, TabularProgress.NONE);
    assertThat(refused(reading).fault()).isEqualTo(TabularReading.Fault.DAMAGED);
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalHasItsSentence(TabularReading.Fault fault) {
    TabularReading.Refused refused = new TabularReading.Refused(fault, 4711, "“x”");
    assertThat(refused.happened()).isNotBlank().doesNotContain("{", "'");
    assertThat(refused.next()).endsWith(".").doesNotContain("{", "'");
  }

  @Test
  void brokenQuoteFarDownIsRefusedWithItsLine() {
    StringBuilder text = new StringBuilder("Email,Name,Section\n");
    for (int line = 2; line <= 9000; line++) {
      text.append("p").append(line).append("@x.example,");
      text.append(line == 4711 ? "\"Ann" : "Ann").append(",Alto\n");
    }
    TabularReading.Refused refused = refused(read(text.toString(), TabularOptions.NONE));
    assertThat(refused.fault()).isEqualTo(TabularReading.Fault.QUOTE_NOT_CLOSED);
    assertThat(refused.line()).isEqualTo(4711);
    assertThat(refused.happened()).contains("4,711", "p4711@x.example");
  }

  @Test
  void readingTellsHowFarItIsAndStopsWhenTold() {
    String text = "Email\n" + "a@x.example\n".repeat(10_000);
    List<Long> told = new ArrayList<>();
    Tabular.read(
        text.getBytes(UTF_8),
        "l.csv",
        TabularOptions.NONE,
        (done, of) -> {
          // A line of twelve letters tells how many there are; the heading is shorter.
          assertThat(of).isBetween(10_000L, 10_010L);
          return told.add(done);
        });
    assertThat(told).hasSize(2).isSorted();
    assertThatThrownBy(
            () -> Tabular.read(text.getBytes(UTF_8), "l.csv", TabularOptions.NONE, (_, _) -> false))
        .isInstanceOf(CancellationException.class);
  }
}
