package org.postroom.safety.text;

/// The writer's own words of a text: without the lines of an earlier message that it quotes.
public final class Quotes {
  private Quotes() {}

  /// `text` without lines that begin with `>`.
  public static String without(String text) {
    if (text.indexOf('>') < 0) {
      return text;
    }
    StringBuilder own = new StringBuilder(text.length());
    text.lines()
        .filter(line -> !line.startsWith(">"))
        .forEach(line -> own.append(line).append('\n'));
    return own.toString();
  }
}
