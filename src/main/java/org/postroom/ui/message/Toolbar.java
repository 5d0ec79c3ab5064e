package org.postroom.ui.message;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// The toolbar of the text: what Markdown can say, undo and redo, and fields.
final class Toolbar extends HBox {
  private final List<Node> markdown;

  /// What the buttons do.
  interface Acts {
    void block(String prefix);

    void bold();

    void italic();

    void list();

    void link();

    void picture();

    void undo();

    void redo();

    void field();
  }

  Toolbar(Texts texts, Acts acts) {
    super(4);
    getStyleClass().add("pr-toolbar");
    setId("toolbar");
    MenuButton block = new MenuButton(texts.get("message.block.paragraph"));
    block.getStyleClass().addAll("flat", "small", "pr-block");
    block.setAccessibleText(texts.get("message.block"));
    add(block, texts.get("message.block.paragraph"), "", acts);
    add(block, texts.get("message.block.heading"), "# ", acts);
    add(block, texts.get("message.block.small-heading"), "## ", acts);
    add(block, texts.get("message.block.quotation"), "> ", acts);
    Node first = Ui.separator();
    Button bold = button(Icons.BOLD, texts.get("message.bold"), acts::bold);
    Button italic = button(Icons.ITALIC, texts.get("message.italic"), acts::italic);
    Button list = button(Icons.LIST, texts.get("message.list"), acts::list);
    Button link = button(Icons.LINK, texts.get("message.link"), acts::link);
    Button picture = button(Icons.IMAGE, texts.get("message.picture"), acts::picture);
    Node second = Ui.separator();
    markdown = List.of(block, first, bold, italic, list, link, picture, second);
    Button field =
        Ui.keyButton(
            Icons.small(Icons.PLUS),
            texts.get("message.insert-field"),
            null,
            "Ctrl J",
            "small",
            "pr-outlined-accent");
    field.setId("insert-field");
    field.setOnAction(_ -> acts.field());
    getChildren()
        .addAll(
            block,
            first,
            bold,
            italic,
            list,
            link,
            picture,
            second,
            button(Icons.UNDO, texts.get("message.undo"), acts::undo),
            button(Icons.REDO, texts.get("message.redo"), acts::redo),
            Ui.spacer(),
            field);
  }

  private static void add(MenuButton menu, String name, String prefix, Acts acts) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(_ -> acts.block(prefix));
    menu.getItems().add(item);
  }

  private static Button button(String icon, String name, Runnable act) {
    Button button = Ui.iconButton(Icons.of(icon), name, "small");
    button.setOnAction(_ -> act.run());
    return button;
  }

  /// Only Markdown has what these buttons say.
  void forMarkdown(boolean is) {
    markdown.forEach(node -> Ui.show(node, is));
  }
}
