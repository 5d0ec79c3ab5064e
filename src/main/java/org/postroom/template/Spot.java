package org.postroom.template;

/// Where a field stands in HTML, which decides how its value is escaped (rule V4).
sealed interface Spot {
  /// Between tags.
  record Text() implements Spot {}

  /// Inside an element whose content is text without tags (title, textarea).
  record PlainContent() implements Spot {}

  /// Inside the value of an attribute.
  ///
  /// @param start first char of the value in the source, after the quote
  /// @param end one past its last char, before the quote
  /// @param quoted false where the source has no quotes around it
  /// @param url true where the value is an address that a reader follows or loads
  record Attribute(int start, int end, boolean quoted, boolean url) implements Spot {}

  /// Where no value may stand.
  record Forbidden() implements Spot {}
}
