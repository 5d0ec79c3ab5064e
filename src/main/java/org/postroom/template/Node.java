package org.postroom.template;

import java.util.List;

/// A piece of a parsed template.
sealed interface Node {
  /// Stands as it is.
  record Literal(String text) implements Node {}

  /// A value from the list.
  ///
  /// @param number which of the template's fields it is, by which [Places] knows its column
  record Field(MergeField field, int number, Context context) implements Node {}

  /// Written where the cell has a value, or, inverted, where it has none.
  ///
  /// @param number which of the template's fields the condition is
  record Section(MergeField condition, int number, boolean inverted, List<Node> children)
      implements Node {
    public Section {
      children = List.copyOf(children);
    }
  }

  /// An attribute's value that is taken as a whole: a URL, or one without quotes in the source.
  ///
  /// @param judged true where it depends on the list's values whether the URL may stand there
  record Value(List<Node> children, boolean quoted, boolean judged) implements Node {
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
