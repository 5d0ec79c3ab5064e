package org.postroom.richtext;

/// What kind a paragraph is.
public enum Shape {
  PARAGRAPH,
  HEADING_1,
  HEADING_2,
  HEADING_3,
  BULLET,
  NUMBER,
  QUOTE;

  /// True for an item of a list; only these have a depth.
  public boolean isItem() {
    return this == BULLET || this == NUMBER;
  }

  /// 1 to 3, or 0 for what is no heading.
  public int headingLevel() {
    return switch (this) {
      case HEADING_1 -> 1;
      case HEADING_2 -> 2;
      case HEADING_3 -> 3;
      case PARAGRAPH, BULLET, NUMBER, QUOTE -> 0;
    };
  }

  /// The heading of a level; what is deeper than 3 is 3.
  static Shape heading(int level) {
    return level <= 1 ? HEADING_1 : level == 2 ? HEADING_2 : HEADING_3;
  }
}
