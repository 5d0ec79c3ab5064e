package org.postroom.ui.recipients;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// "24 of 312 chosen: Section = Alto", and the way back to everybody. Only there while somebody is
/// chosen.
final class ChosenLine extends HBox {
  private static final int SHOWN_VALUES = 3;

  private final UiContext context;
  private final Texts texts;
  private final PeopleModel model;
  private final Label words = Ui.paragraph("", "pr-small");
  private final Button all = Ui.button("", "small");
  private int latest;

  ChosenLine(UiContext context, PeopleModel model, ChooseDialogs dialogs) {
    super(8);
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    setId("chosen");
    getStyleClass().addAll("pr-note", "accent", "pr-chosen");
    Button change = Ui.button(texts.get("people.chosen.change"), "small");
    change.setId("chosen-change");
    change.setAccessibleText(texts.get("people.chosen.change-said"));
    change.setOnAction(
        _ -> {
          if (model.mailshot().document().recipients().where().isEmpty()) {
            dialogs.byHand();
          } else {
            dialogs.byValue(null);
          }
        });
    all.setId("chosen-all");
    all.setOnAction(_ -> model.decisions().everybody());
    getChildren().addAll(Icons.small(Icons.FILTER), Ui.grow(words), change, all);
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    Ui.show(this, false);
  }

  void show(RecipientList list) {
    Recipients choices = model.mailshot().document().recipients();
    Ui.show(this, Choosing.any(choices));
    int mine = ++latest;
    if (Choosing.any(choices)) {
      context
          .tasks()
          .work(_ -> Candidates.of(list).size())
          .onSuccess(
              of -> {
                if (latest == mine) {
                  say(list.people().size(), of, choices);
                }
              })
          .start();
    }
  }

  private void say(int people, int of, Recipients choices) {
    List<String> how = new ArrayList<>();
    choices.where().forEach((column, values) -> how.add(equation(column, values)));
    if (!choices.only().isEmpty()) {
      how.add(texts.get("people.chosen.by-hand"));
    }
    words.setText(texts.get("people.chosen", people, of, String.join(", ", how)));
    all.setText(texts.get("people.chosen.all", of));
  }

  private String equation(String column, List<String> values) {
    List<String> shown =
        values.stream()
            .limit(SHOWN_VALUES)
            .map(value -> value.isEmpty() ? texts.get("people.empty") : value)
            .toList();
    String some = String.join(texts.get("people.chosen.or"), shown);
    int more = values.size() - shown.size();
    return texts.get(
        "people.chosen.equation",
        FieldName.of(column).shown(),
        more == 0 ? some : texts.get("people.chosen.more", some, more));
  }
}
