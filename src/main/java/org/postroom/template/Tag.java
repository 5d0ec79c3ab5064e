package org.postroom.template;

import org.jspecify.annotations.Nullable;
import org.postroom.recipients.FieldName;

/// One `{{…}}` of a source.
///
/// @param start where it begins in the source
/// @param end one past its last brace
/// @param kind which form it has
/// @param name the column
/// @param fallback what to write for an empty cell, or null
/// @param line the line it stands on, 1-based
record Tag(int start, int end, Kind kind, FieldName name, @Nullable String fallback, int line) {
  enum Kind {
    FIELD,
    SECTION,
    INVERTED,
    END
  }

  boolean opens() {
    return kind == Kind.SECTION || kind == Kind.INVERTED;
  }

  MergeField field() {
    return new MergeField(name, fallback, opens());
  }
}
