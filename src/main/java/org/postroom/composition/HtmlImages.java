package org.postroom.composition;

import java.util.Map;

/// Points the `src` attributes of an HTML text at the images that travel with it (RFC 2392). It
/// walks through tags, attributes and comments as browsers do and changes nothing else.
final class HtmlImages {
  static final int WHOLE = Integer.MAX_VALUE;

  private final String html;
  private final Map<String, String> contentIds;
  private final StringBuilder out;
  private int at;
  private int copied;

  /// Where to stop, if it is in no tag.
  private int until = WHOLE;

  /// The latest place in no tag, and how far all was then.
  private int safe;

  private int safeLength;
  private int safeCopied;

  private HtmlImages(String html, Map<String, String> contentIds) {
    this.html = html;
    this.contentIds = contentIds;
    this.out = new StringBuilder(html.length() + 64);
  }

  /// @param contentIds from the source, as it stands in the HTML, to the Content-ID
  static String point(String html, Map<String, String> contentIds) {
    return contentIds.isEmpty() ? html : new HtmlImages(html, contentIds).walk();
  }

  /// What of a text is pointed, up to a place that is in no tag and no comment.
  ///
  /// @param pointed that part, pointed
  /// @param end where it ends in the source
  record Part(String pointed, int end) {}

  /// Points a text up to the first such place at `from` or behind, or, where there is none, up to
  /// the last one before.
  static Part upTo(String html, Map<String, String> contentIds, int from) {
    HtmlImages images = new HtmlImages(html, contentIds);
    images.until = from;
    String pointed = images.walk();
    return new Part(pointed, images.safe);
  }

  private String walk() {
    boolean closed = true;
    while (closed && safe < until) {
      int tag = html.indexOf('<', at);
      if (tag < 0) {
        at = html.length();
        isSafe();
        break;
      }
      at = tag + 1;
      if (html.startsWith("!--", at)) {
        int end = html.indexOf("-->", at);
        closed = end >= 0;
        at = closed ? end + 3 : html.length();
      } else if (at < html.length() && Character.isLetter(html.charAt(at))) {
        attributes();
        closed = at < html.length();
        at++;
      } else {
        // At the very end it may, with what follows, begin a tag or a comment.
        closed = html.length() - at >= 3 || !"!--".startsWith(html.substring(at));
      }
      if (closed) {
        isSafe();
      }
    }
    if (until == WHOLE) {
      return out.append(html, copied, html.length()).toString();
    }
    out.setLength(safeLength);
    return out.append(html, safeCopied, safe).toString();
  }

  private void isSafe() {
    safe = at;
    safeLength = out.length();
    safeCopied = copied;
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
