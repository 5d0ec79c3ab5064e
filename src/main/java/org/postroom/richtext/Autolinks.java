package org.postroom.richtext;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;

/// Finds web and mail addresses among words, as Markdown's automatic links do.
final class Autolinks {
  private static final LinkExtractor EXTRACTOR =
      LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL, LinkType.EMAIL)).build();

  private Autolinks() {}

  static RichText in(RichText text) {
    return new RichText(text.blocks().stream().map(Autolinks::in).toList());
  }

  private static Block in(Block block) {
    return switch (block) {
      case Block.Paragraph(Shape shape, int depth, List<Inline> content) ->
          new Block.Paragraph(shape, depth, in(content));
      case Block.Table table ->
          new Block.Table(
              table.head(),
              table.rows().stream()
                  .map(row -> row.stream().map(cell -> new Block.Cell(in(cell.content()))).toList())
                  .toList());
      case Block.Mark mark -> mark;
      case Block.Divider divider -> divider;
    };
  }

  private static List<Inline> in(List<Inline> content) {
    List<Inline> out = new ArrayList<>();
    int at = 0;
    while (at < content.size()) {
      int end = at;
      while (end < content.size() && isRun(content, at, end)) {
        end++;
      }
      if (end == at) {
        out.add(content.get(at++));
      } else {
        run(content.subList(at, end), out);
        at = end;
      }
    }
    return out;
  }

  private static boolean isRun(List<Inline> content, int first, int index) {
    Inline inline = content.get(index);
    boolean words = inline instanceof Inline.Text || inline instanceof Inline.Field;
    return words
        && inline.style().link() == null
        && inline.style().equals(content.get(first).style());
  }

  private static void run(List<Inline> run, List<Inline> out) {
    TextStyle style = run.getFirst().style();
    List<FieldTag> tags = new ArrayList<>();
    StringBuilder covered = new StringBuilder();
    for (Inline inline : run) {
      if (inline instanceof Inline.Field(FieldTag tag, TextStyle _)) {
        covered.append(Tokens.token(tags.size()));
        tags.add(tag);
      } else if (inline instanceof Inline.Text(String text, TextStyle _)) {
        covered.append(text);
      }
    }
    Tokens tokens = new Tokens(tags);
    for (Span span : EXTRACTOR.extractSpans(covered)) {
      String words = covered.substring(span.getBeginIndex(), span.getEndIndex());
      TextStyle shown = style;
      if (span instanceof LinkSpan link) {
        String target = tokens.back(words);
        String whole = link.getType() == LinkType.EMAIL ? "mailto:" + target : target;
        shown = Links.allowed(whole) ? style.withLink(whole) : style;
      }
      uncovered(words, tokens, shown, out);
    }
  }

  /// Words with tokens in them, as inlines.
  static void uncovered(String words, Tokens tokens, TextStyle style, List<Inline> out) {
    Matcher found = Tokens.TOKEN.matcher(words);
    int at = 0;
    while (found.find()) {
      out.add(new Inline.Text(words.substring(at, found.start()), style));
      out.add(new Inline.Field(tokens.tag(found), style));
      at = found.end();
    }
    out.add(new Inline.Text(words.substring(at), style));
  }
}
