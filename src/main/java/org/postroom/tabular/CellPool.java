package org.postroom.tabular;

import org.jspecify.annotations.Nullable;

/// Keeps one copy of texts that many cells share (a section, a town), so that a large list takes
/// little memory. It forgets by itself: a text that is not met again for a while makes room.
final class CellPool {
  private static final int PLACES = 1 << 13;
  private static final int LONGEST = 512;

  private final @Nullable String[] seen = new String[PLACES];

  /// The same text, perhaps an earlier copy of it.
  String share(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 13)) & (PLACES - 1);
    String before = seen[place];
    if (before != null && before.equals(text)) {
      return before;
    }
    seen[place] = text;
    return text;
  }
}
