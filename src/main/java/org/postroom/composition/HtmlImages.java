package org.postroom.composition;

import java.util.List;
import java.util.Map;
import org.postroom.template.Piece;

/// Points the `src` attributes of an HTML text at the images that travel with it (RFC 2392). It
/// walks through tags, attributes and comments as browsers do and changes nothing else.
final class HtmlImages {
  private final String html;
  private final Map<String, String> contentIds;
  private final StringBuilder out;
  private int at;
  private int copied;

  private HtmlImages(String html, Map<String, String> contentIds) {
    this.html = html;
    this.contentIds = contentIds;
    this.out = new StringBuilder(html.length() + 64);
  }

  /// @param contentIds from the source, as it stands in the HTML, to the Content-ID
  static String point(String html, Map<String, String> contentIds) {
    return contentIds.isEmpty() ? html : new HtmlImages(html, contentIds).walk();
  }

  /// The same of a text in stretches.
  static List<Piece> point(List<Piece> html, Map<String, String> contentIds) {
    return contentIds.isEmpty()
        ? html
        : List.of(new Piece(point(Piece.join(html), contentIds), false));
  }

  private String walk() {
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      if (tag < 0) {
        break;
      }
      at = tag + 1;
      if (html.startsWith("!--", at)) {
        int end = html.indexOf("-->", at);
        at = end < 0 ? html.length() : end + 3;
      } else if (at < html.length() && Character.isLetter(html.charAt(at))) {
        attributes();
      }
    }
    return out.append(html, copied, html.length()).toString();
  }

  /// From the tag's name to its end.
  private void attributes() {
    skipName();
    while (at < html.length() && html.charAt(at) != '>') {
      int start = at;
      skipName();
      if (at == start) {
        at++;
        continue;
      }
      String name = html.substring(start, at);
      skipBlanks();
      if (at < html.length() && html.charAt(at) == '=') {
        at++;
        skipBlanks();
        value(name.equalsIgnoreCase("src"));
      }
    }
  }

  private void value(boolean source) {
    if (at >= html.length()) {
      return;
    }
    char quote = html.charAt(at);
    boolean quoted = quote == '"' || quote == '\'';
    int start = quoted ? at + 1 : at;
    int end;
    if (quoted) {
      end = html.indexOf(quote, start);
      if (end < 0) {
        // A tag that never ends is shown by nobody.
        at = html.length();
        return;
      }
      at = end + 1;
    } else {
      while (at < html.length() && !isBlank(html.charAt(at)) && html.charAt(at) != '>') {
        at++;
      }
      end = at;
    }
    String contentId =
        source ? contentIds.get(html.substring(start, end).replace("&amp;", "&")) : null;
    if (contentId != null) {
      out.append(html, copied, start).append("cid:").append(contentId);
      copied = end;
    }
  }

  private void skipName() {
    while (at < html.length() && "\t\n\f\r />=".indexOf(html.charAt(at)) < 0) {
      at++;
    }
  }

  private void skipBlanks() {
    while (at < html.length() && isBlank(html.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
