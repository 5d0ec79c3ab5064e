package org.postroom.ui.frame;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.Badge;
import org.postroom.ui.common.BadgeKind;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// Back to Mailshots, the name (editable in place, F2), the state, what was saved, help, more. On
/// the home screens: the program's name.
public final class TitleBar extends HBox {
  private final Texts texts;
  private final Acts acts;
  private final Label name = Ui.label("", "pr-bar-name");
  private final TextField nameField = new TextField();
  private final StackPane badge = new StackPane();
  private @Nullable BadgeKind shown;
  private final Label status = Ui.label("", "pr-caption-text");
  private final Button more;
  private boolean editing;

  /// What the title bar can do.
  public interface Acts {
    void home();

    void rename(String name);

    void help();

    /// Opens the menu below `beside`.
    void more(Node beside);
  }

  public TitleBar(Texts texts, Acts acts) {
    super(12);
    this.texts = texts;
    this.acts = acts;
    getStyleClass().add("pr-title-bar");
    setId("title-bar");
    more = Ui.iconButton(Icons.of(Icons.MORE), texts.get("bar.more"), "small");
    more.setId("more");
    more.setOnAction(_ -> acts.more(more));
    name.setId("mailshot-name");
    name.setMinWidth(60);
    name.setOnMouseClicked(_ -> rename());
    nameField.setId("name-field");
    nameField.setAccessibleText(texts.get("bar.name"));
    nameField.setPrefColumnCount(24);
    nameField.setOnAction(_ -> renamed(true));
    nameField.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            renamed(false);
            event.consume();
          }
        });
    nameField
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                renamed(true);
              }
            });
    status.setId("status");
  }

  /// The bar of the home screens.
  public void showHome(boolean practice) {
    Label program = Ui.label(texts.get("program"), "pr-bar-name");
    Button help =
        Ui.keyButton(Icons.of(Icons.QUESTION), texts.get("bar.help"), null, "F1", "flat", "small");
    help.setId("help");
    help.setOnAction(_ -> acts.help());
    Button settings = Ui.iconButton(Icons.of(Icons.SETTINGS), texts.get("bar.settings"), "small");
    settings.setId("settings");
    settings.setOnAction(_ -> acts.more(settings));
    getChildren().setAll(logo(), program, Ui.spacer());
    if (practice) {
      getChildren().add(new Badge(BadgeKind.PRACTICE, texts));
    }
    getChildren().addAll(help, settings);
  }

  /// The bar of an open mailshot.
  public void showMailshot(String shownName) {
    Button back =
        Ui.button(
            Icons.of(Icons.CHEVRON_LEFT), texts.get("home.mailshots"), "flat", "small", "pr-back");
    back.setId("to-mailshots");
    back.setOnAction(_ -> acts.home());
    Button help = Ui.iconButton(Icons.of(Icons.QUESTION), texts.get("bar.help-key"), "small");
    help.setId("help");
    help.setOnAction(_ -> acts.help());
    name(shownName);
    Ui.show(name, true);
    Ui.show(nameField, false);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    getChildren()
        .setAll(back, Ui.separator(), name, nameField, badge, Ui.spacer(), status, help, more);
  }

  public void name(String shownName) {
    name.setText(shownName.isBlank() ? texts.get("bar.untitled") : shownName);
  }

  /// What the badge says. Nothing is touched where it says that already.
  public void state(BadgeKind kind) {
    if (kind != shown) {
      shown = kind;
      badge.getChildren().setAll(new Badge(kind, texts));
    }
  }

  public void status(String words) {
    status.setText(words);
  }

  /// F2: the name becomes a field.
  public void rename() {
    if (!getChildren().contains(nameField) || editing) {
      return;
    }
    editing = true;
    nameField.setText(name.getText());
    Ui.show(name, false);
    Ui.show(nameField, true);
    nameField.requestFocus();
    nameField.selectAll();
  }

  private void renamed(boolean take) {
    if (!editing) {
      return;
    }
    editing = false;
    String written = nameField.getText().strip();
    Ui.show(nameField, false);
    Ui.show(name, true);
    if (take && !written.isEmpty() && !written.equals(name.getText())) {
      name.setText(written);
      acts.rename(written);
    }
  }

  private static Node logo() {
    var stream = TitleBar.class.getResourceAsStream("/org/postroom/ui/icons/postroom-48.png");
    @Nullable Image image = stream == null ? null : new Image(stream);
    if (image == null) {
      return new Region();
    }
    ImageView view = new ImageView(image);
    view.setFitWidth(24);
    view.setFitHeight(24);
    view.setSmooth(true);
    return view;
  }
}
