package org.postroom.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WireBytesTest {
  @Property
  void inPiecesTheyAreTheSameOctets(@ForAll byte[] whole, @ForAll("cuts") List<Integer> cuts)
      throws IOException, NoSuchAlgorithmException {
    WireBytes pieces = Cut.at(whole, cuts);

    assertThat(pieces.size()).isEqualTo(whole.length);
    assertThat(pieces.joined()).isEqualTo(whole);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pieces.writeTo(out);
    assertThat(out.toByteArray()).isEqualTo(whole);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    pieces.update(digest);
    assertThat(digest.digest()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(whole));
    for (int i = 0; i < whole.length; i++) {
      assertThat(pieces.at(i)).isEqualTo(whole[i]);
      int piece = pieces.pieceAt(i);
      assertThat(i).isBetween(pieces.start(piece), pieces.start(piece) + length(pieces, piece) - 1);
    }
  }

  @Test
  void whatIsNotThereIsNotAnOctet() {
    WireBytes none = WireBytes.of(new byte[0]);
    assertThat(none.size()).isZero();
    assertThat(none.pieces()).isZero();
    assertThatThrownBy(() -> none.at(0)).isInstanceOf(IndexOutOfBoundsException.class);
    WireBytes one = WireBytes.of(new byte[] {7});
    assertThat(one.at(0)).isEqualTo((byte) 7);
    assertThatThrownBy(() -> one.at(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> one.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aPieceLiesInItsArray() {
    byte[] array = new byte[4];
    WireBytes.Builder pieces = new WireBytes.Builder();
    for (int[] outside : new int[][] {{-1, 2}, {3, 2}, {2, 5}}) {
      assertThatThrownBy(() -> pieces.add(array, outside[0], outside[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(pieces.add(array, 4, 4).build().pieces()).isZero();
    assertThat(pieces.add(array, 0, 4).build().size()).isEqualTo(4);
  }

  @Test
  void aPieceMoreChangesNothingThatWasBuiltBefore() {
    for (int room = 0; room < 4; room++) {
      WireBytes.Builder pieces = new WireBytes.Builder(room);
      pieces.add(new byte[] {1, 2}, 0, 2).add(new byte[] {3}, 0, 1);
      WireBytes before = pieces.build();
      WireBytes after = pieces.add(new byte[] {4}, 0, 1).build();
      assertThat(before.joined()).containsExactly(1, 2, 3);
      assertThat(after.joined()).containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void aLetterHasLessThanTwoGigabytes() {
    byte[] much = new byte[1 << 20];
    WireBytes.Builder pieces = new WireBytes.Builder();
    for (int i = 1; i < 2048; i++) {
      pieces.add(much, 0, much.length);
    }
    assertThatThrownBy(() -> pieces.add(much, 0, much.length))
        .isInstanceOf(ArithmeticException.class);
  }

  private static int length(WireBytes pieces, int piece) {
    return pieces.to(piece) - pieces.from(piece);
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(0, 300).list().ofMaxSize(20);
  }
}
