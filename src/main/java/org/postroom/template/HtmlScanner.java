package org.postroom.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells for each field of an HTML source where it stands: the states of the HTML tokenizer (WHATWG
/// HTML section 13.2.5) as far as they decide how a value must be escaped. Fields are opaque.
final class HtmlScanner {
  private static final Set<String> RAW =
      Set.of("style", "script", "xmp", "iframe", "noembed", "noframes", "plaintext");
  private static final Set<String> PLAIN_CONTENT = Set.of("title", "textarea");

  /// Their content follows other rules of tokenizing.
  private static final Set<String> FOREIGN = Set.of("svg", "math");

  /// Their attributes load or steer something; a list has no say in that.
  private static final Set<String> FORBIDDEN_ELEMENTS =
      Set.of(
          "meta", "base", "link", "script", "style", "object", "embed", "param", "iframe", "frame",
          "applet", "svg", "math");

  private static final Set<String> FORBIDDEN_ATTRIBUTES =
      Set.of("style", "srcset", "imagesrcset", "ping", "srcdoc", "http-equiv");
  private static final Set<String> URL_ATTRIBUTES =
      Set.of(
          "href",
          "src",
          "action",
          "formaction",
          "background",
          "cite",
          "longdesc",
          "poster",
          "data",
          "codebase",
          "xlink:href",
          "manifest",
          "icon",
          "usemap",
          "lowsrc",
          "dynsrc",
          "profile");

  private final String source;
  private final List<Tag> tags;
  private final List<Spot> spots = new ArrayList<>();
  private int at;
  private int foreign;

  private HtmlScanner(String source, List<Tag> tags) {
    this.source = source;
    this.tags = tags;
  }

  /// One spot for each tag, in order.
  static List<Spot> scan(String source, List<Tag> tags) {
    HtmlScanner scanner = new HtmlScanner(source, tags);
    scanner.text();
    return scanner.spots;
  }

  private void text() {
    while (at < source.length()) {
      if (field(foreign > 0 ? new Spot.Forbidden() : new Spot.Text())) {
        continue;
      }
      if (source.charAt(at) == '<') {
        at++;
        opened();
      } else {
        at++;
      }
    }
  }

  /// Just after `<`.
  private void opened() {
    if (isField()) {
      field(new Spot.Forbidden());
    } else if (source.startsWith("!--", at)) {
      at += 3;
      comment();
    } else if (source.startsWith("!", at) || source.startsWith("?", at)) {
      skipPast(">");
    } else if (source.startsWith("/", at)) {
      at++;
      if (isField() || !letterHere()) {
        skipPast(">");
      } else {
        element(false);
      }
    } else if (letterHere()) {
      element(true);
    }
  }

  private void comment() {
    if (source.startsWith(">", at) || source.startsWith("->", at)) {
      return;
    }
    while (at < source.length()) {
      if (field(new Spot.Forbidden())) {
        continue;
      }
      if (source.startsWith("-->", at) || source.startsWith("--!>", at)) {
        return;
      }
      at++;
    }
  }

  private void element(boolean opening) {
    String name = name();
    boolean closedItself = attributes(name);
    if (FOREIGN.contains(name) && !closedItself) {
      foreign = Math.max(0, foreign + (opening ? 1 : -1));
    }
    if (opening && foreign == 0) {
      if (RAW.contains(name)) {
        content(name, new Spot.Forbidden());
      } else if (PLAIN_CONTENT.contains(name)) {
        content(name, new Spot.PlainContent());
      }
    }
  }

  /// The name of an element, in lower case.
  private String name() {
    int start = at;
    while (at < source.length() && !endsName(source.charAt(at))) {
      if (!field(new Spot.Forbidden())) {
        at++;
      }
    }
    return source.substring(start, at).toLowerCase(Locale.ROOT);
  }

  /// Reads up to and past `>`.
  ///
  /// @return true where the tag ends in `/>`
  private boolean attributes(String element) {
    boolean slash = false;
    while (at < source.length()) {
      if (field(new Spot.Forbidden())) {
        slash = false;
        continue;
      }
      char c = source.charAt(at);
      if (c == '>') {
        at++;
        return slash;
      }
      slash = c == '/';
      if (slash || space(c)) {
        at++;
      } else {
        attribute(element);
      }
    }
    return slash;
  }

  private void attribute(String element) {
    int start = at;
    // An equals sign as first char belongs to the name.
    do {
      if (!field(new Spot.Forbidden())) {
        at++;
      }
    } while (at < source.length() && !endsName(source.charAt(at)) && source.charAt(at) != '=');
    String name = source.substring(start, at).toLowerCase(Locale.ROOT);
    skipSpace();
    if (!source.startsWith("=", at)) {
      return;
    }
    at++;
    skipSpace();
    if (at >= source.length()) {
      return;
    }
    char quote = source.charAt(at);
    if (quote == '"' || quote == '\'') {
      at++;
      value(element, name, quote);
    } else if (quote != '>') {
      value(element, name, ' ');
    }
  }

  /// @param quote the quote that ends it, or a space where there is none
  private void value(String element, String name, char quote) {
    int start = at;
    int first = spots.size();
    while (at < source.length() && !endsValue(source.charAt(at), quote)) {
      if (!field(new Spot.Forbidden())) {
        at++;
      }
    }
    boolean forbidden =
        foreign > 0
            || at >= source.length()
            || FORBIDDEN_ELEMENTS.contains(element)
            || FORBIDDEN_ATTRIBUTES.contains(name)
            || name.startsWith("on");
    if (!forbidden) {
      Spot spot = new Spot.Attribute(start, at, quote != ' ', URL_ATTRIBUTES.contains(name));
      for (int i = first; i < spots.size(); i++) {
        spots.set(i, spot);
      }
    }
    if (quote != ' ') {
      at++;
    }
  }

  private static boolean endsValue(char c, char quote) {
    return quote == ' ' ? space(c) || c == '>' : c == quote;
  }

  /// Everything up to the element's own end tag.
  private void content(String element, Spot spot) {
    String end = "</" + element;
    while (at < source.length()) {
      if (field(spot)) {
        continue;
      }
      boolean ends = source.regionMatches(true, at, end, 0, end.length());
      int after = at + end.length();
      if (ends
          && !element.equals("plaintext")
          && after < source.length()
          && endsName(source.charAt(after))) {
        return;
      }
      at++;
    }
  }

  private void skipPast(String end) {
    while (at < source.length()) {
      if (field(new Spot.Forbidden())) {
        continue;
      }
      if (source.startsWith(end, at)) {
        at += end.length();
        return;
      }
      at++;
    }
  }

  private void skipSpace() {
    while (at < source.length() && space(source.charAt(at))) {
      at++;
    }
  }

  /// Steps over the field that begins here, if one does.
  private boolean field(Spot spot) {
    if (!isField()) {
      return false;
    }
    at = tags.get(spots.size()).end();
    spots.add(spot);
    return true;
  }

  private boolean isField() {
    return spots.size() < tags.size() && tags.get(spots.size()).start() == at;
  }

  private boolean letterHere() {
    if (at >= source.length()) {
      return false;
    }
    char c = source.charAt(at);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean endsName(char c) {
    return space(c) || c == '/' || c == '>';
  }

  private static boolean space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
