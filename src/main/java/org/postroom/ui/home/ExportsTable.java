package org.postroom.ui.home;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.postroom.engine.ListExporter.Export;
import org.postroom.ui.common.PageTable;
import org.postroom.ui.common.PageTable.Column;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.exports.ExportWords;
import org.postroom.ui.exports.ExportsModel;

/// Every export of a list: for whom, when, and which address stands in it alone.
final class ExportsTable {
  private static final double ACTS = 90;

  private final UiContext context;
  private final Texts texts;
  private final ExportWords words;
  private final PageTable<Export> table;

  ExportsTable(UiContext context, ExportsModel model) {
    this.context = context;
    this.texts = context.texts();
    this.words = new ExportWords(context);
    this.table =
        new PageTable<>(texts, "exports-table", texts.get("exports.table"), model.shown())
            .column(column("file", 140, ExportWords::file))
            .column(column("to", 180, words::handedTo))
            .column(column("at", 140, words::day).sortedBy(export -> export.at().toString()))
            .column(column("list", 110, Export::listFile))
            .column(column("people", 84, export -> Integer.toString(export.people())).atLeast(84))
            .column(column("canary", 240, words::canary))
            .acts(ACTS, Acts::new)
            .key(KeyCode.ENTER, this::details)
            .empty(model.allProperty(), texts.get("exports.none"), texts.get("exports.none-found"));
  }

  private Column<Export> column(String key, double width, Function<Export, String> text) {
    return new Column<>(texts.get("exports.column." + key), width, text).atLeast(60);
  }

  TableView<Export> node() {
    return table.node();
  }

  /// Puts the focus on an export, as far as it is shown.
  void choose(Export export) {
    node().getSelectionModel().select(export);
    node().scrollTo(export);
    node().requestFocus();
  }

  private void details(Export export) {
    DetailsDialog.show(context, ExportWords.file(export), words.lines(export));
  }

  private final class Acts implements PageTable.Acts<Export> {
    private final Button more = Ui.button(texts.get("lists.more"), "small", "pr-in-table");

    @Override
    public Node of(Export export) {
      more.setAccessibleText(texts.get("exports.details-said", ExportWords.file(export)));
      more.setOnAction(_ -> details(export));
      return more;
    }
  }
}
