package org.postroom.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroom.dispatch.LetterState;
import org.postroom.message.MailshotId;
import org.postroom.workspace.KnownMailshot;
import org.postroom.workspace.PlanRecord;
import org.postroom.workspace.Records;
import org.postroom.workspace.WorkspaceException;

/// The mailshots that this workspace knows, and its Bin. Files outside the workspace are never
/// moved: putting such a mailshot into the Bin only takes it off the shelf.
final class Shelf {
  private static final String IN_BIN = "bin.";
  private final Parts parts;

  Shelf(Parts parts) {
    this.parts = parts;
  }

  List<MailshotEntry> all() throws ProblemException {
    try {
      List<MailshotEntry> entries = new ArrayList<>();
      for (KnownMailshot known : parts.workspace().mailshots().all()) {
        if (Files.isRegularFile(known.path())) {
          entries.add(entry(known));
        }
      }
      entries.sort(
          Comparator.comparing((MailshotEntry entry) -> !needsSomebody(entry.state()))
              .thenComparing(MailshotEntry::changed, Comparator.reverseOrder()));
      return entries;
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  void moveToBin(MailshotId mailshot) throws ProblemException {
    try {
      Optional<KnownMailshot> known = parts.workspace().mailshots().find(mailshot);
      if (known.isEmpty()) {
        return;
      }
      String name = known.get().name();
      try (var lock = parts.workspace().lock(mailshot).orElse(null)) {
        if (lock == null) {
          throw Problems.of(Problem.Kind.BUSY, "bin.busy", name);
        }
        Records records = parts.workspace().records(false);
        Optional<PlanRecord> plan = records.latest(mailshot);
        if (plan.isPresent() && !records.isFinished(mailshot, plan.get().revision())) {
          throw Problems.of(Problem.Kind.DOCUMENT, "bin.unfinished", name);
        }
      }
      if (isOurs(known.get())) {
        move(folder(mailshot), binned(mailshot));
      }
      parts.workspace().settings().put(IN_BIN + mailshot, known.get().path().toString());
      parts.workspace().mailshots().forget(mailshot);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  /// @return where the document is again, or empty where the Bin has no such mailshot
  Optional<Path> restore(MailshotId mailshot) throws ProblemException {
    try {
      String path = parts.workspace().settings().get(IN_BIN + mailshot).orElse("");
      if (path.isEmpty()) {
        return Optional.empty();
      }
      if (Files.isDirectory(binned(mailshot))) {
        move(binned(mailshot), folder(mailshot));
      }
      parts.workspace().settings().put(IN_BIN + mailshot, "");
      return Optional.of(Path.of(path));
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private MailshotEntry entry(KnownMailshot known) throws WorkspaceException {
    Records real = parts.workspace().records(false);
    Optional<PlanRecord> plan = real.latest(known.id());
    if (plan.isPresent()) {
      Counts counts = counts(real, plan.get());
      return entry(known, state(counts), counts, false);
    }
    Records practice = parts.workspace().records(true);
    Optional<PlanRecord> rehearsed = practice.latest(known.id());
    return rehearsed.isPresent()
        ? entry(known, MailshotEntry.State.DRAFT, counts(practice, rehearsed.get()), true)
        : entry(known, MailshotEntry.State.DRAFT, Counts.NONE, false);
  }

  private static Counts counts(Records records, PlanRecord plan) throws WorkspaceException {
    Map<LetterState, Integer> states = records.counts(plan.mailshot(), plan.revision());
    return Reporting.counts(states);
  }

  private static MailshotEntry entry(
      KnownMailshot known, MailshotEntry.State state, Counts counts, boolean practice) {
    return new MailshotEntry(
        known.id(),
        known.path(),
        known.name(),
        known.subject(),
        known.changed(),
        known.people(),
        state,
        counts,
        practice);
  }

  private static MailshotEntry.State state(Counts counts) {
    if (counts.inDoubt() > 0) {
      return MailshotEntry.State.NEEDS_DECISION;
    }
    if (counts.finished()) {
      return MailshotEntry.State.DONE;
    }
    return counts.deferred() > 0 && counts.notYetSent() == 0
        ? MailshotEntry.State.PAUSED
        : MailshotEntry.State.STOPPED;
  }

  private static boolean needsSomebody(MailshotEntry.State state) {
    return switch (state) {
      case STOPPED, PAUSED, NEEDS_DECISION -> true;
      case DRAFT, DONE -> false;
    };
  }

  private boolean isOurs(KnownMailshot known) throws WorkspaceException {
    return known.path().startsWith(folder(known.id()));
  }

  private Path folder(MailshotId mailshot) {
    return parts.workspace().folder().resolve("mailshots").resolve(mailshot.toString());
  }

  private Path binned(MailshotId mailshot) {
    return parts.workspace().folder().resolve("bin").resolve(mailshot.toString());
  }

  private static void move(Path from, Path to) throws ProblemException {
    try {
      Path bin = to.getParent();
      if (bin != null) {
        Files.createDirectories(bin);
      }
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.WORKSPACE, "bin.failed", from.toString());
    }
  }
}
