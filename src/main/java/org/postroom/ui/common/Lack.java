package org.postroom.ui.common;

import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument;
import org.postroom.engine.Draft;
import org.postroom.engine.Problem;

/// What keeps the letters of a mailshot from being made: the first thing that a person can put
/// right.
public sealed interface Lack {
  /// They are there.
  record Nothing() implements Lack {}

  record NoList() implements Lack {}

  record NoText() implements Lack {}

  record NoSender() implements Lack {}

  /// Nothing to put right: they are being made.
  record Counting() implements Lack {}

  /// They could not be made.
  record Trouble(Problem problem) implements Lack {}

  /// All was read and nobody gets a letter; the review says why.
  record NoLetters() implements Lack {}

  static Lack of(MailshotModel model) {
    Draft draft = model.draftProperty().get();
    if (draft != null && draft.plan().isPresent()) {
      return new Nothing();
    }
    if (model.readingProperty().get() != null) {
      return new Counting();
    }
    if (model.listProperty().get() == null) {
      return new NoList();
    }
    MailshotDocument document = model.document();
    if (document.text() == null && document.html() == null && document.markdown() == null) {
      return new NoText();
    }
    if (Sender.of(document).address().isEmpty()) {
      return new NoSender();
    }
    if (model.countingProperty().get()) {
      return new Counting();
    }
    @Nullable Problem problem = model.draftProblemProperty().get();
    return problem == null ? new NoLetters() : new Trouble(problem);
  }

  /// The line that a step shows instead of its own.
  default String line(Texts texts) {
    return switch (this) {
      case Nothing() -> "";
      case NoList() -> texts.get("rail.needs-list");
      case NoText() -> texts.get("rail.needs-text");
      case NoSender() -> texts.get("rail.needs-sender");
      case Counting() -> texts.get("rail.counting");
      case Trouble(var _) -> texts.get("rail.cannot-be-made");
      case NoLetters() -> texts.get("rail.no-letters");
    };
  }
}
