package org.postroom.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// Where one can go when no mailshot is open.
public final class HomeRail extends VBox {
  /// A place of the home rail.
  public enum Place {
    MAILSHOTS(Icons.MAILSHOTS, "home.mailshots"),
    LISTS(Icons.PEOPLE, "home.lists"),
    NOT_WRITTEN_TO(Icons.NOT_WRITTEN_TO, "home.not-written-to"),
    ACCOUNTS(Icons.ADDRESS, "home.accounts"),
    PRACTICE(Icons.PRACTICE, "home.practice"),
    BIN(Icons.BIN, "home.bin");

    private final String icon;
    private final String key;

    Place(String icon, String key) {
      this.icon = icon;
      this.key = key;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final VBox box;

  private record Entry(
      Place place, Button button, HBox content, Label name, Region spacer, Label count) {}

  public HomeRail(Texts texts, Consumer<Place> onPlace) {
    super(2);
    getStyleClass().add("pr-rail");
    setId("home-rail");
    setAccessibleText(texts.get("home.places"));
    for (Place place : Place.values()) {
      Label name = Ui.label(texts.get(place.key), "pr-nav-name");
      Label count = Ui.label("", "pr-nav-count");
      Region spacer = Ui.spacer();
      HBox content = Ui.row(10, Icons.of(place.icon), name, spacer, count);
      Button button = new Button();
      button.setGraphic(content);
      button.getStyleClass().add("pr-nav");
      button.setId("place-" + place.name().toLowerCase(texts.locale()));
      button.setMaxWidth(Double.MAX_VALUE);
      button.setAccessibleText(texts.get(place.key));
      button.setOnAction(_ -> onPlace.accept(place));
      content.setPrefWidth(164);
      entries.add(new Entry(place, button, content, name, spacer, count));
      getChildren().add(button);
    }
    box = Ui.column(4, Ui.paragraph(texts.get("home.stays-here")));
    box.getStyleClass().add("pr-rail-box");
    getChildren().addAll(Ui.spacer(), box);
    addEventFilter(KeyEvent.KEY_PRESSED, this::arrows);
  }

  public void current(Place place) {
    entries.forEach(
        entry -> entry.button().pseudoClassStateChanged(Shell.CURRENT, entry.place() == place));
  }

  public void count(Place place, int count) {
    for (Entry entry : entries) {
      if (entry.place() == place) {
        entry.count().setText(count == 0 ? "" : Integer.toString(count));
        entry
            .button()
            .setAccessibleText(
                entry.name().getText() + (count == 0 ? "" : ", " + entry.count().getText()));
      }
    }
  }

  /// Icons only.
  public void compact(boolean compact) {
    Ui.show(box, !compact);
    for (Entry entry : entries) {
      Ui.show(entry.name(), !compact);
      Ui.show(entry.spacer(), !compact);
      Ui.show(entry.count(), !compact);
      entry.content().setPrefWidth(compact ? 20 : 164);
      entry.button().setTooltip(compact ? new Tooltip(entry.name().getText()) : null);
    }
  }

  private void arrows(KeyEvent event) {
    int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    for (int i = 0; i < entries.size(); i++) {
      if (by != 0 && entries.get(i).button().isFocused()) {
        entries.get(Math.floorMod(i + by, entries.size())).button().requestFocus();
        event.consume();
        return;
      }
    }
  }
}
