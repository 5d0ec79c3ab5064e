package org.postroom.ui.review;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.finding.Severity;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// One finding: what it is, why, an example with the place marked, and the fix. A finding that must
/// be fixed has no way round.
final class FindingCard extends HBox {
  private final Texts texts;
  private final ReviewModel model;
  private final Finding finding;
  private final VBox words;
  private final HBox buttons = new HBox(8);
  private final Button first;

  /// @param goTo opens the step where the cause is
  FindingCard(
      Texts texts,
      FindingTexts sentences,
      Places places,
      ReviewModel model,
      Finding finding,
      Consumer<Step> goTo) {
    super(14);
    this.texts = texts;
    this.model = model;
    this.finding = finding;
    boolean block = finding.severity() == Severity.BLOCK;
    getStyleClass().addAll("pr-card", "finding", block ? "danger" : "warning");
    setAlignment(Pos.CENTER_LEFT);
    var icon = Icons.large(block ? Icons.BLOCKED : Icons.WARNING);
    icon.getStyleClass().add(block ? "icon-danger" : "icon-warning");
    VBox iconBox = new VBox(icon);
    Label title = Ui.paragraph(sentences.title(finding), "pr-strong");
    Label why = Ui.paragraph(sentences.why(finding), "pr-small");
    words = new VBox(4, title, why);
    words.setMinWidth(0);
    if (!finding.quote().isBlank()) {
      words.getChildren().add(Ui.paragraph(finding.quote(), "finding-quote", "pr-small"));
    }
    String where = places.of(finding);
    if (!where.isEmpty()) {
      words.getChildren().add(Ui.paragraph(where, "pr-caption-text"));
    }
    first = fix(goTo);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.setMinWidth(Region.USE_PREF_SIZE);
    buttons.getChildren().add(first);
    if (!block) {
      Button confirm = Ui.button(texts.get("review.confirm"));
      confirm.setOnAction(_ -> askReason());
      buttons.getChildren().add(confirm);
    }
    getChildren().addAll(iconBox, Ui.grow(words), buttons);
    setMinHeight(Region.USE_PREF_SIZE);
    setAccessibleText((sentences.message(finding) + " " + where).strip());
  }

  /// The first fix: what F8 goes to.
  Button first() {
    return first;
  }

  private Button fix(Consumer<Step> goTo) {
    var removable = model.removable(finding);
    if (removable.isPresent()) {
      String name = removable.get();
      Button remove = Ui.button(Icons.of(Icons.BIN), texts.get("review.fix.remove", name));
      remove.setOnAction(_ -> model.remove(name));
      return style(remove);
    }
    Step step = where(finding.id());
    Button go = Ui.button(texts.get("review.fix." + step));
    go.setOnAction(_ -> goTo.accept(step));
    return style(go);
  }

  private Button style(Button button) {
    if (finding.severity() == Severity.BLOCK) {
      button.getStyleClass().add("accent");
    }
    return button;
  }

  /// The step in which the cause of a finding is removed.
  static Step where(String id) {
    if (id.equals("list.is-attachment") || id.equals("list.is-body")) {
      return Step.MESSAGE;
    }
    return switch (id.substring(0, Math.max(0, id.indexOf('.')))) {
      case "list", "address", "name", "header", "send" -> Step.PEOPLE;
      case "preview" -> Step.PREVIEW;
      default -> Step.MESSAGE;
    };
  }

  private void askReason() {
    buttons.getChildren().clear();
    TextField reason = new TextField();
    reason.setPromptText(texts.get("review.reason"));
    reason.setAccessibleText(texts.get("review.reason"));
    reason.setPrefColumnCount(24);
    TextField count = new TextField();
    boolean typed = ReviewModel.typedCount(finding);
    count.setPromptText(texts.get("review.count"));
    count.setAccessibleText(texts.get("review.count"));
    count.setPrefColumnCount(6);
    Label wrong = Ui.paragraph("", "pr-field-error");
    Ui.show(wrong, false);
    Button keep = Ui.button(texts.get("review.confirm.keep"), "accent");
    Runnable act =
        () -> {
          if (typed && !count.getText().strip().equals(Integer.toString(finding.count()))) {
            say(wrong, texts.get("review.count.wrong"));
            count.requestFocus();
          } else if (!model.confirm(finding, reason.getText())) {
            say(wrong, texts.get("review.reason.short", ReviewModel.LEAST_REASON));
            reason.requestFocus();
          }
        };
    keep.setOnAction(_ -> act.run());
    reason.setOnAction(_ -> act.run());
    Button cancel = Ui.button(texts.get("dialog.cancel"), "flat");
    cancel.setOnAction(_ -> restore(wrong, reason, count));
    HBox row = new HBox(8, reason);
    if (typed) {
      row.getChildren().add(count);
    }
    row.getChildren().addAll(keep, cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox asked =
        new VBox(4, Ui.label(texts.get("review.reason.why"), "pr-caption-text"), row, wrong);
    asked.getStyleClass().add("finding-reason");
    words.getChildren().add(asked);
    reason.requestFocus();
  }

  private static void say(Label label, String text) {
    label.setText(text);
    Ui.show(label, true);
  }

  private void restore(Label wrong, TextField reason, TextField count) {
    reason.clear();
    count.clear();
    Ui.show(wrong, false);
    words.getChildren().removeLast();
    buttons.getChildren().add(first);
    Button confirm = Ui.button(texts.get("review.confirm"));
    confirm.setOnAction(_ -> askReason());
    buttons.getChildren().add(confirm);
    confirm.requestFocus();
  }
}
