package org.postroom.ui.recipients;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
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
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.engine.ListRequest;
import org.postroom.engine.Problem;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
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

  private final UiContext context;
  private final Texts texts;
  private final PeopleModel model;
  private final ComboBox<String> charset = new ComboBox<>();
  private final ComboBox<String> delimiter = new ComboBox<>();
  private final TextField sheet = new TextField();
  private final TextField headings = new TextField();
  private final TableView<Recipient> rows = new TableView<>();
  private final Label says = Ui.paragraph("", "pr-muted", "pr-small");

  ReadAsDialog(UiContext context, PeopleModel model) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
  }

  void show() {
    Recipients now = model.mailshot().document().recipients();
    choices(charset, CHARSETS, now.charset(), "charset");
    choices(delimiter, DELIMITERS, now.delimiter(), "delimiter");
    sheet.setText(now.sheet() == null ? "" : now.sheet());
    sheet.setId("sheet");
    sheet.setPromptText(texts.get("people.reading.first-sheet"));
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
    rows.setFixedCellSize(PeopleTable.ROW);
    rows.setPrefHeight(34 + ROWS * PeopleTable.ROW);
    rows.setMinHeight(34 + ROWS * PeopleTable.ROW);
    rows.setPlaceholder(Ui.label("", "pr-muted"));
    rows.setAccessibleText(texts.get("people.reading.first-rows"));
    Button cancel = Ui.button(texts.get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    Button take = Ui.button(texts.get("people.reading.take"), "accent");
    take.setId("take-reading");
    take.setOnAction(
        _ -> {
          context.dialogs().close();
          model.readAs(
              none(charset.getValue()),
              none(delimiter.getValue()),
              none(sheet.getText()),
              headingRow());
        });
    HBox buttons = Ui.row(8, cancel, take);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content =
        Ui.column(
            16,
            Ui.label(texts.get("people.reading.title"), "pr-dialog-title"),
            Ui.row(
                16,
                field("people.reading.charset", charset),
                field("people.reading.delimiter", delimiter),
                Ui.grow(field("people.reading.sheet", sheet)),
                field("people.reading.headings", headings)),
            Ui.column(6, says, rows),
            buttons);
    context.dialogs().show(texts.get("people.reading.title"), content, 760, () -> {}, charset);
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

  private static @Nullable String none(String text) {
    return text.isBlank() ? null : text;
  }

  /// Reads it that way and shows the first rows.
  private void look() {
    PeopleModel.FileFacts file = model.fileProperty().get();
    if (file == null) {
      says.setText(texts.get("people.reading.no-file"));
      return;
    }
    Recipients now = model.mailshot().document().recipients();
    ListRequest request =
        new ListRequest(
            file.path(),
            none(charset.getValue()),
            none(delimiter.getValue()),
            none(sheet.getText()),
            now.addressColumn(),
            now.nameColumn(),
            headingRow());
    context
        .tasks()
        .work(progress -> context.engine().readList(request, progress))
        .onSuccess(reading -> filled(reading.list()))
        .onProblem(this::failed)
        .start();
  }

  private void filled(RecipientList list) {
    says.setText(
        texts.get(
            "people.reading.then", texts.people(list.people().size()), list.leftOut().size()));
    rows.getColumns().clear();
    for (int i = 0; i < list.columns().size(); i++) {
      int index = i;
      TableColumn<Recipient, String> column =
          new TableColumn<>(list.columns().names().get(i).shown());
      column.setCellValueFactory(one -> new ReadOnlyStringWrapper(one.getValue().cell(index)));
      column.setSortable(false);
      column.setReorderable(false);
      column.setPrefWidth(150);
      rows.getColumns().add(column);
    }
    rows.setItems(
        FXCollections.observableList(
            list.people().subList(0, Math.min(ROWS, list.people().size()))));
  }

  private void failed(Problem problem) {
    says.setText(problem.message());
    rows.getItems().clear();
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
