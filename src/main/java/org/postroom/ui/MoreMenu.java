package org.postroom.ui;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.postroom.ui.common.Texts;
import org.postroom.ui.theme.Appearance;

/// The menu behind the three dots (and the gear): the mailshot's rarer acts, and how the window
/// looks.
final class MoreMenu {
  private static final int[] SIZES = {90, 100, 110, 125, 150};

  private final PostroomWindow window;
  private final Texts texts;
  private final Appearance appearance;

  MoreMenu(PostroomWindow window) {
    this.window = window;
    this.texts = window.context().texts();
    this.appearance = window.appearance();
  }

  ContextMenu build() {
    ContextMenu menu = new ContextMenu();
    if (window.mailshot() != null) {
      MenuItem rename = new MenuItem(texts.get("more.rename"));
      rename.setOnAction(_ -> window.rename());
      MenuItem sender = new MenuItem(texts.get("more.sender"));
      sender.setOnAction(_ -> window.changeSender());
      MenuItem versions = new MenuItem(texts.get("more.versions"));
      versions.setId("more-versions");
      versions.setOnAction(_ -> window.versions());
      menu.getItems().addAll(rename, sender, versions, new SeparatorMenuItem());
    }
    menu.getItems().addAll(themes(), sizes(), motion());
    return menu;
  }

  private Menu themes() {
    Menu menu = new Menu(texts.get("more.colours"));
    ToggleGroup group = new ToggleGroup();
    for (Appearance.Theme theme : Appearance.Theme.values()) {
      RadioMenuItem item =
          new RadioMenuItem(texts.get("more.colours." + theme.name().toLowerCase(texts.locale())));
      item.setToggleGroup(group);
      item.setSelected(appearance.themeProperty().get() == theme);
      item.setOnAction(_ -> appearance.themeProperty().set(theme));
      menu.getItems().add(item);
    }
    return menu;
  }

  private Menu sizes() {
    Menu menu = new Menu(texts.get("more.text-size"));
    ToggleGroup group = new ToggleGroup();
    for (int size : SIZES) {
      RadioMenuItem item = new RadioMenuItem(texts.get("more.per-cent", size));
      item.setToggleGroup(group);
      item.setSelected(appearance.textSizeProperty().get() == size);
      item.setOnAction(_ -> appearance.textSizeProperty().set(size));
      menu.getItems().add(item);
    }
    return menu;
  }

  private CheckMenuItem motion() {
    CheckMenuItem item = new CheckMenuItem(texts.get("more.reduce-motion"));
    item.setSelected(appearance.stillProperty().get());
    item.setOnAction(_ -> appearance.stillProperty().set(item.isSelected()));
    return item;
  }
}
