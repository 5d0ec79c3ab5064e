package org.postroom.recipients;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// The bytes of a cell as people look for it and sort by it: small letters without accents. A fold
/// of a text takes a microsecond and a dozen objects; among ten million cells that is what a search
/// would wait for. One is used for many cells, one after the other, by one thread.
public final class FoldedCell {
  private static final int ASCII = 0x80;
  private static final int TWO_BYTES = 0x800;

  /// Letters of Europe and Vietnam, and the punctuation that word processors make.
  private static final int KNOWN = 0x2070;

  private byte[] bytes = new byte[64];
  private int length;

  /// Words without regard to case and accents, so that "zoe" finds "Zoë".
  public static String of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) >= ASCII) {
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
      }
    }
    return lower;
  }

  /// What becomes of each letter wherever it stands; null for those about which only the whole text
  /// tells: a capital sigma is another letter at the end of a word, and white space may be
  /// stripped.
  private static final class Letters {
    private static final byte[][] FOLDED = new byte[KNOWN][];

    static {
      for (char c = 0; c < KNOWN; c++) {
        boolean depends = c == 'Σ' || (c >= ASCII && Character.isWhitespace(c));
        if (!depends) {
          FOLDED[c] = of(Character.toString(c)).getBytes(StandardCharsets.UTF_8);
        }
      }
    }
  }

  /// Takes a cell that is sound UTF-8.
  ///
  /// @return false where its bytes alone do not tell; then nothing is known
  boolean fold(byte[] utf8, int start, int end) {
    length = 0;
    room(end - start);
    byte[] into = bytes;
    int at = start;
    int to = 0;
    while (at < end) {
      byte b = utf8[at];
      if (b >= 0) {
        into[to++] = b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
        at++;
        continue;
      }
      int letter =
          b < (byte) 0xE0
              ? (b & 0x1F) << 6 | (utf8[at + 1] & 0x3F)
              : b < (byte) 0xF0
                  ? (b & 0x0F) << 12 | (utf8[at + 1] & 0x3F) << 6 | (utf8[at + 2] & 0x3F)
                  : KNOWN;
      byte[] folded = letter < KNOWN ? Letters.FOLDED[letter] : null;
      if (folded == null) {
        return false;
      }
      at += letter < TWO_BYTES ? 2 : 3;
      if (into.length - to < folded.length + end - at) {
        length = to;
        room(folded.length + end - at);
        into = bytes;
      }
      for (byte one : folded) {
        into[to++] = one;
      }
    }
    length = to;
    return true;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  /// Of which the first [#length()] are the cell; not a copy.
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }
}
