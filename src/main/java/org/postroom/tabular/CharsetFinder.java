package org.postroom.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the charset of a text: by a byte order mark that tells the truth, else what somebody
/// stated, else UTF-16 by its zeros, strict UTF-8, windows-1252.
final class CharsetFinder {
  static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int HEAD = 4096;

  private CharsetFinder() {}

  /// A way to read a text.
  ///
  /// @param mark how many bytes at the beginning are a mark of another charset, and are not read
  record Way(Charset charset, int mark) {}

  /// How the text may be read: where there are two ways, the second is meant if the bytes are no
  /// text in the first.
  ///
  /// @param stated what somebody said about the charset, or null
  /// @throws RefusedException where nobody knows a charset of that name, or the byte order mark
  ///   lies and nobody said anything
  static List<Way> ways(TabularFile file, @Nullable String stated) throws RefusedException {
    byte[] head = head(file, HEAD);
    Charset said = stated == null ? null : charset(stated, head);
    Charset marked = byMark(head);
    if (marked != null) {
      return marked(head, marked, said);
    }
    Charset charset = said == null ? byZeros(head) : said;
    return charset == null
        ? List.of(new Way(StandardCharsets.UTF_8, 0), new Way(WINDOWS, 0))
        : List.of(new Way(charset, 0));
  }

  private static Charset charset(String stated, byte[] head) throws RefusedException {
    try {
      return order(Charset.forName(stated.strip()), head);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new RefusedException(TabularReading.Fault.UNKNOWN_CHARSET, 0, stated);
    }
  }

  /// What a mark says, where the bytes behind it agree; else what somebody stated, without the
  /// mark.
  private static List<Way> marked(byte[] head, Charset marked, @Nullable Charset said)
      throws RefusedException {
    Way first = new Way(marked, 0);
    boolean lies = liesAboutWidth(head, marked);
    if (said == null || said.equals(marked)) {
      if (lies) {
        throw new RefusedException(TabularReading.Fault.WRONG_CHARSET, 1, marked.name());
      }
      return List.of(first);
    }
    Way other = new Way(said, marked.equals(StandardCharsets.UTF_8) ? 3 : 2);
    return lies ? List.of(other) : List.of(first, other);
  }

  /// No delimiter, no line break and no sign of an address is without a zero in UTF-16.
  private static boolean liesAboutWidth(byte[] head, Charset marked) {
    if (marked.equals(StandardCharsets.UTF_8)) {
      return false;
    }
    for (int i = 2; i < head.length; i++) {
      if (head[i] == 0) {
        return false;
      }
    }
    return head.length > 4;
  }

  /// The first bytes of a file.
  static byte[] head(TabularFile file, int most) {
    try (InputStream in = file.open()) {
      return in.readNBytes(most);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// "UTF-16" alone leaves open which byte comes first; the bytes tell.
  private static Charset order(Charset stated, byte[] head) {
    Charset found = stated.equals(StandardCharsets.UTF_16) ? byZeros(head) : null;
    return found == null ? stated : found;
  }

  private static @Nullable Charset byMark(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
      return StandardCharsets.UTF_32LE;
    }
    if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_32BE;
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return starts(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 255) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /// In UTF-16 each char of an address has a zero beside it, always on the same side.
  private static @Nullable Charset byZeros(byte[] bytes) {
    int[] zeros = new int[2];
    int looked = Math.min(bytes.length, HEAD) & ~1;
    for (int i = 0; i < looked; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    int many = looked / 10;
    int few = looked / 100;
    if (looked > 3 && zeros[1] > many && zeros[0] <= few) {
      return StandardCharsets.UTF_16LE;
    }
    return looked > 3 && zeros[0] > many && zeros[1] <= few ? StandardCharsets.UTF_16BE : null;
  }
}
