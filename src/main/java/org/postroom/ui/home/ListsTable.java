package org.postroom.ui.home;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.postroom.engine.SeenLists.SeenList;
import org.postroom.ui.common.ListWords;
import org.postroom.ui.common.PageTable;
import org.postroom.ui.common.PageTable.Column;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Every list that was read: where it came from, what it was used for, and what can be done with
/// it.
final class ListsTable {
  private static final double ACTS = 250;

  private final UiContext context;
  private final Texts texts;
  private final ListsModel model;
  private final ListWords words;
  private final Consumer<SeenList> onExport;
  private final PageTable<SeenList> table;

  ListsTable(UiContext context, ListsModel model, Consumer<SeenList> onExport) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.onExport = onExport;
    this.words = new ListWords(context);
    this.table =
        new PageTable<>(texts, "lists-table", texts.get("lists.title"), model.shown())
            .column(column("file", 140, SeenList::fileName))
            .column(
                column("imported", 190, words::imported)
                    .sortedBy(list -> list.firstImported().toString()))
            .column(column("people", 84, list -> Integer.toString(list.people())).atLeast(84))
            .column(column("basis", 150, words::basis))
            .column(column("use", 140, words::use))
            .acts(ACTS, Acts::new)
            .key(KeyCode.ENTER, this::details)
            .key(KeyCode.DELETE, this::forget)
            .empty(model.allProperty(), texts.get("lists.none"), texts.get("lists.none-found"));
  }

  private Column<SeenList> column(String key, double width, Function<SeenList, String> text) {
    return new Column<>(texts.get("lists.column." + key), width, text).atLeast(60);
  }

  TableView<SeenList> node() {
    return table.node();
  }

  private void details(SeenList list) {
    DetailsDialog.show(context, list.fileName(), words.lines(list));
  }

  private void forget(SeenList list) {
    new AskDialog(
            context,
            texts.get("lists.forget.title", list.fileName()),
            texts.get("lists.forget.text"))
        .field(
            "forget-reason",
            texts.get("lists.forget.reason"),
            text -> text.isEmpty() ? texts.get("suppression.needs-reason") : "")
        .show(texts.get("lists.forget.take"), said -> model.forget(list, said.getFirst()));
  }

  private final class Acts implements PageTable.Acts<SeenList> {
    private final Button more = button("lists.more");
    private final Button export = button("lists.export");
    private final Button forget = button("lists.forget");
    private final HBox all = Ui.row(6, more, export, forget);

    private Acts() {
      all.setAlignment(Pos.CENTER_RIGHT);
    }

    private Button button(String key) {
      return Ui.button(texts.get(key), "small", "pr-in-table");
    }

    @Override
    public Node of(SeenList list) {
      set(more, "lists.more-said", list, ListsTable.this::details);
      set(export, "lists.export-said", list, onExport);
      set(forget, "lists.forget-said", list, ListsTable.this::forget);
      return all;
    }

    private void set(Button button, String said, SeenList list, Consumer<SeenList> act) {
      button.setAccessibleText(texts.get(said, list.fileName()));
      button.setOnAction(_ -> act.accept(list));
    }
  }
}
