package org.postroom.template;

import java.util.List;
import org.postroom.recipients.FieldName;

/// A template merged for one person. Only [MergeTemplate#merge] makes one, so a blind copy, which
/// takes [FixedText] only, cannot carry merged text.
public final class MergedText {
  private final String value;
  private final Markup markup;
  private final List<Span> spans;
  private final List<FieldName> empty;
  private final List<FieldName> unknown;
  private final String shape;

  /// What came from the list.
  ///
  /// @param start first char in [#value()]
  /// @param end one past the last
  /// @param field the column
  /// @param fallback true where the fallback was written
  public record Span(int start, int end, FieldName field, boolean fallback) {}

  MergedText(
      String value,
      Markup markup,
      List<Span> spans,
      List<FieldName> empty,
      List<FieldName> unknown,
      String shape) {
    this.value = value;
    this.markup = markup;
    this.spans = List.copyOf(spans);
    this.empty = List.copyOf(empty);
    this.unknown = List.copyOf(unknown);
    this.shape = shape;
  }

  public String value() {
    return value;
  }

  public Markup markup() {
    return markup;
  }

  public List<Span> spans() {
    return spans;
  }

  /// Fields whose cell is empty and that have no fallback.
  public List<FieldName> empty() {
    return empty;
  }

  /// Fields that the list does not have.
  public List<FieldName> unknown() {
    return unknown;
  }

  /// Which branches and fallbacks were taken: messages with one shape look alike.
  public String shape() {
    return shape;
  }
}
