package org.postroom.richtext;

import java.util.Map;

/// A text that was read from elsewhere.
///
/// @param lost what it had and the text has not, and how often
public record Reading(RichText text, Map<Loss, Integer> lost) {
  public Reading {
    lost = Map.copyOf(lost);
  }
}
