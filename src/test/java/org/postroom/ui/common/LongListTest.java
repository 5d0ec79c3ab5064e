package org.postroom.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
      IntPredicate quick = Folded.<SourceRow>perhaps(query).apply(rows);
      for (int i = 0; i < rows.size(); i++) {
        boolean found = Folded.<List<String>>holding(query, row -> row::get, 2).test(CELLS.get(i));
        assertThat(quick.test(i)).as("%s in %s", query, CELLS.get(i)).isEqualTo(found);
      }
    }
  }

  @Test
  void sortingStopsWhenAsked() {
    int[] places = IntStream.range(0, CELLS.size()).toArray();
    assertThat(SortedPlaces.of(CELLS, places, List::getFirst, false, () -> false))
        .containsExactly(2, 3, 4, 0, 1);
    assertThatThrownBy(() -> SortedPlaces.of(CELLS, places, List::getFirst, false, () -> true))
        .isInstanceOf(CancellationException.class);
  }
}
