package org.postroom.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;

/// One merge for one person.
final class Merge {
  private final Recipient person;
  private final Markup markup;
  private final boolean oneLine;
  private final StringBuilder out;
  private final StringBuilder shape = new StringBuilder();
  private final List<MergedText.Span> spans = new ArrayList<>();
  private final Set<FieldName> empty = new LinkedHashSet<>();
  private final Set<FieldName> unknown = new LinkedHashSet<>();
  private final Set<FieldName> refusedLinks = new LinkedHashSet<>();
  private final Set<FieldName> folded = new LinkedHashSet<>();

  /// Where the URL begins that is being written.
  private int urlStart;

  /// True where the list, not the template, wrote the first char of that URL.
  private boolean urlFromList;

  Merge(Recipient person, Markup markup, boolean oneLine, int sourceLength) {
    this.person = person;
    this.markup = markup;
    this.oneLine = oneLine;
    this.out = new StringBuilder(sourceLength + 64);
  }

  MergedText run(List<Node> nodes) {
    write(nodes);
    return new MergedText(
        out.toString(),
        markup,
        spans,
        List.copyOf(empty),
        List.copyOf(unknown),
        List.copyOf(refusedLinks),
        List.copyOf(folded),
        shape.toString());
  }

  private void write(List<Node> nodes) {
    for (Node node : nodes) {
      switch (node) {
        case Node.Literal(String text) -> out.append(text);
        case Node.Field(MergeField field, Node.Context context) -> field(field, context);
        case Node.Section section -> section(section);
        case Node.Value value -> value(value);
      }
    }
  }

  private void section(Node.Section section) {
    boolean taken = value(section.condition().name()).isEmpty() == section.inverted();
    shape.append(taken ? '+' : '-');
    if (taken) {
      write(section.children());
    }
  }

  private void field(MergeField field, Node.Context context) {
    String text = value(field.name());
    String fallback = field.fallback();
    boolean filled = !text.isEmpty();
    if (!filled && fallback != null) {
      text = fallback;
    } else if (!filled && !unknown.contains(field.name())) {
      empty.add(field.name());
    }
    shape.append(filled ? 'v' : fallback == null ? 'e' : 'f');
    if (text.isEmpty()) {
      return;
    }
    int start = out.length();
    append(oneLine ? inOneLine(field.name(), text) : text, context);
    spans.add(new MergedText.Span(start, out.length(), field.name(), !filled));
  }

  private void append(String text, Node.Context context) {
    switch (context) {
      case PLAIN -> out.append(text);
      case TEXT -> Escapes.text(text, out);
      case ATTRIBUTE -> Escapes.attribute(text, out);
      case URL -> {
        String before = Urls.decoded(out.substring(urlStart));
        if (Urls.clean(before).isEmpty()) {
          urlFromList = true;
          Escapes.attribute(Urls.whole(text), out);
        } else {
          Escapes.attribute(Urls.part(before, text), out);
        }
      }
    }
  }

  /// A value that is judged as a whole.
  private void value(Node.Value value) {
    if (!value.quoted()) {
      out.append('"');
    }
    urlStart = out.length();
    urlFromList = false;
    int firstSpan = spans.size();
    write(value.children());
    boolean refused =
        value.url() && !Urls.allowed(Urls.decoded(out.substring(urlStart)), urlFromList);
    if (refused) {
      spans.subList(firstSpan, spans.size()).forEach(span -> refusedLinks.add(span.field()));
      spans.subList(firstSpan, spans.size()).clear();
      out.setLength(urlStart);
    }
    if (!value.quoted()) {
      out.append('"');
    }
  }

  private String value(FieldName name) {
    if (!person.columns().has(name)) {
      unknown.add(name);
      return "";
    }
    return person.value(name);
  }

  private String inOneLine(FieldName name, String text) {
    String line = Escapes.oneLine(text);
    if (!line.equals(text)) {
      folded.add(name);
    }
    return line;
  }
}
