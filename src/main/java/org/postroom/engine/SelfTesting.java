package org.postroom.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.Dialogue;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.LedgerException;
import org.postroom.dispatch.Reply;
import org.postroom.dispatch.SelfTest;
import org.postroom.dispatch.StopSignal;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.message.Letter;
import org.postroom.plan.ChosenLetters;
import org.postroom.plan.DispatchPlan;
import org.postroom.plan.LetterId;
import org.postroom.practice.PracticeServer;
import org.postroom.recipients.Recipient;
import org.postroom.safety.ReviewProgress;
import org.postroom.workspace.MailshotLock;
import org.postroom.workspace.WorkspaceException;

/// Sends chosen letters to the sender, so that they can be looked at where they arrive. It needs no
/// clearance, because nobody else gets anything; what blocks one of these letters blocks it here,
/// too. Nothing of it stands in the ledger.
final class SelfTesting {
  /// Blocks that are about the mailshot as a whole, or about a draft: a test is how one looks at
  /// it.
  private static final Set<String> OF_THE_MAILSHOT =
      Set.of(
          "draft.mark",
          "newsletter.no-postal-address",
          "newsletter.no-unsubscribe",
          "send.same-content-again");

  private final Parts parts;
  private final Reviewing reviewing;
  private final AccountSecrets secrets;

  SelfTesting(Parts parts, Reviewing reviewing, AccountSecrets secrets) {
    this.parts = parts;
    this.reviewing = reviewing;
    this.secrets = secrets;
  }

  TestEnd test(
      PlannedDraft draft,
      List<Integer> letters,
      Through through,
      StopSignal stop,
      DispatchListener listener)
      throws ProblemException {
    List<Finding> blocks = blocks(draft, letters);
    if (!blocks.isEmpty()) {
      return new TestEnd.Blocked(blocks);
    }
    DispatchPlan plan = draft.plan().orElseThrow();
    List<SelfTest.Test> tests = new ArrayList<>();
    Instant now = parts.clock().instant();
    for (int index : letters) {
      tests.add(
          new SelfTest.Test(
              index,
              // Another one each time: mail programs show two messages of one id once.
              new LetterId(plan.mailshot().id(), plan.revision(), "test " + now + " " + index),
              marked(plan, index)));
    }
    try {
      SelfTest.End end =
          switch (through) {
            case Through.Practice practice -> practice(draft, practice, tests, stop, listener);
            case Through.Server server -> real(draft, server, tests, stop, listener);
          };
      return new TestEnd.Ran(
          plan.mailshot().from().mailbox().address().wire(),
          end.result(),
          end.letters().stream()
              .map(
                  sent ->
                      new TestEnd.Tested(
                          sent.index(),
                          LookAlikes.subject(marked(plan, sent.index())),
                          sent.outcome()))
              .toList());
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  /// What stands against the chosen letters alone.
  private List<Finding> blocks(PlannedDraft draft, List<Integer> letters) throws ProblemException {
    if (draft.plan().isEmpty()) {
      return draft.findings().stream()
          .filter(finding -> finding.severity() == Severity.BLOCK)
          .toList();
    }
    PlannedDraft chosen = draft.of(new ChosenLetters(draft.plan().get(), letters));
    return reviewing.review(chosen, ReviewProgress.NONE).review().findings().stream()
        .filter(finding -> finding.severity() == Severity.BLOCK)
        .filter(finding -> !OF_THE_MAILSHOT.contains(finding.id()))
        .toList();
  }

  private static Letter.ToMyself marked(DispatchPlan plan, int index) {
    Letter letter = plan.letter(index);
    Recipient first = plan.people(index).getFirst();
    String mark =
        switch (letter) {
          case Letter.Personal personal -> {
            String name = personal.recipient().mailbox().displayName();
            yield name.isBlank()
                ? Problems.text("test.mark.row", first.at().row())
                : Problems.text("test.mark", name);
          }
          case Letter.BlindCopy _, Letter.ToMyself _ -> Problems.text("test.mark.all");
        };
    return new Letter.ToMyself(letter, mark);
  }

  private SelfTest.End practice(
      PlannedDraft draft,
      Through.Practice practice,
      List<SelfTest.Test> tests,
      StopSignal stop,
      DispatchListener listener)
      throws WorkspaceException, ProblemException {
    Path dir = practice.dir();
    Path folder = dir == null ? parts.workspace().practiceMail(draft.file().id()) : dir;
    // Two servers that number into one folder would write over each other.
    try (MailshotLock _ = Locks.take(parts, draft.file());
        PracticeServer server =
            PracticeServer.start(0, folder, parts.clock(), practice.mischief().rule())) {
      return sender(draft, Ways.practice(server, Dialogue.NONE), _ -> {})
          .send(draft.mailshot(), tests, options(practice), stop, listener);
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.WORKSPACE, "practice.failed", folder.toString());
    }
  }

  private SelfTest.End real(
      PlannedDraft draft,
      Through.Server server,
      List<SelfTest.Test> tests,
      StopSignal stop,
      DispatchListener listener)
      throws WorkspaceException {
    char[] password = new char[0];
    if (server.user() != null) {
      Optional<char[]> found = secrets.password(server);
      if (found.isEmpty()) {
        return new SelfTest.End(
            new DispatchResult.Paused(
                DispatchResult.Cause.SIGN_IN, Reply.local(Problems.text("send.no-password"))),
            List.of());
      }
      password = found.get();
    }
    try {
      String account = AccountSecrets.account(server);
      DispatchOptions options =
          options(server)
              .after(
                  parts.workspace().counters().lettersOfLastDay(account, parts.clock().instant()));
      return sender(
              draft,
              Ways.real(server, Ways.copies(password), Dialogue.NONE),
              at -> count(account, at))
          .send(draft.mailshot(), tests, options, stop, listener);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private void count(String account, Instant at) throws LedgerException {
    try {
      parts.workspace().counters().addOne(account, at);
    } catch (WorkspaceException e) {
      throw new LedgerException(e.happened(), e);
    }
  }

  private SelfTest sender(PlannedDraft draft, Courier courier, SelfTest.Counting counting) {
    return new SelfTest(
        courier, draft.composer(), parts.clock(), parts.zone(), parts.waiting(), counting);
  }

  private static DispatchOptions options(Through through) {
    return new DispatchOptions(Ways.pace(through), Duration.ZERO, Duration.ZERO, false);
  }
}
