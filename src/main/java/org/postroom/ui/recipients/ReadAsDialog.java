package org.postroom.ui.recipients;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.ListRequest;
import org.postroom.engine.Problem;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Tasks;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// How the list is read, with the first rows as they would then read. Nothing is changed until the
/// person takes it.
final class ReadAsDialog {
  private static final List<String> CHARSETS =
      List.of(
          "",
          "UTF-8",
          "windows-1252",
          "ISO-8859-1",
          "ISO-8859-15",
          "windows-1250",
          "ISO-8859-2",
          "windows-1251",
          "windows-1253",
          "windows-1254",
          "windows-1257",
          "UTF-16",
          "IBM850",
          "x-MacRoman");
  private static final List<String> DELIMITERS = List.of("", ",", ";", "\t", "|");
  private static final int ROWS = 5;
  private static final Duration AFTER_TYPING = Duration.ofMillis(300);

  private final UiContext context;
  private final Texts texts;
  private final PeopleModel model;
  private final ComboBox<String> charset = new ComboBox<>();
  private final ComboBox<String> delimiter = new ComboBox<>();
  private final ComboBox<String> sheet = new ComboBox<>();
  private final List<ListOrigin.Sheet> sheets = new ArrayList<>();
  private final TextField headings = new TextField();
  private final TableView<List<String>> rows = new TableView<>();
  private final Label says = Ui.paragraph("", "pr-muted", "pr-small");
  private final ListRequest now;
  private @Nullable VBox asSheet;
  private final List<Node> forText = new ArrayList<>();
  private Tasks.@Nullable Running looking;
  private Runnable later = () -> {};
  private boolean filling;

  /// @param now how the list is read, or which file could not be read
  ReadAsDialog(UiContext context, PeopleModel model, ListRequest now) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.now = now;
  }

  void show() {
    choices(charset, CHARSETS, now.charset(), "charset");
    choices(delimiter, DELIMITERS, now.delimiter(), "delimiter");
    sheet.setId("sheet");
    sheet.setCellFactory(_ -> new SheetCell());
    sheet.setButtonCell(new SheetCell());
    RecipientList read = model.list();
    sheets(read == null ? List.of() : read.origin().sheets(), now.sheet());
    sheet.setOnAction(_ -> look());
    headings.setText(now.headingRow() == null ? "" : Integer.toString(now.headingRow()));
    headings.setId("heading-row");
    headings.setPromptText(texts.get("people.reading.by-itself"));
    headings.setAccessibleHelp(texts.get("people.reading.headings-what"));
    headings.setTextFormatter(
        new TextFormatter<>(
            change -> change.getControlNewText().matches("[0-9]{0,7}") ? change : null));
    headings.setPrefColumnCount(8);
    headings.setOnAction(_ -> look());
    headings
        .textProperty()
        .addListener(
            (_, _, _) -> {
              later.run();
              later = context.tasks().later(AFTER_TYPING, this::look);
            });
    rows.setFixedCellSize(PeopleTable.ROW);
    rows.setPrefHeight(50 + ROWS * PeopleTable.ROW);
    rows.setMinHeight(50 + ROWS * PeopleTable.ROW);
    rows.setPlaceholder(Ui.label("", "pr-muted"));
    rows.setAccessibleText(texts.get("people.reading.first-rows"));
    Button cancel = Ui.button(texts.get("dialog.cancel"));
    cancel.setOnAction(_ -> close());
    Button take = Ui.button(texts.get("people.reading.take"), "accent");
    take.setId("take-reading");
    take.setOnAction(
        _ -> {
          ListRequest chosen = request();
          close();
          model.readAs(chosen);
        });
    HBox buttons = Ui.row(8, cancel, take);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox asHeadings = field("people.reading.headings", headings);
    asHeadings.setMinWidth(130);
    VBox asText = field("people.reading.charset", charset);
    VBox asSeparated = field("people.reading.delimiter", delimiter);
    VBox asSheet = Ui.grow(field("people.reading.sheet", sheet));
    this.asSheet = asSheet;
    forText.addAll(List.of(asText, asSeparated));
    Ui.show(asSheet, !sheets.isEmpty());
    forText.forEach(node -> Ui.show(node, sheets.isEmpty()));
    VBox content =
        Ui.column(
            16,
            Ui.label(texts.get("people.reading.title"), "pr-dialog-title"),
            Ui.row(16, asText, asSeparated, asSheet, asHeadings),
            Ui.column(6, says, rows),
            buttons);
    context
        .dialogs()
        .show(
            texts.get("people.reading.title"),
            content,
            760,
            this::stop,
            sheets.isEmpty() ? charset : sheet);
    look();
  }

  private VBox field(String key, javafx.scene.control.Control control) {
    Label caption = Ui.label(texts.get(key), "pr-caption");
    caption.setLabelFor(control);
    control.setAccessibleText(texts.get(key));
    control.setMaxWidth(Double.MAX_VALUE);
    return Ui.column(4, caption, control);
  }

  private void choices(
      ComboBox<String> box, List<String> values, @Nullable String chosen, String id) {
    List<String> all = new ArrayList<>(values);
    if (chosen != null && !all.contains(chosen)) {
      all.add(chosen);
    }
    box.getItems().setAll(all);
    box.setId(id);
    box.setValue(chosen == null ? "" : chosen);
    box.setCellFactory(_ -> new ChoiceCell());
    box.setButtonCell(new ChoiceCell());
    box.setOnAction(_ -> look());
  }

  private @Nullable Integer headingRow() {
    return headings.getText().isEmpty() ? null : Integer.valueOf(headings.getText());
  }

  private static @Nullable String none(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /// The sheets there are, and the one that is named.
  private void sheets(List<ListOrigin.Sheet> found, @Nullable String named) {
    if (found.isEmpty() || found.equals(sheets)) {
      return;
    }
    filling = true;
    sheets.clear();
    sheets.addAll(found);
    List<String> names = new ArrayList<>();
    names.add("");
    found.forEach(each -> names.add(each.name()));
    sheet.getItems().setAll(names);
    sheet.setValue(named != null && names.contains(named) ? named : "");
    filling = false;
    if (asSheet != null) {
      Ui.show(asSheet, true);
      forText.forEach(node -> Ui.show(node, false));
    }
  }

  private void close() {
    stop();
    context.dialogs().close();
  }

  private void stop() {
    later.run();
    if (looking != null) {
      looking.cancel();
    }
  }

  private ListRequest request() {
    return new ListRequest(
        now.file(),
        none(charset.getValue()),
        none(delimiter.getValue()),
        none(sheet.getValue()),
        now.addressColumn(),
        now.nameColumn(),
        headingRow());
  }

  /// Reads it that way and shows the first rows; the newest choice alone.
  private void look() {
    if (filling) {
      return;
    }
    stop();
    says.setText(texts.get("people.reading.now"));
    ListRequest request = request();
    looking =
        context
            .tasks()
            .work(progress -> context.engine().readList(request, progress))
            .onSuccess(reading -> filled(reading.list()))
            .onProblem(this::failed)
            .start();
  }

  private void filled(RecipientList list) {
    sheets(list.origin().sheets(), none(sheet.getValue()));
    says.setText(
        texts.get(
            "people.reading.then", texts.people(list.people().size()), list.leftOut().size()));
    rows.getColumns().clear();
    for (int i = 0; i < list.columns().size(); i++) {
      int index = i;
      TableColumn<List<String>, String> column =
          new TableColumn<>(list.columns().names().get(i).shown());
      column.setCellValueFactory(
          one ->
              new ReadOnlyStringWrapper(
                  index < one.getValue().size()
                      ? LeftOutTexts.visible(one.getValue().get(index))
                      : ""));
      column.setSortable(false);
      column.setReorderable(false);
      column.setPrefWidth(150);
      rows.getColumns().add(column);
    }
    rows.setItems(FXCollections.observableList(first(list)));
  }

  /// The first rows of the file, whatever becomes of them.
  private static List<List<String>> first(RecipientList list) {
    SortedMap<Integer, List<String>> first = new TreeMap<>();
    list.people().stream()
        .limit(ROWS)
        .forEach(
            one -> {
              List<String> cells = new ArrayList<>();
              for (int i = 0; i < list.columns().size(); i++) {
                cells.add(one.cell(i));
              }
              first.put(one.at().row(), cells);
            });
    list.leftOut().stream().limit(ROWS).forEach(row -> first.put(row.at().row(), row.cells()));
    return first.values().stream().limit(ROWS).toList();
  }

  private void failed(Problem problem) {
    says.setText(problem.message());
    rows.getItems().clear();
  }

  private final class SheetCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setText(null);
      } else if (item.isEmpty()) {
        setText(texts.get("people.reading.by-itself"));
      } else {
        boolean hidden = sheets.stream().anyMatch(s -> s.hidden() && s.name().equals(item));
        setText(hidden ? texts.get("people.reading.hidden-sheet", item) : item);
      }
    }
  }

  private final class ChoiceCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setText(null);
      } else if (item.isEmpty()) {
        setText(texts.get("people.reading.by-itself"));
      } else {
        setText(
            DELIMITERS.contains(item)
                ? SourceCard.delimiter(item, texts)
                : SourceCard.charset(item));
      }
    }
  }
}
