package org.postroom.tabular;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// From bytes to text: a byte order mark that tells the truth, else what somebody stated, else
/// UTF-16 by its zeros, strict UTF-8, windows-1252.
final class CharsetFinder {
  static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int CHUNK = 1 << 16;

  /// What decoding gave.
  sealed interface Decoded {
    /// @param cut true where the bytes end within a character
    record Text(String text, Charset charset, boolean cut) implements Decoded {}

    record Wrong(TabularReading.Refused why) implements Decoded {}
  }

  private CharsetFinder() {}

  static Decoded decode(byte[] bytes, @Nullable String stated) {
    Charset said = null;
    if (stated != null) {
      try {
        said = order(Charset.forName(stated.strip()), bytes);
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        return wrong(TabularReading.Fault.UNKNOWN_CHARSET, 0, stated);
      }
    }
    Charset marked = byMark(bytes);
    if (marked != null) {
      return marked(bytes, marked, said);
    }
    Charset charset = said == null ? byZeros(bytes) : said;
    if (charset != null) {
      return strict(bytes, charset);
    }
    return switch (strict(bytes, StandardCharsets.UTF_8)) {
      case Decoded.Text text -> text;
      case Decoded.Wrong _ -> strict(bytes, WINDOWS);
    };
  }

  /// What a mark says, where the bytes behind it agree; else what somebody stated, without the
  /// mark.
  private static Decoded marked(byte[] bytes, Charset marked, @Nullable Charset said) {
    Decoded decoded =
        liesAboutWidth(bytes, marked)
            ? wrong(TabularReading.Fault.WRONG_CHARSET, 1, marked.name())
            : strict(bytes, marked);
    boolean other = said != null && !said.equals(marked);
    if (decoded instanceof Decoded.Wrong && said != null && other) {
      int mark = marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
      return strict(Arrays.copyOfRange(bytes, mark, bytes.length), said);
    }
    return decoded;
  }

  /// No delimiter, no line break and no sign of an address is without a zero in UTF-16.
  private static boolean liesAboutWidth(byte[] bytes, Charset marked) {
    if (marked.equals(StandardCharsets.UTF_8)) {
      return false;
    }
    int looked = Math.min(bytes.length, 4096);
    for (int i = 2; i < looked; i++) {
      if (bytes[i] == 0) {
        return false;
      }
    }
    return looked > 4;
  }

  /// "UTF-16" alone leaves open which byte comes first; the bytes tell.
  private static Charset order(Charset stated, byte[] bytes) {
    Charset found = stated.equals(StandardCharsets.UTF_16) ? byZeros(bytes) : null;
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
    int looked = Math.min(bytes.length, 4096) & ~1;
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

  private static Decoded strict(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    // Only to see whether it can be decoded; the text itself is made in one piece, and compact.
    CharBuffer out = CharBuffer.allocate(CHUNK);
    CoderResult result = decoder.decode(in, out, false);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, false);
    }
    // What is left is the beginning of a character that does not end: the file was cut there.
    boolean cut = !result.isError() && in.hasRemaining();
    // windows-1252 has five empty places: shown as the mark for a lost character, which the review
    // reports.
    boolean lost = result.isError() && charset.equals(WINDOWS);
    int whole = lost ? bytes.length : in.position();
    String text = new String(bytes, 0, whole, charset);
    if (result.isError() && !lost) {
      return wrong(
          TabularReading.Fault.WRONG_CHARSET, Lines.count(text, text.length()), charset.name());
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    int zero = text.indexOf('\0');
    // One zero is a damaged cell; many are no text.
    return zero >= 0 && text.chars().filter(c -> c == 0).count() > 1 + text.length() / 100
        ? wrong(TabularReading.Fault.NOT_TEXT, Lines.count(text, zero), "")
        : new Decoded.Text(text, charset, cut);
  }

  private static Decoded.Wrong wrong(TabularReading.Fault fault, long line, String detail) {
    return new Decoded.Wrong(new TabularReading.Refused(fault, line, detail));
  }
}
