package org.postroom.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Texts that many cells share stand in memory once and come out as they went in.
class PackedTextsTest {
  private static PackedTexts texts(List<String> texts) {
    PackedTexts.Builder builder = new PackedTexts.Builder();
    texts.forEach(builder::add);
    assertThat(builder.size()).isEqualTo(texts.size());
    return builder.build();
  }

  @Property
  void eachTextIsKnownByItsNumber(@ForAll List<String> all) {
    PackedTexts texts = texts(all);
    assertThat(texts.size()).isEqualTo(all.size());
    for (int i = 0; i < all.size(); i++) {
      assertThat(texts.get(i)).isEqualTo(all.get(i));
    }
  }

  @Test
  void aRowHoldsSharedTextsAmongItsOwn() {
    PackedTexts texts = texts(List.of("Alto", "Zoë", "\uD83C"));
    PackedRows.Builder builder = new PackedRows.Builder(texts);
    List<SourceRow> expected = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      List<String> own = List.of("m" + i, "not this", "x".repeat(i), "nor this", "beyond");
      builder.add(i, i % 7 == 0, own, new int[] {-1, i % 3, -1, 2, -1}, i % 2 == 0 ? 4 : 5);
      List<String> cells =
          new ArrayList<>(List.of("m" + i, texts.get(i % 3), "x".repeat(i), "\uD83C", "beyond"));
      expected.add(new SourceRow(i, cells.subList(0, i % 2 == 0 ? 4 : 5), i % 7 == 0));
    }
    PackedRows rows = builder.build();
    assertThat(rows).isEqualTo(expected);
    assertThat(rows.columns(new int[] {3, 1}).get(0).cells()).containsExactly("\uD83C", "Zoë");
  }

  @Test
  void aTextThatManyCellsShareTakesItsBytesOnce() {
    String text = "The Old Rectory, 14 Church Lane";
    PackedRows.Builder shared = new PackedRows.Builder(texts(List.of(text)));
    PackedRows.Builder own = new PackedRows.Builder();
    for (int i = 1; i <= 100_000; i++) {
      shared.add(i, false, List.of(""), new int[] {0}, 1);
      own.add(new SourceRow(i, List.of(text)));
    }
    assertThat(own.bytes() - shared.bytes()).isGreaterThan(2_500_000);
  }

  @Test
  void aRowThatStandsThereOftenTakesItsBytesOnce() {
    PackedRows.Builder builder = new PackedRows.Builder();
    List<String> cells = List.of("Ann", "x".repeat(100_000));
    builder.add(new SourceRow(1, List.of("other")));
    builder.add(new SourceRow(2, cells));
    long before = builder.bytes();
    for (int line = 3; line <= 1_000; line++) {
      builder.again(line, line % 2 == 0, 1);
    }
    assertThat(builder.bytes() - before).isLessThan(100_000);
    PackedRows rows = builder.build();
    assertThat(rows.get(998)).isEqualTo(new SourceRow(999, cells, false));
    assertThat(rows.get(999)).isEqualTo(new SourceRow(1_000, cells, true));
    assertThat(CellSearch.of(rows, List.of("ann")).at(999)).isEqualTo(CellSearch.Told.YES);
  }

  @Test
  void thereIsNoTextOfAnotherNumber() {
    assertThatThrownBy(() -> texts(List.of("a")).get(1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(PackedTexts.NONE.size()).isZero();
    assertThat(PackedTexts.NONE.bytes()).isZero();
  }
}
