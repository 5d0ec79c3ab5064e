package org.postroom.ui.home;

import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.engine.SeenLists.SeenList;
import org.postroom.ui.common.ListWords;
import org.postroom.ui.common.PageTable;
import org.postroom.ui.common.PageTable.Column;
import org.postroom.ui.common.SearchField;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// "Lists": every list that was read in this workspace, where it came from, and what it was used
/// for. Enter shows all that is known of one.
public final class ListsScreen extends RailPage {
  private static final double ACTS = 180;

  private final ListsModel model;
  private final ListWords words;
  private final SearchField search;

  public ListsScreen(UiContext context) {
    super(context, "lists", context.texts().get("lists.title"), context.texts().get("lists.what"));
    model = new ListsModel(context.engine().seenLists(), context.tasks());
    words = new ListWords(context);
    search = new SearchField("find-list", texts().get("lists.find"), model::find);
    add(Ui.row(8, Ui.spacer(), search), Ui.grow(table()));
    model.problemProperty().subscribe(this::problem);
  }

  private Node table() {
    return new PageTable<>(texts(), "lists-table", texts().get("lists.title"), model.shown())
        .column(column("file", 150, SeenList::fileName))
        .column(
            column("imported", 210, words::imported)
                .sortedBy(list -> list.firstImported().toString()))
        .column(column("people", 76, list -> Integer.toString(list.people())))
        .column(column("basis", 170, words::basis))
        .column(column("use", 170, words::use))
        .acts(ACTS, Acts::new)
        .key(KeyCode.ENTER, this::details)
        .key(KeyCode.DELETE, this::forget)
        .empty(model.allProperty(), texts().get("lists.none"), texts().get("lists.none-found"))
        .node();
  }

  private Column<SeenList> column(String key, double width, Function<SeenList, String> text) {
    return new Column<>(texts().get("lists.column." + key), width, text).atLeast(60);
  }

  private void details(SeenList list) {
    GridPane grid = new GridPane(16, 8);
    int row = 0;
    for (ListWords.Line line : words.lines(list)) {
      Label name = Ui.label(line.name(), "pr-caption");
      name.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
      Label text = Ui.paragraph(line.text(), "pr-small");
      name.setLabelFor(text);
      grid.addRow(row++, name, text);
    }
    Button close = Ui.button(texts().get("dialog.close"));
    close.setOnAction(_ -> context().dialogs().close());
    HBox buttons = Ui.row(8, close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content = Ui.column(16, Ui.label(list.fileName(), "pr-dialog-title"), grid, buttons);
    context().dialogs().show(list.fileName(), content, 560, () -> {}, close);
  }

  private void forget(SeenList list) {
    new AskDialog(
            context(),
            texts().get("lists.forget.title", list.fileName()),
            texts().get("lists.forget.text"))
        .field(
            "forget-reason",
            texts().get("lists.forget.reason"),
            text -> text.isEmpty() ? texts().get("suppression.needs-reason") : "")
        .show(texts().get("lists.forget.take"), said -> model.forget(list, said.getFirst()));
  }

  @Override
  public void shown() {
    super.shown();
    model.refresh();
  }

  @Override
  public Node firstFocus() {
    return search;
  }

  @Override
  public Map<KeyCombination, Runnable> keys() {
    return Map.of(
        new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN), search::requestFocus);
  }

  private final class Acts implements PageTable.Acts<SeenList> {
    private final Button more = Ui.button(texts().get("lists.more"), "small", "pr-in-table");
    private final Button forget = Ui.button(texts().get("lists.forget"), "small", "pr-in-table");
    private final HBox both = Ui.row(6, more, forget);

    private Acts() {
      both.setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    public Node of(SeenList list) {
      more.setAccessibleText(texts().get("lists.more-said", list.fileName()));
      more.setOnAction(_ -> details(list));
      forget.setAccessibleText(texts().get("lists.forget-said", list.fileName()));
      forget.setOnAction(_ -> forget(list));
      return both;
    }
  }
}
