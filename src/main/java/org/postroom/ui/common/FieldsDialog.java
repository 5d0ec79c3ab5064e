package org.postroom.ui.common;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A dialog that asks for something: what for, the fields with their names, what is wrong with one
/// of them below it, and two buttons. Many fields scroll in a small window, the buttons stay.
/// Escape and the first button leave everything as it is; Enter in a field goes on.
public final class FieldsDialog {
  private static final double WIDTH = 460;

  private final UiContext context;
  private final String title;
  private final VBox content;
  private final VBox fields = Ui.column(14);
  private final Map<Control, Label> faults = new HashMap<>();
  private final Button cancel;
  private Runnable take = () -> {};

  /// @param text what it is about; may be empty
  public FieldsDialog(UiContext context, String title, String text) {
    this.context = context;
    this.title = title;
    this.cancel = Ui.button(context.texts().get("dialog.cancel"));
    Label about = Ui.paragraph(text, "pr-muted", "pr-small");
    Ui.show(about, !text.isEmpty());
    this.content =
        Ui.column(
            14, Ui.column(4, Ui.paragraph(title, "pr-dialog-title"), about), Ui.asHighAs(fields));
    fields.getStyleClass().add("pr-dialog-fields");
  }

  /// Other words than "Cancel".
  public FieldsDialog cancel(String words) {
    cancel.setText(words);
    return this;
  }

  public FieldsDialog add(Node node) {
    fields.getChildren().add(node);
    return this;
  }

  /// A field below its name, with room for what is wrong.
  public <F extends TextField> F field(String id, String label, F field) {
    field.setId(id);
    field.setAccessibleText(label);
    field.setOnAction(_ -> take.run());
    Label caption = Ui.label(label, "pr-caption");
    caption.setLabelFor(field);
    add(Ui.column(4, caption, field, fault(field)));
    field.textProperty().addListener((_, _, _) -> clear(field));
    return field;
  }

  /// The place for what is wrong with `control`, for those who lay it out themselves.
  public Label fault(Control control) {
    Label fault = Ui.paragraph("", "pr-field-error");
    Ui.show(fault, false);
    faults.put(control, fault);
    return fault;
  }

  /// Says what is wrong below its field and puts the focus there.
  public void refuse(Control control, String words) {
    Label fault = faults.get(control);
    if (fault != null) {
      fault.setText(words);
      Ui.show(fault, true);
    }
    control.setAccessibleHelp(words);
    control.requestFocus();
  }

  /// Takes back what was said of a field.
  public void clear(Control control) {
    Label fault = faults.get(control);
    if (fault != null) {
      Ui.show(fault, false);
    }
    control.setAccessibleHelp(null);
  }

  /// @param id of the button that goes on
  /// @param act its words
  /// @param onTake goes on, and closes the dialog where nothing is wrong
  public void show(String id, String act, Runnable onTake, Node focus) {
    take = onTake;
    cancel.setOnAction(_ -> close());
    Button accept = Ui.button(act, "accent");
    accept.setId(id);
    accept.setOnAction(_ -> take.run());
    HBox buttons = Ui.row(8, cancel, accept);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    content.getChildren().add(buttons);
    context.dialogs().show(title, content, WIDTH, () -> {}, focus);
  }

  public void close() {
    context.dialogs().close();
  }
}
