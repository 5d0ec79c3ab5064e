package org.postroom.ui.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.dispatch.LetterState;
import org.postroom.engine.Counts;
import org.postroom.engine.Report;
import org.postroom.engine.Report.PersonOutcome;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Minute;
import org.postroom.ui.common.MinuteChart;
import org.postroom.ui.common.OutcomeBar;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.report.ReportModel.Filter;

/// The counts, each of which shows its people, as a bar and with their sum written out; beside it
/// how many were accepted a minute.
final class ReportCounts extends HBox {
  private final UiContext context;
  private final Texts texts;
  private final ReportModel model;
  private final GridPane grid = new GridPane();
  private final OutcomeBar bar = new OutcomeBar(26);
  private final Label sum = Ui.paragraph("", "pr-caption-text");
  private final MinuteChart chart;
  private final VBox chartCard;

  ReportCounts(UiContext context, ReportModel model) {
    super(20);
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.chart = new MinuteChart(context.zone());
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      grid.getColumnConstraints().add(half);
    }
    grid.setHgap(8);
    grid.setVgap(2);
    VBox left = new VBox(8, grid, bar, sum);
    left.setMinWidth(0);
    left.setMaxWidth(470);
    left.setPrefWidth(470);
    HBox.setHgrow(left, Priority.SOMETIMES);
    chart.setMinHeight(84);
    chart.setPrefHeight(92);
    chartCard = new VBox(4, Ui.label(texts.get("report.chart"), "pr-strong", "pr-small"), chart);
    chartCard.getStyleClass().addAll("pr-card", "report-chart");
    chartCard.setMinWidth(0);
    HBox.setHgrow(chartCard, Priority.ALWAYS);
    getChildren().addAll(left, chartCard);
    setMinHeight(USE_PREF_SIZE);
  }

  void show(Report report) {
    Counts now = report.counts();
    int rest = now.notYetSent() + now.withdrawn();
    grid.getChildren().clear();
    add(Icons.CHECKED, "icon-success", "report.count.accepted", now.accepted(), Filter.ACCEPTED);
    add(Icons.CROSS_CIRCLE, "icon-danger", "report.count.refused", now.refused(), Filter.REFUSED);
    if (now.inDoubt() > 0) {
      add(Icons.QUESTION, "icon-warning", "report.count.in-doubt", now.inDoubt(), Filter.IN_DOUBT);
    }
    if (now.deferred() > 0) {
      add(Icons.RETRY, "icon-warning", "report.count.waiting", now.deferred(), Filter.WAITING);
    }
    if (rest > 0) {
      add(Icons.CLOCK, "icon-muted", "report.count.not-yet", rest, Filter.NOT_YET);
    }
    count(
        Icons.LEFT_OUT,
        "icon-muted",
        "report.count.left-out",
        report.leftOut(),
        () -> context.navigator().step(Step.PEOPLE));
    bar.show(now.accepted(), now.deferred(), now.refused(), now.inDoubt(), rest);
    sum.setText(sum(now, rest, report.leftOut()));
    chart(report);
  }

  /// "306 + 4 + 2 = 312. Plus 9 left out: all 321 rows of the file."
  private String sum(Counts now, int rest, int leftOut) {
    StringBuilder terms = new StringBuilder(texts.get("send.number", now.accepted()));
    for (int term : new int[] {now.refused(), now.inDoubt(), now.deferred(), rest}) {
      if (term > 0) {
        terms.append(" + ").append(texts.get("send.number", term));
      }
    }
    return texts.get("report.sum", terms, now.planned(), leftOut, now.planned() + leftOut);
  }

  private void add(String icon, String tone, String key, int number, Filter filter) {
    count(icon, tone, key, number, () -> model.filterProperty().set(filter));
  }

  private void count(String icon, String tone, String key, int number, Runnable people) {
    var sign = Icons.of(icon);
    sign.getStyleClass().add(tone);
    HBox words =
        new HBox(
            8,
            sign,
            Ui.label(texts.get(key), "pr-small"),
            Ui.spacer(),
            Ui.label(texts.get("send.number", number), "pr-strong", "pr-small"));
    words.setAlignment(Pos.CENTER_LEFT);
    Button button = Ui.button("", "flat", "small", "report-count");
    button.setGraphic(words);
    button.setAccessibleText(texts.get("report.count.spoken", texts.get(key), number));
    button.setOnAction(_ -> people.run());
    button.setMinWidth(Region.USE_COMPUTED_SIZE);
    button.setMaxWidth(Double.MAX_VALUE);
    words.prefWidthProperty().bind(button.widthProperty().subtract(16));
    GridPane.setHgrow(button, Priority.ALWAYS);
    int index = grid.getChildren().size();
    grid.add(button, index % 2, index / 2);
  }

  private void chart(Report report) {
    TreeMap<Instant, Minute> minutes = new TreeMap<>();
    for (PersonOutcome person : report.letters()) {
      Instant at = person.at();
      if (at != null && person.state() == LetterState.ACCEPTED) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        minutes.merge(
            minute,
            new Minute(minute, 1, 0, 0),
            (old, _) -> new Minute(minute, old.accepted() + 1, 0, 0));
      }
    }
    Ui.show(chartCard, !minutes.isEmpty());
    chart.show(Minute.withoutGaps(minutes), 0, 0);
    chart.setAccessibleText(
        texts.get("report.chart.spoken", report.counts().accepted(), minutes.size()));
  }
}
