package org.postroom.engine;

import java.nio.file.Path;

/// What a new mailshot begins with. None of them has people: who gets it is chosen anew.
public sealed interface Start {
  /// One of our own templates.
  record FromTemplate(Template template) implements Start {}

  /// A text that lies somewhere: e-mail, HTML, Markdown, plain text or a `.docx` document.
  record FromFile(Path file) implements Start {}

  /// Text and files of another mailshot, without its list.
  record CopyOf(Path mailshot) implements Start {}

  /// Our own templates.
  enum Template {
    NEWSLETTER,
    INVITATION,
    NOTICE,
    THANK_YOU,
    CORRECTION
  }
}
