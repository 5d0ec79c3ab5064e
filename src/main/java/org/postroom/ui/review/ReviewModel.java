package org.postroom.ui.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.engine.Draft;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.WorkProgress;
import org.postroom.finding.Acknowledgement;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;

/// The review of the mailshot that is open: starts by itself, runs again after any change. It has
/// no nodes.
public final class ReviewModel {
  /// The least length of a reason.
  public static final int LEAST_REASON = 10;

  private final Postroom engine;
  private final Tasks tasks;
  private final InstantSource clock;
  private final MailshotModel mailshot;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Waiting());
  private Tasks.@Nullable Running running;
  private boolean wanted;

  /// Where the review is.
  public sealed interface State {
    /// The letters are not planned yet.
    record Waiting() implements State {}

    /// @param done finished messages read, of `of`
    /// @param found what was found so far
    record Reading(int done, int of, List<Finding> found) implements State {
      public Reading {
        found = List.copyOf(found);
      }
    }

    /// @param took how long it took
    record Done(Groups groups, int letters, Instant at, Duration took) implements State {}

    record Failed(Problem problem) implements State {}
  }

  /// The findings in their groups. Acknowledged findings are confirmed.
  public record Groups(
      List<Finding> mustFix,
      List<Finding> toConfirm,
      List<Confirmed> confirmed,
      List<Finding> goodToKnow,
      List<String> checked) {
    public Groups {
      mustFix = List.copyOf(mustFix);
      toConfirm = List.copyOf(toConfirm);
      confirmed = List.copyOf(confirmed);
      goodToKnow = List.copyOf(goodToKnow);
      checked = List.copyOf(checked);
    }

    public boolean clear() {
      return mustFix.isEmpty() && toConfirm.isEmpty();
    }
  }

  /// A finding that a person confirmed, and their reason.
  public record Confirmed(Finding finding, Acknowledgement acknowledgement) {}

  public ReviewModel(Postroom engine, Tasks tasks, InstantSource clock, MailshotModel mailshot) {
    this.engine = engine;
    this.tasks = tasks;
    this.clock = clock;
    this.mailshot = mailshot;
    subscriptions.add(mailshot.draftProperty().subscribe(_ -> changed()));
    subscriptions.add(mailshot.clearingProperty().subscribe(_ -> regroup()));
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The screen is shown: the review starts by itself where nothing was reviewed yet.
  public void shown() {
    wanted = true;
    SafetyReview.Reviewed read = mailshot.reviewedProperty().get();
    Draft draft = mailshot.draftProperty().get();
    if (read == null && running == null) {
      run();
    } else if (read != null && draft != null) {
      lookAgain(draft, read);
    }
  }

  public void hidden() {
    wanted = false;
  }

  /// Reviews again, whatever is known.
  public void run() {
    Draft draft = mailshot.draftProperty().get();
    stop();
    if (draft == null) {
      Problem problem = mailshot.draftProblemProperty().get();
      state.set(problem == null ? new State.Waiting() : new State.Failed(problem));
      return;
    }
    Instant started = clock.instant();
    state.set(new State.Reading(0, draft.people(), List.of()));
    List<Finding> found = Collections.synchronizedList(new ArrayList<>());
    Tasks.Running[] mine = new Tasks.Running[1];
    mine[0] =
        tasks
            .work(progress -> engine.review(asking(draft, progress), told(progress, found)))
            .onProgress(
                (done, of) -> state.set(new State.Reading((int) done, (int) of, copied(found))))
            .onSuccess(
                read -> {
                  state.set(done(read, started));
                  mailshot.reviewed(draft, read);
                })
            .onProblem(problem -> state.set(new State.Failed(problem)))
            .onEnd(
                () -> {
                  if (running == mine[0]) {
                    running = null;
                  }
                })
            .start();
    running = mine[0];
  }

  /// The review asks what nobody has looked at.
  private Draft asking(Draft draft, WorkProgress progress) throws ProblemException {
    return engine.asking(draft, engine.looked(draft, progress));
  }

  /// Reads again where somebody has looked at letters since.
  private void lookAgain(Draft draft, SafetyReview.Reviewed read) {
    List<Finding> then = notSeen(read.review().findings());
    if (then.isEmpty()) {
      return;
    }
    tasks
        .work(progress -> notSeen(asking(draft, progress).findings()))
        .onSuccess(
            now -> {
              if (!now.equals(then) && wanted && running == null) {
                run();
              }
            })
        .start();
  }

  private static List<Finding> notSeen(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.id().startsWith("preview.")).toList();
  }

  private static ReviewProgress told(WorkProgress progress, List<Finding> found) {
    return new ReviewProgress() {
      @Override
      public boolean at(int letters, int of) {
        return progress.at(letters, of);
      }

      @Override
      public void found(Finding finding) {
        found.add(finding);
      }
    };
  }

  private static List<Finding> copied(List<Finding> found) {
    synchronized (found) {
      return List.copyOf(found);
    }
  }

  /// Ends the reading; what was found so far is not kept.
  public void stop() {
    if (running != null) {
      running.cancel();
      running = null;
      state.set(new State.Waiting());
    }
  }

  /// Confirms a finding.
  ///
  /// @return false where the reason is too short to be one
  public boolean confirm(Finding finding, String reason) {
    if (reason.strip().length() < LEAST_REASON) {
      return false;
    }
    List<Acknowledgement> all = new ArrayList<>(mailshot.document().acknowledge());
    all.add(
        new Acknowledgement(
            finding.id(),
            finding.where().address(),
            finding.where().part(),
            finding.count(),
            finding.evidence(),
            reason.strip()));
    mailshot.acknowledge(all);
    return true;
  }

  /// Takes a confirmation back.
  public void withdraw(Acknowledgement acknowledgement) {
    List<Acknowledgement> all = new ArrayList<>(mailshot.document().acknowledge());
    all.remove(acknowledgement);
    mailshot.acknowledge(all);
  }

  /// The file that a finding is about, where taking it out of the message is the way.
  public Optional<String> removable(Finding finding) {
    String part = finding.where().part();
    if (part == null || !part.startsWith("attachment:")) {
      return Optional.empty();
    }
    String name = part.substring("attachment:".length());
    return mailshot.document().attachments().stream().anyMatch(entry -> names(entry, name))
        ? Optional.of(name)
        : Optional.empty();
  }

  /// Takes a file out of the message; the review goes on by itself.
  public void remove(String name) {
    mailshot.edit(
        document ->
            Edits.attachments(
                document,
                document.attachments().stream().filter(entry -> !names(entry, name)).toList()));
    mailshot.flush();
  }

  public void close() {
    subscriptions.forEach(Subscription::unsubscribe);
    stop();
  }

  private static boolean names(AttachmentEntry entry, String name) {
    return switch (entry) {
      case AttachmentEntry.ForAll(String file) -> file.equals(name) || file.endsWith("/" + name);
      case AttachmentEntry.PerPerson _ -> false;
    };
  }

  private void changed() {
    if (wanted) {
      run();
    } else {
      stop();
      state.set(new State.Waiting());
    }
  }

  private void regroup() {
    SafetyReview.Reviewed read = mailshot.reviewedProperty().get();
    if (read != null && state.get() instanceof State.Done done) {
      state.set(new State.Done(groups(read), done.letters(), done.at(), done.took()));
    }
  }

  private State.Done done(SafetyReview.Reviewed read, Instant started) {
    Instant now = clock.instant();
    return new State.Done(
        groups(read), read.review().letters(), now, Duration.between(started, now));
  }

  private Groups groups(SafetyReview.Reviewed read) {
    List<Finding> mustFix = new ArrayList<>();
    List<Finding> toConfirm = new ArrayList<>();
    List<Confirmed> confirmed = new ArrayList<>();
    List<Finding> goodToKnow = new ArrayList<>();
    List<Acknowledgement> acknowledged = mailshot.document().acknowledge();
    for (Finding finding : read.review().findings()) {
      switch (finding.severity()) {
        case BLOCK -> mustFix.add(finding);
        case NOTE -> goodToKnow.add(finding);
        case CONFIRM ->
            acknowledged.stream()
                .filter(each -> each.covers(finding))
                .findFirst()
                .ifPresentOrElse(
                    each -> confirmed.add(new Confirmed(finding, each)),
                    () -> toConfirm.add(finding));
      }
    }
    return new Groups(mustFix, toConfirm, confirmed, goodToKnow, read.review().checked());
  }

  /// True where other people's data may be visible, so that the count is typed beside the reason.
  public static boolean typedCount(Finding finding) {
    return finding.severity() == Severity.CONFIRM
        && finding.id().startsWith("content.")
        && finding.id().contains("people");
  }
}
