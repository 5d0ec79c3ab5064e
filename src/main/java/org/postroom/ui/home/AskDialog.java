package org.postroom.ui.home;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Asks for a few words, each in a field of its own; Enter goes on, Escape leaves everything as it
/// is.
final class AskDialog {
  private static final double WIDTH = 460;

  private final UiContext context;
  private final String title;
  private final String text;
  private final List<Field> fields = new ArrayList<>();

  /// @param wrong what is wrong with a text; empty where nothing is
  private record Field(TextField field, Label caption, Label fault, UnaryOperator<String> wrong) {}

  AskDialog(UiContext context, String title, String text) {
    this.context = context;
    this.title = title;
    this.text = text;
  }

  AskDialog field(String id, String label, UnaryOperator<String> wrong) {
    TextField field = new TextField();
    field.setId(id);
    field.setAccessibleText(label);
    Label caption = Ui.label(label, "pr-caption");
    caption.setLabelFor(field);
    Label fault = Ui.paragraph("", "pr-field-error");
    Ui.show(fault, false);
    field.textProperty().addListener((_, _, _) -> Ui.show(fault, false));
    fields.add(new Field(field, caption, fault, wrong));
    return this;
  }

  /// @param act the words of the button
  /// @param then what was written, in the order of the fields
  void show(String act, Consumer<List<String>> then) {
    Runnable take =
        () -> {
          Field first = null;
          for (Field each : fields) {
            String wrong = each.wrong().apply(each.field().getText().strip());
            each.fault().setText(wrong);
            each.field().setAccessibleHelp(wrong);
            Ui.show(each.fault(), !wrong.isEmpty());
            first = first == null && !wrong.isEmpty() ? each : first;
          }
          if (first == null) {
            context.dialogs().close();
            then.accept(fields.stream().map(each -> each.field().getText().strip()).toList());
          } else {
            first.field().requestFocus();
          }
        };
    List<Node> parts = new ArrayList<>();
    for (Field each : fields) {
      each.field().setOnAction(_ -> take.run());
      parts.add(Ui.column(4, each.caption(), each.field(), each.fault()));
    }
    Button accept = Ui.button(act, "accent");
    accept.setId("ask-take");
    accept.setOnAction(_ -> take.run());
    Button cancel = Ui.button(context.texts().get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    HBox buttons = Ui.row(8, cancel, accept);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content =
        Ui.column(
            14, Ui.paragraph(title, "pr-dialog-title"), Ui.paragraph(text, "pr-muted", "pr-small"));
    content.getChildren().addAll(parts);
    content.getChildren().add(buttons);
    context.dialogs().show(title, content, WIDTH, () -> {}, fields.getFirst().field());
  }
}
