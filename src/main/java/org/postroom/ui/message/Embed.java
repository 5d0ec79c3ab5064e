package org.postroom.ui.message;

import org.postroom.richtext.Block;
import org.postroom.richtext.FieldTag;

/// What stands in the editor as one character.
sealed interface Embed {
  /// A field, or a mark of a section.
  record Tag(FieldTag tag) implements Embed {}

  /// @param width in CSS pixels; 0 for its own
  record Picture(String source, String alt, int width) implements Embed {}

  record Table(Block.Table table) implements Embed {}

  record Divider() implements Embed {}

  /// The editor's own "nothing".
  record None() implements Embed {}
}
