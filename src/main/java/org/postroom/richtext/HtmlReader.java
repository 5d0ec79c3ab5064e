package org.postroom.richtext;

import org.jsoup.Jsoup;

/// Reads the HTML of a letter.
public final class HtmlReader {
  private HtmlReader() {}

  /// What the model has words for, and what was lost. Never fetches, runs or throws.
  public static Reading read(String html) {
    return new DomReader(false).read(Jsoup.parse(Tokens.clean(html)).body());
  }

  /// True where nothing at all is lost, down to the byte: [HtmlWriter] writes what is read here as
  /// it was.
  public static boolean isOurs(String html) {
    return HtmlWriter.write(read(html).text()).equals(html.replace("\r\n", "\n"));
  }
}
