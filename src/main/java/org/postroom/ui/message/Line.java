package org.postroom.ui.message;

import org.postroom.richtext.Shape;

/// What kind a line of the editor is.
///
/// @param depth of an item in its list; 0 for what is no item
/// @param joined true where it goes on with the paragraph of the line above
record Line(Shape shape, int depth, boolean joined) {
  static final Line PLAIN = new Line(Shape.PARAGRAPH, 0, false);

  static Line of(Shape shape) {
    return new Line(shape, 0, false);
  }

  Line withJoined(boolean is) {
    return new Line(shape, depth, is);
  }
}
