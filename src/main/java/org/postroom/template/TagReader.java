package org.postroom.template;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.FieldName;

/// Finds the `{{…}}` of a source in order, or the first one that is broken.
final class TagReader {
  private final String source;
  private final Markup markup;
  private final List<Tag> tags = new ArrayList<>();
  private int line = 1;
  private int counted;

  /// What was found.
  sealed interface Tags {
    record Found(List<Tag> tags) implements Tags {}

    record Bad(TemplateReading.Broken why) implements Tags {}
  }

  private TagReader(String source, Markup markup) {
    this.source = source;
    this.markup = markup;
  }

  static Tags read(String source, Markup markup) {
    TagReader reader = new TagReader(source, markup);
    TemplateReading.Broken broken = reader.run();
    return broken == null ? new Tags.Found(reader.tags) : new Tags.Bad(broken);
  }

  private TemplateReading.@Nullable Broken run() {
    int start = source.indexOf("{{");
    while (start >= 0) {
      countLines(start);
      int end = source.indexOf("}}", start + 2);
      if (end < 0) {
        return broken(start, source.length(), TemplateReading.Fault.NOT_CLOSED);
      }
      String inside = source.substring(start + 2, end);
      if (inside.indexOf('\n') >= 0 || inside.indexOf('\r') >= 0 || inside.contains("{{")) {
        return broken(start, end, TemplateReading.Fault.NOT_CLOSED);
      }
      Tag tag = tag(inside, start, end + 2);
      if (tag == null) {
        return broken(start, end + 2, TemplateReading.Fault.NO_NAME);
      }
      tags.add(tag);
      start = source.indexOf("{{", end + 2);
    }
    return null;
  }

  private @Nullable Tag tag(String inside, int start, int end) {
    String text = inside.strip();
    Tag.Kind kind =
        switch (text.isEmpty() ? ' ' : text.charAt(0)) {
          case '#' -> Tag.Kind.SECTION;
          case '^' -> Tag.Kind.INVERTED;
          case '/' -> Tag.Kind.END;
          default -> Tag.Kind.FIELD;
        };
    if (kind != Tag.Kind.FIELD) {
      text = text.substring(1);
    }
    String fallback = null;
    int bar = kind == Tag.Kind.FIELD ? text.indexOf('|') : -1;
    if (bar >= 0) {
      fallback = decoded(text.substring(bar + 1).strip());
      text = text.substring(0, bar);
    }
    boolean markupInside =
        markup == Markup.HTML && (inside.indexOf('<') >= 0 || inside.indexOf('>') >= 0);
    FieldName name = FieldName.of(decoded(text));
    if (markupInside || name.key().isEmpty() || hasBrace(inside) || source.startsWith("}", end)) {
      return null;
    }
    return new Tag(start, end, kind, name, fallback, line);
  }

  private static boolean hasBrace(String text) {
    return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
  }

  /// In HTML an editor writes `&amp;` for `&` inside the braces as everywhere.
  private String decoded(String text) {
    return markup == Markup.HTML ? Parser.unescapeEntities(text, false) : text;
  }

  private TemplateReading.Broken broken(int start, int end, TemplateReading.Fault fault) {
    String words = source.substring(start, Math.min(end, start + 60));
    int lineBreak = words.indexOf('\n');
    String first = lineBreak < 0 ? words : words.substring(0, lineBreak);
    return new TemplateReading.Broken(first.strip(), line, fault);
  }

  private void countLines(int to) {
    for (; counted < to; counted++) {
      char c = source.charAt(counted);
      boolean loneReturn = c == '\r' && !source.startsWith("\n", counted + 1);
      if (c == '\n' || loneReturn) {
        line++;
      }
    }
  }
}
