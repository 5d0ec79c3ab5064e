package org.postroom.engine;

import org.jspecify.annotations.Nullable;
import org.postroom.recipients.FieldName;

/// A letter that is worth a look because it is unlike the others.
///
/// @param why what sets it apart
/// @param field in which field, or null where it is the whole letter
/// @param at its place in the plan
public record OddLetter(Why why, @Nullable FieldName field, int at) {
  /// What sets a letter apart.
  public enum Why {
    LONGEST_NAME,
    LONGEST_SUBJECT,
    /// All its values together are the longest.
    LONGEST,
    SHORTEST,
    MOST_BLANKS,
    /// Its files are the largest.
    LARGEST,
    LONGEST_VALUE,
    SHORTEST_VALUE,
    /// Its value has what hardly any other has, or lacks what nearly all have.
    UNLIKE_OTHERS
  }
}
