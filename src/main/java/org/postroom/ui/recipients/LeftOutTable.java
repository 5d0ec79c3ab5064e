package org.postroom.ui.recipients;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.postroom.recipients.LeftOut;
import org.postroom.ui.common.PageTable;
import org.postroom.ui.common.PageTable.Column;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// Every row that gets nothing: who, what the cell holds, why, and what can be done.
final class LeftOutTable {
  private static final double ACTS = 150;

  private final Texts texts;
  private final LeftOutTexts words;
  private final Consumer<LeftOut> onAct;
  private final PageTable<LeftOut> table;

  LeftOutTable(Texts texts, PeopleModel model, LeftOutTexts words, Consumer<LeftOut> onAct) {
    this.texts = texts;
    this.words = words;
    this.onAct = onAct;
    this.table =
        new PageTable<>(
            texts, "left-out-table", texts.get("people.left-out-table"), model.leftOut());
    table
        .column(
            new Column<LeftOut>(texts.get("people.row"), 84, r -> Integer.toString(r.at().row()))
                .styled("pr-number"))
        .column(
            new Column<>(
                texts.get("people.person"),
                128,
                r -> model.person(r).orElseGet(() -> texts.get("people.cannot-be-told"))))
        .column(
            new Column<>(texts.get("people.in-the-file"), 196, this::inTheFile)
                .atLeast(110)
                .styled("pr-muted"))
        .column(new Column<>(texts.get("people.why-left-out"), 380, words::why).atLeast(180))
        .acts(ACTS, Act::new)
        .key(KeyCode.ENTER, onAct)
        .empty(
            model.mailshot().listProperty().map(read -> read.list().leftOut()).orElse(List.of()),
            texts.get("people.nobody-left-out"),
            texts.get("people.none-found"));
  }

  private String inTheFile(LeftOut row) {
    return row.value().isEmpty() ? texts.get("people.empty") : LeftOutTexts.visible(row.value());
  }

  TableView<LeftOut> node() {
    return table.node();
  }

  /// A button, or in words that there is nothing to do.
  private final class Act implements PageTable.Acts<LeftOut> {
    private final Button button = Ui.button("", "small", "pr-in-table");
    private final Label nothing = Ui.label("");

    @Override
    public Node of(LeftOut row) {
      if (words.act(row) == LeftOutTexts.Act.NOTHING) {
        nothing.setText(words.button(row));
        return nothing;
      }
      button.setText(words.button(row));
      button.setAccessibleText(words.button(row) + ", " + words.why(row));
      button.setOnAction(_ -> onAct.accept(row));
      return button;
    }
  }
}
