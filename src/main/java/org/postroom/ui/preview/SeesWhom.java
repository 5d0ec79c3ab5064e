package org.postroom.ui.preview;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.postroom.engine.LetterView;
import org.postroom.recipients.Recipient;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// "Margaret sees the choir and herself. Hidden from her: the other 311 people." Computed from the
/// addresses that are in the finished bytes, never assumed.
final class SeesWhom extends FlowPane {
  private static final double PADDING = 32;

  private final Texts texts;

  /// They stay while letters are walked through, and only their words are changed.
  private final Part strange = new Part(Icons.BLOCKED);

  private final Part seen = new Part(Icons.SEEN);
  private final Part hidden = new Part(Icons.UNSEEN);

  SeesWhom(Texts texts) {
    super(36, 4);
    this.texts = texts;
    getStyleClass().addAll("pr-note", "preview-sees");
    setAlignment(Pos.CENTER_LEFT);
    // A long name takes another line, not the width of the page.
    setMinWidth(0);
  }

  /// @param view the finished letter, with every address that its bytes show
  /// @param from the sender, as the document has it
  /// @param letters all letters
  /// @param everybody all people
  void say(LetterView view, String from, int letters, int everybody) {
    List<Recipient> readers = view.people();
    String sender = name(from);
    long strangers = view.visible().stream().filter(seen -> !known(seen, view, from)).count();
    String tone = strangers == 0 ? "success" : "danger";
    if (!getStyleClass().contains(tone)) {
      getStyleClass().removeAll("success", "danger");
      getStyleClass().add(tone);
    }
    if (strangers > 0) {
      strange.say(texts.get("preview.sees.strangers"), Long.toString(strangers));
      put(List.of(strange));
      return;
    }
    if (readers.size() == 1) {
      String reader = first(PreviewScreen.name(readers.getFirst()));
      seen.say(texts.get("preview.sees.one", reader), texts.get("preview.sees.one.whom", sender));
      hidden.say(texts.get("preview.hidden"), texts.get("preview.hidden.others", everybody - 1));
    } else {
      seen.say(
          texts.get("preview.sees.many", readers.size()),
          texts.get("preview.sees.many.whom", sender));
      hidden.say(texts.get("preview.hidden"), texts.get("preview.hidden.all", everybody, letters));
    }
    put(List.of(seen, hidden));
  }

  private void put(List<Part> parts) {
    if (!getChildren().equals(parts)) {
      getChildren().setAll(parts);
    }
  }

  private static boolean known(String address, LetterView view, String from) {
    String key = address.toLowerCase(Locale.ROOT);
    return from.toLowerCase(Locale.ROOT).contains(key)
        || (view.people().size() == 1
            && view.people().getFirst().mailbox().address().wire().equalsIgnoreCase(address))
        || replies(view).contains(key);
  }

  private static String replies(LetterView view) {
    String replyTo = view.message().replyTo();
    return replyTo == null ? "" : replyTo.toLowerCase(Locale.ROOT);
  }

  private static String name(String mailbox) {
    int bracket = mailbox.indexOf('<');
    return bracket > 0 ? mailbox.substring(0, bracket).replace("\"", "").strip() : mailbox;
  }

  private static String first(String name) {
    int space = name.indexOf(' ');
    return space > 0 ? name.substring(0, space) : name;
  }

  /// A sign, what is said first, and the rest.
  private final class Part extends HBox {
    private final Label bold = Ui.label("", "pr-strong", "pr-small");
    private final Label plain = Ui.paragraph("", "pr-small");

    Part(String icon) {
      super(6);
      bold.setMinWidth(Region.USE_PREF_SIZE);
      getChildren().addAll(Icons.of(icon), bold, plain);
      setAlignment(Pos.CENTER_LEFT);
      maxWidthProperty().bind(SeesWhom.this.widthProperty().subtract(PADDING));
    }

    void say(String first, String rest) {
      bold.setText(first);
      plain.setText(rest);
    }
  }
}
