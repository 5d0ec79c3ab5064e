package org.postroom.richtext;

import java.util.Optional;

/// Takes over the pictures that come with a text from elsewhere.
@FunctionalInterface
public interface PictureTaking {
  /// Leaves them where they are.
  PictureTaking NONE = (_, _) -> Optional.empty();

  /// @param source as the HTML has it: a path, `cid:` or `data:`; never a page of the web
  /// @param width that it is shown with there, in CSS pixels; 0 where that is not said
  /// @return empty where it cannot come along
  Optional<Taken> take(String source, int width);

  /// @param source for our HTML
  /// @param width to show it with, in CSS pixels; 0 for its own
  record Taken(String source, int width) {}
}
