package org.postroom.composition;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.postroom.message.WireBytes;

/// A letter's octets for the guard, one after the other wherever they stand. Not safe for several
/// threads.
final class GuardOctets {
  private final WireBytes letter;

  /// The piece that was read last.
  private byte[] array = {};

  private int start;
  private int end;

  /// Where in its array the letter's first octet would stand.
  private int shift;

  GuardOctets(WireBytes letter) {
    this.letter = letter;
  }

  int size() {
    return letter.size();
  }

  byte at(int offset) {
    if (offset < start || offset >= end) {
      moveTo(offset);
    }
    return array[shift + offset];
  }

  /// True where `words` stands at `offset`, before `limit`.
  boolean holds(byte[] words, int offset, int limit) {
    if (limit - offset < words.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (at(offset + i) != words[i]) {
        return false;
      }
    }
    return true;
  }

  /// Where, from `offset` on, the line has ended that goes through it; `limit` where it has not
  /// before.
  int nextLine(int offset, int limit) {
    for (int i = offset; i < limit; i++) {
      if (at(i) == '\n') {
        return i + 1;
      }
    }
    return limit;
  }

  /// Octets as characters below 256.
  String latin(int from, int to) {
    if (from == to) {
      return "";
    }
    at(from);
    return to <= end
        ? new String(array, shift + from, to - from, StandardCharsets.ISO_8859_1)
        : new String(copy(from, to), StandardCharsets.ISO_8859_1);
  }

  /// @throws GuardRefusal where they are not UTF-8
  String utf8(int from, int to) throws GuardRefusal {
    if (isAscii(from, to)) {
      return latin(from, to);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(copy(from, to))).toString();
    } catch (CharacterCodingException e) {
      throw new GuardRefusal(GuardRule.RAW_OCTETS);
    }
  }

  private boolean isAscii(int from, int to) {
    for (int i = from; i < to; i++) {
      if (at(i) < 0) {
        return false;
      }
    }
    return true;
  }

  private byte[] copy(int from, int to) {
    byte[] octets = new byte[to - from];
    for (int i = from; i < to; i++) {
      octets[i - from] = at(i);
    }
    return octets;
  }

  private void moveTo(int offset) {
    int piece = letter.pieceAt(offset);
    array = letter.array(piece);
    start = letter.start(piece);
    shift = letter.from(piece) - start;
    end = letter.to(piece) - shift;
  }
}
