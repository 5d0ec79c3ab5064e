package org.postroom.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/// What the bytes say of a row is what its texts would say.
class CellSearchTest {
  private static String folded(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "");
  }

  private static boolean holds(List<String> cells, List<String> words) {
    return words.stream()
        .allMatch(word -> cells.stream().anyMatch(cell -> folded(cell).contains(word)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "A", "b", "z", "Z", "@", "[", "é", "É", "\uD83C\uDF38", "ж", "1")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  @Property
  void aRowIsFoundWhereEachWordStandsInOneOfItsCells(
      @ForAll @Size(max = 8) List<@Size(max = 5) List<@From("texts") String>> rows,
      @ForAll @Size(max = 3) List<@From("texts") String> asked) {
    List<String> words =
        asked.stream().map(CellSearchTest::folded).filter(word -> !word.isEmpty()).toList();
    PackedTexts.Builder texts = new PackedTexts.Builder();
    rows.forEach(row -> row.forEach(texts::add));
    PackedRows.Builder shared = new PackedRows.Builder(texts.build());
    List<SourceRow> plain = new ArrayList<>();
    int number = 0;
    for (List<String> row : rows) {
      plain.add(new SourceRow(1, row));
      int[] numbers = new int[row.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = number++;
      }
      shared.add(1, false, row, numbers, row.size());
    }
    for (PackedRows packed : List.of(PackedRows.of(plain), shared.build())) {
      CellSearch.Question found = CellSearch.of(packed, words);
      for (int i = 0; i < rows.size(); i++) {
        boolean holds = holds(rows.get(i), words);
        assertThat(found.at(i)).isEqualTo(holds ? CellSearch.Told.YES : CellSearch.Told.NO);
      }
    }
    assertThat(CellSearch.of(plain, words).at(0)).isEqualTo(CellSearch.Told.PERHAPS);
  }

  @Test
  void peopleAndRowsLeftOutAreFoundByTheirPlaces() {
    List<String> texts = List.of("Ann", "Zoë", "Ben", "Cem");
    List<SourceRow> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String address = i % 5 == 0 ? "no address" : "m" + i + "@x.example";
      rows.add(new SourceRow(i + 2, List.of(address, texts.get(i % 4))));
    }
    ListOrigin origin = new ListOrigin("l.csv", "", "csv", "UTF-8", ",", null);
    SourceTable table =
        new SourceTable(origin, new SourceRow(1, List.of("Email", "Name")), rows, false);
    // A corrected row says something else than its bytes.
    ImportOptions corrected =
        new ImportOptions(
            null,
            null,
            List.of(),
            List.of(new ImportOptions.Correction(2, "Name", "Zoë", "Quentin")),
            List.of(),
            Map.of(),
            Set.of(),
            _ -> false,
            _ -> false,
            List.of(),
            List.of());
    RecipientList list =
        switch (ListImport.read(table, corrected, () -> false)) {
          case ImportReading.Imported imported -> imported.list();
          case ImportReading.Mistaken mistaken -> throw new AssertionError(mistaken);
        };
    assertThat(list.people()).hasSize(320);
    for (String word : List.of("zoe", "quentin", "m17@", "ann", "nobody")) {
      CellSearch.Question people = CellSearch.of(list.people(), List.of(word));
      CellSearch.Question others = CellSearch.of(list.leftOut(), List.of(word));
      int unsure = 0;
      for (int i = 0; i < list.people().size(); i++) {
        boolean holds = holds(list.people().get(i).cells(), List.of(word));
        CellSearch.Told told = people.at(i);
        unsure += told == CellSearch.Told.PERHAPS ? 1 : 0;
        assertThat(told).isNotEqualTo(holds ? CellSearch.Told.NO : CellSearch.Told.YES);
      }
      assertThat(unsure).isEqualTo(1);
      for (int i = 0; i < list.leftOut().size(); i++) {
        boolean holds = holds(list.leftOut().get(i).cells(), List.of(word));
        assertThat(others.at(i)).isEqualTo(holds ? CellSearch.Told.PERHAPS : CellSearch.Told.NO);
      }
    }
  }

  @Test
  void aColumnThatIsNotShownSaysNothingForSure() {
    PackedRows rows = PackedRows.of(List.of(new SourceRow(2, List.of("ann", "ben"))));
    CellSearch.Question shown = CellSearch.of(rows.columns(new int[] {1}), List.of("ann"));
    assertThat(shown.at(0)).isEqualTo(CellSearch.Told.PERHAPS);
    CellBytes cells = CellBytes.of(rows.columns(new int[] {1}), 0);
    FoldedCell cell = new FoldedCell();
    assertThat(cells.at(0, cell)).isTrue();
    assertThat(new String(cell.bytes(), 0, cell.length(), StandardCharsets.UTF_8)).isEqualTo("ben");
  }

  @Test
  void aWordIsFoundInLongCellsAndBesideManyOtherLetters() {
    String umlauts = "ü".repeat(50);
    List<SourceRow> rows =
        List.of(
            new SourceRow(1L << 40, List.of("x".repeat(300_000) + "Needle", umlauts)),
            new SourceRow(3, List.of(umlauts + "nEEdle", "", "é")),
            new SourceRow(4, List.of("need", "le", umlauts, "ΣΟΦΟΣ needl")),
            new SourceRow(5, List.of("\uD800 needle")),
            new SourceRow(6, List.of("", "ΝΕΕDLE", "neédlé")));
    PackedRows.Builder again = new PackedRows.Builder();
    rows.forEach(again::add);
    again.again(7, true, 1);
    again.again(8, false, 2);
    PackedRows packed = again.build();
    CellSearch.Question needle = CellSearch.of(packed, List.of("needle"));
    List<CellSearch.Told> told = IntStream.range(0, packed.size()).mapToObj(needle::at).toList();
    CellSearch.Told yes = CellSearch.Told.YES;
    CellSearch.Told no = CellSearch.Told.NO;
    assertThat(told).containsExactly(yes, yes, no, yes, yes, yes, no);
    // Only the whole word says which sigma is its last letter.
    assertThat(CellSearch.of(packed, List.of("σοφος")).at(2)).isEqualTo(yes);
    assertThat(CellSearch.of(packed, List.of("\uD800")).at(3)).isEqualTo(yes);
  }

  @Property
  void aCellIsFoldedByItsBytesAsByItsText(
      @ForAll @StringLength(max = 12) @From("letters") String text) {
    PackedRows rows = PackedRows.of(List.of(new SourceRow(2, List.of("before", text))));
    FoldedCell cell = new FoldedCell();
    if (CellBytes.of(rows, 1).at(0, cell)) {
      assertThat(new String(cell.bytes(), 0, cell.length(), StandardCharsets.UTF_8))
          .isEqualTo(folded(text.strip()));
    } else {
      assertThat(text.codePoints().anyMatch(c -> c == 'Σ' || c >= 0x1680)).isTrue();
    }
    assertThat(FoldedCell.of(text)).isEqualTo(folded(text));
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.strings()
        .withChars("aZ \tÀéßſİıΑΣςάЙйא\u0301\u2019\u2003Ệ\u212A中ﬁ")
        .withCharRange('\u0000', '\u20FF');
  }
}
