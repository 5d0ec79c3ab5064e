package org.postroom.tabular;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// A text as a whole, for a format whose reader needs it so.
///
/// @param charset in which it was read
record WholeText(String text, Charset charset) {
  /// @param stated what somebody said about the charset, or null
  static WholeText read(TabularFile file, @Nullable String stated) throws RefusedException {
    TabularReading.Refused noText = null;
    for (CharsetFinder.Way way : CharsetFinder.ways(file, stated)) {
      try (TextWindow window = TextWindow.open(file, way)) {
        String text = window.take(Integer.MAX_VALUE);
        noText = window.fault();
        if (noText == null) {
          return new WholeText(text, way.charset());
        }
      }
    }
    throw new RefusedException(
        noText == null ? new TabularReading.Refused(TabularReading.Fault.EMPTY, 0, "") : noText);
  }
}
