package org.postroom.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.postroom.message.WireBytes;

/// A letter's octets with one more dot before each that begins a line (RFC 5321 section 4.5.2),
/// wherever its pieces end.
final class DotStuffing {
  private static final VarHandle OCTETS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long DOTS = '.' * ONES;

  private final WireBytes letter;
  private int piece;

  /// How many octets of the letter have been written.
  private int done;

  DotStuffing(WireBytes letter) {
    this.letter = letter;
  }

  boolean isDone() {
    return done == letter.size();
  }

  /// Writes the next `most` octets of the letter, or what there is left of it.
  void write(OutputStream out, int most) throws IOException {
    int until = most < letter.size() - done ? done + most : letter.size();
    while (done < until) {
      int shift = letter.from(piece) - letter.start(piece);
      int end = Math.min(letter.to(piece), until + shift);
      stuffed(letter.array(piece), done + shift, end, out);
      done = end - shift;
      if (end == letter.to(piece)) {
        piece++;
      }
    }
  }

  private void stuffed(byte[] octets, int from, int to, OutputStream out) throws IOException {
    int written = from;
    for (int dot = nextDot(octets, from, to); dot < to; dot = nextDot(octets, dot + 1, to)) {
      if (beginsALine(done + dot - from)) {
        out.write(octets, written, dot - written);
        out.write('.');
        written = dot;
      }
    }
    out.write(octets, written, to - written);
  }

  private boolean beginsALine(int offset) {
    return offset == 0
        || (offset > 1 && letter.at(offset - 1) == '\n' && letter.at(offset - 2) == '\r');
  }

  /// Eight octets are looked at together; `to` where there is none.
  private static int nextDot(byte[] octets, int from, int to) {
    int i = from;
    while (i + 8 <= to) {
      long eight = (long) OCTETS.get(octets, i) ^ DOTS;
      if (((eight - ONES) & ~eight & HIGH) != 0) {
        break;
      }
      i += 8;
    }
    while (i < to && octets[i] != '.') {
      i++;
    }
    return i;
  }
}
