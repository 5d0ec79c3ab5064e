package org.postroom.ui.common;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument;
import org.postroom.engine.Draft;
import org.postroom.engine.ListReading;
import org.postroom.engine.Report;
import org.postroom.message.AttachmentSlot;
import org.postroom.safety.Clearing;
import org.postroom.ui.common.StepState.Mark;

/// What the rail says about each step, from the model.
public final class StepStates {
  private final Texts texts;

  public StepStates(Texts texts) {
    this.texts = texts;
  }

  public StepState of(Step step, MailshotModel model) {
    StepState note = model.stepNote(step).get();
    if (note != null) {
      return note;
    }
    return switch (step) {
      case PEOPLE -> people(model);
      case MESSAGE -> message(model);
      case PREVIEW -> preview(model);
      case REVIEW -> review(model);
      case SEND -> send(model);
      case REPORT -> report(model);
    };
  }

  private StepState people(MailshotModel model) {
    if (model.readingProperty().get() != null) {
      return new StepState(Mark.NUMBER, texts.get("rail.reading"), true);
    }
    ListReading read = model.listProperty().get();
    if (read == null) {
      boolean wrong = model.listProblemProperty().get() != null;
      return new StepState(
          wrong ? Mark.BLOCKED : Mark.NUMBER,
          texts.get(wrong ? "rail.list-unread" : "rail.no-list"),
          true);
    }
    int people = read.list().people().size();
    int leftOut = read.list().leftOut().size();
    String line =
        leftOut == 0
            ? texts.people(people)
            : texts.get("rail.people-left-out", texts.people(people), leftOut);
    return new StepState(people == 0 ? Mark.BLOCKED : Mark.DONE, line, true);
  }

  private StepState message(MailshotModel model) {
    MailshotDocument document = model.document();
    boolean written =
        BodyPart.of(document).stream().anyMatch(part -> !model.bodies().body(part).isBlank());
    if (!written && document.subject().isBlank()) {
      return new StepState(Mark.NUMBER, texts.get("rail.nothing-written"), true);
    }
    int refused = refused(model.draftProperty().get());
    int attached = document.attachments().size() - refused;
    String line =
        refused == 0
            ? texts.get("rail.attachments", attached)
            : texts.get(
                "rail.attachments-refused", texts.get("rail.attachments", attached), refused);
    boolean complete = written && !document.subject().isBlank();
    Mark mark = refused > 0 ? Mark.BLOCKED : complete ? Mark.DONE : Mark.NUMBER;
    return new StepState(mark, line, true);
  }

  private static int refused(@Nullable Draft draft) {
    if (draft == null) {
      return 0;
    }
    List<AttachmentSlot> slots = draft.mailshot().slots();
    return (int) slots.stream().filter(slot -> slot instanceof AttachmentSlot.Refused).count();
  }

  private StepState preview(MailshotModel model) {
    Lack lack = Lack.of(model);
    boolean open = lack instanceof Lack.Nothing;
    return new StepState(
        Mark.NUMBER, open ? texts.get("rail.not-looked-at") : lack.line(texts), open);
  }

  private StepState review(MailshotModel model) {
    Clearing clearing = model.clearingProperty().get();
    if (clearing == null) {
      Draft draft = model.draftProperty().get();
      boolean open = draft != null;
      return new StepState(
          Mark.NUMBER,
          open ? texts.get("rail.starts-by-itself") : Lack.of(model).line(texts),
          open);
    }
    return switch (clearing) {
      case Clearing.Cleared _ -> new StepState(Mark.DONE, texts.get("rail.cleared"), true);
      case Clearing.Open(var blocks, var unconfirmed) ->
          new StepState(
              blocks.isEmpty() ? Mark.ATTENTION : Mark.BLOCKED,
              texts.get("rail.to-fix", blocks.size(), unconfirmed.size()),
              true);
      case Clearing.Changed _ ->
          new StepState(Mark.ATTENTION, texts.get("rail.changed-since"), true);
    };
  }

  private StepState send(MailshotModel model) {
    Report report = model.reportProperty().get();
    boolean planned = report != null && report.counts().planned() > 0;
    if (planned) {
      return new StepState(
          report.counts().finished() ? Mark.DONE : Mark.ATTENTION,
          texts.get("rail.accepted-of", report.counts().accepted(), report.counts().planned()),
          true);
    }
    boolean cleared = model.clearingProperty().get() instanceof Clearing.Cleared;
    return new StepState(
        Mark.NUMBER, texts.get(cleared ? "rail.nothing-left" : "rail.after-review"), cleared);
  }

  private StepState report(MailshotModel model) {
    Report report = model.reportProperty().get();
    boolean planned = report != null && report.counts().planned() > 0;
    if (!planned) {
      return new StepState(Mark.NUMBER, texts.get("rail.nothing-yet"), false);
    }
    int doubt = report.counts().inDoubt();
    return new StepState(
        doubt > 0 ? Mark.ATTENTION : Mark.NUMBER,
        doubt > 0
            ? texts.get("rail.in-doubt", doubt)
            : texts.get("rail.accepted-of", report.counts().accepted(), report.counts().planned()),
        true);
  }
}
