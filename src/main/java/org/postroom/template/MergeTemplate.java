package org.postroom.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.Recipient;

/// A text with merge fields and sections. It has no code, no raw form, no nesting of files.
///
/// Parsed once, merged many times; safe for several threads.
public final class MergeTemplate {
  private final String source;
  private final Markup markup;
  private final List<MergeField> fields;
  private final List<Node> nodes;

  /// Of the list for which it was merged last. Two threads may both look them up, and find the
  /// same.
  private volatile @Nullable Places lastPlaces;

  MergeTemplate(String source, Markup markup, List<MergeField> fields, List<Node> nodes) {
    this.source = source;
    this.markup = markup;
    this.fields = List.copyOf(fields);
    this.nodes = List.copyOf(nodes);
  }

  /// Parses `source`. For [Markup#HTML] the place of each field (text, attribute, URL) is found
  /// here, and a field where no value may stand (script, style, comment, tag) breaks the template.
  public static TemplateReading parse(String source, Markup markup) {
    return TemplateParser.parse(source, markup);
  }

  public String source() {
    return source;
  }

  public Markup markup() {
    return markup;
  }

  /// Every field and section condition, in order of first appearance, each once.
  public List<MergeField> fields() {
    return fields;
  }

  /// The text itself where it has neither fields nor sections; empty otherwise.
  public Optional<FixedText> fixed() {
    return fields.isEmpty() ? Optional.of(new FixedText(source, markup)) : Optional.empty();
  }

  /// Merges for one person: nobody else's data is in scope.
  ///
  /// An unknown column or an empty cell without a fallback is written as nothing and named in
  /// [MergedText#unknown()] or [MergedText#empty()]; the review blocks on both.
  public MergedText merge(Recipient recipient) {
    return new Merge(recipient, places(recipient), markup, false).run(nodes);
  }

  /// Merges into one line, as a subject needs it: a line break or control character of a value
  /// becomes a space, and the field is named in [MergedText#folded()].
  public MergedText mergeLine(Recipient recipient) {
    return new Merge(recipient, places(recipient), markup, true).run(nodes);
  }

  private Places places(Recipient recipient) {
    Places places = lastPlaces;
    if (places == null || !places.in(recipient.columns())) {
      places = Places.of(fields, recipient.columns());
      lastPlaces = places;
    }
    return places;
  }

  /// This template with a fixed text after it; in HTML before the end of its body. The ending may
  /// hold anything: it is not read for fields.
  ///
  /// @param ending in the same markup as this template
  public MergeTemplate withEnding(String ending) {
    int cut = source.length();
    List<Node> all = new ArrayList<>(nodes);
    if (markup == Markup.HTML
        && !all.isEmpty()
        && all.getLast() instanceof Node.Literal(String last)) {
      int body = last.toLowerCase(Locale.ROOT).lastIndexOf("</body");
      if (body >= 0) {
        all.removeLast();
        all.add(new Node.Literal(last.substring(0, body)));
        cut -= last.length() - body;
      }
    }
    all.add(new Node.Literal(ending + source.substring(cut)));
    String longer = source.substring(0, cut) + ending + source.substring(cut);
    return new MergeTemplate(longer, markup, fields, all);
  }
}
