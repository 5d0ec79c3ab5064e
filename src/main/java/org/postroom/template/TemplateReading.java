package org.postroom.template;

/// What parsing a template gave.
public sealed interface TemplateReading {
  record Read(MergeTemplate template) implements TemplateReading {}

  /// A field or section that is not closed, or closed by another name.
  ///
  /// @param what the words that are wrong
  /// @param line the line of the source, 1-based
  record Broken(String what, int line) implements TemplateReading {}
}
