package org.postroom.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postroom.address.Mailbox;
import org.postroom.address.MailboxKey;
import org.postroom.composition.ComposedLetter;
import org.postroom.composition.ReceivedMessage;
import org.postroom.document.MailshotDocument;
import org.postroom.files.DurableFiles;
import org.postroom.message.Blob;
import org.postroom.message.BlobChangedException;
import org.postroom.message.Delivery;
import org.postroom.message.FileCandidate;
import org.postroom.message.Letter;
import org.postroom.plan.DispatchPlan;
import org.postroom.safety.AttachmentReading;
import org.postroom.safety.Checks;
import org.postroom.safety.EarlierCells;
import org.postroom.safety.ListCells;
import org.postroom.safety.Memory;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.ReviewSubject;
import org.postroom.safety.SafetyReview;
import org.postroom.safety.Said;
import org.postroom.safety.SendWay;
import org.postroom.workspace.WorkspaceException;

/// Reads the finished letters: for the review, and for whoever wants to see one.
final class Reviewing {
  private final Parts parts;

  Reviewing(Parts parts) {
    this.parts = parts;
  }

  SafetyReview.Reviewed review(PlannedDraft draft, ReviewProgress progress)
      throws ProblemException {
    try {
      MailshotDocument document = draft.file().document();
      ReviewSubject subject =
          new ReviewSubject(
              draft.mailshot(),
              draft.list(),
              draft.plan().orElse(null),
              draft.findings(),
              draft.bodyFiles(),
              new ReviewSubject.Facts(
                  document.recipients().saidBasis(),
                  document.recipients().expected(),
                  Past.of(parts, draft.list().origin().sha256()),
                  leftToday(draft.way()),
                  Providers.named(draft.way().provider()).letterLimit()),
              draft.way(),
              memory(draft),
              parts.extractor(),
              LocalDate.ofInstant(parts.clock().instant(), parts.zone()));
      return new SafetyReview(Checks.all()).review(subject, draft.composer(), progress);
    } catch (BlobChangedException e) {
      throw changed(e);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private int leftToday(SendWay way) throws WorkspaceException {
    return way.practice()
        ? 0
        : parts.workspace().counters().lastDay(way.account(), parts.clock().instant()).letters();
  }

  /// Reads a file through that is to be attached.
  AttachmentReading look(PlannedDraft draft, FileCandidate file) throws ProblemException {
    Set<MailboxKey> senders = new HashSet<>();
    senders.add(draft.mailshot().from().mailbox().key());
    Mailbox replyTo = draft.mailshot().replyTo();
    if (replyTo != null) {
      senders.add(replyTo.key());
    }
    try {
      return AttachmentReading.look(file, draft.list(), senders, memory(draft), parts.extractor());
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  LetterView preview(PlannedDraft draft, int index) throws ProblemException {
    DispatchPlan plan = plan(draft);
    Letter letter = plan.letter(index);
    Blob bytes = Blob.of(bytes(draft, plan, index));
    ReceivedMessage message = ReceivedMessage.parse(bytes.bytes());
    return new LetterView(
        index,
        plan.people(index),
        letter,
        bytes,
        message,
        VisibleAddresses.in(message, draft.list()),
        Optional.empty());
  }

  Path save(PlannedDraft draft, int index, Path folder) throws ProblemException {
    DispatchPlan plan = plan(draft);
    int number =
        draft.mailshot().delivery() == Delivery.BLIND_COPY
            ? index + 1
            : plan.people(index).getFirst().at().row();
    Path file = folder.resolve(String.format(Locale.ROOT, "%06d.eml", number));
    byte[] bytes = bytes(draft, plan, index);
    try {
      Files.createDirectories(folder);
      DurableFiles.write(file, bytes);
      return file;
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.FILE, "save.failed", file.toString());
    }
  }

  private byte[] bytes(PlannedDraft draft, DispatchPlan plan, int index) throws ProblemException {
    try {
      ComposedLetter composed = draft.composer().compose(plan.id(index), plan.letter(index));
      return composed.bytes(OffsetDateTime.ofInstant(parts.clock().instant(), parts.zone()));
    } catch (BlobChangedException e) {
      throw changed(e);
    }
  }

  /// Practice never counts for what was sent before.
  private Memory memory(PlannedDraft draft) throws WorkspaceException {
    Memory real =
        parts.workspace().memory(false, draft.file().id(), draft.list().origin().sha256());
    if (!draft.way().practice()) {
      return real;
    }
    return new Memory() {
      @Override
      public boolean onAnEarlierList(MailboxKey address) {
        return real.onAnEarlierList(address);
      }

      @Override
      public EarlierCells earlierCells() {
        return real.earlierCells();
      }

      @Override
      public int notComparable() {
        return real.notComparable();
      }

      @Override
      public List<Optional<Earlier>> sentBefore(List<Content> contents) {
        return Memory.NOTHING.sentBefore(contents);
      }

      @Override
      public List<Integer> usualCounts() {
        return real.usualCounts();
      }

      @Override
      public List<Repeated> repeated(Said said) {
        return real.repeated(said);
      }

      @Override
      public List<Slip> slips(ListCells now) {
        return real.slips(now);
      }
    };
  }

  private static DispatchPlan plan(PlannedDraft draft) {
    return draft.plan().orElseThrow(() -> new IllegalArgumentException("a draft without letters"));
  }

  private static ProblemException changed(BlobChangedException e) {
    return Problems.of(e, Problem.Kind.FILE, "file.changed", String.valueOf(e.getMessage()));
  }
}
