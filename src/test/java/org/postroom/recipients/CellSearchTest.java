package org.postroom.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
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
      IntPredicate found = CellSearch.of(packed, words, CellSearchTest::folded);
      for (int i = 0; i < rows.size(); i++) {
        assertThat(found.test(i)).isEqualTo(holds(rows.get(i), words));
      }
    }
    assertThat(CellSearch.of(plain, words, CellSearchTest::folded)).accepts(0);
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
      IntPredicate people = CellSearch.of(list.people(), List.of(word), CellSearchTest::folded);
      IntPredicate others = CellSearch.of(list.leftOut(), List.of(word), CellSearchTest::folded);
      int missed = 0;
      for (int i = 0; i < list.people().size(); i++) {
        boolean holds = holds(list.people().get(i).cells(), List.of(word));
        assertThat(people.test(i) || !holds).isTrue();
        missed += people.test(i) && !holds ? 1 : 0;
      }
      assertThat(missed).isLessThanOrEqualTo(1);
      for (int i = 0; i < list.leftOut().size(); i++) {
        assertThat(others.test(i)).isEqualTo(holds(list.leftOut().get(i).cells(), List.of(word)));
      }
    }
  }
}
