package org.postroom.ui.message;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.richtext.FieldTag;
import org.postroom.ui.common.ColumnFacts;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Keycap;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.frame.Shell;

/// Insert field: finds columns, shows sample values and how many cells are empty, and asks what to
/// write where a cell is empty.
final class FieldMenu extends VBox {
  private static final int ROWS = 6;

  private final Texts texts;
  private final CustomTextField find = new CustomTextField();
  private final Label caption = Ui.label("", "pr-caption");
  private final VBox rows = new VBox();
  private final ScrollPane scroll = Ui.scrolling(rows);
  private final Label question = Ui.paragraph("", "pr-caption-text");
  private final TextField fallback = new TextField();
  private final VBox asking;
  private final Button rule;
  private List<ColumnFacts> columns = List.of();
  private List<ColumnFacts> found = List.of();
  private int at;
  private Consumer<FieldTag> onField = _ -> {};
  private Consumer<String> onRule = _ -> {};
  private Runnable onClose = () -> {};

  FieldMenu(Texts texts) {
    super(0);
    this.texts = texts;
    getStyleClass().addAll("pr-popup", "pr-field-menu");
    setId("field-menu");
    setMaxSize(304, Region.USE_PREF_SIZE);
    setPrefWidth(304);
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(texts.get("message.insert-field"));
    find.setId("find-column");
    find.setPromptText(texts.get("message.find-column"));
    find.setAccessibleText(texts.get("message.find-column"));
    find.setLeft(Icons.small(Icons.SEARCH));
    find.textProperty().addListener((_, _, _) -> filter());
    caption.getStyleClass().add("pr-menu-caption");
    scroll.setMaxHeight(ROWS * 34);
    scroll.setMinHeight(Region.USE_PREF_SIZE);
    fallback.setId("fallback");
    fallback.getStyleClass().add("small");
    asking = Ui.column(4, question, fallback);
    asking.getStyleClass().add("pr-menu-asking");
    rule = Ui.button(Icons.small(Icons.FILTER), texts.get("message.rule"), "flat", "small");
    rule.setId("insert-rule");
    rule.setMaxWidth(Double.MAX_VALUE);
    rule.getStyleClass().add("pr-menu-row");
    rule.setOnAction(_ -> chosen().ifPresent(column -> onRule.accept(column.name().shown())));
    Region above = line();
    above.visibleProperty().bind(asking.visibleProperty());
    above.managedProperty().bind(asking.managedProperty());
    getChildren().addAll(find, caption, scroll, above, asking, line(), rule);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    Ui.show(this, false);
  }

  private static Region line() {
    Region line = new Region();
    line.getStyleClass().addAll("pr-line", "pr-menu-line");
    return line;
  }

  /// @param list the name of the list's file
  void open(
      String list,
      List<ColumnFacts> all,
      Consumer<FieldTag> field,
      Consumer<String> ruled,
      Runnable closed) {
    columns = all;
    onField = field;
    onRule = ruled;
    onClose = closed;
    caption.setText(
        all.isEmpty() ? texts.get("message.no-columns") : texts.get("message.columns-of", list));
    at = 0;
    find.clear();
    filter();
    Ui.show(this, true);
    find.requestFocus();
  }

  boolean isOpen() {
    return isVisible();
  }

  void close() {
    Ui.show(this, false);
    onClose.run();
  }

  private void filter() {
    String words = find.getText().strip().toLowerCase(Locale.ROOT);
    found =
        columns.stream()
            .filter(each -> each.name().shown().toLowerCase(Locale.ROOT).contains(words))
            .toList();
    at = Math.clamp(at, 0, Math.max(0, found.size() - 1));
    List<Node> made = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      made.add(row(i, found.get(i)));
    }
    rows.getChildren().setAll(made);
    scroll.setPrefHeight(Math.min(ROWS, Math.max(1, found.size())) * 32 + 2);
    mark();
  }

  private HBox row(int index, ColumnFacts column) {
    Label name = Ui.label(column.name().shown(), "pr-strong");
    name.setMinWidth(96);
    name.setMaxWidth(120);
    Label samples = Ui.label(String.join(", ", column.samples()), "pr-caption-text");
    samples.setMinWidth(0);
    samples.setMaxWidth(Double.MAX_VALUE);
    HBox row = Ui.row(8, name, Ui.grow(samples));
    if (column.empty() > 0) {
      Label empty = Ui.label(texts.get("message.empty", column.empty()), "pr-small-warning");
      empty.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(empty);
    }
    row.getStyleClass().add("pr-menu-row");
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    row.setAccessibleText(
        column.name().shown()
            + (column.empty() > 0 ? ", " + texts.get("message.empty", column.empty()) : ""));
    row.setOnMouseClicked(
        _ -> {
          at = index;
          mark();
          take();
        });
    row.setOnMouseEntered(
        _ -> {
          at = index;
          mark();
        });
    return row;
  }

  private void mark() {
    for (int i = 0; i < rows.getChildren().size(); i++) {
      HBox row = (HBox) rows.getChildren().get(i);
      row.pseudoClassStateChanged(Shell.CURRENT, i == at);
      row.getChildren().removeIf(node -> node instanceof Keycap);
      if (i == at) {
        row.getChildren().add(new Keycap(texts.get("key.enter")));
      }
    }
    chosen()
        .ifPresentOrElse(
            column -> {
              find.setAccessibleHelp(column.name().shown());
              question.setText(
                  texts.get(
                      "message.where-empty", column.name().shown(), texts.people(column.empty())));
              Ui.show(asking, column.empty() > 0);
            },
            () -> Ui.show(asking, false));
    rule.setDisable(found.isEmpty());
  }

  private java.util.Optional<ColumnFacts> chosen() {
    return at < found.size() ? java.util.Optional.of(found.get(at)) : java.util.Optional.empty();
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case ENTER -> {
        if (rule.isFocused()) {
          return;
        }
        take();
      }
      default -> {
        if (event.getCode() != KeyCode.ESCAPE) {
          return;
        }
        close();
      }
    }
    event.consume();
  }

  private void move(int by) {
    at = Math.clamp(at + by, 0, Math.max(0, found.size() - 1));
    mark();
  }

  private void take() {
    ColumnFacts column = chosen().orElse(null);
    if (column != null) {
      @Nullable String words = column.empty() > 0 ? fallback.getText().strip() : null;
      onField.accept(
          FieldTag.field(column.name().shown(), words == null || words.isEmpty() ? null : words));
      fallback.clear();
    }
  }
}
