package org.postroom.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.postroom.recipients.CellBytes;
import org.postroom.recipients.CellSearch;
import org.postroom.recipients.PackedRows;
import org.postroom.recipients.SourceRow;

/// Finding and sorting where rows are kept as bytes: what is found is what looking at each row
/// finds, and an order that nobody wants any more is not worked out to its end.
class LongListTest {
  private static final List<List<String>> CELLS =
      List.of(
          List.of("Zoë Carter", "zoe@post.example"),
          List.of("ZOE CARTER", "carter@post.example"),
          List.of("Ann", "ann@post.example"),
          List.of("İzzet", "i@post.example"),
          List.of("\u212Aate", "k@post.example"));

  private static PackedRows packed() {
    return PackedRows.of(
        IntStream.range(0, CELLS.size())
            .mapToObj(i -> new SourceRow(i + 1, CELLS.get(i)))
            .toList());
  }

  @Test
  void theQuickQuestionNeverPassesOverARowThatIsFound() {
    PackedRows rows = packed();
    for (String query :
        List.of("zoe", "Carter", "ZOË post", "izzet", "kate", "ann zoe", " ", "x")) {
      Wanted<SourceRow> wanted = Wanted.holding(query, row -> row.cells()::get, 2);
      CellSearch.Question quick = wanted.quick().apply(rows);
      for (int i = 0; i < rows.size(); i++) {
        boolean found = wanted.rows().test(rows.get(i));
        assertThat(quick.at(i))
            .as("%s in %s", query, CELLS.get(i))
            .isEqualTo(found ? CellSearch.Told.YES : CellSearch.Told.NO);
        // With something else that is asked for, the row itself is looked at.
        assertThat(wanted.and("x", _ -> true).quick().apply(rows).at(i))
            .isEqualTo(found ? CellSearch.Told.PERHAPS : CellSearch.Told.NO);
      }
    }
  }

  @Test
  void sortingStopsWhenAsked() {
    int[] places = IntStream.range(0, CELLS.size()).toArray();
    SortedPlaces.Key<List<String>> first = SortedPlaces.Key.of(List::getFirst);
    assertThat(SortedPlaces.of(CELLS, places, first, false, () -> false))
        .containsExactly(2, 3, 4, 0, 1);
    assertThatThrownBy(() -> SortedPlaces.of(CELLS, places, first, false, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.oneOf(
        Arbitraries.of("", " ", "ann", "Ann ", "\tÀnn", "Zoë", "σας ΣΑΣ", "\uD83C\uDF38", "£9"),
        Arbitraries.of("1", "-1", "1.50", "1,200", "007", "+3", "1.", "12345678901234567", "9 €"),
        Arbitraries.strings().withChars("ab1.").ofMaxLength(20));
  }

  @Property
  void bytesAreSortedAsTextsAre(
      @ForAll @Size(max = 60) List<@From("cells") String> cells, @ForAll boolean descending) {
    List<SourceRow> rows =
        PackedRows.of(cells.stream().map(cell -> new SourceRow(1, List.of("x", cell))).toList());
    Function<SourceRow, String> words = row -> row.cells().getLast();
    int[] places = IntStream.range(0, cells.size()).filter(i -> i % 7 != 3).toArray();
    int[] byBytes =
        SortedPlaces.of(
            rows,
            places,
            new SortedPlaces.Key<>(words, all -> CellBytes.of(all, 1)),
            descending,
            () -> false);
    assertThat(byBytes)
        .isEqualTo(
            SortedPlaces.of(rows, places, SortedPlaces.Key.of(words), descending, () -> false));
  }

  @Property
  void digitsAreReadAsTheLanguageReadsThem(
      @ForAll @StringLength(max = 20) @Chars({'0', '1', '9', '.', '-', '+', 'e'}) String text) {
    byte[] bytes = (text + "7").getBytes(StandardCharsets.US_ASCII);
    double read = Amounts.of(bytes, text.length());
    String digits = text.replaceAll("[^0-9]", "");
    boolean plain = text.matches("[+-]?[0-9]+(\\.[0-9]+)?") && digits.length() <= 15;
    assertThat(read).isEqualTo(Double.valueOf(plain ? Double.parseDouble(text) : Double.NaN));
  }

  @Test
  void aLetterMoreIsLookedForAmongThoseThatWereFound() {
    Wanted<String> zo = Wanted.holding("zo", row -> _ -> row, 1);
    assertThat(Wanted.<String>holding("ann zoe", row -> _ -> row, 1).isWithin(zo)).isTrue();
    assertThat(Wanted.<String>holding("z", row -> _ -> row, 1).isWithin(zo)).isFalse();
    assertThat(zo.isWithin(zo)).isTrue();
    assertThat(zo.and("x", _ -> true).isWithin(zo)).isFalse();
    assertThat(zo.isWithin(zo.and("x", _ -> true))).isFalse();
    Wanted<String> zoe = Wanted.holding("zoe", row -> _ -> row, 1);
    assertThat(zoe.and("x", _ -> true).isWithin(zo.and("x", _ -> true))).isTrue();
    assertThat(zo.and("x", "zoo"::equals).rows()).accepts("zoo").rejects("zo");
  }
}
