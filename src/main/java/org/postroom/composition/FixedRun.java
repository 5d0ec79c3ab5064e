package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch of a template, made ready once for all letters that hold it. Whole lines are encoded
/// the same wherever they stand, and so is a long line from a soft line break on; only what stands
/// in one line with a value is encoded anew for each letter.
final class FixedRun {
  /// Fewer octets than this are written anew each time.
  private static final int LEAST_SHARED = 160;

  private final List<Chunk> chunks;
  private final byte[] rest;
  private final Folded folded;

  /// Octets that can be shared, and those before them.
  static final class Chunk {
    private final byte[] before;
    private final boolean soft;
    private final Rope.@Nullable Shared asItIs;
    private final Rope.Shared quoted;
    private final boolean marked;

    private Chunk(
        byte[] before,
        boolean soft,
        Rope.@Nullable Shared asItIs,
        Rope.Shared quoted,
        boolean marked) {
      this.before = before;
      this.soft = soft;
      this.asItIs = asItIs;
      this.quoted = quoted;
      this.marked = marked;
    }

    /// Text that is encoded with whatever comes before it. A line ends at its end, or, where
    /// [#soft()], a soft break can stand there. Nobody writes to it.
    byte[] before() {
      return before;
    }

    /// True where the chunk begins within a line; it ends with a soft line break then.
    boolean soft() {
      return soft;
    }

    /// Lines with CRLF ends, or null where they have to be encoded.
    Rope.@Nullable Shared asItIs() {
      return asItIs;
    }

    /// The same in quoted-printable.
    Rope.Shared quoted() {
      return quoted;
    }

    /// True where a boundary could stand in [#asItIs()].
    boolean marked() {
      return marked;
    }
  }

  private FixedRun(List<Chunk> chunks, byte[] rest, Folded folded) {
    this.chunks = List.copyOf(chunks);
    this.rest = rest;
    this.folded = folded;
  }

  static FixedRun of(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int first = afterFirstBreak(utf8);
    int last = Math.max(first, afterLastBreak(utf8));
    List<Chunk> chunks = new ArrayList<>();
    int done = soft(utf8, 0, 0, first, chunks);
    if (last - first >= LEAST_SHARED) {
      chunks.add(
          lines(Arrays.copyOfRange(utf8, done, first), Arrays.copyOfRange(utf8, first, last)));
      done = last;
    }
    if (last < utf8.length) {
      done = soft(utf8, done, last, utf8.length, chunks);
    }
    return new FixedRun(chunks, Arrays.copyOfRange(utf8, done, utf8.length), Folded.of(text));
  }

  List<Chunk> chunks() {
    return chunks;
  }

  /// Octets of text after the last chunk. Nobody writes to them.
  byte[] rest() {
    return rest;
  }

  Folded folded() {
    return folded;
  }

  private static Chunk lines(byte[] before, byte[] lines) {
    boolean asItIs = TextBody.travelsAsItIs(lines, 0, lines.length);
    Octets quoted = new Octets(lines.length * 2);
    TextBody.encode(lines, 0, lines.length, false, false, quoted);
    Rope.Shared plain = null;
    if (asItIs) {
      Octets out = new Octets(lines.length * 2);
      TextBody.encode(lines, 0, lines.length, true, false, out);
      plain = shared(out.toArray());
    }
    return new Chunk(
        before,
        false,
        plain,
        shared(quoted.toArray()),
        TextBody.mayHoldBoundary(lines, lines.length));
  }

  /// Shares the encoded lines of one long line of text.
  ///
  /// @param done what of `utf8` stands in chunks already
  /// @return what of it stands in chunks now
  private static int soft(byte[] utf8, int done, int start, int end, List<Chunk> chunks) {
    if (end - start < LEAST_SHARED) {
      return done;
    }
    int lineEnd = end;
    while (lineEnd > start && (utf8[lineEnd - 1] == '\n' || utf8[lineEnd - 1] == '\r')) {
      lineEnd--;
    }
    Octets out = new Octets((lineEnd - start) * 2);
    int begins = QuotedPrintable.line(utf8, start, lineEnd, true, out);
    if (begins - start < LEAST_SHARED) {
      return done;
    }
    // What stands in the last, unfinished line is written with what follows it.
    Octets whole = new Octets(out.length());
    QuotedPrintable.line(utf8, start, begins, true, whole);
    whole.octet('=').line();
    chunks.add(
        new Chunk(
            Arrays.copyOfRange(utf8, done, start), true, null, shared(whole.toArray()), false));
    return begins;
  }

  private static Rope.Shared shared(byte[] octets) {
    return new Rope.Shared(octets, Sha256.of(octets));
  }

  /// Where the second line begins; the length where there is one only. A CR at the very end may be
  /// half a line break.
  private static int afterFirstBreak(byte[] utf8) {
    for (int i = 0; i < utf8.length; i++) {
      if (utf8[i] == '\n') {
        return i + 1;
      }
      if (utf8[i] == '\r' && i + 1 < utf8.length) {
        return utf8[i + 1] == '\n' ? i + 2 : i + 1;
      }
    }
    return utf8.length;
  }

  private static int afterLastBreak(byte[] utf8) {
    int i = utf8.length - 1;
    if (i >= 0 && utf8[i] == '\r') {
      i--;
    }
    while (i >= 0 && utf8[i] != '\n' && utf8[i] != '\r') {
      i--;
    }
    return i + 1;
  }
}
