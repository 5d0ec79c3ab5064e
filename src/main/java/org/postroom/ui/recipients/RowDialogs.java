package org.postroom.ui.recipients;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.recipients.AddressSuggestions;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Dialogs.Choice;
import org.postroom.ui.common.FieldsDialog;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// What a person decides about one row, each in a small dialog.
final class RowDialogs {
  private static final Pattern BETWEEN = Pattern.compile("[;,\\s<>]+");

  private final UiContext context;
  private final Texts texts;
  private final PeopleModel model;
  private final LeftOutTexts words;

  RowDialogs(UiContext context, PeopleModel model, LeftOutTexts words) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.words = words;
  }

  void open(LeftOut row) {
    switch (words.act(row)) {
      case ADD -> address(row, "", "people.add.title");
      case CORRECT -> address(row, suggestion(row), "people.correct.title");
      case CORRECT_NAME -> name(row);
      case CHOOSE -> chooseOne(row);
      case COMPARE, DECIDE_AGAIN -> ConflictDialog.show(context, model, row);
      case SHOW_LINE -> showLine(row);
      case PUT_BACK -> model.putBack(row);
      case INCLUDE -> model.include(List.of(row));
      case EXPLAIN -> suppressed(row);
      case NOTHING -> {
        // There is no button either.
      }
    }
  }

  /// What the cell may have been meant to be; only ever a suggestion in a field.
  private String suggestion(LeftOut row) {
    String cell = model.addressCell(row);
    return AddressSuggestions.forCell(cell)
        .orElseGet(() -> cell.replaceAll("\\p{Cntrl}", "").strip());
  }

  private void address(LeftOut row, String start, String title) {
    ask(
        texts.get(title, row.at().row()),
        model.person(row).orElse(""),
        texts.get("people.address"),
        start,
        texts.get("people.correct.take"),
        text ->
            AddressReader.read(text) instanceof AddressReading.One
                ? ""
                : texts.get("people.correct.wrong"),
        text -> model.correct(row, text));
  }

  /// Says what it means that somebody is not written to, and what can be done.
  private void suppressed(LeftOut row) {
    Choice close = Choice.plain(texts.get("dialog.close"), () -> {});
    Choice list =
        Choice.plain(texts.get("people.suppressed.list"), () -> context.navigator().notWrittenTo());
    Choice other =
        Choice.plain(
            texts.get("people.suppressed.other"), () -> address(row, "", "people.correct.title"));
    context
        .dialogs()
        .ask(
            texts.get("people.suppressed.title", model.addressCell(row).strip()),
            words.why(row) + ". " + texts.get("people.suppressed.text"),
            close,
            model.correctable(row) ? new Choice[] {list, other} : new Choice[] {list});
  }

  private void name(LeftOut row) {
    ask(
        texts.get("people.correct.title", row.at().row()),
        words.why(row),
        texts.get("people.name"),
        model.person(row).orElse("").replaceAll("\\p{Cntrl}", ""),
        texts.get("people.correct.take-name"),
        _ -> "",
        text -> model.correctName(row, text));
  }

  /// Leaves somebody out by hand; a reason follows.
  void leaveOut(Recipient person) {
    ask(
        texts.get("people.leave-out.title", person.mailbox().shown()),
        texts.get("people.leave-out.text"),
        texts.get("people.leave-out.reason"),
        "",
        texts.get("people.leave-out.take"),
        text -> text.isBlank() ? texts.get("people.leave-out.needs-reason") : "",
        text -> model.leaveOut(person, text));
  }

  /// What is wrong with a text; empty where nothing is.
  private interface Check {
    String wrong(String text);
  }

  private void ask(
      String title,
      String about,
      String label,
      String start,
      String take,
      Check check,
      Consumer<String> then) {
    FieldsDialog dialog = new FieldsDialog(context, title, about);
    TextField field = dialog.field("row-field", label, new TextField(start));
    dialog.show(
        "row-take",
        take,
        () -> {
          String text = field.getText().strip();
          String fault = check.wrong(text);
          if (fault.isEmpty()) {
            dialog.close();
            then.accept(text);
          } else {
            dialog.refuse(field, fault);
          }
        },
        field);
  }

  private static Label paragraph(String text) {
    Label label = Ui.paragraph(text, "pr-muted", "pr-small");
    Ui.show(label, !text.isEmpty());
    return label;
  }

  private void show(String title, double width, List<Node> parts, Button accept, Node focus) {
    Button cancel = Ui.button(texts.get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    HBox buttons = Ui.row(8, cancel, accept);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content = Ui.column(16, Ui.label(title, "pr-dialog-title"));
    content.getChildren().addAll(parts);
    content.getChildren().add(buttons);
    context.dialogs().show(title, content, width, () -> {}, focus);
  }

  private void chooseOne(LeftOut row) {
    List<String> addresses = new ArrayList<>();
    for (String part : BETWEEN.splitAsStream(model.addressCell(row)).toList()) {
      if (AddressReader.read(part) instanceof AddressReading.One && !addresses.contains(part)) {
        addresses.add(part);
      }
    }
    if (addresses.isEmpty()) {
      address(row, suggestion(row), "people.correct.title");
      return;
    }
    ToggleGroup group = new ToggleGroup();
    VBox choices = Ui.column(8);
    for (String address : addresses) {
      RadioButton radio = new RadioButton(address);
      radio.setToggleGroup(group);
      radio.setUserData(address);
      choices.getChildren().add(radio);
    }
    Button accept = Ui.button(texts.get("people.choose.take"), "accent");
    accept.setId("row-take");
    accept.disableProperty().bind(group.selectedToggleProperty().isNull());
    accept.setOnAction(
        _ -> {
          String chosen = String.valueOf(group.getSelectedToggle().getUserData());
          context.dialogs().close();
          model.correct(row, chosen);
        });
    show(
        texts.get("people.choose.title", row.at().row()),
        440,
        List.of(paragraph(texts.get("people.choose.text")), choices),
        accept,
        choices.getChildren().getFirst());
  }

  private void showLine(LeftOut row) {
    RecipientList list = model.list();
    GridPane grid = new GridPane(16, 6);
    int heads = list == null ? 0 : list.columns().size();
    for (int i = 0; i < Math.max(heads, row.cells().size()); i++) {
      String head =
          list != null && i < heads
              ? list.columns().names().get(i).shown()
              : texts.get("people.line.no-heading");
      grid.add(Ui.label(head, "pr-caption"), 0, i);
      boolean there = i < row.cells().size();
      grid.add(
          Ui.label(
              there ? LeftOutTexts.visible(row.cells().get(i)) : texts.get("people.line.no-cell"),
              "pr-small",
              there ? "pr-mono" : "pr-empty"),
          1,
          i);
    }
    Button close = Ui.button(texts.get("dialog.close"));
    close.setOnAction(_ -> context.dialogs().close());
    HBox buttons = Ui.row(8, close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    String title = texts.get("people.line.title", row.at().line());
    VBox content =
        Ui.column(
            16,
            Ui.label(title, "pr-dialog-title"),
            paragraph(texts.get("people.line.text")),
            grid,
            buttons);
    context.dialogs().show(title, content, 520, () -> {}, close);
  }
}
