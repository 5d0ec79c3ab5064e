package org.postroom.ui.recipients;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Rows of one address whose data differ: keep the first, keep this one, or leave all of them out.
/// The decision is kept with the mailshot and can be taken again.
final class ConflictDialog {
  private static final double WIDTH = 640;
  private static final double MOST = 320;

  private final UiContext context;
  private final Texts texts;
  private final PeopleModel model;
  private final RecipientList list;
  private final List<SameAddress.Row> rows;
  private final LeftOut from;
  private final ToggleGroup group = new ToggleGroup();
  private final GridPane grid = new GridPane(20, 8);
  private final RadioButton nobody;
  private final Button take = Ui.button("", "accent");
  private @Nullable RadioButton first;

  private ConflictDialog(UiContext context, PeopleModel model, RecipientList list, LeftOut from) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.list = list;
    this.from = from;
    this.rows = model.sameAddress(from);
    this.nobody = new RadioButton(texts.get("people.compare.nobody"));
  }

  /// @param from the row at which it was asked
  static void show(UiContext context, PeopleModel model, LeftOut from) {
    RecipientList list = model.list();
    // In a very long list they may not have been compared yet.
    if (list != null && !model.sameAddress(from).isEmpty()) {
      new ConflictDialog(context, model, list, from).show();
    }
  }

  private void show() {
    for (int r = 0; r < rows.size(); r++) {
      grid.add(radio(rows.get(r), r == 0), r + 1, 0);
    }
    Set<Integer> differing = new HashSet<>();
    for (int c = 0; c < list.columns().size(); c++) {
      Label name = Ui.label(list.columns().names().get(c).shown(), "pr-caption");
      name.setMinWidth(Region.USE_PREF_SIZE);
      grid.add(name, 0, c + 1);
      int column = c;
      if (rows.stream().map(row -> cell(row, column)).distinct().count() > 1) {
        differing.add(c);
      }
      for (int r = 0; r < rows.size(); r++) {
        boolean differs = differing.contains(c);
        Label cell =
            Ui.label(
                LeftOutTexts.visible(cell(rows.get(r), c)),
                "pr-small",
                differs ? "pr-strong" : "pr-muted");
        cell.setAccessibleText(
            texts.get(
                differs ? "people.compare.differs" : "people.compare.same",
                name.getText(),
                cell(rows.get(r), c)));
        grid.add(cell, r + 1, c + 1);
      }
    }
    nobody.setToggleGroup(group);
    nobody.setId("keep-nobody");
    take.setId("row-take");
    take.setOnAction(_ -> take());
    group.selectedToggleProperty().addListener((_, _, now) -> chosen(now));
    chosen(group.getSelectedToggle());
    Button cancel = Ui.button(texts.get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    HBox buttons = Ui.row(8, cancel, take);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.getStyleClass().addAll("edge-to-edge", "pr-scroll");
    scroll.setFocusTraversable(false);
    scroll.setPrefHeight(Math.min(MOST, 40 + 27.0 * list.columns().size()));
    scroll.setMinHeight(120);
    grid.setPadding(new javafx.geometry.Insets(4));
    String title = texts.get("people.compare.title");
    VBox content =
        Ui.column(
            16,
            Ui.label(title, "pr-dialog-title"),
            Ui.paragraph(texts.get("people.compare.text"), "pr-muted", "pr-small"),
            scroll,
            nobody,
            buttons);
    Toggle decided = group.getSelectedToggle();
    RadioButton focus = decided instanceof RadioButton radio ? radio : first;
    context.dialogs().show(title, content, WIDTH, () -> {}, focus == null ? nobody : focus);
  }

  private RadioButton radio(SameAddress.Row row, boolean isFirst) {
    boolean here = row.row() == from.at().row();
    RadioButton radio =
        new RadioButton(
            texts.get(
                isFirst
                    ? "people.compare.first"
                    : here ? "people.compare.this" : "people.compare.row",
                row.row()));
    radio.setToggleGroup(group);
    radio.setUserData(row);
    radio.setId("keep-" + row.row());
    radio.setMinWidth(Region.USE_PREF_SIZE);
    radio.setSelected(row.kept());
    if (here || first == null) {
      first = radio;
    }
    return radio;
  }

  /// The focus is where the choice is.
  private void chosen(@Nullable Toggle now) {
    take.setDisable(now == null);
    if (now instanceof RadioButton radio) {
      if (radio.getScene() != null) {
        radio.requestFocus();
      }
      take.setText(
          radio.getUserData() instanceof SameAddress.Row row
              ? texts.get("people.compare.take", row.row())
              : texts.get("people.compare.take-nobody"));
    } else {
      take.setText(texts.get("people.compare.take-none"));
    }
  }

  private String cell(SameAddress.Row row, int column) {
    return column < row.cells().size() ? row.cells().get(column).strip() : "";
  }

  private void take() {
    Toggle chosen = group.getSelectedToggle();
    List<Decisions.Row> all = rows.stream().map(this::decided).toList();
    context.dialogs().close();
    if (chosen.getUserData() instanceof SameAddress.Row row) {
      model.decisions().keep(decided(row), all);
    } else {
      model.decisions().leaveOut(all, model.address(), texts.get("people.compare.nobody-reason"));
    }
  }

  private Decisions.Row decided(SameAddress.Row row) {
    int address = list.addressColumn() == null ? -1 : list.columns().indexOf(list.addressColumn());
    return new Decisions.Row(row.row(), address < 0 ? "" : row.cells().get(address));
  }
}
