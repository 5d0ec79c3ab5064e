package org.postroom.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection's work: one letter after the other, and where the session pipelines the next one
/// announced with the end of each. The outcome of a letter, that the next one's dot is about to
/// leave, and that a third is announced are written to the ledger in one go.
final class Lane {
  /// A letter that may leave.
  ///
  /// @param claimed true where the ledger knows of it
  private record Job(Turn turn, LetterWork.Prepared letter, boolean claimed) {}

  private final Desk desk;
  private final LetterWork work;
  private final Line line;
  private final DispatchListener listener;

  /// In the ledger before the next dot leaves, and before any wait.
  private final List<LedgerEntry> unwritten = new ArrayList<>();

  /// Outcomes that could not be written.
  private final List<LedgerEntry> unsaid = new ArrayList<>();

  /// To be sent first, composed anew.
  private final Deque<Turn> again = new ArrayDeque<>();

  /// To be sent before those: the session expects it.
  private @Nullable Job announced;

  Lane(Desk desk, LetterWork work, Line line, DispatchListener listener) {
    this.desk = desk;
    this.work = work;
    this.line = line;
    this.listener = listener;
  }

  /// Until there is nothing left for this connection.
  void run() {
    Optional<DispatchResult> because = Optional.empty();
    try (line) {
      because = letters();
      write();
      sayAgain();
    } catch (LedgerException e) {
      desk.end(ledgerFault(e));
      sayAgain();
    } catch (RuntimeException | Error e) {
      // A fault of ours: nobody else begins another letter, and whoever started the run is told.
      desk.end(new DispatchResult.Stopped());
      throw e;
    } finally {
      giveBack();
      desk.laneEnds(line, because);
    }
  }

  /// What a server answered is known, whatever the disk did a moment ago: said once more, by
  /// itself, it keeps a letter out of doubt.
  private void sayAgain() {
    List<LedgerEntry> open = unsaid.stream().filter(work::isOpen).toList();
    unsaid.clear();
    if (open.isEmpty()) {
      return;
    }
    try {
      work.write(open);
    } catch (LedgerException e) {
      // These letters stand in doubt.
      desk.end(ledgerFault(e));
    }
  }

  private void giveBack() {
    Job next = announced;
    if (next != null) {
      again.addLast(next.turn());
    }
    while (!again.isEmpty()) {
      desk.back(again.removeLast());
    }
  }

  /// @return why this connection is given up while others may go on; empty where it is not needed
  ///   any more
  private Optional<DispatchResult> letters() throws LedgerException {
    while (true) {
      Job job = announced == null ? take() : announced;
      announced = null;
      if (job == null) {
        return Optional.empty();
      }
      Optional<DispatchResult> because =
          switch (line.ready()) {
            case Line.Ready.Session(Courier.Session open) -> transmit(job, open);
            case Line.Ready.Ended(DispatchResult result) -> {
              again.addFirst(job.turn());
              yield givenUp(result);
            }
          };
      if (because.isPresent()) {
        return because;
      }
    }
  }

  /// The next letter; waits for it. Null where there is none for this connection.
  private @Nullable Job take() throws LedgerException {
    while (true) {
      Turn turn = again.isEmpty() ? desk.ahead(line) : again.removeFirst();
      if (turn == null) {
        write();
        turn = desk.await(line);
      }
      if (turn == null) {
        return null;
      }
      Job job = prepared(turn);
      if (job != null) {
        return job;
      }
    }
  }

  /// The next letter where one may leave at once.
  private @Nullable Job ahead() throws LedgerException {
    for (Turn turn = desk.ahead(line); turn != null; turn = desk.ahead(line)) {
      Job job = prepared(turn);
      if (job != null) {
        return new Job(turn, job.letter(), true);
      }
    }
    return null;
  }

  /// Null where it is not to be sent.
  private @Nullable Job prepared(Turn turn) throws LedgerException {
    return switch (work.prepare(turn.index())) {
      case LetterWork.Preparation.Ready(LetterWork.Prepared letter) -> new Job(turn, letter, false);
      case LetterWork.Preparation.Withdrawn _ -> {
        desk.withdrawn(turn);
        yield null;
      }
      case LetterWork.Preparation.Ended(DispatchResult result) -> {
        desk.back(turn);
        desk.end(result);
        yield null;
      }
    };
  }

  /// @return why this connection is given up, or empty to go on
  private Optional<DispatchResult> transmit(Job job, Courier.Session session)
      throws LedgerException {
    if (!job.claimed()) {
      if (work.isStopped()) {
        again.addFirst(job.turn());
        return givenUp(new DispatchResult.Stopped());
      }
      unwritten.add(work.claim(job.letter()));
      write();
    }
    Commit commit = new Commit(job, session);
    Courier.Delivery delivery = session.deliver(job.letter().parcel(), commit);
    announced = commit.next;
    if (!session.remark().isEmpty()) {
      listener.remarked(session.remark());
    }
    Optional<DispatchResult> because =
        switch (delivery) {
          case Courier.Delivery.HeldBack _ -> {
            again.addFirst(job.turn());
            LedgerException fault = commit.fault;
            yield givenUp(fault == null ? new DispatchResult.Stopped() : ledgerFault(fault));
          }
          case Courier.Delivery.Done done ->
              isLostBeforeTheDot(done.outcome())
                  ? lost(job, done, commit.committed)
                  : settle(job, done, commit.committed);
        };
    keepOrWithdrawAnnouncement(session);
    return because;
  }

  /// What was announced was announced to one connection; and it is not sent where Stop, a pause or
  /// the run's end came meanwhile.
  private void keepOrWithdrawAnnouncement(Courier.Session session) {
    Job next = announced;
    if (next == null || (session.usable() && !desk.isAgainstGoingOn())) {
      return;
    }
    announced = null;
    again.addLast(next.turn());
    line.hangUp();
  }

  private Optional<DispatchResult> givenUp(DispatchResult result) {
    boolean othersMayGoOn =
        result instanceof DispatchResult.Paused(DispatchResult.Cause cause, Reply _)
            && (cause == DispatchResult.Cause.UNREACHABLE
                || cause == DispatchResult.Cause.REFUSED_BY_SERVER);
    if (!othersMayGoOn) {
      desk.end(result);
    }
    return Optional.of(result);
  }

  /// The letter is not to blame and cannot have arrived: it goes again at once.
  private static boolean isLostBeforeTheDot(DeliveryOutcome outcome) {
    return outcome instanceof DeliveryOutcome.Deferred(Reply reply)
        && ReplyClass.of(reply) == ReplyClass.NO_REPLY;
  }

  private Optional<DispatchResult> lost(Job job, Courier.Delivery.Done done, boolean committed)
      throws LedgerException {
    again.addFirst(job.turn());
    if (committed) {
      // The ledger says that the dot was about to leave; it did not.
      unwritten.add(work.outcome(job.letter(), done.outcome(), List.of()));
    }
    return lost(DispatchResult.Cause.UNREACHABLE, reply(done.outcome()));
  }

  private Optional<DispatchResult> lost(DispatchResult.Cause cause, Reply reply)
      throws LedgerException {
    write();
    return line.lost(cause, reply).flatMap(this::givenUp);
  }

  private Optional<DispatchResult> settle(Job job, Courier.Delivery.Done done, boolean committed)
      throws LedgerException {
    DeliveryOutcome outcome = done.outcome();
    Reply reply = reply(outcome);
    String domain = job.letter().parcel().rcptTo().getFirst().domain();
    if (!desk.settled(job.turn(), outcome, reply, domain)) {
      if (committed) {
        record(job, new DeliveryOutcome.Deferred(reply), done);
      }
      return Optional.empty();
    }
    record(job, outcome, done);
    if (outcome instanceof DeliveryOutcome.InDoubt) {
      return lost(DispatchResult.Cause.UNREACHABLE, reply);
    }
    if (reply.code() == 421) {
      return lost(DispatchResult.Cause.REFUSED_BY_SERVER, reply);
    }
    line.served();
    return Optional.empty();
  }

  private void record(Job job, DeliveryOutcome outcome, Courier.Delivery.Done done) {
    unwritten.add(work.outcome(job.letter(), outcome, done.refusedRecipients()));
    listener.settled(job.turn().index(), outcome);
  }

  /// Where it fails nothing of it counts.
  private void write() throws LedgerException {
    if (unwritten.isEmpty()) {
      return;
    }
    List<LedgerEntry> entries = List.copyOf(unwritten);
    unwritten.clear();
    try {
      work.write(entries);
    } catch (LedgerException e) {
      entries.stream().filter(LedgerEntry.Outcome.class::isInstance).forEach(unsaid::add);
      throw e;
    }
  }

  private static Reply reply(DeliveryOutcome outcome) {
    return switch (outcome) {
      case DeliveryOutcome.Accepted(Reply reply) -> reply;
      case DeliveryOutcome.Deferred(Reply reply) -> reply;
      case DeliveryOutcome.Refused(Reply reply) -> reply;
      case DeliveryOutcome.InDoubt(String what) -> new Reply(Phase.FINAL_DOT, 0, "", what);
    };
  }

  private static DispatchResult ledgerFault(LedgerException fault) {
    return new DispatchResult.Paused(
        DispatchResult.Cause.LEDGER,
        DispatchTexts.reply("ledger", String.valueOf(fault.getMessage())));
  }

  /// The gate before the final dot: not after Stop, and not unless the ledger has it (rule S2).
  private final class Commit implements Courier.Gate {
    private final Job job;
    private final Courier.Session session;
    private boolean committed;
    private @Nullable Job next;
    private @Nullable LedgerException fault;

    Commit(Job job, Courier.Session session) {
      this.job = job;
      this.session = session;
    }

    @Override
    public boolean mayCommit() {
      if (work.isStopped()) {
        return false;
      }
      try {
        next = session.pipelines() && again.isEmpty() ? ahead() : null;
        unwritten.add(work.committing(job.letter()));
        if (next != null) {
          unwritten.add(work.claim(next.letter()));
        }
        write();
        committed = true;
        return true;
      } catch (LedgerException e) {
        fault = e;
        return false;
      }
    }

    @Override
    public Courier.@Nullable Parcel next() {
      return next == null ? null : next.letter().parcel();
    }
  }
}
