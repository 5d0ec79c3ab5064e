package org.postroom.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The charset of a text, as far as the review needs it: BOM, UTF-16 by its zeros, strict UTF-8,
/// windows-1252. What addresses and most names are made of reads alike in all that remain.
final class Charsets {
  static final int SAMPLE = 4096;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Charsets() {}

  static String decode(byte[] content) {
    int bom = bom(content);
    Charset charset = charset(content);
    try {
      return charset
          .newDecoder()
          .decode(ByteBuffer.wrap(content, bom, content.length - bom))
          .toString();
    } catch (CharacterCodingException e) {
      // Not what it seemed to be: every byte is a sign in windows-1252, or is replaced.
      return new String(
          content,
          bom,
          content.length - bom,
          charset.name().startsWith("UTF-16") ? charset : WINDOWS);
    }
  }

  /// False for bytes that no text has: zeros (unless it is UTF-16) and many control signs.
  static boolean looksLikeText(byte[] content) {
    if (charset(content).name().startsWith("UTF-16")) {
      return true;
    }
    int sample = Math.min(content.length, SAMPLE);
    int odd = 0;
    for (int i = 0; i < sample; i++) {
      int c = content[i] & 0xff;
      if (c == 0) {
        return false;
      }
      if (c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 27) {
        odd++;
      }
    }
    return odd * 50 <= sample;
  }

  static Charset charset(byte[] content) {
    if (starts(content, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    if (starts(content, 0xfe, 0xff)) {
      return StandardCharsets.UTF_16BE;
    }
    int sample = Math.min(content.length, SAMPLE) & ~1;
    int evenZeros = 0;
    int oddZeros = 0;
    for (int i = 0; i < sample; i += 2) {
      evenZeros += content[i] == 0 ? 1 : 0;
      oddZeros += content[i + 1] == 0 ? 1 : 0;
    }
    if (oddZeros * 4 > sample && evenZeros * 20 < sample) {
      return StandardCharsets.UTF_16LE;
    }
    if (evenZeros * 4 > sample && oddZeros * 20 < sample) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  private static int bom(byte[] content) {
    if (starts(content, 0xef, 0xbb, 0xbf)) {
      return 3;
    }
    return starts(content, 0xff, 0xfe) || starts(content, 0xfe, 0xff) ? 2 : 0;
  }

  private static boolean starts(byte[] content, int... start) {
    if (content.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((content[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
