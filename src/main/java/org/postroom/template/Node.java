package org.postroom.template;

import java.util.List;

/// A piece of a parsed template.
sealed interface Node {
  /// Stands as it is.
  record Literal(String text) implements Node {}

  /// A value from the list.
  record Field(MergeField field, Context context) implements Node {}

  /// Written where the cell has a value, or, inverted, where it has none.
  record Section(MergeField condition, boolean inverted, List<Node> children) implements Node {
    public Section {
      children = List.copyOf(children);
    }
  }

  /// An attribute's value that is judged as a whole: a URL, or one without quotes in the source.
  record Value(List<Node> children, boolean quoted, boolean url) implements Node {
    public Value {
      children = List.copyOf(children);
    }
  }

  /// How a value is written.
  enum Context {
    /// As it is.
    PLAIN,
    /// HTML between tags; line breaks are shown.
    TEXT,
    /// HTML where there are no tags, and attributes' values.
    ATTRIBUTE,
    /// A part of a URL.
    URL
  }
}
