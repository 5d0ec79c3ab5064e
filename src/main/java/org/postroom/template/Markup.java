package org.postroom.template;

/// What the text around a merge field is, which decides how values are escaped (rule V4).
public enum Markup {
  /// A subject or a text part: values stand as they are (line breaks in a subject never do).
  PLAIN,
  /// HTML: values are escaped by where they stand: text, attribute or URL.
  HTML
}
