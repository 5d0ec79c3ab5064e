package org.postroom.engine;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postroom.composition.ComposedLetter;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.Forecast;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.StopSignal;
import org.postroom.dispatch.Term;
import org.postroom.document.DocumentReader;
import org.postroom.document.DocumentReading;
import org.postroom.document.DocumentWriter;
import org.postroom.files.DiskFiles;
import org.postroom.files.FrozenFiles;
import org.postroom.files.Outbox;
import org.postroom.finding.Acknowledgement;
import org.postroom.message.BlobChangedException;
import org.postroom.message.Delivery;
import org.postroom.plan.DispatchPlan;
import org.postroom.safety.Clearance;
import org.postroom.safety.ClearedPlan;
import org.postroom.safety.Clearing;
import org.postroom.safety.SafetyReview;
import org.postroom.safety.Said;
import org.postroom.safety.SendWay;
import org.postroom.workspace.MailshotLock;
import org.postroom.workspace.PlanRecord;
import org.postroom.workspace.PlannedLetter;
import org.postroom.workspace.Records;
import org.postroom.workspace.WorkspaceException;

/// Clears, freezes, records, sends; and goes on where that was left. What is sent are always the
/// frozen letters, composed again and compared with what was cleared, so that going on later needs
/// nothing that may have changed meanwhile.
final class Sending {
  private static final String OVER_DAILY = "limit.over-daily";

  private final Parts parts;
  private final Importer importer;
  private final Drafting drafting;
  private final Settled settled;
  private final Transmission transmission;
  private final Held held;
  private final Looking looking;

  Sending(
      Parts parts,
      Importer importer,
      Drafting drafting,
      Settled settled,
      Transmission transmission,
      Held held) {
    this.parts = parts;
    this.importer = importer;
    this.drafting = drafting;
    this.settled = settled;
    this.transmission = transmission;
    this.held = held;
    this.looking = new Looking(parts);
  }

  /// What one run is done with.
  record Run(Through through, DispatchOptions options, StopSignal stop, DispatchListener listener) {
    Run within(Term term) {
      return new Run(through, options.within(term), stop, listener);
    }
  }

  SendEnd send(
      PlannedDraft draft,
      SafetyReview.Reviewed reviewed,
      int confirmed,
      List<Acknowledgement> acknowledgements,
      Run run)
      throws ProblemException {
    boolean practice = run.through() instanceof Through.Practice;
    try (MailshotLock lock = Locks.take(parts, draft.file())) {
      Records records = parts.workspace().records(practice);
      requireFinished(records, draft);
      Clearing clearing = reviewed.clear(acknowledgements);
      if (clearing instanceof Clearing.Open open && !open.blocks().isEmpty()) {
        return new SendEnd.NotCleared(open.blocks(), open.unconfirmed());
      }
      if (confirmed != draft.people()) {
        return new SendEnd.WrongCount(confirmed, draft.people());
      }
      return switch (clearing) {
        case Clearing.Open open -> new SendEnd.NotCleared(open.blocks(), open.unconfirmed());
        case Clearing.Changed _ -> throw Problems.of(Problem.Kind.UNCONFIRMED, "send.changed");
        case Clearing.Cleared(ClearedPlan plan) -> {
          Run told = lasting(run, plan.plan().size(), plan.clearance());
          requireFits(told, plan.plan().size(), plan.clearance().acknowledgements());
          records.departures().put(lock, draft.revision(), told.options().term().notBefore());
          looking.keep(records, draft);
          PlanRecord record = freezeAndRecord(lock, records, draft, plan, practice);
          yield transmit(lock, records, record, frozen(records, record, practice), told);
        }
      };
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  SendEnd resume(MailshotFile file, boolean asCleared, Run run) throws ProblemException {
    boolean practice = run.through() instanceof Through.Practice;
    try (MailshotLock lock = Locks.take(parts, file)) {
      Records records = parts.workspace().records(practice);
      Optional<PlanRecord> latest = records.latest(file.id());
      if (latest.isEmpty()) {
        throw Problems.of(Problem.Kind.DOCUMENT, "resume.never-sent", Documents.name(file));
      }
      PlanRecord plan = latest.get();
      // What a process that ended left half-way is settled first.
      records.ledger(lock, plan.revision(), "", parts.clock().instant());
      Counts counts = Reporting.counts(records.counts(file.id(), plan.revision()));
      if (counts.notYetSent() + counts.deferred() == 0) {
        settled.tidy(records, plan, practice);
        return new SendEnd.Ran(
            new DispatchResult.Completed(), Reporting.report(records, plan, practice));
      }
      List<String> changes =
          new ArrayList<>(Ingredients.now(file).changesSince(Ingredients.read(plan.inputs())));
      AccountChange.since(clearance(records, plan), run.through()).ifPresent(changes::add);
      if (!changes.isEmpty() && !asCleared) {
        return new SendEnd.ChangedSince(changes);
      }
      Run told =
          lasting(scheduled(lock, run, records, plan), counts.planned(), clearance(records, plan));
      return transmit(lock, records, plan, frozen(records, plan, practice), told);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private SendEnd transmit(
      MailshotLock lock, Records records, PlanRecord plan, ClearedPlan cleared, Run run)
      throws WorkspaceException, ProblemException {
    boolean practice = run.through() instanceof Through.Practice;
    DispatchResult result;
    try {
      DispatchListener hearing = held.hearing(plan.mailshot(), run.listener());
      result =
          transmission.run(
              lock,
              records,
              plan,
              cleared,
              new Run(run.through(), run.options(), run.stop(), hearing));
    } finally {
      held.over(plan.mailshot());
    }
    settled.tidy(records, plan, practice);
    return new SendEnd.Ran(result, Reporting.report(records, plan, practice));
  }

  /// Going on before the time that was chosen waits for it; another time takes its place.
  private static Run scheduled(MailshotLock lock, Run run, Records records, PlanRecord plan)
      throws WorkspaceException {
    Term term = run.options().term();
    if (term.notBefore() != null) {
      records.departures().put(lock, plan.revision(), term.notBefore());
      return run;
    }
    Instant chosen = records.departures().of(plan.mailshot(), plan.revision()).orElse(null);
    return run.within(new Term(chosen, term.lasts()));
  }

  /// When they would leave if they began now, and whether the clearance would be good for so long.
  Forecast forecast(
      Through through, int letters, List<Acknowledgement> acknowledgements, DispatchOptions options)
      throws WorkspaceException {
    List<Instant> before = transmission.before(through);
    Term term = options.term().lasting(lasts(letters + before.size(), acknowledgements, options));
    return Forecast.of(
        letters, options.after(before).within(term), parts.clock().instant(), parts.zone());
  }

  /// A clearance is good for a day from the first letter on; where somebody confirmed that it takes
  /// more days than one, for so many.
  private static Duration lasts(
      int letters, List<Acknowledgement> acknowledgements, DispatchOptions options) {
    int perDay = options.pace().perDay();
    boolean confirmed =
        acknowledgements.stream().anyMatch(each -> each.finding().equals(OVER_DAILY));
    return Duration.ofDays(
        confirmed && perDay > 0 ? Math.max(1, (letters + perDay - 1L) / perDay) : 1);
  }

  private Run lasting(Run run, int letters, Clearance clearance) throws WorkspaceException {
    int before = transmission.before(run.through()).size();
    return run.within(
        run.options()
            .term()
            .lasting(lasts(letters + before, clearance.acknowledgements(), run.options())));
  }

  /// What cannot leave while the clearance is good is not begun.
  private void requireFits(Run run, int letters, List<Acknowledgement> acknowledgements)
      throws WorkspaceException, ProblemException {
    Forecast forecast = forecast(run.through(), letters, acknowledgements, run.options());
    if (!forecast.fits()) {
      DateTimeFormatter when =
          DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(parts.zone());
      throw Problems.of(
          Problem.Kind.UNCONFIRMED,
          "send.cannot-finish",
          letters,
          when.format(forecast.done()),
          when.format(forecast.expires()));
    }
  }

  /// A new plan only after the one before is settled, and only for the revision that was reviewed.
  private static void requireFinished(Records records, PlannedDraft draft)
      throws WorkspaceException, ProblemException {
    Optional<PlanRecord> latest = records.latest(draft.file().id());
    if (latest.isEmpty()) {
      return;
    }
    int revision = latest.get().revision();
    if (!records.isFinished(draft.file().id(), revision)) {
      Map<LetterState, Integer> states = records.counts(draft.file().id(), revision);
      Counts counts = Reporting.counts(states);
      String key =
          counts.notYetSent() + counts.deferred() > 0 ? "send.unfinished" : "send.in-doubt";
      throw Problems.of(
          Problem.Kind.DOCUMENT,
          key,
          Documents.name(draft.file()),
          counts.notYetSent() + counts.deferred(),
          counts.inDoubt());
    }
    if (revision + 1 != draft.revision()) {
      throw Problems.of(Problem.Kind.BUSY, "send.meanwhile", Documents.name(draft.file()));
    }
  }

  private PlanRecord freezeAndRecord(
      MailshotLock lock, Records records, PlannedDraft draft, ClearedPlan cleared, boolean practice)
      throws WorkspaceException, ProblemException {
    MailshotFile file = draft.file();
    if (!(draft.files() instanceof DiskFiles files)) {
      throw new IllegalArgumentException("a draft is read from the disk");
    }
    byte[] document = DocumentWriter.write(Documents.withId(file.document(), file.id().value()));
    try {
      new Outbox(parts.workspace(), practice).freeze(file.id(), draft.revision(), document, files);
    } catch (BlobChangedException e) {
      throw Problems.of(e, Problem.Kind.FILE, "file.changed", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.WORKSPACE, "send.not-frozen");
    }
    DispatchPlan plan = cleared.plan();
    PlanRecord record =
        new PlanRecord(
            file.id(),
            draft.revision(),
            draft.mailshot().name(),
            draft.mailshot().delivery() == Delivery.BLIND_COPY,
            plan.size(),
            draft.people(),
            draft.list().leftOut().size(),
            Ingredients.now(file).text(),
            parts.clock().instant(),
            importer.planned(file, draft.list()));
    records.sayings().keep(lock, draft.revision(), Said.by(draft.mailshot()));
    records.record(lock, record, cleared.clearance(), letters(cleared));
    return record;
  }

  private static List<PlannedLetter> letters(ClearedPlan cleared) {
    DispatchPlan plan = cleared.plan();
    List<PlannedLetter> letters = new ArrayList<>(plan.size());
    for (int i = 0; i < plan.size(); i++) {
      ComposedLetter composed = cleared.composer().compose(plan.id(i), plan.letter(i));
      letters.add(
          new PlannedLetter(
              cleared.digest(i),
              plan.people(i).stream()
                  .map(
                      person ->
                          new PlannedLetter.Person(
                              person.at().row(),
                              person.mailbox().address(),
                              person.mailbox().displayName(),
                              composed.contentDigest()))
                  .toList()));
    }
    return letters;
  }

  /// The letters as they were frozen: exactly those that were cleared, or nothing is sent.
  private ClearedPlan frozen(Records records, PlanRecord plan, boolean practice)
      throws WorkspaceException, ProblemException {
    Clearance clearance = clearance(records, plan);
    try {
      FrozenFiles files =
          new Outbox(parts.workspace(), practice)
              .open(plan.mailshot(), plan.revision())
              .orElseThrow(() -> Problems.of(Problem.Kind.WORKSPACE, "resume.damaged"));
      SendWay way = clearance.way();
      PlannedDraft draft =
          drafting.frozen(
              document(plan, files),
              files,
              way,
              plan.revision(),
              records.people(plan.mailshot(), plan.revision()),
              WorkProgress.NONE);
      if (draft.plan().isPresent()
          && SafetyReview.again(draft.plan().get(), draft.composer(), clearance)
              instanceof Clearing.Cleared(ClearedPlan cleared)) {
        return cleared;
      }
      throw Problems.of(Problem.Kind.UNCONFIRMED, "resume.not-the-same");
    } catch (IOException | BlobChangedException e) {
      throw Problems.of(e, Problem.Kind.WORKSPACE, "resume.damaged");
    }
  }

  private static Clearance clearance(Records records, PlanRecord plan)
      throws WorkspaceException, ProblemException {
    return records
        .clearance(plan.mailshot(), plan.revision())
        .orElseThrow(() -> Problems.of(Problem.Kind.WORKSPACE, "resume.damaged"));
  }

  private MailshotFile document(PlanRecord plan, FrozenFiles files)
      throws IOException, ProblemException {
    if (DocumentReader.read(files.document()) instanceof DocumentReading.Read read) {
      return new MailshotFile(
          parts.workspace().folder().resolve("outbox").resolve("frozen.mailshot"),
          read.document(),
          plan.mailshot());
    }
    throw Problems.of(Problem.Kind.WORKSPACE, "resume.damaged");
  }
}
