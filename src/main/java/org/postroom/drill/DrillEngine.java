package org.postroom.drill;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.StopSignal;
import org.postroom.drill.Caught.Act;
import org.postroom.engine.Account;
import org.postroom.engine.AccountSaved;
import org.postroom.engine.ConnectionCheck;
import org.postroom.engine.Draft;
import org.postroom.engine.LinkTrier;
import org.postroom.engine.ListExporter;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.PracticeServer;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.Report;
import org.postroom.engine.SendEnd;
import org.postroom.engine.TestEnd;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.finding.Acknowledgement;
import org.postroom.finding.Finding;
import org.postroom.links.FixedLinks;
import org.postroom.links.TriedLink;
import org.postroom.message.Attachment;
import org.postroom.message.MailshotId;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;

/// The engine of a drill. It is the real one, but for two things: nothing but the practice server
/// can be sent to, and it notices when the mistake was caught.
final class DrillEngine extends Forwarding {
  private final Drill drill;
  private final Path folder;
  private volatile Runnable onCaught = () -> {};
  private volatile boolean watching;
  private volatile boolean caught;

  /// @param folder of its workspace
  DrillEngine(Postroom real, Drill drill, Path folder) {
    super(real);
    this.drill = drill;
    this.folder = folder.toAbsolutePath();
  }

  /// Runs `action` when the mistake is caught, on whichever thread; at once where it was already.
  void onCaught(Runnable action) {
    onCaught = action;
    if (caught) {
      action.run();
    }
  }

  /// From now on it is the person who does something.
  void watch() {
    watching = true;
  }

  private void saw(Caught sign) {
    if (watching && !caught && sign.equals(drill.sign())) {
      caught = true;
      onCaught.run();
    }
  }

  private void saw(List<Finding> findings) {
    findings.forEach(finding -> saw(new Caught.Found(finding.id())));
  }

  // --- what is watched

  @Override
  public Attachment.Admission admit(MailshotFile file, Path candidate) throws ProblemException {
    Attachment.Admission admission = super.admit(file, candidate);
    if (admission instanceof Attachment.Admission.Refused refused) {
      saw(List.of(refused.finding()));
    }
    return admission;
  }

  @Override
  public Draft draft(MailshotFile file, org.postroom.safety.SendWay way, WorkProgress progress)
      throws ProblemException {
    Draft draft = super.draft(file, way, progress);
    if (drill == Drill.I7) {
      // The list itself shows it, before any review.
      saw(draft.findings());
    }
    return draft;
  }

  @Override
  public SafetyReview.Reviewed review(Draft draft, ReviewProgress progress)
      throws ProblemException {
    SafetyReview.Reviewed reviewed = super.review(draft, progress);
    saw(reviewed.review().findings());
    return reviewed;
  }

  @Override
  public void restoreFromBin(MailshotId mailshot) throws ProblemException {
    super.restoreFromBin(mailshot);
    saw(new Caught.Done(Act.RESTORED));
  }

  @Override
  public void exportReport(Report report, Path csv) throws ProblemException {
    super.exportReport(report, csv);
    if (csv.toAbsolutePath().startsWith(folder)) {
      // A report for oneself is saved elsewhere; this one is the list of a new mailshot.
      saw(new Caught.Done(Act.CORRECTED));
    }
  }

  @Override
  public void decide(
      MailshotFile file, boolean practice, String address, Decision decision, String reason)
      throws ProblemException {
    super.decide(file, practice, address, decision, reason);
    saw(new Caught.Done(Act.SETTLED));
  }

  @Override
  public ListExporter exporter() {
    ListExporter real = super.exporter();
    return new ListExporter() {
      @Override
      public Exported export(
          org.postroom.engine.ListRequest list, Order order, WorkProgress progress)
          throws ProblemException {
        return real.export(list, order, progress);
      }

      @Override
      public Exported export(MailshotFile mailshot, Order order, WorkProgress progress)
          throws ProblemException {
        return real.export(mailshot, order, progress);
      }

      @Override
      public List<Export> all() throws ProblemException {
        return real.all();
      }

      @Override
      public Optional<Export> whose(String address) throws ProblemException {
        Optional<Export> found = real.whose(address);
        found.ifPresent(_ -> saw(new Caught.Done(Act.CANARY_NAMED)));
        return found;
      }
    };
  }

  // --- nothing but practice

  @Override
  public SendEnd send(
      Draft draft,
      SafetyReview.Reviewed reviewed,
      int confirmed,
      List<Acknowledgement> acknowledgements,
      Through through,
      DispatchOptions options,
      StopSignal stop,
      DispatchListener listener)
      throws ProblemException {
    return ended(
        super.send(
            draft,
            reviewed,
            confirmed,
            acknowledgements,
            practice(through),
            options,
            stop,
            listener));
  }

  @Override
  public SendEnd resume(
      MailshotFile file,
      Through through,
      boolean asCleared,
      DispatchOptions options,
      StopSignal stop,
      DispatchListener listener)
      throws ProblemException {
    return ended(super.resume(file, practice(through), asCleared, options, stop, listener));
  }

  @Override
  public TestEnd testToMyself(
      Draft draft,
      List<Integer> letters,
      Through through,
      StopSignal stop,
      DispatchListener listener)
      throws ProblemException {
    return super.testToMyself(draft, letters, practice(through), stop, listener);
  }

  private SendEnd ended(SendEnd end) {
    if (end instanceof SendEnd.Ran(DispatchResult result, Report report)
        && result instanceof DispatchResult.Stopped
        && report.counts().accepted() > 0) {
      saw(new Caught.Done(Act.STOPPED));
    }
    return end;
  }

  private Through practice(Through through) throws ProblemException {
    return switch (through) {
      case Through.Practice practice -> new Through.Practice(practice.dir(), drill.mischief());
      case Through.Server _ -> throw notHere();
    };
  }

  @Override
  public AccountSaved saveAccount(
      Account account, char @Nullable [] password, char @Nullable [] passphrase)
      throws ProblemException {
    throw notHere();
  }

  @Override
  public ConnectionCheck testConnection(
      Through.Server server,
      String address,
      char @Nullable [] password,
      ConnectionCheck.Progress progress)
      throws ProblemException {
    throw notHere();
  }

  @Override
  public PracticeServer startPracticeServer(int port, @Nullable Path dir) throws ProblemException {
    throw notHere();
  }

  @Override
  public LinkTrier links() {
    LinkTrier real = super.links();
    return new LinkTrier() {
      @Override
      public FixedLinks of(MailshotFile file) throws ProblemException {
        return real.of(file);
      }

      @Override
      public List<TriedLink> tryAll(FixedLinks links, WorkProgress progress)
          throws ProblemException {
        throw new ProblemException(
            new Problem(
                Problem.Kind.CONNECTION,
                DrillTexts.text("no-links.happened"),
                DrillTexts.text("not-here.kept"),
                DrillTexts.text("no-links.next")));
      }
    };
  }

  private static ProblemException notHere() {
    return new ProblemException(
        new Problem(
            Problem.Kind.CONNECTION,
            DrillTexts.text("not-here.happened"),
            DrillTexts.text("not-here.kept"),
            DrillTexts.text("not-here.next")));
  }
}
