package org.postroom.template;

import java.util.ArrayList;
import java.util.List;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;

/// One merge for one person.
final class Merge {
  /// Shorter stretches of the template are written anew each time: keeping them takes longer.
  private static final int LEAST_KEPT = 128;

  /// Room for the words around a few values without growing.
  private static final int USUAL_STRETCH = 128;

  private final Recipient person;
  private final Places places;
  private final Markup markup;
  private final boolean oneLine;

  /// Stretches that are finished, and how long they are together.
  private final List<Piece> pieces = new ArrayList<>();

  private int finished;

  /// What came after them.
  private final StringBuilder out = new StringBuilder(USUAL_STRETCH);

  private final StringBuilder shape = new StringBuilder();
  private final List<MergedText.Span> spans = new ArrayList<>();
  private List<FieldName> empty = List.of();
  private List<FieldName> unknown = List.of();
  private List<FieldName> refusedLinks = List.of();
  private List<FieldName> folded = List.of();

  /// Where in [#out] the URL begins that is being written.
  private int urlStart;

  /// True within a value that is judged as a whole, and taken back where it is refused.
  private boolean inValue;

  /// True where the list, not the template, wrote the first char of that URL.
  private boolean urlFromList;

  Merge(Recipient person, Places places, Markup markup, boolean oneLine) {
    this.person = person;
    this.places = places;
    this.markup = markup;
    this.oneLine = oneLine;
  }

  MergedText run(List<Node> nodes) {
    write(nodes);
    finish();
    return new MergedText(
        pieces, markup, spans, empty, unknown, refusedLinks, folded, shape.toString());
  }

  private void write(List<Node> nodes) {
    for (Node node : nodes) {
      switch (node) {
        case Node.Literal(String text) -> literal(text);
        case Node.Field field -> field(field);
        case Node.Section section -> section(section);
        case Node.Value value -> value(value);
      }
    }
  }

  private void literal(String text) {
    if (inValue || text.length() < LEAST_KEPT) {
      out.append(text);
    } else {
      finish();
      pieces.add(new Piece(text, true));
      finished += text.length();
    }
  }

  /// Ends the stretch that is being written.
  private void finish() {
    if (!out.isEmpty()) {
      pieces.add(new Piece(out.toString(), false));
      finished += out.length();
      out.setLength(0);
    }
  }

  private void section(Node.Section section) {
    FieldName condition = section.condition().name();
    boolean taken = value(condition, section.number()).isEmpty() == section.inverted();
    shape.append(taken ? '+' : '-');
    if (taken) {
      write(section.children());
    }
  }

  private void field(Node.Field node) {
    FieldName name = node.field().name();
    String text = value(name, node.number());
    String fallback = node.field().fallback();
    boolean filled = !text.isEmpty();
    if (!filled && fallback != null) {
      text = fallback;
    } else if (!filled && !unknown.contains(name)) {
      empty = with(empty, name);
    }
    shape.append(filled ? 'v' : fallback == null ? 'e' : 'f');
    if (text.isEmpty()) {
      return;
    }
    int start = finished + out.length();
    append(oneLine ? inOneLine(name, text) : text, node.context());
    spans.add(new MergedText.Span(start, finished + out.length(), name, !filled));
  }

  private void append(String text, Node.Context context) {
    switch (context) {
      case PLAIN -> out.append(text);
      case TEXT -> Escapes.text(text, out);
      case ATTRIBUTE -> Escapes.attribute(text, out);
      case URL -> {
        String before = Urls.clean(Urls.decoded(out.substring(urlStart)));
        if (before.isEmpty()) {
          urlFromList = true;
          Escapes.attribute(Urls.whole(text), out);
        } else {
          Escapes.attribute(Urls.part(before, text), out);
        }
      }
    }
  }

  /// A value that is taken as a whole.
  private void value(Node.Value value) {
    if (!value.quoted()) {
      out.append('"');
    }
    urlStart = out.length();
    urlFromList = false;
    inValue = true;
    int firstSpan = spans.size();
    write(value.children());
    inValue = false;
    boolean refused =
        value.judged() && !Urls.allowed(Urls.decoded(out.substring(urlStart)), urlFromList);
    if (refused) {
      for (MergedText.Span span : spans.subList(firstSpan, spans.size())) {
        refusedLinks = with(refusedLinks, span.field());
      }
      spans.subList(firstSpan, spans.size()).clear();
      out.setLength(urlStart);
    }
    if (!value.quoted()) {
      out.append('"');
    }
  }

  private String value(FieldName name, int number) {
    int index = places.column(number);
    if (index < 0) {
      unknown = with(unknown, name);
      return "";
    }
    return person.valueAt(index);
  }

  /// Most letters have no such field, so that most need no list.
  private static List<FieldName> with(List<FieldName> fields, FieldName field) {
    if (fields.contains(field)) {
      return fields;
    }
    List<FieldName> more = fields.isEmpty() ? new ArrayList<>() : fields;
    more.add(field);
    return more;
  }

  private String inOneLine(FieldName name, String text) {
    String line = Escapes.oneLine(text);
    if (!line.equals(text)) {
      folded = with(folded, name);
    }
    return line;
  }
}
