package org.postroom.ui.message;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.postroom.richtext.Hue;
import org.postroom.richtext.Shape;
import org.postroom.richtext.TextStyle;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// The toolbar of the text. It shows what is under the caret.
final class Toolbar extends HBox {
  private static final List<Shape> MENU =
      List.of(Shape.PARAGRAPH, Shape.HEADING_1, Shape.HEADING_2, Shape.HEADING_3, Shape.QUOTE);

  private final Texts texts;
  private final MenuButton block;
  private final ToggleButton bold;
  private final ToggleButton italic;
  private final ToggleButton bullets;
  private final ToggleButton numbers;
  private final CheckMenuItem underline;
  private final List<CheckMenuItem> hues = new ArrayList<>();
  private final List<Node> formatting;
  private final Button field;

  /// What the buttons do.
  interface Acts {
    void shape(Shape shape);

    void bold();

    void italic();

    void underline();

    void hue(@Nullable Hue hue);

    void link();

    void picture();

    void table();

    void divider();

    void undo();

    void redo();

    void field();
  }

  Toolbar(Texts texts, Acts acts) {
    super(2);
    this.texts = texts;
    getStyleClass().add("pr-toolbar");
    setId("toolbar");
    block = new MenuButton(texts.get("message.block.paragraph"));
    block.setId("block");
    block.getStyleClass().addAll("flat", "small", "pr-block");
    block.setMinWidth(Region.USE_PREF_SIZE);
    for (Shape shape : MENU) {
      add(block, name(shape), () -> acts.shape(shape));
    }
    block.getItems().add(new SeparatorMenuItem());
    add(block, texts.get("message.insert-table"), acts::table);
    add(block, texts.get("message.insert-divider"), acts::divider);
    bold = toggle(Icons.of(Icons.BOLD), texts.get("message.bold"), "bold", acts::bold);
    italic = toggle(Icons.of(Icons.ITALIC), texts.get("message.italic"), "italic", acts::italic);
    MenuButton colour = new MenuButton();
    colour.setId("colour");
    colour.setGraphic(Icons.of(Icons.TEXT));
    colour.setAccessibleText(texts.get("message.colour"));
    colour.setTooltip(new Tooltip(texts.get("message.colour")));
    colour.getStyleClass().addAll("flat", "small", "pr-block");
    underline = new CheckMenuItem(texts.get("message.underline"));
    underline.setOnAction(_ -> acts.underline());
    colour.getItems().addAll(underline, new SeparatorMenuItem());
    colour.getItems().add(hue(null, texts.get("message.colour.none"), acts));
    for (Hue hue : Hue.values()) {
      colour.getItems().add(hue(hue, texts.get("message.colour." + hue.key()), acts));
    }
    bullets =
        toggle(
            Icons.of(Icons.LIST),
            texts.get("message.list"),
            "bullets",
            () -> acts.shape(Shape.BULLET));
    numbers =
        toggle(
            Ui.label("1.", "pr-toolbar-number"),
            texts.get("message.numbers"),
            "numbers",
            () -> acts.shape(Shape.NUMBER));
    Button link = button(Icons.LINK, texts.get("message.link"), acts::link);
    link.setId("link");
    Button picture = button(Icons.IMAGE, texts.get("message.picture"), acts::picture);
    picture.setId("picture");
    keys(bold, "Ctrl B");
    keys(italic, "Ctrl I");
    keys(bullets, "Ctrl Shift 8");
    keys(numbers, "Ctrl Shift 7");
    keys(link, "Ctrl K");
    formatting =
        List.of(
            block,
            Ui.separator(),
            bold,
            italic,
            colour,
            bullets,
            numbers,
            link,
            picture,
            Ui.separator());
    field =
        Ui.keyButton(
            Icons.small(Icons.PLUS),
            texts.get("message.insert-field"),
            null,
            "Ctrl J",
            "small",
            "pr-outlined-accent");
    field.setId("insert-field");
    field.setMinWidth(Region.USE_PREF_SIZE);
    field.setOnAction(_ -> acts.field());
    getChildren().addAll(formatting);
    getChildren()
        .addAll(
            button(Icons.UNDO, texts.get("message.undo"), acts::undo),
            button(Icons.REDO, texts.get("message.redo"), acts::redo),
            Ui.spacer(),
            field);
  }

  private String name(Shape shape) {
    return texts.get(
        "message.block."
            + switch (shape) {
              case PARAGRAPH -> "paragraph";
              case HEADING_1 -> "heading";
              case HEADING_2 -> "small-heading";
              case HEADING_3 -> "smallest-heading";
              case QUOTE -> "quotation";
              case BULLET -> "bullet";
              case NUMBER -> "number";
            });
  }

  private CheckMenuItem hue(@Nullable Hue hue, String name, Acts acts) {
    CheckMenuItem item = new CheckMenuItem(name);
    item.setUserData(hue);
    Region sample = new Region();
    sample.getStyleClass().addAll("pr-hue", hue == null ? "pr-hue-none" : "pr-hue-" + hue.key());
    item.setGraphic(sample);
    item.setOnAction(_ -> acts.hue(hue));
    hues.add(item);
    return item;
  }

  private static void add(MenuButton menu, String name, Runnable act) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(_ -> act.run());
    menu.getItems().add(item);
  }

  private static Button button(String icon, String name, Runnable act) {
    Button button = Ui.iconButton(Icons.of(icon), name, "small");
    button.setOnAction(_ -> act.run());
    return button;
  }

  private static ToggleButton toggle(Node icon, String name, String id, Runnable act) {
    ToggleButton button = new ToggleButton();
    button.setGraphic(icon);
    button.setId(id);
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.getStyleClass().addAll("flat", "small", "button-icon", "pr-toolbar-toggle");
    button.setOnAction(_ -> act.run());
    return button;
  }

  /// The keys are a hint, and no part of the name.
  private static void keys(ButtonBase button, String keys) {
    button.setTooltip(new Tooltip(button.getAccessibleText() + "  " + keys));
  }

  /// Shows what is under the caret.
  void show(RichArea area) {
    Shape shape = area.line().shape();
    block.setText(name(shape));
    block.setAccessibleText(texts.get("message.block.now", name(shape)));
    bold.setSelected(area.all(TextStyle::bold));
    italic.setSelected(area.all(TextStyle::italic));
    underline.setSelected(area.all(TextStyle::underline));
    bullets.setSelected(shape == Shape.BULLET);
    numbers.setSelected(shape == Shape.NUMBER);
    for (CheckMenuItem item : hues) {
      item.setSelected(area.all(style -> style.hue() == item.getUserData()));
    }
  }

  /// Formatting is there where the formatted text is; fields where people get letters of their own.
  void offer(boolean formatted, boolean fields) {
    formatting.forEach(node -> Ui.show(node, formatted));
    field.setDisable(!fields);
  }
}
