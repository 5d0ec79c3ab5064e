package org.postroom.ui.recipients;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.SeenLists.SeenList;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.ListWords;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Why may we write to them? Kept with the list. Nothing is chosen at first.
final class BasisPanel extends VBox {
  private final Texts texts;
  private final MailshotModel mailshot;
  private final Map<Basis.Choice, RadioButton> choices = new EnumMap<>(Basis.Choice.class);
  private final TextArea keeper = Ui.leftByTab(new TextArea());
  private final Note read = new Note(Icons.CHECKED, "success", "", "");
  private final VBox origin = Ui.column(6);
  private final ListWords words;
  private boolean filling;

  BasisPanel(UiContext context, MailshotModel mailshot) {
    this.texts = context.texts();
    this.words = new ListWords(context);
    this.mailshot = mailshot;
    setId("basis");
    getStyleClass().add("pr-basis");
    ToggleGroup group = new ToggleGroup();
    VBox radios = Ui.column(8);
    for (Basis.Choice choice : Basis.Choice.values()) {
      RadioButton radio = new RadioButton(texts.get(choice.key()));
      radio.setWrapText(true);
      radio.setToggleGroup(group);
      radio.setId("basis-" + choice.name().toLowerCase(texts.locale()));
      radio.getStyleClass().add("pr-small");
      choices.put(choice, radio);
      VBox one = Ui.column(0, radio);
      String hint = texts.get(choice.key() + "-hint");
      if (!hint.isEmpty()) {
        Label label = Ui.paragraph(hint, "pr-caption-text", "pr-radio-hint");
        radio.setAccessibleHelp(hint);
        one.getChildren().add(label);
      }
      radios.getChildren().add(one);
    }
    group.selectedToggleProperty().addListener((_, _, _) -> store());
    Label caption = Ui.paragraph(texts.get("people.keeper"), "pr-caption");
    keeper.setId("keeper");
    caption.setLabelFor(keeper);
    keeper.setAccessibleText(texts.get("people.keeper"));
    keeper.setWrapText(true);
    keeper.setPrefRowCount(2);
    keeper.setMinHeight(56);
    keeper.setPrefHeight(56);
    keeper.textProperty().addListener((_, _, _) -> store());
    VBox.setMargin(read, new javafx.geometry.Insets(16, 0, 0, 0));
    getChildren()
        .addAll(
            Ui.paragraph(texts.get("people.basis"), "pr-section"),
            gap(Ui.paragraph(texts.get("people.basis-why"), "pr-caption-text"), 4),
            gap(radios, 12),
            gap(caption, 16),
            gap(keeper, 4),
            read,
            gap(origin, 12));
    origin.setId("origin");
    Ui.show(origin, false);
    Ui.show(read, false);
  }

  private static <N extends javafx.scene.Node> N gap(N node, double above) {
    VBox.setMargin(node, new javafx.geometry.Insets(above, 0, 0, 0));
    return node;
  }

  /// Shows what the document says.
  void fill() {
    Basis now = Basis.read(mailshot.document().recipients().basis(), texts);
    filling = true;
    choices.forEach((choice, radio) -> radio.setSelected(choice == now.choice()));
    if (!keeper.getText().strip().equals(now.keeper())) {
      keeper.setText(now.keeper());
    }
    filling = false;
  }

  /// Says where the list came from, as far as that is known.
  void origin(RecipientList list, @Nullable SeenList seen, String today) {
    Ui.show(read, true);
    read.say("", texts.get("people.read-on", seen == null ? today : words.imported(seen)));
    origin.getChildren().clear();
    line(texts.get("lists.line.file"), list.origin().fileName());
    String sheet = list.origin().sheet();
    if (sheet != null) {
      line(texts.get("lists.line.sheet"), sheet);
    }
    if (seen != null) {
      line(texts.get("lists.line.age"), words.age(seen));
      line(texts.get("lists.line.use"), words.use(seen));
    }
    line(texts.get("lists.line.digest"), ListWords.digest(list.origin().sha256()));
    Ui.show(origin, true);
  }

  private void line(String name, String text) {
    Label caption = Ui.label(name, "pr-caption");
    Label words = Ui.paragraph(text, "pr-caption-text");
    caption.setLabelFor(words);
    words.setAccessibleText(name + ": " + text);
    origin.getChildren().add(Ui.column(0, caption, words));
  }

  private Basis.@Nullable Choice chosen() {
    for (Map.Entry<Basis.Choice, RadioButton> each : choices.entrySet()) {
      if (each.getValue().isSelected()) {
        return each.getKey();
      }
    }
    return null;
  }

  private void store() {
    if (!filling) {
      String written = new Basis(chosen(), keeper.getText()).written(texts);
      mailshot.edit(d -> Edits.recipients(d, Edits.basis(d.recipients(), written)));
    }
  }
}
