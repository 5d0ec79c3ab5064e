package org.postroom.composition;

import java.util.Arrays;

/// One part of the letter before: its lines as they travelled, and what each of them said. Most
/// lines of a mailshot are the same in all letters, and of the next letter only the others are
/// decoded. Not safe for several threads.
final class LinesBefore {
  /// Octets. What is longer is decoded anew each time.
  private static final int MOST_KEPT = 1 << 20;

  private byte[] encoded = {};
  private int encodedEnd;
  private String decoded = "";

  /// Where the lines begin that a reader sees, in what travelled and in what it says. Such a line
  /// may travel in several pieces (soft line breaks).
  private int[] encodedStarts = {0};

  private int[] decodedStarts = {0};
  private int lines;

  /// Decodes one line.
  interface LineDecoder<X extends Exception> {
    /// @param out where to add what it says, its line end as `\n`
    /// @return where the next line begins, or `end`
    int decode(int at, int end, StringBuilder out) throws X;
  }

  /// What the lines from `start` to `end` say.
  <X extends Exception> String decode(byte[] bytes, int start, int end, LineDecoder<X> decoder)
      throws X {
    Reading reading = new Reading(bytes, start, end);
    while (reading.at < end) {
      if (!reading.sameAsBefore()) {
        reading.line();
        reading.at = decoder.decode(reading.at, end, reading.out);
        reading.before++;
      }
    }
    String text = reading.out.toString();
    if (end - start <= MOST_KEPT) {
      keep(reading, text);
    }
    return text;
  }

  private void keep(Reading reading, String text) {
    int size = reading.end - reading.start;
    if (encoded.length < size) {
      encoded = new byte[size * 2];
    }
    System.arraycopy(reading.bytes, reading.start, encoded, 0, size);
    encodedEnd = size;
    decoded = text;
    encodedStarts = reading.encodedStarts;
    decodedStarts = reading.decodedStarts;
    lines = reading.lines;
  }

  /// The next letter's part while it is decoded.
  private final class Reading {
    final byte[] bytes;
    final int start;
    final int end;
    final StringBuilder out = new StringBuilder(decoded.length() + 64);
    int at;

    /// The line before that may be the same as the one at `at`.
    int before;

    int[] encodedStarts = new int[LinesBefore.this.lines + 16];
    int[] decodedStarts = new int[LinesBefore.this.lines + 16];
    int lines;

    Reading(byte[] bytes, int start, int end) {
      this.bytes = bytes;
      this.start = start;
      this.end = end;
      this.at = start;
    }

    /// Takes over the lines that are the same as before, as many as follow each other; false where
    /// not even the first is.
    boolean sameAsBefore() {
      if (before >= LinesBefore.this.lines) {
        return false;
      }
      int from = LinesBefore.this.encodedStarts[before];
      int same = Arrays.mismatch(bytes, at, end, encoded, from, encodedEnd);
      int until = same < 0 ? LinesBefore.this.lines : lineAt(from + same);
      if (until == before) {
        return false;
      }
      int last = same < 0 ? encodedEnd : LinesBefore.this.encodedStarts[until];
      int said = LinesBefore.this.decodedStarts[before];
      int saidEnd = same < 0 ? decoded.length() : LinesBefore.this.decodedStarts[until];
      for (int line = before; line < until; line++) {
        line(
            at - start + LinesBefore.this.encodedStarts[line] - from,
            out.length() + LinesBefore.this.decodedStarts[line] - said);
      }
      out.append(decoded, said, saidEnd);
      at += last - from;
      before = until;
      return true;
    }

    /// The last line before that begins at `offset` or earlier.
    private int lineAt(int offset) {
      int line =
          Arrays.binarySearch(
              LinesBefore.this.encodedStarts, before, LinesBefore.this.lines, offset);
      return line < 0 ? -line - 2 : line;
    }

    /// A line begins here.
    void line() {
      line(at - start, out.length());
    }

    private void line(int encodedStart, int decodedStart) {
      if (lines == encodedStarts.length) {
        encodedStarts = Arrays.copyOf(encodedStarts, lines * 2);
        decodedStarts = Arrays.copyOf(decodedStarts, lines * 2);
      }
      encodedStarts[lines] = encodedStart;
      decodedStarts[lines++] = decodedStart;
    }
  }
}
