package org.postroom.template;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// Takes the fields of a text out of the way of a parser that does not know them, as tokens of
/// noncharacters, and puts them back afterwards.
final class Fields {
  private static final char OPEN = '\uFDD0';
  private static final char CLOSE = '\uFDD1';
  static final Pattern TOKEN = Pattern.compile(OPEN + "(\\d{1,9})" + CLOSE);

  private final String source;
  private final List<Tag> tags;

  Fields(String source, List<Tag> tags) {
    this.source = source;
    this.tags = tags;
  }

  /// A text that already holds the tokens' characters: they are no characters at all (Unicode
  /// section 23.7), so nothing that anybody wrote is lost.
  static String clean(String source) {
    return source.replace(OPEN, '\uFFFD').replace(CLOSE, '\uFFFD');
  }

  static String token(int index) {
    return OPEN + Integer.toString(index) + CLOSE;
  }

  Tag tag(int index) {
    return tags.get(index);
  }

  /// The field as it stands in the source.
  String words(int index) {
    Tag tag = tags.get(index);
    return source.substring(tag.start(), tag.end());
  }

  /// From a text's fields to the fields of an HTML source.
  String backAsHtml(String text) {
    Matcher matcher = TOKEN.matcher(text);
    return matcher.replaceAll(
        found -> {
          StringBuilder escaped = new StringBuilder();
          Escapes.attribute(words(index(found.group(1))), escaped);
          return Matcher.quoteReplacement(escaped.toString());
        });
  }

  /// From an HTML source's fields to the fields of a text.
  String backAsText(String text) {
    return TOKEN
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Parser.unescapeEntities(words(index(found.group(1))), false)));
  }

  static int index(String digits) {
    return Integer.parseInt(digits);
  }
}
