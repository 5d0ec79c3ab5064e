package org.postroom.ui.common;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Small parts, each with the sizes and names that every screen gives them.
public final class Ui {
  private Ui() {}

  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /// A text that takes as many lines as it needs and is never cut.
  public static Label paragraph(String text, String... styles) {
    Label label = label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// A screen's title: the question of the screen.
  public static Label title(String text) {
    Label label = label(text, "pr-title");
    label.setAccessibleRole(AccessibleRole.TEXT);
    return label;
  }

  public static HBox row(double gap, Node... nodes) {
    HBox row = new HBox(gap, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  public static VBox column(double gap, Node... nodes) {
    return new VBox(gap, nodes);
  }

  /// Takes the spare room of a row or column.
  public static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    VBox.setVgrow(spacer, Priority.ALWAYS);
    spacer.setMinSize(0, 0);
    return spacer;
  }

  /// A fine upright line between groups of a row.
  public static Region separator() {
    Region line = new Region();
    line.getStyleClass().add("pr-separator");
    return line;
  }

  public static <N extends Node> N grow(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }

  public static Button button(String text, String... styles) {
    Button button = new Button(text);
    button.getStyleClass().addAll(styles);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /// A button with an icon before its text.
  public static Button button(Node icon, String text, String... styles) {
    Button button = button(text, styles);
    button.setGraphic(icon);
    return button;
  }

  /// A button whose key is drawn beside its text; the key is no part of its accessible name.
  public static Button keyButton(
      @Nullable Node icon, String text, @Nullable Node trailing, String key, String... styles) {
    Button button = button("", styles);
    HBox content = row(8);
    if (icon != null) {
      content.getChildren().add(icon);
    }
    content.getChildren().add(label(text, "pr-button-text"));
    if (trailing != null) {
      content.getChildren().add(trailing);
    }
    if (!key.isEmpty()) {
      content.getChildren().add(new Keycap(key));
    }
    button.setGraphic(content);
    button.setAccessibleText(text);
    return button;
  }

  /// A button that shows an icon only: its name is its tooltip and its accessible text.
  public static Button iconButton(Node icon, String name, String... styles) {
    Button button = button("", styles);
    button.getStyleClass().addAll("pr-icon-button", "flat");
    button.setGraphic(icon);
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    return button;
  }

  /// A link that does something in this window.
  public static Hyperlink link(String text, Runnable action) {
    Hyperlink link = new Hyperlink(text);
    link.getStyleClass().add("pr-link");
    link.setOnAction(_ -> action.run());
    link.setMinWidth(Region.USE_PREF_SIZE);
    return link;
  }

  /// Tab leaves a field of several lines, as it leaves all others: nobody is caught in it.
  public static <T extends TextArea> T leftByTab(T area) {
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            area.requestFocusTraversal(
                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
          }
        });
    return area;
  }

  /// Lets `content` take the whole room, and scrolls where that is less than it needs.
  public static ScrollPane scrolling(Region content) {
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.getStyleClass().addAll("edge-to-edge", "pr-scroll");
    pane.setFocusTraversable(false);
    return pane;
  }

  /// As high as `content` needs where there is room for it, and scrolls where there is not.
  public static ScrollPane asHighAs(Region content) {
    ScrollPane pane =
        new ScrollPane(content) {
          @Override
          public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
          }

          @Override
          protected double computePrefHeight(double width) {
            return content.prefHeight(width);
          }
        };
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.getStyleClass().addAll("edge-to-edge", "pr-scroll");
    pane.setFocusTraversable(false);
    pane.setMinHeight(0);
    return pane;
  }

  /// Adds a row to a card of rows; a line stands above each but the first.
  public static void addRow(Pane rows, Node row) {
    if (rows.getChildren().isEmpty()) {
      row.getStyleClass().add("first");
    }
    rows.getChildren().add(row);
  }

  /// Shows `node` and gives it room only while `shown`.
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
