package org.postroom.ui.recipients;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Folded;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Who of the list this mailshot is for: by the values of a column, or one by one. Kept with the
/// mailshot; everybody else is left out, and comes back with one click.
final class ChooseDialogs {
  private static final double WIDTH = 520;
  private static final int ROWS = 9;

  private final UiContext context;
  private final Texts texts;
  private final PeopleModel model;

  ChooseDialogs(UiContext context, PeopleModel model) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
  }

  /// By the values of a column.
  ///
  /// @param first the column that is asked about first, or null for the likeliest
  void byValue(@Nullable FieldName first) {
    RecipientList list = model.list();
    if (list == null) {
      return;
    }
    new ByValue(list, first == null ? likeliest(list) : first).show();
  }

  private FieldName likeliest(RecipientList list) {
    Set<String> filtered = recipients().where().keySet();
    if (!filtered.isEmpty()) {
      return FieldName.of(filtered.iterator().next());
    }
    return list.columns().names().stream()
        .filter(name -> model.role(name) == PeopleModel.Role.FIELD)
        .findFirst()
        .orElseGet(() -> list.columns().names().getLast());
  }

  private Recipients recipients() {
    return model.mailshot().document().recipients();
  }

  /// One by one.
  void byHand() {
    RecipientList list = model.list();
    if (list != null) {
      new ByHand(list).show();
    }
  }

  private TextField finder(String name, Runnable onWords) {
    TextField field = new TextField();
    field.setPromptText(name);
    field.setAccessibleText(name);
    field.setId("choose-find");
    field.textProperty().addListener((_, _, _) -> onWords.run());
    return field;
  }

  private void show(String title, String what, List<Node> parts, Button take, Control focus) {
    take.setId("choose-take");
    Button cancel = Ui.button(texts.get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    HBox buttons = Ui.row(8, cancel, take);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content =
        Ui.column(
            12,
            Ui.column(
                4, Ui.label(title, "pr-dialog-title"), Ui.paragraph(what, "pr-muted", "pr-small")));
    content.getChildren().addAll(parts);
    content.getChildren().add(buttons);
    context.dialogs().show(title, content, WIDTH, () -> {}, focus);
  }

  /// Down from the search goes into the list.
  private static void leads(TextField from, Control to) {
    from.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            to.requestFocus();
            event.consume();
          }
        });
  }

  private final class ByValue {
    private final RecipientList list;
    private final ComboBox<FieldName> column = new ComboBox<>();
    private final CheckList<Choosing.Value, FieldName> values =
        new CheckList<>(
            texts,
            texts.get("people.choose.values"),
            ROWS,
            Choosing.Value::shown,
            this::words,
            this::counted);
    private final TextField find = finder(texts.get("people.choose.find-value"), this::narrow);
    private final Button take = Ui.button("", "accent");
    private List<Choosing.Value> all = List.of();

    private ByValue(RecipientList list, FieldName first) {
      this.list = list;
      column.getItems().setAll(new LinkedHashSet<>(list.columns().names()));
      column.setCellFactory(_ -> new NameCell());
      column.setButtonCell(new NameCell());
      column.setValue(first);
      column.setId("choose-column");
      column.setAccessibleText(texts.get("people.choose.column"));
      column.setMaxWidth(Double.MAX_VALUE);
      column.setOnAction(_ -> read());
      values.node().setId("choose-values");
      leads(find, values.node());
      take.setOnAction(_ -> take());
    }

    private void show() {
      Button allOfThem = Ui.button(texts.get("people.choose.all"), "small", "flat");
      allOfThem.setOnAction(_ -> values.tick(all.stream().map(Choosing.Value::shown).toList()));
      Button none = Ui.button(texts.get("people.choose.none"), "small", "flat");
      none.setOnAction(_ -> values.tick(List.of()));
      Label caption = Ui.label(texts.get("people.choose.column"), "pr-caption");
      caption.setLabelFor(column);
      ChooseDialogs.this.show(
          texts.get("people.choose.by-value.title"),
          texts.get("people.choose.by-value.text"),
          List.of(
              Ui.column(4, caption, column),
              Ui.row(8, Ui.grow(find), allOfThem, none),
              values.node()),
          take,
          column);
      read();
    }

    private void read() {
      FieldName name = column.getValue();
      Choosing choosing = new Choosing(list, recipients());
      context
          .tasks()
          .work(progress -> choosing.values(name, progress))
          .onSuccess(
              found -> {
                if (name.equals(column.getValue())) {
                  all = found;
                  narrow();
                  values.tick(ticked(name));
                }
              })
          .start();
    }

    private List<FieldName> ticked(FieldName name) {
      return recipients().where().entrySet().stream()
          .filter(each -> FieldName.of(each.getKey()).equals(name))
          .flatMap(each -> each.getValue().stream())
          .map(FieldName::of)
          .toList();
    }

    private void narrow() {
      String words = Folded.of(find.getText().strip());
      Predicate<Choosing.Value> fits = value -> Folded.of(value.shown().shown()).contains(words);
      values.rows(words.isEmpty() ? all : all.stream().filter(fits).toList());
    }

    private String words(Choosing.Value value) {
      String shown = value.shown().shown();
      return texts.get(
          "people.choose.value",
          shown.isEmpty() ? texts.get("people.empty") : LeftOutTexts.visible(shown),
          value.people());
    }

    private void counted() {
      int people =
          all.stream()
              .filter(value -> values.ticked().contains(value.shown()))
              .mapToInt(Choosing.Value::people)
              .sum();
      take.setText(texts.get("people.choose.take-people", people));
      take.setDisable(people == 0);
    }

    private void take() {
      List<String> chosen = new ArrayList<>();
      for (Choosing.Value value : all) {
        if (values.ticked().contains(value.shown())) {
          chosen.add(value.shown().shown());
        }
      }
      FieldName name = column.getValue();
      context.dialogs().close();
      model.decisions().where(name, chosen.size() == all.size() ? List.of() : chosen);
    }
  }

  private final class ByHand {
    private final RecipientList list;
    private final CheckList<Candidates.Candidate, Integer> people =
        new CheckList<>(
            texts,
            texts.get("people.choose.people"),
            ROWS,
            Candidates.Candidate::row,
            this::words,
            this::counted);
    private final TextField find = finder(texts.get("people.find"), this::narrow);
    private final Button take = Ui.button("", "accent");
    private List<Candidates.Candidate> all = List.of();

    private ByHand(RecipientList list) {
      this.list = list;
      people.node().setId("choose-people");
      leads(find, people.node());
      take.setOnAction(_ -> take());
    }

    private void show() {
      ChooseDialogs.this.show(
          texts.get("people.choose.by-hand.title"),
          texts.get("people.choose.by-hand.text"),
          List.of(find, people.node()),
          take,
          find);
      Choosing choosing = new Choosing(list, recipients());
      context
          .tasks()
          .work(choosing::people)
          .onSuccess(
              found -> {
                all = found;
                narrow();
                people.tick(choosing.only());
              })
          .start();
    }

    private void narrow() {
      String words = find.getText();
      people.rows(
          words.isBlank()
              ? all
              : all.stream()
                  .filter(Folded.holding(words, Candidates.Candidate::cells, list.columns().size()))
                  .toList());
    }

    private String words(Candidates.Candidate one) {
      FieldName name = list.nameColumn();
      String person = name == null ? "" : one.cells().apply(list.columns().indexOf(name)).strip();
      return LeftOutTexts.visible(
          person.isEmpty()
              ? one.address().strip()
              : texts.get("people.choose.person", person, one.address().strip()));
    }

    private void counted() {
      int count = people.ticked().size();
      take.setText(texts.get("people.choose.take-people", count));
      take.setDisable(count == 0);
    }

    private void take() {
      List<Decisions.Row> rows =
          all.stream()
              .filter(one -> people.ticked().contains(one.row()))
              .map(one -> new Decisions.Row(one.row(), one.address()))
              .toList();
      context.dialogs().close();
      model.decisions().only(rows.size() == all.size() ? List.of() : rows, model.address());
    }
  }

  private static final class NameCell extends ListCell<FieldName> {
    @Override
    protected void updateItem(@Nullable FieldName name, boolean empty) {
      super.updateItem(name, empty);
      setText(empty || name == null ? null : name.shown());
    }
  }
}
