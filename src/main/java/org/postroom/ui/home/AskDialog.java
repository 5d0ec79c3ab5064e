package org.postroom.ui.home;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.TextField;
import org.postroom.ui.common.FieldsDialog;
import org.postroom.ui.common.UiContext;

/// Asks for a few words, each in a field of its own; Enter goes on, Escape leaves everything as it
/// is.
final class AskDialog {
  private final FieldsDialog dialog;
  private final List<Asked> fields = new ArrayList<>();

  /// @param wrong what is wrong with a text; empty where nothing is
  private record Asked(TextField field, UnaryOperator<String> wrong) {
    private String words() {
      return field.getText().strip();
    }
  }

  AskDialog(UiContext context, String title, String text) {
    dialog = new FieldsDialog(context, title, text);
  }

  AskDialog field(String id, String label, UnaryOperator<String> wrong) {
    fields.add(new Asked(dialog.field(id, label, new TextField()), wrong));
    return this;
  }

  /// @param act the words of the button
  /// @param then what was written, in the order of the fields
  void show(String act, Consumer<List<String>> then) {
    dialog.show("ask-take", act, () -> take(then), fields.getFirst().field());
  }

  /// The focus ends at the first field of which something is wrong.
  private void take(Consumer<List<String>> then) {
    boolean right = true;
    for (Asked each : fields.reversed()) {
      String wrong = each.wrong().apply(each.words());
      if (!wrong.isEmpty()) {
        dialog.refuse(each.field(), wrong);
        right = false;
      }
    }
    if (right) {
      dialog.close();
      then.accept(fields.stream().map(Asked::words).toList());
    }
  }
}
