package org.postroom.template;

import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;

/// What parsing a template gave.
public sealed interface TemplateReading {
  record Read(MergeTemplate template) implements TemplateReading {}

  /// A field or section that cannot be understood where it stands.
  ///
  /// @param what the words that are wrong
  /// @param line the line of the source, 1-based
  /// @param fault what is wrong with them
  record Broken(String what, int line, Fault fault) implements TemplateReading {
    /// `merge.syntax`, a block.
    ///
    /// @param part `subject`, `text`, `html` or `markdown`
    public Finding finding(String part) {
      return Finding.of("merge.syntax", Severity.BLOCK)
          .at(Place.part(part), what + "@" + line)
          .args(what, line, fault.sentence)
          .quote(what)
          .build();
    }
  }

  /// Why a template is not one. Each has its sentence in `merge.syntax`.
  enum Fault {
    /// `{{` without `}}`, or a section without its end.
    NOT_CLOSED(0),
    /// An end of a section that was not begun, or of another one than the innermost.
    NOT_OPENED(1),
    /// `{{}}`, or a name with braces, tags or line breaks in it.
    NO_NAME(2),
    /// A section inside itself.
    INSIDE_ITSELF(3),
    /// A place in HTML where no value may stand: a script, a style sheet, a comment, a tag.
    FORBIDDEN_PLACE(4);

    private final int sentence;

    Fault(int sentence) {
      this.sentence = sentence;
    }
  }
}
