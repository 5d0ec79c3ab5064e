package org.postroom.ui.report;

import java.time.Instant;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Report.PersonOutcome;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.ReplyWords;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.report.ReportModel.Filter;

/// Every person with what happened, in plain words; the server's own words in a tooltip, and in the
/// details that Enter opens.
final class OutcomeTable extends TableView<PersonOutcome> {
  private final UiContext context;
  private final Texts texts;
  private final Times times;
  private final ReplyWords replies;

  OutcomeTable(UiContext context) {
    this.context = context;
    this.texts = context.texts();
    this.times = context.times();
    this.replies = new ReplyWords(texts);
    setFixedCellSize(29);
    setAccessibleText(texts.get("report.table"));
    setPlaceholder(Ui.label(texts.get("report.table.empty"), "pr-muted"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns().add(column("report.column.person", 170, OutcomeTable::name));
    getColumns().add(column("report.column.address", 280, PersonOutcome::address));
    TableColumn<PersonOutcome, String> outcome =
        column(
            "report.column.outcome",
            140,
            person -> texts.get("report.is." + ReportModel.filter(person)));
    outcome.setCellFactory(_ -> new OutcomeCell());
    getColumns().add(outcome);
    getColumns().add(column("report.column.at", 100, this::at));
    getColumns().add(column("report.column.words", 240, this::words));
    setMinHeight(150);
    getStyleClass().add("pr-table");
    addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
  }

  /// A person's name, or the address of whoever has none.
  static String name(PersonOutcome person) {
    return person.name().isEmpty() ? person.address() : person.name();
  }

  private void enter(KeyEvent event) {
    PersonOutcome person = getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && person != null) {
      details(person);
      event.consume();
    }
  }

  private void details(PersonOutcome person) {
    String reply = person.reply();
    String said =
        reply == null || reply.isEmpty() ? "" : " " + texts.get("report.details.said", reply);
    Instant at = person.at();
    String when = at == null ? "" : " " + times.date(at) + ", " + times.second(at) + ".";
    context
        .dialogs()
        .ask(
            name(person),
            texts.get("report.details", person.row(), person.address(), words(person))
                + when
                + said,
            Dialogs.Choice.plain(texts.get("dialog.close"), () -> {}));
  }

  private TableColumn<PersonOutcome, String> column(
      String key, double width, Function<PersonOutcome, String> value) {
    TableColumn<PersonOutcome, String> column = new TableColumn<>(texts.get(key));
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    return column;
  }

  private String at(PersonOutcome person) {
    Instant at = person.at();
    return at == null ? "" : times.second(at);
  }

  private String words(PersonOutcome person) {
    return switch (person.state()) {
      case ACCEPTED -> texts.get("report.words.accepted");
      case WITHDRAWN -> texts.get("report.words.withdrawn");
      case PLANNED, CLAIMED -> texts.get("report.words.not-yet");
      case COMMITTING, IN_DOUBT -> texts.get("report.doubt.known");
      case DEFERRED -> replies.of(person.reply(), false);
      case REFUSED -> replies.of(person.reply(), true);
    };
  }

  /// Icon, word and colour together.
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
