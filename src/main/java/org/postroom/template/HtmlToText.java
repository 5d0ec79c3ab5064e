package org.postroom.template;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Makes the text part of a letter from its HTML (rule M5): headings and paragraphs with empty
/// lines between them, lists with dashes and numbers, links as `text <address>`, images by their
/// words. What the HTML hides is not there. Merge fields and sections stay what they are.
public final class HtmlToText {
  private HtmlToText() {}

  /// A template source for [Markup#PLAIN], the same each time. A source whose fields are broken
  /// comes out with the same broken fields, so that parsing the result says so.
  public static String convert(String html) {
    String source = Fields.clean(html);
    return switch (TagReader.read(source, Markup.HTML)) {
      case TagReader.Tags.Bad _ -> TextWriter.write(Jsoup.parse(source), _ -> false);
      case TagReader.Tags.Found(List<Tag> tags) -> {
        Fields fields = new Fields(source, tags);
        Document document = Jsoup.parse(covered(source, tags));
        yield fields.backAsText(
            TextWriter.write(document, i -> tags.get(i).kind() != Tag.Kind.FIELD));
      }
    };
  }

  /// Between tags a token is a comment, because text directly inside a table would be moved out of
  /// it by the rules of HTML.
  private static String covered(String source, List<Tag> tags) {
    List<Spot> spots = HtmlScanner.scan(source, tags);
    StringBuilder covered = new StringBuilder(source.length());
    int at = 0;
    for (int i = 0; i < tags.size(); i++) {
      covered.append(source, at, tags.get(i).start());
      boolean text = spots.get(i) instanceof Spot.Text;
      covered.append(text ? "<!--" + Fields.token(i) + "-->" : Fields.token(i));
      at = tags.get(i).end();
    }
    return covered.append(source, at, source.length()).toString();
  }
}
