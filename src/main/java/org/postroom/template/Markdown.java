package org.postroom.template;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown (CommonMark with tables and bare links) as the source of a letter. Merge fields and
/// sections stay what they are. A line break is a line break: who writes a greeting and a name on
/// two lines means two lines.
public final class Markdown {
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), AutolinkExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).softbreak("<br />\n").build();

  /// A paragraph that holds nothing but section marks: with the section left out it would be empty.
  private static final Pattern MARKS_ALONE =
      Pattern.compile("<p>((?:(?:\\s|<br />)*+" + Fields.TOKEN.pattern() + ")++\\s*)</p>");

  private Markdown() {}

  /// An HTML template source: a whole document, the same each time. A source whose fields are
  /// broken comes out with the same broken fields, so that parsing the result says so.
  public static String toHtml(String markdown) {
    String source = Fields.clean(markdown);
    String body =
        switch (TagReader.read(source, Markup.PLAIN)) {
          case TagReader.Tags.Bad _ -> RENDERER.render(PARSER.parse(source));
          case TagReader.Tags.Found(List<Tag> tags) ->
              rendered(new Fields(source, tags), source, tags);
        };
    return "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"></head>\n<body>\n"
        + body
        + "</body>\n</html>\n";
  }

  private static String rendered(Fields fields, String source, List<Tag> tags) {
    Set<Integer> blocks = new HashSet<>();
    for (int i = 0; i < tags.size(); i++) {
      if (tags.get(i).kind() != Tag.Kind.FIELD && standsAlone(source, tags.get(i))) {
        blocks.add(i);
      }
    }
    Node document = PARSER.parse(covered(source, tags, blocks));
    // Each round moves one section at least onto lines of its own.
    while (blocks.addAll(new SectionBlocks(document, tags).apart())) {
      document = PARSER.parse(covered(source, tags, blocks));
    }
    Matcher marks = MARKS_ALONE.matcher(RENDERER.render(document));
    String open =
        marks.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    allMarks(fields, found.group(1))
                        ? found.group(1).replace("<br />", "")
                        : found.group()));
    return fields.backAsHtml(open);
  }

  /// The source with tokens in the place of its tags; around those in `blocks` empty lines.
  private static String covered(String source, List<Tag> tags, Set<Integer> blocks) {
    StringBuilder covered = new StringBuilder(source.length());
    int at = 0;
    for (int i = 0; i < tags.size(); i++) {
      covered.append(source, at, tags.get(i).start());
      covered.append(blocks.contains(i) ? "\n\n" + Fields.token(i) + "\n\n" : Fields.token(i));
      at = tags.get(i).end();
    }
    return covered.append(source, at, source.length()).toString();
  }

  private static boolean allMarks(Fields fields, String tokens) {
    return Fields.TOKEN
        .matcher(tokens)
        .results()
        .allMatch(found -> fields.tag(Fields.index(found.group(1))).kind() != Tag.Kind.FIELD);
  }

  /// A mark on a line of its own begins or ends whole blocks, not a part of a paragraph.
  private static boolean standsAlone(String source, Tag tag) {
    int lineStart = source.lastIndexOf('\n', tag.start()) + 1;
    int lineEnd = source.indexOf('\n', tag.end());
    return source.substring(lineStart, tag.start()).isBlank()
        && source.substring(tag.end(), lineEnd < 0 ? source.length() : lineEnd).isBlank();
  }
}
