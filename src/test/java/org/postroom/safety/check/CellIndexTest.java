package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whose a value is, as long as few have it.
class CellIndexTest {
  private static final long PERSON = 0xffff;

  @Test
  void whatFewHaveIsFoundWhatMoreHaveSinglesNobodyOut() {
    CellIndex index = new CellIndex(2);
    assertThat(index.isEmpty()).isTrue();
    index.add(7, 1, PERSON);
    assertThat(index.isEmpty()).isFalse();
    assertThat(found(index, 7)).containsExactly(1L);
    index.add(7, 2, PERSON);
    assertThat(found(index, 7)).containsExactly(2L, 1L);
    index.add(7, 3, PERSON);
    assertThat(found(index, 7)).isEmpty();
    assertThat(found(index, 8)).isEmpty();
  }

  @Test
  void noMoreThanOneTooManyIsKept() {
    CellIndex index = new CellIndex(2);
    for (int person = 1; person <= 9; person++) {
      index.add(7, person, PERSON);
      assertThat(index.count(7)).isEqualTo(Math.min(person, 3));
    }
    assertThat(index.count(8)).isZero();
  }

  @Test
  void onePersonCountsOnceInARow() {
    CellIndex index = new CellIndex(2);
    long otherColumn = PERSON + 1;
    index.add(7, 1, PERSON);
    index.add(7, 1 | otherColumn, PERSON);
    assertThat(found(index, 7)).containsExactly(1L);
    index.add(7, 2, PERSON);
    index.add(7, 2 | otherColumn, PERSON);
    assertThat(found(index, 7)).containsExactly(2L, 1L);
  }

  @Test
  void manyValuesAreKeptApart() {
    CellIndex index = new CellIndex(2);
    for (int value = 0; value < 20_000; value++) {
      index.add(CellIndex.hash("value " + value), value, PERSON << 8);
    }
    for (int value = 0; value < 20_000; value++) {
      assertThat(found(index, CellIndex.hash("value " + value))).containsExactly((long) value);
    }
    assertThat(found(index, CellIndex.hash("value 20000"))).isEmpty();
  }

  @Test
  void aPieceHasTheHashOfItsWords() {
    CellIndex.TextHashes hashes = new CellIndex.TextHashes("ann miller\0 and more");
    assertThat(hashes.of(0, 3)).isEqualTo(CellIndex.hash("ann"));
    assertThat(hashes.of(4, 10)).isEqualTo(CellIndex.hash("miller"));
    assertThat(hashes.of(4, 11)).isEqualTo(CellIndex.hash("miller\0"));
    assertThat(hashes.of(4, 10)).isNotEqualTo(hashes.of(4, 11));
    assertThat(hashes.of(4, 4)).isEqualTo(CellIndex.hash(""));
    String whole = "a".repeat(Rows.LONGEST);
    assertThat(new CellIndex.TextHashes("b" + whole).of(1, 1 + Rows.LONGEST))
        .isEqualTo(CellIndex.hash(whole));
  }

  private static List<Long> found(CellIndex index, long hash) {
    List<Long> cells = new ArrayList<>();
    index.find(hash, cells::add);
    return cells;
  }
}
