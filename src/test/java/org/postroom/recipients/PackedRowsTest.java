package org.postroom.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// What is packed comes out as it went in.
class PackedRowsTest {
  @Provide
  Arbitrary<List<SourceRow>> rows() {
    Arbitrary<String> cell =
        Arbitraries.oneOf(
            Arbitraries.strings().ascii().ofMaxLength(20),
            Arbitraries.strings().all().ofMaxLength(20),
            Arbitraries.strings().withChars('\uD83C', '\uDF38', 'é', 'a').ofMaxLength(4));
    Arbitrary<List<String>> cells = cell.list().ofMaxSize(40);
    return Combinators.combine(
            Arbitraries.longs().between(1, 1L << 40), cells, Arbitraries.of(true, false))
        .as(SourceRow::new)
        .list()
        .ofMaxSize(30);
  }

  @Property
  void everyRowComesOutAsItWentIn(@ForAll("rows") List<SourceRow> rows) {
    PackedRows packed = PackedRows.of(rows);
    assertThat(packed).isEqualTo(rows).hasSize(rows.size());
    assertThat(PackedRows.of(packed)).isSameAs(packed);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(packed.get(i)).isEqualTo(rows.get(i));
      assertThat(packed.subList(i, rows.size())).isEqualTo(rows.subList(i, rows.size()));
    }
  }

  @Property
  void columnsAreChosenAndEmptyWhereARowHasNone(@ForAll("rows") List<SourceRow> rows) {
    PackedRows some = PackedRows.of(rows).columns(new int[] {2, 0});
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = rows.get(i).cells();
      assertThat(some.get(i).cells())
          .containsExactly(
              cells.size() > 2 ? cells.get(2) : "", cells.isEmpty() ? "" : cells.get(0));
    }
  }

  @Test
  void rowsLargerThanABlockStandBesideSmallOnes() {
    List<SourceRow> rows = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      rows.add(new SourceRow(i, List.of("small", "é".repeat(i * 40_000), "x".repeat(i * 30_000))));
      rows.add(new SourceRow(i, Collections.nCopies(i * 2000, "wide")));
    }
    assertThat(PackedRows.of(rows)).isEqualTo(rows);
  }

  @Test
  void thereIsNothingBeyondTheEnd() {
    PackedRows rows = PackedRows.of(List.of(new SourceRow(1, List.of("a", "b")))).subList(0, 1);
    assertThatThrownBy(() -> rows.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> rows.getFirst().cells().get(2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> rows.subList(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(rows.subList(1, 1)).isEmpty();
  }
}
