package org.postroom.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.postroom.address.MailboxKey;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.Dispatcher;
import org.postroom.dispatch.Ledger;
import org.postroom.dispatch.LedgerException;
import org.postroom.dispatch.Reply;
import org.postroom.engine.Sending.Run;
import org.postroom.practice.PracticeServer;
import org.postroom.safety.ClearedPlan;
import org.postroom.workspace.MailshotLock;
import org.postroom.workspace.PlanRecord;
import org.postroom.workspace.Records;
import org.postroom.workspace.SqliteLedger;
import org.postroom.workspace.WorkspaceException;

/// One run of the dispatcher over a recorded plan, to practice or to a server.
final class Transmission {
  private final Parts parts;
  private final AccountSecrets secrets;

  Transmission(Parts parts, AccountSecrets secrets) {
    this.parts = parts;
    this.secrets = secrets;
  }

  DispatchResult run(
      MailshotLock lock, Records records, PlanRecord plan, ClearedPlan cleared, Run run)
      throws WorkspaceException, ProblemException {
    return switch (run.through()) {
      case Through.Practice practice -> {
        Path dir = practice.dir();
        Path folder = dir == null ? parts.workspace().practiceMail(plan.mailshot()) : dir;
        try (PracticeServer server =
            PracticeServer.start(0, folder, parts.clock(), practice.mischief().rule())) {
          SqliteLedger ledger = records.ledger(lock, plan.revision(), "", parts.clock().instant());
          // Practice asks who is suppressed and never writes suppressions or counters.
          yield dispatcher(ledger, Ways.practice(server, run.listener().dialogue()))
              .send(cleared, run.options(), run.stop(), run.listener());
        } catch (IOException e) {
          throw Problems.of(e, Problem.Kind.WORKSPACE, "practice.failed", folder.toString());
        }
      }
      case Through.Server server -> real(lock, records, plan, cleared, run, server);
    };
  }

  private DispatchResult real(
      MailshotLock lock,
      Records records,
      PlanRecord plan,
      ClearedPlan cleared,
      Run run,
      Through.Server server)
      throws WorkspaceException {
    char[] password = new char[0];
    if (server.user() != null) {
      Optional<char[]> found = secrets.password(server);
      if (found.isEmpty()) {
        return new DispatchResult.Paused(
            DispatchResult.Cause.SIGN_IN, Reply.local(Problems.text("send.no-password")));
      }
      password = found.get();
    }
    try {
      Courier courier = Ways.real(server, Ways.copies(password), run.listener().dialogue());
      SqliteLedger ledger =
          records.ledger(
              lock, plan.revision(), AccountSecrets.account(server), parts.clock().instant());
      DispatchListener listener = new Suppressing(parts, cleared.plan(), run.listener());
      // Other mailshots through the same account count for its limits, and so does this one before
      // it was stopped.
      DispatchOptions options =
          run.options().through(Ways.connections(server)).after(before(server));
      return dispatcher(ledger, courier).send(cleared, options, run.stop(), listener);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /// When letters left through it in the last 24 hours, the oldest first.
  List<Instant> before(Through through) throws WorkspaceException {
    return switch (through) {
      case Through.Practice _ -> List.of();
      case Through.Server server ->
          parts
              .workspace()
              .counters()
              .lettersOfLastDay(AccountSecrets.account(server), parts.clock().instant());
    };
  }

  private Dispatcher dispatcher(Ledger ledger, Courier courier) {
    return new Dispatcher(
        ledger,
        courier,
        parts.clock(),
        parts.zone(),
        this::isSuppressed,
        parts.waiting(),
        new SplittableRandom());
  }

  /// Asked anew for each letter: somebody may have asked to be left out a moment ago.
  private boolean isSuppressed(MailboxKey person) throws LedgerException {
    try {
      return parts.workspace().suppressions().contains(person);
    } catch (WorkspaceException e) {
      throw new LedgerException(e.happened(), e);
    }
  }
}
