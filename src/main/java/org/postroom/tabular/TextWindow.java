package org.postroom.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.PackedRows;

/// The chars of a text, of which only those around the present one are in memory. A byte order mark
/// at the beginning is left out, and so is a character that the end of the file cuts. Bytes that
/// mean nothing in the charset end the text; [#fault()] then says so.
final class TextWindow implements AutoCloseable {
  private static final int CHARS = 1 << 16;

  /// How far a reader may look ahead.
  private static final int AHEAD = 128;

  /// How much is decoded at once among plain records, which need no decoding.
  private static final int PIECE = 256;

  private final @Nullable InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes;
  private final char[] chars;
  private final TextFacts facts = new TextFacts();
  private int at;
  private int limit;
  private int looked;
  private int piece;
  private int nextPiece;
  private long behind;
  private long read;
  private boolean begun;
  private boolean ended;
  private boolean wrong;

  private TextWindow(@Nullable InputStream in, Charset charset, char[] chars, int limit) {
    // windows-1252 has five empty places: shown as the mark for a lost character, which the review
    // reports.
    CodingErrorAction onError =
        charset.equals(CharsetFinder.WINDOWS)
            ? CodingErrorAction.REPLACE
            : CodingErrorAction.REPORT;
    this.in = in;
    this.decoder = charset.newDecoder().onMalformedInput(onError).onUnmappableCharacter(onError);
    this.chars = chars;
    this.limit = limit;
    this.piece = chars.length;
    this.nextPiece = chars.length;
    this.ended = in == null;
    this.bytes = ByteBuffer.allocate(in == null ? 0 : CHARS).flip();
  }

  static TextWindow open(TabularFile file, CharsetFinder.Way way) {
    InputStream in = file.open();
    try {
      in.skipNBytes(way.mark());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TextWindow(in, way.charset(), new char[CHARS + AHEAD], 0);
  }

  /// A text that is in memory already.
  static TextWindow of(String text) {
    return new TextWindow(null, CharsetFinder.WINDOWS, text.toCharArray(), text.length());
  }

  Charset charset() {
    return decoder.charset();
  }

  /// True where there is a char.
  boolean more() {
    return at < limit || has(1);
  }

  /// The present char; only where there is [#more()].
  char peek() {
    return chars[at];
  }

  /// True where the char after the present one is `c`.
  boolean nextIs(char c) {
    return has(2) && chars[at + 1] == c;
  }

  void skip() {
    at++;
  }

  /// Skips `count` chars, or up to the end.
  void skip(int count) {
    for (int i = 0; i < count && more(); i++) {
      at++;
    }
  }

  /// How many chars lie behind.
  long position() {
    return behind + at;
  }

  /// How many chars the text has, where those that were not read yet are like the others.
  ///
  /// @param all how many bytes it has
  long estimate(long all) {
    long decoded = read - bytes.remaining();
    return decoded == 0 ? 0 : Math.round((double) (behind + limit) * all / decoded);
  }

  /// Appends the chars before the next line break or one of these two, or all that are in memory.
  void appendUntil(RecordText out, char one, char other) {
    int i = at;
    while (i < limit) {
      char c = chars[i];
      if (c == one || c == other || c == '\n' || c == '\r') {
        break;
      }
      i++;
    }
    out.append(chars, at, i);
    at = i;
  }

  /// Puts the record that begins here into `rows` and goes on behind it, where it is plain and all
  /// of its bytes are in memory.
  ///
  /// @param cells how many it must have
  /// @return false where it is to be read char by char; then nothing was done
  boolean takePlain(PlainRecord record, int cells, PackedRows.Builder rows, long line) {
    if (limit - at > PIECE) {
      return false;
    }
    byte[] all = bytes.array();
    int from = bytes.position() - PlainRecord.bytes(chars, at, limit, decoder.charset());
    if (from < 0 || !record.find(all, from, bytes.limit()) || record.cells() != cells) {
      piece = Math.min(nextPiece, chars.length);
      nextPiece = 2 * piece;
      return false;
    }
    rows.add(line, all, from, record.ends(), cells);
    nextPiece = PIECE;
    look(at);
    facts.line(record.chars(), (char) all[record.next() - 1]);
    behind += at + record.chars();
    at = 0;
    looked = 0;
    limit = 0;
    bytes.position(record.next());
    return true;
  }

  /// Copies what lies ahead, without going on.
  ///
  /// @param into at most [#AHEAD] long
  /// @return how many chars there were
  int ahead(char[] into) {
    has(into.length);
    int count = Math.min(into.length, limit - at);
    System.arraycopy(chars, at, into, 0, count);
    return count;
  }

  /// The next chars as a text, at most so many; the window goes on behind them.
  String take(int most) {
    StringBuilder text = new StringBuilder(Math.min(most, CHARS));
    while (text.length() < most && more()) {
      int count = Math.min(most - text.length(), limit - at);
      text.append(chars, at, count);
      at += count;
    }
    return text.toString();
  }

  /// Goes to the end.
  void drain() {
    while (more()) {
      at = limit;
    }
  }

  /// The last char of the text; known at its end, NUL where there is none.
  char last() {
    look(limit);
    return facts.last();
  }

  /// True where the bytes end within a character; known at the end.
  boolean isCut() {
    return bytes.hasRemaining();
  }

  /// Why the bytes are no text in this charset; known at the end, null where they are.
  TabularReading.@Nullable Refused fault() {
    look(limit);
    if (wrong) {
      return new TabularReading.Refused(
          TabularReading.Fault.WRONG_CHARSET, facts.line(), decoder.charset().name());
    }
    return facts.isNoText()
        ? new TabularReading.Refused(TabularReading.Fault.NOT_TEXT, facts.zeroLine(), "")
        : null;
  }

  private boolean has(int count) {
    while (limit - at < count && !ended) {
      fill();
    }
    return limit - at >= count;
  }

  private void fill() {
    look(at);
    System.arraycopy(chars, at, chars, 0, limit - at);
    behind += at;
    limit -= at;
    looked -= at;
    at = 0;
    int room = Math.min(piece, chars.length - limit);
    CharBuffer out = CharBuffer.wrap(chars, limit, room).slice();
    while (out.position() == 0 && !ended) {
      wrong = decoder.decode(bytes, out, false).isError();
      ended = wrong || (out.position() == 0 && !read());
    }
    int end = limit + out.position();
    if (!begun && end > limit && chars[limit] == '\uFEFF') {
      System.arraycopy(chars, limit + 1, chars, limit, --end - limit);
    }
    begun |= out.position() > 0;
    limit = end;
  }

  /// Each char is looked at once, when it lies behind or the text has ended.
  private void look(int to) {
    if (to > looked) {
      facts.look(chars, looked, to);
      looked = to;
    }
  }

  private boolean read() {
    if (in == null) {
      return false;
    }
    bytes.compact();
    try {
      int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      bytes.position(bytes.position() + Math.max(0, count)).flip();
      read += Math.max(0, count);
      return count >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
