package org.postroom.ui.exports;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Account;
import org.postroom.engine.ListExporter.Export;
import org.postroom.engine.ListExporter.Exported;
import org.postroom.engine.ListExporter.Order;
import org.postroom.engine.ListReading;
import org.postroom.engine.ListRequest;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.WorkProgress;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Arranged;
import org.postroom.ui.common.Folded;
import org.postroom.ui.common.MailshotModel.ReadingNow;
import org.postroom.ui.common.Tasks;
import org.postroom.ui.common.Texts;

/// The lists that were exported from this workspace, and how another one is. No nodes.
public final class ExportsModel {
  /// What a person is asked about a list that was chosen for a mailshot.
  private static final Set<String> QUESTIONS =
      Set.of(
          "list.address-column-unclear",
          "list.wrong-charset",
          "list.several-sheets",
          "list.hidden-sheets",
          "list.no-header",
          "list.hidden-rows");

  private final Postroom engine;
  private final Tasks tasks;
  private final Texts texts;
  private final FindingTexts sentences;
  private final Arranged<Export> shown;
  private final ReadOnlyObjectWrapper<List<Export>> all = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ReadingNow> reading = new ReadOnlyObjectWrapper<>();
  private Tasks.@Nullable Running running;

  public ExportsModel(Postroom engine, Tasks tasks, Texts texts) {
    this.engine = engine;
    this.tasks = tasks;
    this.texts = texts;
    this.sentences = new FindingTexts(texts.locale());
    this.shown = new Arranged<>(tasks);
  }

  /// Those whom the search leaves.
  public Arranged<Export> shown() {
    return shown;
  }

  /// The latest first.
  public ReadOnlyObjectProperty<List<Export>> allProperty() {
    return all.getReadOnlyProperty();
  }

  /// Why the last thing asked for could not be done; null where all is well.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Not null while a list is being read.
  public ReadOnlyObjectProperty<@Nullable ReadingNow> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  public void find(String words) {
    shown.only(words.isBlank() ? null : Folded.holding(words, ExportsModel::cells, 5));
  }

  private static IntFunction<String> cells(Export export) {
    return i ->
        switch (i) {
          case 0 -> String.valueOf(export.file().getFileName());
          case 1 -> export.handedTo();
          case 2 -> export.listFile();
          case 3 -> export.by();
          default -> Optional.ofNullable(export.canary()).orElse("");
        };
  }

  public void refresh() {
    tasks
        .work(_ -> engine.exporter().all())
        .onSuccess(
            found -> {
              all.set(found);
              shown.all(found);
            })
        .onProblem(problem::set)
        .start();
  }

  /// @param told the export in which this address stands alone, or that there is none
  public void whose(String address, Consumer<Optional<Export>> told) {
    tasks
        .work(_ -> engine.exporter().whose(address))
        .onSuccess(found -> well(told, found))
        .onProblem(problem::set)
        .start();
  }

  /// Reads a list as it would be exported.
  void look(String name, ExportSource source, Consumer<ExportLook> told) {
    work(name, progress -> look(source, progress), told, problem::set);
  }

  private ExportLook look(ExportSource source, WorkProgress progress) throws ProblemException {
    ListReading read =
        switch (source) {
          case ExportSource.ListFile(Path file, _) ->
              engine.readList(ListRequest.of(file), progress);
          case ExportSource.OfMailshot(var mailshot) -> engine.importList(mailshot, progress);
        };
    RecipientList list = read.list();
    if (list.people().isEmpty()) {
      throw new ProblemException(nobody(list.origin().fileName()));
    }
    boolean changed =
        source instanceof ExportSource.ListFile(_, String seen)
            && !seen.equalsIgnoreCase(list.origin().sha256());
    String own = engine.accounts().stream().map(Account::address).findFirst().orElse("");
    return new ExportLook(
        source,
        list.origin().fileName(),
        list.people().size(),
        list.leftOut().size(),
        changed,
        open(read),
        own);
  }

  private Problem nobody(String name) {
    return new Problem(
        Problem.Kind.FILE,
        texts.get("exports.nobody.happened", name),
        texts.get("exports.nobody.kept"),
        texts.get("exports.nobody.next"));
  }

  private String open(ListReading read) {
    return read.findings().stream()
        .filter(finding -> QUESTIONS.contains(finding.id()))
        .findFirst()
        .map((Finding finding) -> sentences.title(finding))
        .orElse("");
  }

  /// @param refused told why nothing was written
  void export(ExportLook look, Order order, Consumer<Exported> written, Consumer<Problem> refused) {
    work(
        look.name(),
        progress ->
            switch (look.source()) {
              case ExportSource.ListFile(Path file, _) ->
                  engine.exporter().export(ListRequest.of(file), order, progress);
              case ExportSource.OfMailshot(var mailshot) ->
                  engine.exporter().export(mailshot, order, progress);
            },
        written,
        refused);
  }

  /// Ends the reading; then nothing is written.
  public void stop() {
    if (running != null) {
      running.cancel();
    }
  }

  private <T> void work(
      String name, Tasks.Work<T> work, Consumer<T> then, Consumer<Problem> refused) {
    stop();
    reading.set(new ReadingNow(name, 0, 0));
    running =
        tasks
            .work(work)
            .onProgress((done, of) -> reading.set(new ReadingNow(name, done, of)))
            .onSuccess(
                result -> {
                  reading.set(null);
                  well(then, result);
                })
            .onProblem(
                wrong -> {
                  reading.set(null);
                  refused.accept(wrong);
                })
            .onCancelled(() -> reading.set(null))
            .onEnd(this::refresh)
            .start();
  }

  private <T> void well(Consumer<T> then, T result) {
    problem.set(null);
    then.accept(result);
  }
}
