package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;

/// Letters read in the wrong charset: UTF-8 as windows-1252 or another, the replacement sign, a
/// question mark inside a word.
public final class Mojibake extends Wording {
  /// What bytes 80 to BF of UTF-8 look like in windows-1252.
  private static final String TAIL =
      "[\\u0080-\\u00BF\\u0152-\\u0192\\u02C6\\u02DC\\u2013-\\u2122]";

  private static final Pattern WRONG =
      Pattern.compile(
          "[\\p{L}\\p{N}]*(?:"
              + String.join(
                  "|",
                  "\\uFFFD",
                  "Ã" + TAIL,
                  "Â[\\u0080-\\u00BF]",
                  "â€" + TAIL + "?",
                  "ðŸ",
                  "ï»¿",
                  "[ÐÑ][\\u0080-\\u00BF]")
              + ")[\\p{L}\\p{N}]*");

  /// The signs with which wrong ones begin: most texts have none, and a pattern takes long.
  private static final Pattern BEGINS = Pattern.compile("[\\uFFFDÃÂâðïÐÑ]");

  private static final Pattern ASKED =
      Pattern.compile("(?<![/\\w?=&.:-])\\p{L}{2,}\\?\\p{Ll}{2,}(?![\\w=]*[=&/])");

  public Mojibake() {
    super("text.mojibake");
  }

  @Override
  List<Hit> look(Material.Words text, Material material) {
    List<Hit> hits = new ArrayList<>();
    String words = text.words();
    if (BEGINS.matcher(words).find()) {
      add(hits, WRONG.matcher(words));
    }
    if (words.contains("?")) {
      add(hits, ASKED.matcher(words));
    }
    return hits;
  }

  private static void add(List<Hit> hits, Matcher matcher) {
    while (matcher.find()) {
      hits.add(new Hit(Severity.CONFIRM, matcher.group()));
    }
  }
}
