package org.postroom.richtext;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/// Reads the HTML of a letter.
public final class HtmlReader {
  /// What stands around a text in a letter of this program, now or in an earlier version: the head
  /// loads and colours nothing, and one element sets width and type.
  private static final Pattern FRAME =
      Pattern.compile(
          """
          <!DOCTYPE html>
          <html>
          <head>
          (?:<meta (?:charset|name)=[^<>]*>
          )*+</head>
          <body>
          <div style="(?:(?:max-width|margin|font-family|font-size|line-height):[^;"<>{}]*;?)*+">
          (?<text>.*)</div>
          </body>
          </html>
          """,
          Pattern.DOTALL);

  private HtmlReader() {}

  /// What the model has words for, and what was lost. Never fetches, runs or throws.
  public static Reading read(String html) {
    return new DomReader(null).read(Jsoup.parse(Tokens.clean(html)).body());
  }

  /// True where nothing at all is lost: [HtmlWriter] writes the text that is read here as it was,
  /// down to the byte.
  public static boolean isOurs(String html) {
    Matcher frame = FRAME.matcher(html.replace("\r\n", "\n"));
    return frame.matches() && HtmlWriter.body(read(html).text()).equals(frame.group("text"));
  }
}
