package org.postroom.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word of a text that a dictionary can be asked about.
///
/// @param start its first character in the text
/// @param text as it is written
public record WrittenWord(int start, String text) {
  private static final Pattern PIECE = Pattern.compile("[^\\s\\ufffc]+");
  private static final Pattern WORD =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}[\\p{L}\\p{M}]*)*+");

  /// Addresses, links, file names, paths and fields.
  private static final Pattern NO_WORDS =
      Pattern.compile("@|://|\\\\|^www\\.|\\p{L}\\.\\p{L}{2,}|\\{\\{|}}|/\\S*/");

  private static final Pattern DIGIT = Pattern.compile("\\p{N}");

  public int end() {
    return start + text.length();
  }

  /// The words of a text in order: without addresses, links, numbers, abbreviations in capitals and
  /// names with a capital inside.
  public static List<WrittenWord> of(String text) {
    List<WrittenWord> words = new ArrayList<>();
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      if (!NO_WORDS.matcher(piece.group()).find()) {
        Matcher word = WORD.matcher(text).region(piece.start(), piece.end());
        while (word.find()) {
          if (isAsked(word.group()) && !touchesDigit(text, word.start(), word.end())) {
            words.add(new WrittenWord(word.start(), word.group()));
          }
        }
      }
    }
    return words;
  }

  private static boolean isAsked(String word) {
    return word.length() > 1 && word.codePoints().skip(1).noneMatch(Character::isUpperCase);
  }

  private static boolean touchesDigit(String text, int start, int end) {
    boolean before = start > 0 && DIGIT.matcher(text.substring(start - 1, start)).matches();
    return before || (end < text.length() && DIGIT.matcher(text.substring(end, end + 1)).matches());
  }
}
