package org.postroom.template;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.FieldName;

/// A template merged for one person. Only [MergeTemplate#merge] makes one, so a blind copy, which
/// takes [FixedText] only, cannot carry merged text.
public final class MergedText {
  private final List<Piece> pieces;
  private final Markup markup;
  private final List<Span> spans;
  private final List<FieldName> empty;
  private final List<FieldName> unknown;
  private final List<FieldName> refusedLinks;
  private final List<FieldName> folded;
  private final String shape;

  /// Put together when somebody asks: two threads may both do so, and make the same.
  private @Nullable String value;

  /// What came from the list, as it is written in [#value()]: escaped where it is HTML.
  ///
  /// @param start first char in [#value()]
  /// @param end one past the last
  /// @param field the column
  /// @param fallback true where the fallback was written
  public record Span(int start, int end, FieldName field, boolean fallback) {}

  /// Nobody changes the lists any more: they are kept, not copied, since each letter has three such
  /// texts.
  MergedText(
      List<Piece> pieces,
      Markup markup,
      List<Span> spans,
      List<FieldName> empty,
      List<FieldName> unknown,
      List<FieldName> refusedLinks,
      List<FieldName> folded,
      String shape) {
    this.pieces = Collections.unmodifiableList(pieces);
    this.markup = markup;
    this.spans = Collections.unmodifiableList(spans);
    this.empty = List.copyOf(empty);
    this.unknown = List.copyOf(unknown);
    this.refusedLinks = List.copyOf(refusedLinks);
    this.folded = List.copyOf(folded);
    this.shape = shape;
  }

  public String value() {
    String known = value;
    if (known == null) {
      known = Piece.join(pieces);
      value = known;
    }
    return known;
  }

  /// The same text in stretches, in order.
  public List<Piece> pieces() {
    return pieces;
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

  /// Fields in the links that were left empty, because with this person's values they would not
  /// have begun with http, https, mailto or tel (rule V4).
  public List<FieldName> refusedLinks() {
    return refusedLinks;
  }

  /// Fields whose value held line breaks or control characters that became spaces; only in a text
  /// merged by [MergeTemplate#mergeLine].
  public List<FieldName> folded() {
    return folded;
  }

  /// Which branches and fallbacks were taken: messages with one shape look alike.
  public String shape() {
    return shape;
  }
}
