package org.postroom.ui.message;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.postroom.recipients.FieldName;
import org.postroom.richtext.FieldTag;
import org.postroom.ui.common.ColumnFacts;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// What a chip looks like: `First name | or "friend"`; red where its column is gone.
final class ChipLook {
  private final Texts texts;
  private final MailshotModel mailshot;

  ChipLook(Texts texts, MailshotModel mailshot) {
    this.texts = texts;
    this.mailshot = mailshot;
  }

  Node of(FieldTag chip) {
    HBox box =
        switch (chip.kind()) {
          case FIELD -> field(chip);
          case WHERE_FILLED, WHERE_EMPTY -> rule(chip);
          case END -> end(chip);
        };
    box.setAccessibleRole(AccessibleRole.TEXT);
    return box;
  }

  private HBox field(FieldTag chip) {
    boolean known = known(chip.name());
    Label name = Ui.label(known ? chip.column() : texts.get("message.not-in-list", chip.column()));
    HBox box = Ui.row(0, name);
    box.getStyleClass().add("pr-chip");
    if (!known) {
      box.getStyleClass().add("unknown");
    }
    String fallback = chip.fallback();
    if (fallback != null) {
      box.getChildren().add(Ui.label(texts.get("message.or", fallback), "pr-chip-fallback"));
    }
    box.setAccessibleText(
        fallback == null
            ? texts.get("message.chip-said", chip.column())
            : texts.get("message.chip-said-fallback", chip.column(), fallback));
    return box;
  }

  private HBox rule(FieldTag chip) {
    boolean filled = chip.kind() == FieldTag.Kind.WHERE_FILLED;
    String text =
        texts.get(
            filled ? "message.only-filled" : "message.only-empty",
            chip.column(),
            texts.people(count(chip.name(), filled)));
    HBox box = Ui.row(6, Icons.small(Icons.FILTER), Ui.label(text));
    box.getStyleClass().add("pr-rule");
    if (!known(chip.name())) {
      box.getStyleClass().add("unknown");
    }
    box.setAccessibleText(text);
    return box;
  }

  private HBox end(FieldTag chip) {
    HBox box = Ui.row(0, Ui.label(texts.get("message.rule-ends")));
    box.getStyleClass().addAll("pr-rule", "end");
    box.setAccessibleText(texts.get("message.rule-ends-said", chip.column()));
    return box;
  }

  private boolean known(FieldName name) {
    List<ColumnFacts> columns = mailshot.columnsProperty().get();
    return columns.isEmpty() || columns.stream().anyMatch(each -> each.name().equals(name));
  }

  private int count(FieldName name, boolean filled) {
    return mailshot.columnsProperty().get().stream()
        .filter(each -> each.name().equals(name))
        .mapToInt(each -> filled ? each.people() - each.empty() : each.empty())
        .findFirst()
        .orElse(0);
  }
}
