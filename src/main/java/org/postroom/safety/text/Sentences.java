package org.postroom.safety.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The sentences of a text, as far as they are compared with those of another: however the lines
/// were broken, whatever was quoted, emphasised or written in capitals.
public final class Sentences {
  /// Shorter ones ("See you there!") stand in many letters.
  private static final int SHORTEST = 16;

  /// Of writing that has a sign for a word.
  private static final int FEWEST_WORD_SIGNS = 7;

  /// Fields are other words in each letter.
  private static final Pattern FIELD = Pattern.compile("\\{\\{[^{}]*+\\}\\}");

  private static final Pattern QUOTE_MARKS = Pattern.compile("(?m)^[ \\t]*(?:>[> \\t]*|[-*•] )");
  private static final Pattern END = Pattern.compile("[.!?…:]+\\s+|[。！？]|\\n\\s*\\n");
  private static final Pattern NOTHING_SAID = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern WORD_SIGNS =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

  private Sentences() {}

  /// As they are written, with their marks of quotation taken off.
  public static List<String> of(String text) {
    List<String> found = new ArrayList<>();
    for (String one : END.split(QUOTE_MARKS.matcher(text.replace("\r", "")).replaceAll(""), -1)) {
      String sentence = one.strip();
      if (!sentence.isEmpty()) {
        found.add(sentence);
      }
    }
    return found;
  }

  /// What a sentence says, the same for all its guises; empty where that is too little to be known
  /// again by.
  public static String folded(String sentence) {
    String words = FIELD.matcher(sentence).replaceAll(" ");
    String said = NOTHING_SAID.matcher(Fold.fold(words)).replaceAll(" ").strip();
    return said.length() >= SHORTEST
            || WORD_SIGNS.matcher(said).results().count() >= FEWEST_WORD_SIGNS
        ? said
        : "";
  }
}
