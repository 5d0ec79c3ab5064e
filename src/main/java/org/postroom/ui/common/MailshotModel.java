package org.postroom.ui.common;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.MailshotDocument.SendSettings;
import org.postroom.document.RecipientsEdit;
import org.postroom.engine.Draft;
import org.postroom.engine.ListReading;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.Report;
import org.postroom.engine.Through;
import org.postroom.finding.Finding;
import org.postroom.safety.Clearing;
import org.postroom.safety.SafetyReview;

/// The mailshot that is open: its document, its texts, its list, its draft and its review, each as
/// it is known at this moment. All of it belongs to the user-interface thread; work goes through
/// [Tasks]. It has no nodes.
///
/// A change is written a moment later, and voids the review: what was cleared is exactly what was
/// read.
public final class MailshotModel {
  private static final Duration AFTER_TYPING = Duration.ofMillis(700);

  private final Postroom engine;
  private final Tasks tasks;
  private final Saver saver;
  private Runnable beforeWriting = () -> {};
  private final PeopleList people;

  private final ReadOnlyObjectWrapper<MailshotFile> file;
  private final ReadOnlyObjectWrapper<SaveState> saved =
      new ReadOnlyObjectWrapper<>(new SaveState.Unchanged());
  private final ReadOnlyObjectWrapper<@Nullable Draft> draft = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Sight> sight = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> draftProblem =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Boolean> counting = new ReadOnlyObjectWrapper<>(false);
  private final ReadOnlyObjectWrapper<SafetyReview.@Nullable Reviewed> reviewed =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Clearing> clearing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Report> report = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Through> through;
  private final ObjectProperty<@Nullable BadgeKind> running = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable String> statusNote = new SimpleObjectProperty<>();
  private final Map<Step, ObjectProperty<@Nullable StepState>> stepNotes =
      new EnumMap<>(Step.class);

  private Tasks.@Nullable Running draftTask;
  private boolean draftIsOld;
  private int draftings;
  private @Nullable Settled renewedAfter;

  /// How far the list is read. `of` is 0 while that is unknown.
  public record ReadingNow(String name, long done, long of) {}

  public MailshotModel(
      Postroom engine, Tasks tasks, InstantSource clock, MailshotFile opened, Through through) {
    this.engine = engine;
    this.tasks = tasks;
    this.people = new PeopleList(engine, tasks);
    this.file = new ReadOnlyObjectWrapper<>(opened);
    this.through = new SimpleObjectProperty<>(through);
    this.saver = new Saver(engine, tasks, clock, file, saved, this::afterSave);
    for (Step step : Step.values()) {
      stepNotes.put(step, new SimpleObjectProperty<>());
    }
    this.through.addListener((_, _, _) -> changed(Duration.ZERO));
  }

  /// Reads texts, list and draft for the first time.
  public void start() {
    saver.readBodies();
    readList();
    refreshDraft();
    refreshReport();
  }

  // --- the document

  public MailshotFile file() {
    return file.get();
  }

  public ReadOnlyObjectProperty<MailshotFile> fileProperty() {
    return file.getReadOnlyProperty();
  }

  public MailshotDocument document() {
    return file.get().document();
  }

  /// Changes the document; it is written a moment later.
  public void edit(UnaryOperator<MailshotDocument> change) {
    MailshotDocument now = change.apply(document());
    if (!now.equals(document())) {
      file.set(file.get().with(now));
      changed(AFTER_TYPING);
    }
  }

  /// Changes what the document says about the list, and reads the list again.
  public void editList(UnaryOperator<Recipients> change) {
    edit(d -> Edits.recipients(d, change.apply(d.recipients())));
    readList();
  }

  /// The texts of the message.
  public Saver bodies() {
    return saver;
  }

  /// Changes a text; it is written a moment later.
  public void editBody(BodyPart part, String text) {
    if (saver.setBody(part, text)) {
      changed(AFTER_TYPING);
    }
  }

  /// @param handler hands over what an editor still holds back, before anything is written
  public void beforeWriting(Runnable handler) {
    beforeWriting = handler;
  }

  /// Writes what is not written yet, now.
  public void flush() {
    beforeWriting.run();
    saver.flush();
  }

  /// Looks whether another program has changed document or texts since they were read.
  public void lookAtDisk() {
    saver.lookAtDisk();
  }

  /// After [SaveState.Elsewhere]: what is on the screen is written, and what the other program
  /// wrote becomes an earlier version.
  public void keepMine() {
    beforeWriting.run();
    saver.keepMine();
  }

  /// After [SaveState.Elsewhere]: what is on the screen becomes an earlier version.
  ///
  /// @param then opens the mailshot anew
  public void useDisk(Runnable then) {
    saver.giveUp(then);
  }

  /// Writes what is not written, then does something with what lies on the disk.
  public void whenSaved(Runnable then) {
    beforeWriting.run();
    saver.whenQuiet(then);
  }

  public ReadOnlyObjectProperty<SaveState> savedProperty() {
    return saved.getReadOnlyProperty();
  }

  private void changed(Duration pause) {
    voidReview();
    draftIsOld = true;
    counting.set(true);
    saver.later(pause);
  }

  private void afterSave() {
    // Confirming a finding is saved as well, and changes no letter.
    if (draftIsOld) {
      refreshDraft();
    }
  }

  // --- the list

  public ReadOnlyObjectProperty<@Nullable ListReading> listProperty() {
    return people.listProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Problem> listProblemProperty() {
    return people.problemProperty();
  }

  /// Not null while the list is being read.
  public ReadOnlyObjectProperty<@Nullable ReadingNow> readingProperty() {
    return people.readingProperty();
  }

  /// Reads the list that the document names, as the import does.
  public void readList() {
    people.read(file.get());
  }

  /// Reads another file, and takes it over as the list only where it can be read.
  ///
  /// @param taken what the document then says about the list
  public void chooseList(Recipients taken) {
    people.choose(
        file.get().with(Edits.recipients(document(), taken)),
        () -> edit(d -> Edits.recipients(d, taken)));
  }

  /// Ends the reading. What was read before stays, and so does what the document says of it: a
  /// choice that was not read to its end was not made.
  public void stopReading() {
    if (people.readingProperty().get() == null) {
      return;
    }
    people.stop();
    Recipients now = document().recipients();
    Recipients read = people.readAs();
    edit(
        d ->
            Edits.recipients(
                d,
                read == null
                    ? Recipients.none()
                    : new RecipientsEdit(read)
                        .basis(now.basis())
                        .expected(now.expected())
                        .sha256(now.sha256())
                        .recipients()));
  }

  /// Remembers which content of the list this mailshot is for, where that was not said yet. It is
  /// written with the next change; by itself it is none, and the letters stay as they were read.
  public void listIs(String sha256) {
    if (document().recipients().sha256() == null) {
      file.set(
          file.get()
              .with(
                  Edits.recipients(
                      document(),
                      new RecipientsEdit(document().recipients()).sha256(sha256).recipients())));
    }
  }

  /// Shows a problem of a list that was not taken over.
  public void listProblem(@Nullable Problem problem) {
    people.problem(problem);
  }

  /// What the columns of the list hold; empty where there is no list.
  public ReadOnlyObjectProperty<List<ColumnFacts>> columnsProperty() {
    return people.columnsProperty();
  }

  // --- draft and who sees whom

  public ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Problem> draftProblemProperty() {
    return draftProblem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Sight> sightProperty() {
    return sight.getReadOnlyProperty();
  }

  /// True while the letters are being counted.
  public ReadOnlyObjectProperty<Boolean> countingProperty() {
    return counting.getReadOnlyProperty();
  }

  private record Drafted(Draft draft, @Nullable Sight sight) {}

  /// A plan of which nothing is open any more.
  private record Settled(boolean practice, int revision) {}

  /// Reads list, texts and files and plans the letters again.
  public void refreshDraft() {
    if (draftTask != null) {
      draftTask.cancel();
    }
    voidReview();
    draftIsOld = false;
    counting.set(true);
    MailshotFile now = file.get();
    Through way = through.get();
    int mine = ++draftings;
    draftTask =
        tasks
            .work(
                progress -> {
                  Draft made = engine.draft(now, engine.way(way), progress);
                  return new Drafted(
                      made, made.plan().map(plan -> Sight.of(plan, progress)).orElse(null));
                })
            .onSuccess(made -> show(made.draft(), made.sight(), null))
            .onProblem(problem -> show(null, null, problem))
            .onEnd(
                () -> {
                  if (draftings == mine) {
                    counting.set(draftIsOld);
                  }
                })
            .start();
  }

  private void show(@Nullable Draft made, @Nullable Sight seen, @Nullable Problem problem) {
    sight.set(seen);
    draftProblem.set(problem);
    draft.set(made);
    renewWhereSettled();
  }

  /// Letters of a plan that is settled are sent no more: what is read, reviewed and sent from then
  /// on are the letters of the next one. Once for each plan.
  private void renewWhereSettled() {
    Report now = report.get();
    Draft made = draft.get();
    if (now == null
        || made == null
        || !now.counts().finished()
        || made.way().practice() != now.practice()) {
      return;
    }
    Settled settled = new Settled(now.practice(), now.revision());
    boolean old = made.plan().filter(plan -> plan.revision() <= now.revision()).isPresent();
    if (old && !settled.equals(renewedAfter)) {
      renewedAfter = settled;
      refreshDraft();
    }
  }

  /// What is known to be wrong with the draft: its own findings and, once it was read, the
  /// review's.
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    SafetyReview.Reviewed read = reviewed.get();
    Draft now = draft.get();
    if (read != null) {
      all.addAll(read.review().findings());
    } else if (now != null) {
      all.addAll(now.findings());
    }
    return all;
  }

  // --- review

  /// Null until the review has read exactly what is in the draft.
  public ReadOnlyObjectProperty<SafetyReview.@Nullable Reviewed> reviewedProperty() {
    return reviewed.getReadOnlyProperty();
  }

  /// What stands against sending; null while that is unknown.
  public ReadOnlyObjectProperty<@Nullable Clearing> clearingProperty() {
    return clearing.getReadOnlyProperty();
  }

  /// Takes over a review of `of`; ignored where the draft has changed since.
  public void reviewed(Draft of, SafetyReview.Reviewed read) {
    if (of.equals(draft.get())) {
      reviewed.set(read);
      clear();
    }
  }

  /// Asks again what stands against sending, after something was confirmed.
  public void clear() {
    SafetyReview.Reviewed read = reviewed.get();
    clearing.set(read == null ? null : read.clear(document().acknowledge()));
  }

  /// Confirms findings: kept with the mailshot, and the letters stay as they were read.
  public void acknowledge(List<org.postroom.finding.Acknowledgement> confirmed) {
    file.set(file.get().with(Edits.acknowledge(document(), confirmed)));
    saver.later(AFTER_TYPING);
    clear();
  }

  /// How it is to be sent: kept with the mailshot, and the letters stay as they were read.
  public void sendSettings(SendSettings settings) {
    file.set(file.get().with(Edits.send(document(), settings)));
    saver.later(AFTER_TYPING);
  }

  private void voidReview() {
    reviewed.set(null);
    clearing.set(null);
  }

  // --- sending

  /// Through what it is to be sent.
  public ObjectProperty<Through> throughProperty() {
    return through;
  }

  public boolean practice() {
    return through.get() instanceof Through.Practice;
  }

  /// Set by the Send step while something runs; null for what the draft says.
  public ObjectProperty<@Nullable BadgeKind> runningProperty() {
    return running;
  }

  /// What the title bar says instead of "Saved at 14:02"; null for that.
  public ObjectProperty<@Nullable String> statusNoteProperty() {
    return statusNote;
  }

  /// What a step's screen wants the rail to say of it; null for what the model says by itself.
  public ObjectProperty<@Nullable StepState> stepNote(Step step) {
    return java.util.Objects.requireNonNull(stepNotes.get(step));
  }

  public ReadOnlyObjectProperty<@Nullable Report> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /// Asks the ledger what has happened. Where that settled the last letter of the draft, the draft
  /// is made anew.
  public void refreshReport() {
    MailshotFile now = file.get();
    boolean practice = practice();
    tasks
        .work(_ -> engine.report(now, practice))
        .onSuccess(
            found -> {
              report.set(found.orElse(null));
              renewWhereSettled();
            })
        .onProblem(_ -> report.set(null))
        .start();
  }

  /// Ends what is under way and writes what is not written.
  public void close() {
    people.stop();
    if (draftTask != null) {
      draftTask.cancel();
    }
    flush();
  }
}
