package org.postroom.ui.report;

import atlantafx.base.controls.CustomTextField;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Counts;
import org.postroom.engine.Postroom.Decision;
import org.postroom.engine.Report;
import org.postroom.engine.Report.PersonOutcome;
import org.postroom.ui.common.ErrorCard;
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
  private final HBox counts = new HBox(24);
  private final OutcomeBar bar = new OutcomeBar();
  private final Label sum = Ui.paragraph("", "pr-caption-text");
  private final VBox doubts = new VBox();
  private final HBox filters = new HBox();
  private final CustomTextField search = new CustomTextField();
  private final TableView<PersonOutcome> table = new TableView<>();
  private final VBox root = new VBox(14);
  private final Button export;

  public ReportScreen(UiContext context, MailshotModel mailshot) {
    this.context = context;
    this.texts = context.texts();
    this.times = context.times();
    this.mailshot = mailshot;
    this.model = new ReportModel(context.engine(), context.tasks(), mailshot);
    this.footer = new Footer(texts.get("report.home"), context.navigator()::home);
    footer.continueIconProperty().set(Icons.MAILSHOTS);
    export = Ui.keyButton(Icons.of(Icons.DOWNLOAD), texts.get("report.export"), null, "Ctrl E");
    export.setOnAction(_ -> export());
    HBox head = new HBox(16, Ui.grow(new VBox(2, title, line)), export);
    head.setAlignment(Pos.TOP_LEFT);
    doubts.getStyleClass().add("report-doubts");
    doubts.setMinHeight(Region.USE_PREF_SIZE);
    search.setPromptText(texts.get("report.search"));
    search.setAccessibleText(texts.get("report.search"));
    search.setLeft(Icons.of(Icons.SEARCH));
    search.setRight(new Keycap("Ctrl F"));
    model.searchProperty().bind(search.textProperty());
    HBox tools = new HBox(12, filters, Ui.spacer(), search);
    tools.setAlignment(Pos.CENTER_LEFT);
    buildTable();
    root.getChildren().addAll(head, counts, bar, sum, doubts, tools, Ui.grow(table));
    root.getStyleClass().addAll("pr-page", "report");
    root.setMinHeight(520);
    mailshot.reportProperty().subscribe(_ -> show());
    mailshot.listProperty().subscribe(_ -> show());
    model.filterProperty().subscribe(_ -> rows());
    model.searchProperty().subscribe(_ -> rows());
    model.problemProperty().subscribe(_ -> show());
  }

  ReportModel model() {
    return model;
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

  @Override
  public Node firstFocus() {
    return table;
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
    counts
        .getChildren()
        .setAll(
            count(Icons.CHECKED, "icon-success", "report.count.accepted", now.accepted()),
            count(Icons.RETRY, "icon-warning", "report.count.waiting", now.deferred()),
            count(Icons.CROSS_CIRCLE, "icon-danger", "report.count.refused", now.refused()),
            count(Icons.QUESTION, "icon-warning", "report.count.in-doubt", now.inDoubt()),
            count(
                Icons.CLOCK,
                "icon-muted",
                "report.count.not-yet",
                now.notYetSent() + now.withdrawn()),
            count(Icons.LEFT_OUT, "icon-muted", "report.count.left-out", report.leftOut()));
    bar.show(now);
    sum.setText(
        texts.get(
            "report.sum",
            now.accepted(),
            now.deferred(),
            now.refused(),
            now.inDoubt(),
            now.notYetSent() + now.withdrawn(),
            now.planned(),
            report.leftOut(),
            now.planned() + report.leftOut()));
    doubts();
    filters();
    rows();
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

  private HBox count(String icon, String tone, String key, int number) {
    var sign = Icons.of(icon);
    sign.getStyleClass().add(tone);
    HBox row =
        new HBox(
            8,
            sign,
            Ui.label(texts.get(key), "pr-small"),
            Ui.label(texts.get("send.number", number), "pr-strong", "pr-small"));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void doubts() {
    doubts.getChildren().clear();
    var letters = model.inDoubt();
    Ui.show(doubts, !letters.isEmpty());
    if (letters.isEmpty()) {
      return;
    }
    var sign = Icons.of(Icons.WARNING);
    sign.getStyleClass().add("icon-warning");
    HBox head =
        new HBox(
            10,
            sign,
            Ui.label(texts.get("report.doubt.title", letters.size()), "pr-strong", "pr-small"),
            Ui.label(texts.get("report.doubt.text"), "pr-small"));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("report-doubt-head");
    doubts.getChildren().add(head);
    letters.stream().limit(5).forEach(person -> doubts.getChildren().add(doubt(person)));
    var problem = model.problemProperty().get();
    if (problem != null) {
      doubts.getChildren().add(new ErrorCard(problem, null, () -> {}));
    }
  }

  private HBox doubt(PersonOutcome person) {
    Label name = Ui.label(name(person), "pr-strong", "pr-small");
    Instant at = person.at();
    VBox words =
        new VBox(
            1,
            new HBox(6, name, Ui.label(person.address(), "pr-small", "pr-muted")),
            Ui.label(
                (at == null ? "" : times.second(at) + ". ") + texts.get("report.doubt.known"),
                "pr-caption-text"));
    Button leave = Ui.button(texts.get("report.doubt.leave"), "small");
    leave.setOnAction(_ -> ask(person, Decision.COUNT_AS_ACCEPTED));
    Button again = Ui.button(texts.get("report.doubt.again"), "small");
    again.setOnAction(_ -> ask(person, Decision.SEND_AGAIN));
    HBox row = new HBox(12, Ui.grow(words), leave, again);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("report-doubt");
    return row;
  }

  private void ask(PersonOutcome person, Decision decision) {
    ReasonDialog.ask(
        context,
        texts.get("report.decide." + decision, name(person)),
        texts.get("report.decide.text." + decision),
        texts.get("report.decide.act." + decision),
        reason -> model.decide(person, decision, reason));
  }

  private void filters() {
    filters.getChildren().clear();
    ToggleGroup group = new ToggleGroup();
    for (Filter each : Filter.values()) {
      int number = model.count(each);
      if (each != Filter.ALL && number == 0) {
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
  }

  private void rows() {
    table.getItems().setAll(model.shown());
  }

  private void buildTable() {
    table.setFixedCellSize(29);
    table.setAccessibleText(texts.get("report.table"));
    table.setPlaceholder(Ui.label(texts.get("report.table.empty"), "pr-muted"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("report.column.person", 170, ReportScreen::name));
    table.getColumns().add(column("report.column.address", 280, PersonOutcome::address));
    TableColumn<PersonOutcome, String> outcome =
        column(
            "report.column.outcome",
            140,
            person -> texts.get("report.is." + ReportModel.filter(person)));
    outcome.setCellFactory(_ -> new OutcomeCell());
    table.getColumns().add(outcome);
    table
        .getColumns()
        .add(
            column(
                "report.column.at",
                100,
                person -> {
                  Instant at = person.at();
                  return at == null ? "" : times.second(at);
                }));
    table.getColumns().add(column("report.column.words", 240, this::words));
    table.setMinHeight(150);
    table.getStyleClass().add("pr-table");
  }

  private TableColumn<PersonOutcome, String> column(
      String key, double width, Function<PersonOutcome, String> value) {
    TableColumn<PersonOutcome, String> column = new TableColumn<>(texts.get(key));
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    return column;
  }

  private String words(PersonOutcome person) {
    String reply = person.reply();
    return switch (person.state()) {
      case ACCEPTED -> texts.get("report.words.accepted");
      case WITHDRAWN -> texts.get("report.words.withdrawn");
      case PLANNED, CLAIMED -> texts.get("report.words.not-yet");
      case COMMITTING, IN_DOUBT -> texts.get("report.doubt.known");
      case DEFERRED, REFUSED -> reply == null ? "" : reply;
    };
  }

  private static String name(PersonOutcome person) {
    return person.name().isEmpty() ? person.address() : person.name();
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

  /// Icon, word and colour together; the server's own words as a tooltip.
  private static final class OutcomeCell extends TableCell<PersonOutcome, String> {
    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      PersonOutcome person = empty ? null : getTableRow().getItem();
      getStyleClass().removeAll("tone-success", "tone-warning", "tone-danger", "tone-muted");
      if (person == null) {
        setText(null);
        setGraphic(null);
        setTooltip(null);
        return;
      }
      Filter outcome = ReportModel.filter(person);
      setText(text);
      setGraphic(Icons.small(icon(outcome)));
      getStyleClass().add(tone(outcome));
      String reply = person.reply();
      setTooltip(reply == null ? null : new Tooltip(reply));
    }

    private static String icon(Filter outcome) {
      return switch (outcome) {
        case ALL, ACCEPTED -> Icons.CHECKED;
        case WAITING -> Icons.RETRY;
        case REFUSED -> Icons.CROSS_CIRCLE;
        case IN_DOUBT -> Icons.QUESTION;
        case NOT_YET -> Icons.CLOCK;
      };
    }

    private static String tone(Filter outcome) {
      return switch (outcome) {
        case ALL, ACCEPTED -> "tone-success";
        case WAITING, IN_DOUBT -> "tone-warning";
        case REFUSED -> "tone-danger";
        case NOT_YET -> "tone-muted";
      };
    }
  }
}
