package org.postroom.safety.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.safety.text.Hints;

/// A pattern, and words of which one stands wherever it matches: so whole files can be searched.
record MarkSearch(Pattern pattern, Hints hints) {
  /// A table of 100 megabytes is not copied as a whole.
  private static final int CHUNK = 1 << 20;

  MarkSearch(Pattern pattern, List<String> hints) {
    this(pattern, new Hints(hints));
  }

  /// The first mark in some texts.
  Optional<String> first(List<String> texts) {
    return first(List.of(this), texts);
  }

  /// The first mark of one of several searches.
  static Optional<String> first(List<MarkSearch> searches, List<String> texts) {
    for (String text : texts) {
      int from = 0;
      while (from < text.length()) {
        int to = Rows.chunkEnd(text, from, CHUNK);
        String chunk = text.substring(from, to);
        String lower = Hints.lower(chunk);
        for (MarkSearch search : searches) {
          Optional<String> mark = search.first(chunk, lower);
          if (mark.isPresent()) {
            return mark;
          }
        }
        from = to;
      }
    }
    return Optional.empty();
  }

  private Optional<String> first(String text, String lower) {
    for (String lines : hints.lines(text, lower)) {
      Matcher mark = pattern.matcher(lines);
      if (mark.find()) {
        return Optional.of(mark.group().strip());
      }
    }
    return Optional.empty();
  }
}
