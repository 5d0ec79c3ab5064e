package org.postroom.safety.text;

import java.util.regex.Pattern;

/// The writer's own words of a text: without the lines of an earlier message that it quotes.
public final class Quotes {
  private Quotes() {}

  private static final int SEVERAL = 2;

  /// What mail programs write above the message that they put below an answer.
  private static final Pattern HEAD =
      Pattern.compile(
          "(?imu)^[-_ ]*(?:original message|forwarded message|ursprüngliche nachricht"
              + "|weitergeleitete nachricht|message d.origine|message transféré|mensaje original"
              + "|messaggio originale|oorspronkelijk bericht)[-_ ]*$"
              + "|^(?:on|am|le|el|il|op) .{4,120}(?:wrote|schrieb.*|a écrit|escribió|ha scritto"
              + "|schreef.*) ?:$");

  /// True where `text` shows an earlier message once more: lines that begin with `>`, or the head
  /// that a mail program writes above it.
  public static boolean isIn(String text) {
    return text.lines().filter(line -> line.startsWith(">")).limit(SEVERAL).count() == SEVERAL
        || HEAD.matcher(text).find();
  }

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
