package org.postroom.ui;

import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.News;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.frame.Attention;

/// A notice in the corner of the screen, above other programs. It takes no focus; pressed, it
/// brings the window to the front.
final class StageNotice implements Attention.Notices {
  private static final double WIDTH = 380;
  private static final double MARGIN = 16;

  private final Stage stage;
  private final Texts texts;
  private final Popup popup = new Popup();

  StageNotice(Stage stage, Texts texts) {
    this.stage = stage;
    this.texts = texts;
    // It stays where it is until it is seen.
    popup.setAutoHide(false);
    popup.setHideOnEscape(false);
  }

  @Override
  public void show(News news) {
    hide();
    if (!stage.isShowing() || stage.getScene() == null) {
      return;
    }
    popup.getContent().setAll(card(news));
    popup.getScene().getStylesheets().setAll(stage.getScene().getStylesheets());
    Rectangle2D free = Screen.getPrimary().getVisualBounds();
    popup.show(stage, free.getMaxX() - WIDTH - MARGIN, free.getMaxY());
    // How high it is, is known once it is shown.
    popup.setY(free.getMaxY() - popup.getHeight() - MARGIN);
  }

  @Override
  public void hide() {
    popup.hide();
  }

  private HBox card(News news) {
    Button look = Ui.button(texts.get("news.look"), "small");
    look.setOnAction(_ -> front());
    Button close = Ui.iconButton(Icons.of(Icons.CROSS), texts.get("news.close"), "small");
    close.setOnAction(_ -> hide());
    VBox words =
        new VBox(
            4,
            Ui.paragraph(news.title(), "pr-strong"),
            Ui.paragraph(news.text(), "pr-small"),
            look);
    VBox.setMargin(look, new Insets(6, 0, 0, 0));
    HBox card = new HBox(12, Icons.large(Icons.MESSAGE), Ui.grow(words), close);
    card.getStyleClass().addAll("root", "pr-notice");
    card.setStyle(stage.getScene().getRoot().getStyle());
    card.setPrefWidth(WIDTH);
    card.setMaxWidth(WIDTH);
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(news.title() + ". " + news.text());
    return card;
  }

  private void front() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }
}
