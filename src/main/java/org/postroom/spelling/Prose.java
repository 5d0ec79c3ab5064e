package org.postroom.spelling;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a source without its marks: every line as long as it was, with blanks where
/// something stands that nobody reads.
public final class Prose {
  private static final Pattern FENCED =
      Pattern.compile("(?m)^ {0,3}(```+|~~~+)[^\n]*\n(?s:.*?)(?:^ {0,3}\\1[`~]*[ \t]*$|\\z)");
  private static final Pattern CODE = Pattern.compile("(`+)(?!`)[^\n]*?[^`]\\1(?!`)");

  /// Where a link or picture leads, also as a note below the text.
  private static final Pattern TARGET =
      Pattern.compile(
          "(?<=\\])\\([^()\\s]*(?:\\([^()\\s]*+\\)[^()\\s]*+)*+|(?m)^ {0,3}\\[[^\\]\n]+\\]: *\\S+");

  private static final Pattern UNREAD =
      Pattern.compile("(?is)<!--.*?(?:-->|\\z)|<(head|style|script|title)\\b.*?(?:</\\1\\s*>|\\z)");
  private static final Pattern TAG = Pattern.compile("(?s)</?[a-zA-Z!?][^<>]*>?");

  /// Between words, or a sign that is no letter.
  private static final Pattern SIGN =
      Pattern.compile(
          "(?i)&(?:nbsp|ensp|emsp|thinsp|amp|lt|gt|quot|copy|reg|trade|hellip|[mn]dash|bull|middot|"
              + "euro|pound|[lr]aquo|[lrb]dquo|[lrs]squo|shy|zwnj|#(?:160|173|8211|8212|8230));");

  /// A letter: what it makes of the word is not worked out.
  private static final Pattern LETTER =
      Pattern.compile("[\\p{L}\\p{M}'’]*(?:&#?\\w++;[\\p{L}\\p{M}'’]*+)++");

  // Repeated groups are possessive: others exhaust the stack where there are thousands.
  private Prose() {}

  /// Of a text in Markdown.
  public static List<String> ofMarkdown(List<String> lines) {
    return of(lines, text -> blank(TAG, blank(TARGET, blank(CODE, blank(FENCED, text)))));
  }

  /// Of a page in HTML.
  public static List<String> ofHtml(List<String> lines) {
    return of(lines, text -> blank(LETTER, blank(SIGN, blank(TAG, blank(UNREAD, text)))));
  }

  private static List<String> of(List<String> lines, UnaryOperator<String> read) {
    return List.of(read.apply(String.join("\n", lines)).split("\n", -1));
  }

  private static String blank(Pattern what, String text) {
    Matcher found = what.matcher(text);
    StringBuilder rest = new StringBuilder(text);
    while (found.find()) {
      for (int i = found.start(); i < found.end(); i++) {
        if (rest.charAt(i) != '\n') {
          rest.setCharAt(i, ' ');
        }
      }
    }
    return rest.toString();
  }
}
