package org.postroom.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From a source and its tags to nodes.
final class TemplateParser {
  private final String source;
  private final Markup markup;
  private final List<Tag> tags;
  private final List<Spot> spots;

  /// Each field once, in order of first appearance.
  private final List<MergeField> fields;

  /// For each opening the index of its end.
  private final int[] ends;

  private TemplateParser(String source, Markup markup, List<Tag> tags) {
    this.source = source;
    this.markup = markup;
    this.tags = tags;
    this.spots = markup == Markup.HTML ? HtmlScanner.scan(source, tags) : List.of();
    this.fields =
        tags.stream().filter(tag -> tag.kind() != Tag.Kind.END).map(Tag::field).distinct().toList();
    this.ends = new int[tags.size()];
    Arrays.fill(ends, -1);
  }

  static TemplateReading parse(String source, Markup markup) {
    return switch (TagReader.read(source, markup)) {
      case TagReader.Tags.Bad(TemplateReading.Broken why) -> why;
      case TagReader.Tags.Found(List<Tag> tags) ->
          new TemplateParser(source, markup, tags).template();
    };
  }

  private TemplateReading template() {
    TemplateReading.Broken broken = matchSections();
    if (broken == null) {
      broken = checkPlaces();
    }
    if (broken != null) {
      return broken;
    }
    List<Node> nodes = nodes(0, source.length(), 0, tags.size(), false);
    return new TemplateReading.Read(new MergeTemplate(source, markup, fields, nodes));
  }

  private TemplateReading.@Nullable Broken matchSections() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      if (tag.opens()) {
        if (open.stream().anyMatch(outer -> tags.get(outer).name().equals(tag.name()))) {
          return broken(tag, TemplateReading.Fault.INSIDE_ITSELF);
        }
        open.push(i);
      } else if (tag.kind() == Tag.Kind.END) {
        if (open.isEmpty() || !tags.get(open.peek()).name().equals(tag.name())) {
          return broken(tag, TemplateReading.Fault.NOT_OPENED);
        }
        ends[open.pop()] = i;
      }
    }
    return open.isEmpty() ? null : broken(tags.get(open.peek()), TemplateReading.Fault.NOT_CLOSED);
  }

  /// A section begins and ends in the same place, so that each branch leaves the HTML as it was.
  private TemplateReading.@Nullable Broken checkPlaces() {
    for (int i = 0; i < spots.size(); i++) {
      boolean apart = ends[i] >= 0 && !spots.get(i).equals(spots.get(ends[i]));
      if (spots.get(i) instanceof Spot.Forbidden || apart) {
        return broken(tags.get(i), TemplateReading.Fault.FORBIDDEN_PLACE);
      }
    }
    return null;
  }

  private TemplateReading.Broken broken(Tag tag, TemplateReading.Fault fault) {
    return new TemplateReading.Broken(source.substring(tag.start(), tag.end()), tag.line(), fault);
  }

  /// The nodes of `source` from `from` to `to`, in which the tags `first` to `last` stand.
  private List<Node> nodes(int from, int to, int first, int last, boolean insideValue) {
    List<Node> nodes = new ArrayList<>();
    int at = from;
    int i = first;
    while (i < last) {
      Tag tag = tags.get(i);
      Spot.Attribute value = insideValue ? null : wholeValue(i);
      if (value != null) {
        literal(nodes, at, value.start(), false);
        int next = i;
        while (next < last && tags.get(next).start() < value.end()) {
          next++;
        }
        List<Node> children = nodes(value.start(), value.end(), i, next, true);
        nodes.add(new Node.Value(children, value.quoted(), value.url() && !settled(children)));
        at = value.end();
        i = next;
      } else if (tag.opens()) {
        Tag end = tags.get(ends[i]);
        literal(nodes, at, start(tag), insideValue);
        List<Node> children = nodes(end(tag), start(end), i + 1, ends[i], insideValue);
        nodes.add(
            new Node.Section(tag.field(), number(tag), tag.kind() == Tag.Kind.INVERTED, children));
        at = end(end);
        i = ends[i] + 1;
      } else {
        literal(nodes, at, tag.start(), insideValue);
        nodes.add(new Node.Field(tag.field(), number(tag), context(i)));
        at = tag.end();
        i++;
      }
    }
    literal(nodes, at, to, insideValue);
    return nodes;
  }

  private int number(Tag tag) {
    return fields.indexOf(tag.field());
  }

  /// True where the template itself wrote an allowed scheme: whatever follows it cannot change it.
  private static boolean settled(List<Node> url) {
    return url.getFirst() instanceof Node.Literal(String beginning)
        && Urls.hasAllowedScheme(beginning);
  }

  private Spot.@Nullable Attribute wholeValue(int tag) {
    return !spots.isEmpty()
            && spots.get(tag) instanceof Spot.Attribute value
            && (value.url() || !value.quoted())
        ? value
        : null;
  }

  private Node.Context context(int tag) {
    if (spots.isEmpty()) {
      return Node.Context.PLAIN;
    }
    return switch (spots.get(tag)) {
      case Spot.Text _ -> Node.Context.TEXT;
      case Spot.PlainContent _ -> Node.Context.ATTRIBUTE;
      case Spot.Attribute value -> value.url() ? Node.Context.URL : Node.Context.ATTRIBUTE;
      case Spot.Forbidden _ -> throw new IllegalStateException("refused before");
    };
  }

  private void literal(List<Node> nodes, int from, int to, boolean insideValue) {
    if (from < to) {
      String text = source.substring(from, to);
      // A value without quotes gets some, which its own must not end.
      nodes.add(new Node.Literal(insideValue ? text.replace("\"", "&quot;") : text));
    }
  }

  /// In a text a line with nothing but one section mark is not there at all.
  private int start(Tag tag) {
    return standsAlone(tag) ? lineStart(tag) : tag.start();
  }

  private int end(Tag tag) {
    return standsAlone(tag) ? lineEnd(tag) : tag.end();
  }

  private boolean standsAlone(Tag tag) {
    return markup == Markup.PLAIN
        && source.substring(lineStart(tag), tag.start()).isBlank()
        && source.substring(tag.end(), lineEnd(tag)).isBlank()
        && lineEnd(tag) - lineStart(tag) < source.length();
  }

  private int lineStart(Tag tag) {
    return Math.max(source.lastIndexOf('\n', tag.start()), source.lastIndexOf('\r', tag.start()))
        + 1;
  }

  private int lineEnd(Tag tag) {
    int end = source.indexOf('\n', tag.end());
    return end < 0 ? source.length() : end + 1;
  }
}
