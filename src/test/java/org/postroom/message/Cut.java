package org.postroom.message;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Letters in pieces, for whoever must not mind where they end.
public final class Cut {
  /// Stands around each piece in its array, and must never be looked at.
  private static final byte[] AROUND = {'\r', '\n', '.', 0, '\n'};

  private Cut() {}

  /// The octets cut before each of `places` that lies within, each piece in an array of its own
  /// with something around it.
  public static WireBytes at(byte[] whole, List<Integer> places) {
    TreeSet<Integer> cuts = new TreeSet<>(places);
    cuts.add(whole.length);
    WireBytes.Builder pieces = new WireBytes.Builder();
    int from = 0;
    for (int to : cuts.tailSet(0)) {
      if (to > whole.length) {
        break;
      }
      byte[] array = Arrays.copyOf(AROUND, to - from + 2 * AROUND.length);
      System.arraycopy(whole, from, array, AROUND.length, to - from);
      System.arraycopy(AROUND, 0, array, AROUND.length + to - from, AROUND.length);
      pieces.add(array, AROUND.length, AROUND.length + to - from);
      from = to;
    }
    return pieces.build();
  }

  /// Places to cut at in a text of `length` octets.
  public static Arbitrary<List<Integer>> places(int length) {
    return Arbitraries.integers().between(0, Math.max(1, length)).list().ofMaxSize(40);
  }
}
