package org.postroom.composition;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.postroom.message.WireBytes;

/// The lines of a letter, found in one pass that judges how they end: each with CRLF, none over 998
/// octets (RFC 5322 section 2.1.1), and no NUL anywhere. Of their places those are kept that can
/// part a body: what begins with a hyphen. A file in base64 has none.
final class GuardLines {
  private static final int LONGEST_LINE = 998;
  private static final int NONE = -1;
  private static final VarHandle OCTETS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ABOVE_CR = 0x0e0e0e0e0e0e0e0eL;
  private static final long HIGH = 0x8080808080808080L;

  private int[] hyphens = new int[16];
  private int count;

  /// Where the line begins that is being read, over all pieces.
  private int line;

  /// Where a CR stands whose LF has not come yet.
  private int open = NONE;

  private GuardLines() {}

  static GuardLines read(WireBytes letter) throws GuardRefusal {
    GuardLines lines = new GuardLines();
    lines.begins(letter, 0);
    for (int piece = 0; piece < letter.pieces(); piece++) {
      lines.piece(letter, piece);
    }
    if (lines.open != NONE) {
      throw new GuardRefusal(GuardRule.BARE_BREAK);
    }
    if (lines.line != letter.size() || lines.line == 0) {
      throw new GuardRefusal(GuardRule.UNENDED);
    }
    return lines;
  }

  private void piece(WireBytes letter, int piece) throws GuardRefusal {
    byte[] octets = letter.array(piece);
    int to = letter.to(piece);
    int shift = letter.start(piece) - letter.from(piece);
    int i = plainUntil(octets, letter.from(piece), to);
    for (; i < to; i = plainUntil(octets, i + 1, to)) {
      int at = shift + i;
      byte octet = octets[i];
      if (octet == '\n' && open != NONE && open == at - 1) {
        open = NONE;
        if (at - 1 - line > LONGEST_LINE) {
          throw new GuardRefusal(GuardRule.LONG_LINE);
        }
        begins(letter, at + 1);
      } else if (octet == '\n' || open != NONE) {
        throw new GuardRefusal(GuardRule.BARE_BREAK);
      } else if (octet == '\r') {
        open = at;
      } else if (octet == 0) {
        throw new GuardRefusal(GuardRule.NUL);
      }
    }
  }

  /// Where the first line at or after `offset` begins that begins with a hyphen; the letter's end
  /// where there is none.
  int hyphenFrom(int offset) {
    int found = Arrays.binarySearch(hyphens, 0, count, offset);
    int place = found < 0 ? -found - 1 : found;
    return place < count ? hyphens[place] : line;
  }

  /// Where, from `from` on, the next octet up to CR stands, eight looked at together; `to` where
  /// there is none. The guard has its own, since it shares nothing with the composer.
  private static int plainUntil(byte[] octets, int from, int to) {
    int i = from;
    while (i + 8 <= to) {
      long eight = (long) OCTETS.get(octets, i);
      // Only an octet below 14 borrows from its highest bit.
      if (((eight - ABOVE_CR) & ~eight & HIGH) != 0) {
        break;
      }
      i += 8;
    }
    while (i < to && (octets[i] > '\r' || octets[i] < 0)) {
      i++;
    }
    return i;
  }

  private void begins(WireBytes letter, int start) {
    line = start;
    if (start == letter.size() || letter.at(start) != '-') {
      return;
    }
    if (count == hyphens.length) {
      hyphens = Arrays.copyOf(hyphens, count * 2);
    }
    hyphens[count++] = start;
  }
}
