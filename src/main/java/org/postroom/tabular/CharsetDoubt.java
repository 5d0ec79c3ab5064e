package org.postroom.tabular;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.SourceRemark;

/// Notices letters that came out wrong ("JosÃ©", "MŸller") and finds the charset in which they come
/// out right. It never changes the reading by itself.
final class CharsetDoubt {
  private static final int SAMPLE = 256 * 1024;
  private static final int EXAMPLE = 60;

  /// In the order of how often they are met.
  private static final List<Charset> OTHERS =
      List.of(
          Charset.forName("x-MacRoman"),
          Charset.forName("IBM850"),
          Charset.forName("windows-1250"),
          Charset.forName("windows-1251"),
          Charset.forName("windows-1253"));

  /// The most frequent letters of Russian and of Greek.
  private static final String FREQUENT = "оеаинтсрαοιετσνη";

  /// Signs that people do write between letters: apostrophes, dashes, hard blanks and the like.
  private static final String WITHIN_WORDS =
      "\u2018\u2019\u2013\u2014\u00A0\u00AD\u00B4\u00B7\u00B0\u2022";

  private CharsetDoubt() {}

  /// @param charset in which the file is read
  /// @param stated true where somebody named it
  /// @return null where there is nothing to doubt
  static @Nullable SourceRemark about(TabularFile file, Charset charset, boolean stated) {
    byte[] sample = CharsetFinder.head(file, SAMPLE);
    boolean oneByte = charset.newEncoder().maxBytesPerChar() <= 1;
    if (!oneByte || allAscii(sample)) {
      return null;
    }
    String shown = new String(sample, charset);
    if (stated) {
      // A charset of one byte fits every file; UTF-8 fits by accident hardly ever.
      return isUtf8(file) ? remark(charset, StandardCharsets.UTF_8, sample) : null;
    }
    int odd = odd(shown);
    if (odd == 0) {
      return null;
    }
    Charset best = null;
    int least = odd;
    long frequent = 0;
    for (Charset other : OTHERS) {
      String read = new String(sample, other);
      int wrong = odd(read);
      long common =
          read.chars().filter(c -> FREQUENT.indexOf(Character.toLowerCase(c)) >= 0).count();
      if (wrong < least || (wrong == least && best != null && common > frequent)) {
        best = other;
        least = wrong;
        frequent = common;
      }
    }
    return best != null && least * 4 <= odd ? remark(charset, best, sample) : null;
  }

  private static boolean allAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(TabularFile file) {
    try (TextWindow text =
        TextWindow.open(file, new CharsetFinder.Way(StandardCharsets.UTF_8, 0))) {
      text.drain();
      return text.fault() == null;
    }
  }

  /// How many words hold a sign or a letter where no language has one: a symbol between letters, a
  /// capital after a small letter, a letter of another script, or three accented letters in a row.
  private static int odd(String text) {
    int odd = 0;
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        continue;
      }
      char before = text.charAt(i - 1);
      char after = text.charAt(i + 1);
      boolean inWord = Character.isLetter(before) && Character.isLetter(after);
      boolean letter = Character.isLetter(c) && Character.getType(c) != Character.MODIFIER_LETTER;
      boolean symbol = !letter && WITHIN_WORDS.indexOf(c) < 0;
      boolean capital =
          Character.isUpperCase(c)
              && (Character.isLowerCase(before)
                  || (Character.isLetter(before) && Character.isLowerCase(after)));
      boolean accents = accented(before) && accented(c) && accented(after);
      boolean mixed = letter && !latin(c) && (ascii(before) || ascii(after));
      odd +=
          mixed || (inWord && symbol) || (capital && !symbol) || accents || c == '\uFFFD' ? 1 : 0;
    }
    return odd;
  }

  private static boolean latin(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  private static boolean ascii(char c) {
    return c < 0x80 && Character.isLetter(c);
  }

  /// Latin letters that hardly ever stand three in a row.
  private static boolean accented(char c) {
    return c >= 0xC0 && c <= 0xFF;
  }

  private static SourceRemark remark(Charset read, Charset better, byte[] sample) {
    String words = new String(sample, read);
    int at = 0;
    while (at < words.length() && words.charAt(at) < 0x80) {
      at++;
    }
    int start = at;
    while (start > 0 && !breaks(words.charAt(start - 1)) && at - start < EXAMPLE) {
      start--;
    }
    int end = at;
    while (end < words.length() && !breaks(words.charAt(end)) && end - at < EXAMPLE) {
      end++;
    }
    // In a charset of one byte a letter stands where its byte stands.
    String wrong = words.substring(start, end);
    String right = new String(sample, start, end - start, better);
    return new SourceRemark.WrongCharset(read.name(), better.name(), wrong, right);
  }

  private static boolean breaks(char c) {
    return c < 0x30 || c == ';' || c == '|' || c == '@';
  }
}
