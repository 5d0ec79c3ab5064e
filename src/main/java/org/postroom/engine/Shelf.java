package org.postroom.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postroom.dispatch.LetterState;
import org.postroom.files.Bin;
import org.postroom.files.VersionFolder;
import org.postroom.message.MailshotId;
import org.postroom.workspace.KnownMailshot;
import org.postroom.workspace.PlanRecord;
import org.postroom.workspace.Records;
import org.postroom.workspace.WorkspaceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The mailshots that this workspace knows, and its Bin. Files outside the workspace are never
/// moved: putting such a mailshot into the Bin only takes it off the shelf.
final class Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
  private final Parts parts;

  /// Once in each run of the program is often enough.
  private final AtomicBoolean emptied = new AtomicBoolean();

  private final Held held;

  Shelf(Parts parts, Held held) {
    this.parts = parts;
    this.held = held;
  }

  List<MailshotEntry> all() throws ProblemException {
    if (!emptied.getAndSet(true)) {
      try {
        empty();
      } catch (ProblemException e) {
        // The mailshots are shown nevertheless; the page of the Bin tells what is wrong with it.
        LOG.warn("The Bin could not be emptied", e);
      }
    }
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
      new Bin(parts.workspace()).put(known.get(), parts.clock().instant());
      parts.workspace().mailshots().forget(mailshot);
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.WORKSPACE, "bin.failed");
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  /// Nothing happens where the Bin has no such mailshot.
  void restore(MailshotId mailshot) throws ProblemException {
    try {
      Optional<KnownMailshot> known = new Bin(parts.workspace()).restore(mailshot);
      if (known.isPresent()) {
        parts.workspace().mailshots().remember(known.get());
      }
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.WORKSPACE, "bin.failed");
    }
  }

  /// What can be brought back, the latest first.
  List<BinnedMailshot> bin() throws ProblemException {
    try {
      empty();
      Bin bin = new Bin(parts.workspace());
      Map<MailshotId, Instant> times = bin.times();
      return bin.mailshots().stream()
          .map(
              known ->
                  new BinnedMailshot(
                      known.id(),
                      known.name(),
                      known.subject(),
                      known.people(),
                      times.getOrDefault(known.id(), parts.clock().instant()).plus(Bin.KEPT)))
          .toList();
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.WORKSPACE, "bin.failed");
    }
  }

  /// What has lain in the Bin for 30 days is deleted for good, with its versions; the ledger keeps
  /// what was sent.
  void empty() throws ProblemException {
    try {
      for (MailshotId gone : new Bin(parts.workspace()).empty(parts.clock().instant())) {
        // The same mailshot may have been opened again from its own place since.
        if (parts.workspace().mailshots().find(gone).isEmpty()) {
          VersionFolder.delete(parts.workspace().history(gone));
        }
      }
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.WORKSPACE, "bin.failed");
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private MailshotEntry entry(KnownMailshot known) throws WorkspaceException {
    Records real = parts.workspace().records(false);
    Optional<PlanRecord> plan = real.latest(known.id());
    if (plan.isPresent()) {
      Counts counts = counts(real, plan.get());
      Optional<Instant> until = held.until(known.id());
      Optional<Instant> leaves =
          until.isPresent()
              ? until
              : nothingLeft(counts)
                  ? real.departures().of(known.id(), plan.get().revision())
                  : Optional.empty();
      return entry(
              known, until.isPresent() ? MailshotEntry.State.HELD : state(counts), counts, false)
          .leaving(leaves.orElse(null));
    }
    Records practice = parts.workspace().records(true);
    Optional<PlanRecord> rehearsed = practice.latest(known.id());
    return rehearsed.isPresent()
        ? entry(known, MailshotEntry.State.DRAFT, counts(practice, rehearsed.get()), true)
        : entry(known, MailshotEntry.State.DRAFT, Counts.NONE, false);
  }

  private static boolean nothingLeft(Counts counts) {
    return counts.notYetSent() > 0 && counts.notYetSent() == counts.planned() - counts.withdrawn();
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
        practice,
        null);
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
      case HELD, STOPPED, PAUSED, NEEDS_DECISION -> true;
      case DRAFT, DONE -> false;
    };
  }
}
