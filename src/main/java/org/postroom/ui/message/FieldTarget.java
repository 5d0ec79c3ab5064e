package org.postroom.ui.message;

import org.postroom.richtext.FieldTag;

/// Where a field can be put: the subject, the text, or one of its sources.
interface FieldTarget {
  /// Puts a field in place of what is selected.
  void insert(FieldTag tag);

  void requestFocus();

  boolean isEditableHere();
}
