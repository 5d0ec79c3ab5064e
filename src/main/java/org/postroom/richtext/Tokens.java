package org.postroom.richtext;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes tags out of the way of a parser that does not know them, as tokens of noncharacters
/// (Unicode section 23.7), and puts them back.
final class Tokens {
  private static final char OPEN = '\uFDD0';
  private static final char CLOSE = '\uFDD1';
  static final Pattern TOKEN = Pattern.compile(OPEN + "(\\d{1,9})" + CLOSE);

  private final List<FieldTag> tags;

  Tokens(List<FieldTag> tags) {
    this.tags = tags;
  }

  static String token(int index) {
    return OPEN + Integer.toString(index) + CLOSE;
  }

  static boolean isReserved(char c) {
    return c == OPEN || c == CLOSE;
  }

  /// Noncharacters are no text: nothing that anybody wrote is lost.
  static String clean(String source) {
    return source.replace(OPEN, '\uFFFD').replace(CLOSE, '\uFFFD');
  }

  FieldTag tag(Matcher token) {
    return tags.get(Integer.parseInt(token.group(1)));
  }

  /// The text with each token's source in its place.
  String back(String text) {
    Function<java.util.regex.MatchResult, String> source =
        found -> Matcher.quoteReplacement(tags.get(Integer.parseInt(found.group(1))).source());
    return TOKEN.matcher(text).replaceAll(source);
  }
}
