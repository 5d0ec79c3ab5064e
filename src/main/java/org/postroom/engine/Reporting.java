package org.postroom.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.dispatch.LetterState;
import org.postroom.files.DurableFiles;
import org.postroom.finding.Acknowledgement;
import org.postroom.safety.Clearance;
import org.postroom.workspace.MailshotLock;
import org.postroom.workspace.PersonRecord;
import org.postroom.workspace.PlanRecord;
import org.postroom.workspace.PlannedList;
import org.postroom.workspace.Records;
import org.postroom.workspace.WorkspaceException;

/// What the ledger says, and what a person decides about letters in doubt.
final class Reporting {
  private final Parts parts;
  private final Settled settled;

  Reporting(Parts parts, Settled settled) {
    this.parts = parts;
    this.settled = settled;
  }

  Optional<Report> report(MailshotFile file, boolean practice) throws ProblemException {
    try {
      Records records = parts.workspace().records(practice);
      Optional<PlanRecord> latest = records.latest(file.id());
      return latest.isEmpty()
          ? Optional.empty()
          : Optional.of(report(records, latest.get(), practice));
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  static Report report(Records records, PlanRecord plan, boolean practice)
      throws WorkspaceException {
    List<Acknowledgement> acknowledged =
        records
            .clearance(plan.mailshot(), plan.revision())
            .map(Clearance::acknowledgements)
            .orElse(List.of());
    return new Report(
        plan.mailshot(),
        plan.name(),
        plan.revision(),
        practice,
        counts(records.counts(plan.mailshot(), plan.revision())),
        plan.leftOut(),
        records.people(plan.mailshot(), plan.revision()).stream().map(Reporting::person).toList(),
        acknowledged,
        records.headHash(),
        list(plan.list()));
  }

  private static Report.@Nullable SentList list(@Nullable PlannedList list) {
    return list == null
        ? null
        : new Report.SentList(
            list.fileName(),
            list.sheet(),
            list.sha256(),
            list.importedAt(),
            list.importedBy(),
            list.basis());
  }

  static Counts counts(Map<LetterState, Integer> states) {
    Map<LetterState, Integer> n = new EnumMap<>(LetterState.class);
    n.putAll(states);
    int accepted = n.getOrDefault(LetterState.ACCEPTED, 0);
    int deferred = n.getOrDefault(LetterState.DEFERRED, 0);
    int refused = n.getOrDefault(LetterState.REFUSED, 0);
    int inDoubt =
        n.getOrDefault(LetterState.IN_DOUBT, 0) + n.getOrDefault(LetterState.COMMITTING, 0);
    int notYet = n.getOrDefault(LetterState.PLANNED, 0) + n.getOrDefault(LetterState.CLAIMED, 0);
    int withdrawn = n.getOrDefault(LetterState.WITHDRAWN, 0);
    return new Counts(
        accepted + deferred + refused + inDoubt + notYet + withdrawn,
        accepted,
        deferred,
        refused,
        inDoubt,
        notYet,
        withdrawn);
  }

  void export(Report report, Path csv) throws ProblemException {
    try {
      DurableFiles.write(csv, ReportCsv.bytes(report));
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.FILE, "save.failed", csv.toString());
    }
  }

  void decide(
      MailshotFile file,
      boolean practice,
      String address,
      Postroom.Decision decision,
      String reason)
      throws ProblemException {
    if (!(AddressReader.read(address) instanceof AddressReading.One one)) {
      throw Problems.of(Problem.Kind.DOCUMENT, "decide.no-address", address);
    }
    try (MailshotLock lock = Locks.take(parts, file)) {
      Records records = parts.workspace().records(practice);
      PlanRecord plan =
          records
              .latest(file.id())
              .orElseThrow(() -> Problems.of(Problem.Kind.DOCUMENT, "decide.never-sent", address));
      // What a process that ended was committing is in doubt from here on.
      records.ledger(lock, plan.revision(), "", parts.clock().instant());
      Records.Decided decided =
          records.decide(
              lock,
              plan.revision(),
              one.mailbox().key(),
              switch (decision) {
                case COUNT_AS_ACCEPTED -> Records.Decision.COUNT_AS_ACCEPTED;
                case SEND_AGAIN -> Records.Decision.SEND_AGAIN;
              },
              reason,
              parts.clock().instant());
      switch (decided) {
        case Records.Decided.Settled _ -> settled.tidy(records, plan, practice);
        case Records.Decided.NotInDoubt(LetterState state) ->
            throw Problems.of(Problem.Kind.DOCUMENT, "decide.not-in-doubt", address, state.code());
        case Records.Decided.NobodyThere() ->
            throw Problems.of(Problem.Kind.DOCUMENT, "decide.nobody", address);
      }
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  void end(MailshotFile file, boolean practice, String reason) throws ProblemException {
    try (MailshotLock lock = Locks.take(parts, file)) {
      Records records = parts.workspace().records(practice);
      Optional<PlanRecord> plan = records.latest(file.id());
      if (plan.isPresent()) {
        records.ledger(lock, plan.get().revision(), "", parts.clock().instant());
        records.withdrawRest(lock, plan.get().revision(), reason, parts.clock().instant());
        settled.tidy(records, plan.get(), practice);
      }
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private static Report.PersonOutcome person(PersonRecord person) {
    return new Report.PersonOutcome(
        person.row(),
        person.address(),
        person.name(),
        person.state(),
        person.messageId(),
        person.reply(),
        person.at(),
        person.sha256(),
        person.letterDigest(),
        person.envelope());
  }
}
