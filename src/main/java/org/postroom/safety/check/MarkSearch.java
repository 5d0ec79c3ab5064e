package org.postroom.safety.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.safety.text.Hints;

/// A pattern, and words of which one stands wherever it matches: so whole files can be searched.
record MarkSearch(Pattern pattern, Hints hints) {
  MarkSearch(Pattern pattern, List<String> hints) {
    this(pattern, new Hints(hints));
  }

  /// The first mark in some texts.
  Optional<String> first(List<String> texts) {
    for (String text : texts) {
      for (String lines : hints.lines(text)) {
        Matcher mark = pattern.matcher(lines);
        if (mark.find()) {
          return Optional.of(mark.group().strip());
        }
      }
    }
    return Optional.empty();
  }
}
