package org.postroom.ui.report;

import atlantafx.base.controls.CustomTextField;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.engine.Counts;
import org.postroom.engine.Report;
import org.postroom.engine.Report.PersonOutcome;
import org.postroom.ui.common.Correction;
import org.postroom.ui.common.Footer;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Keycap;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.report.ReportModel.Filter;

/// Step 6: the outcome for each person, from the ledger; letters in doubt above everything else.
public final class ReportScreen implements StepScreen {
  private final UiContext context;
  private final Texts texts;
  private final Times times;
  private final MailshotModel mailshot;
  private final ReportModel model;
  private final Footer footer;
  private final Label title = Ui.title("");
  private final Label line = Ui.paragraph("", "pr-small", "pr-muted");
  private final HBox acts = new HBox(8);
  private final Button correct;
  private final ReportCounts counts;
  private final DoubtPanel doubts;
  private final HBox filters = new HBox();
  private final CustomTextField search = new CustomTextField();
  private final OutcomeTable table;
  private final VBox root = new VBox(14);

  public ReportScreen(UiContext context, MailshotModel mailshot) {
    this.context = context;
    this.texts = context.texts();
    this.times = context.times();
    this.mailshot = mailshot;
    this.model = new ReportModel(context.engine(), context.tasks(), mailshot);
    this.counts = new ReportCounts(context, model);
    this.doubts = new DoubtPanel(context, model);
    this.table = new OutcomeTable(context);
    this.footer = new Footer(texts.get("report.home"), context.navigator()::home);
    footer.continueIconProperty().set(Icons.MAILSHOTS);
    correct = Ui.button(Icons.of(Icons.DRAFT), texts.get("report.correct"));
    correct.setOnAction(_ -> correct());
    Button export =
        Ui.keyButton(Icons.of(Icons.DOWNLOAD), texts.get("report.export"), null, "Ctrl E");
    export.setOnAction(_ -> export());
    acts.getChildren().addAll(correct, export);
    search.setPromptText(texts.get("report.search"));
    search.setAccessibleText(texts.get("report.search"));
    search.setLeft(Icons.of(Icons.SEARCH));
    search.setRight(new Keycap("Ctrl F"));
    model.searchProperty().bind(search.textProperty());
    HBox tools = new HBox(12, filters, Ui.spacer(), search);
    tools.setAlignment(Pos.CENTER_LEFT);
    root.getChildren()
        .addAll(new VBox(2, title, line), acts, counts, doubts, tools, Ui.grow(table));
    root.getStyleClass().addAll("pr-page", "report");
    root.setMinHeight(560);
    mailshot.reportProperty().subscribe(_ -> show());
    mailshot.listProperty().subscribe(_ -> show());
    model.filterProperty().subscribe(_ -> filtered());
    model.searchProperty().subscribe(_ -> rows());
    model.problemProperty().subscribe(_ -> show());
    model.lookProperty().subscribe(_ -> show());
    model.lookingProperty().subscribe(_ -> show());
    mailshot.throughProperty().subscribe(_ -> show());
  }

  @Override
  public Step step() {
    return Step.REPORT;
  }

  @Override
  public Footer footer() {
    return footer;
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public void shown() {
    mailshot.refreshReport();
  }

  /// What needs the reader comes first: the safe way to settle a letter in doubt.
  @Override
  public Node firstFocus() {
    Node decide = doubts.lookup(".button");
    return decide != null && doubts.isVisible() ? decide : table;
  }

  @Override
  public Map<KeyCombination, Runnable> keys() {
    Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
    keys.put(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN), search::requestFocus);
    keys.put(new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN), this::export);
    return keys;
  }

  private void show() {
    Report report = mailshot.reportProperty().get();
    boolean any = report != null;
    Ui.show(acts, any);
    Ui.show(counts, any);
    if (report == null) {
      title.setText(texts.get("report.nothing"));
      line.setText(texts.get("report.nothing.line"));
      return;
    }
    Counts now = report.counts();
    title.setText(
        now.inDoubt() > 0
            ? texts.get("report.title.doubt", now.accepted(), now.planned(), now.inDoubt())
            : now.finished()
                ? texts.get("report.title.done", now.planned())
                : texts.get("report.title", now.accepted(), now.planned()));
    line.setText(span(report) + texts.get("report.accepted-means"));
    Ui.show(correct, Correction.offered(context, mailshot, now));
    counts.show(report);
    doubts.show();
    filtered();
  }

  private String span(Report report) {
    Instant first = null;
    Instant last = null;
    for (PersonOutcome person : report.letters()) {
      Instant at = person.at();
      if (at != null) {
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
      }
    }
    return first == null || last == null
        ? ""
        : texts.get("report.span", times.when(first), times.time(last)) + " ";
  }

  private void filtered() {
    filters.getChildren().clear();
    ToggleGroup group = new ToggleGroup();
    for (Filter each : Filter.values()) {
      int number = model.count(each);
      if (each != Filter.ALL && number == 0 && model.filterProperty().get() != each) {
        continue;
      }
      ToggleButton button = new ToggleButton(texts.get("report.filter." + each, number));
      button.setToggleGroup(group);
      button.setSelected(model.filterProperty().get() == each);
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            model.filterProperty().set(each);
          });
      filters.getChildren().add(button);
    }
    int last = filters.getChildren().size() - 1;
    for (int i = 0; i <= last; i++) {
      filters
          .getChildren()
          .get(i)
          .getStyleClass()
          .add(
              last == 0
                  ? "single-pill"
                  : i == 0 ? "left-pill" : i == last ? "right-pill" : "center-pill");
    }
    filters.setMinWidth(Region.USE_PREF_SIZE);
    rows();
  }

  private void rows() {
    table.getItems().setAll(model.shown());
  }

  private void correct() {
    Report report = mailshot.reportProperty().get();
    if (report != null) {
      Correction.write(context, mailshot, report, model::problem);
    }
  }

  private void export() {
    Report report = mailshot.reportProperty().get();
    if (report == null) {
      return;
    }
    context
        .files()
        .saveAs(texts.get("report.export.name", mailshot.document().name()))
        .ifPresent(file -> write(report, file));
  }

  private void write(Report report, Path file) {
    context
        .tasks()
        .work(
            _ -> {
              context.engine().exportReport(report, file);
              return file;
            })
        .onSuccess(written -> context.desktop().open(written.toUri().toString()))
        .start();
  }
}
