package org.postroom.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.postroom.recipients.Cells;
import org.postroom.recipients.SourceTable;

/// What is written as a workbook is read back as it was.
class XlsxWriterTest {
  @Property(tries = 300)
  void whateverTheCellsHoldIsReadBack(@ForAll("tables") List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("Email", "Name", "Note"));
    for (int i = 0; i < rows.size(); i++) {
      all.add(List.of("p" + i + "@club.example", rows.get(i).get(0), rows.get(i).get(1)));
    }
    assertThat(read(written(all))).isEqualTo(all);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12),
            Arbitraries.of(
                "",
                "=1+1",
                "+44 20 7946",
                "-5",
                "@home",
                "007",
                "1.23E+11",
                "2026-03-04",
                "TRUE",
                "<b>&amp;</b>",
                "]]>",
                "a\nb",
                "a\r\nb",
                "_x000D_",
                "_x_",
                "_xyz",
                "\u0000",
                "\u0001\uFFFE",
                "\uD800",
                "\uDC00x",
                "😀",
                "‘quoted’",
                "'it",
                "  two  "));
    // Cells of white space alone read as empty ones.
    return cell.map(text -> Cells.isBlank(text) ? "" : text).list().ofSize(2).list().ofMaxSize(8);
  }

  @Test
  void theSameRowsAreTheSameBytes() {
    List<List<String>> rows = List.of(List.of("Email"), List.of("ann@club.example"));
    assertThat(written(rows)).isEqualTo(written(rows));
  }

  private static byte[] written(List<List<String>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XlsxWriter.write(out, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<List<String>> read(byte[] bytes) {
    TabularOptions options = new TabularOptions(null, null, null, 1);
    TabularReading reading = Tabular.read(bytes, "list.xlsx", options, TabularProgress.NONE);
    assertThat(reading).isInstanceOf(TabularReading.Read.class);
    SourceTable table = ((TabularReading.Read) reading).table();
    List<List<String>> all = new ArrayList<>();
    all.add(table.header().cells());
    table.rows().forEach(row -> all.add(row.cells()));
    return all;
  }
}
