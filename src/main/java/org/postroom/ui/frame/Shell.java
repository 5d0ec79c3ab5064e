package org.postroom.ui.frame;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.Screen;
import org.postroom.ui.common.Ui;

/// Where everything stands: stripe, title bar, rail, content, footer, strip; dialogs over it. It
/// knows sizes and regions, not what is shown.
public final class Shell extends StackPane {
  public static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  public static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
  public static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  /// Under this width the rail shows circles only.
  public static final double WIDE = 1100;

  private final TitleBar titleBar;
  private final Rail rail;
  private final HomeRail homeRail;
  private final FooterBar footer;
  private final Strip strip;
  private final PracticeStripe stripe;
  private final Toasts toasts = new Toasts();
  private final StackPane railHolder = new StackPane();
  private final StackPane content = new StackPane();
  private final StackPane above = new StackPane();
  private final Region border = new Region();

  public Shell(
      TitleBar titleBar,
      Rail rail,
      HomeRail homeRail,
      FooterBar footer,
      Strip strip,
      PracticeStripe stripe,
      Dialogs dialogs) {
    this.titleBar = titleBar;
    this.rail = rail;
    this.homeRail = homeRail;
    this.footer = footer;
    this.strip = strip;
    this.stripe = stripe;
    getStyleClass().add("postroom");
    content.setId("content");
    content.getStyleClass().add("pr-content");
    VBox middle = new VBox(Ui.grow(content), footer);
    middle.setMinSize(0, 0);
    HBox body = new HBox(railHolder, Ui.grow(middle));
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    VBox frame = new VBox(above, stripe, titleBar, body, strip);
    border.getStyleClass().add("pr-practice-border");
    border.setMouseTransparent(true);
    getChildren().addAll(frame, toasts, dialogs.layer(), border);
    practice(false);
    widthProperty().addListener((_, _, width) -> compact(width.doubleValue() < WIDE));
  }

  /// Shows one of the rails.
  public void rail(boolean steps) {
    railHolder.getChildren().setAll(steps ? rail : homeRail);
  }

  /// Puts something above everything else, for as long as the window is open.
  public void above(Node node) {
    above.setMinHeight(Region.USE_PREF_SIZE);
    above.getChildren().setAll(node);
  }

  /// Puts a screen in the middle. It scrolls where there is less room than it needs.
  public void show(Screen screen) {
    ScrollPane pane = Ui.scrolling(screen.node());
    content.getChildren().setAll(pane);
    // A scroll pane takes its content into the scene with its skin; only then can it be focused.
    pane.applyCss();
  }

  /// The three marks of practice: stripes, border, violet.
  public void practice(boolean on) {
    Ui.show(stripe, on);
    border.setVisible(on);
    // A style class that goes and comes again has the styles of the whole window made anew.
    if (on && !getStyleClass().contains("practice")) {
      getStyleClass().add("practice");
    } else if (!on) {
      getStyleClass().remove("practice");
    }
  }

  /// The toast layer.
  public Toasts toasts() {
    return toasts;
  }

  private void compact(boolean compact) {
    pseudoClassStateChanged(COMPACT, compact);
    rail.compact(compact);
    homeRail.compact(compact);
  }

  /// F6 and Shift+F6: the focus goes to the next or previous region.
  public void nextRegion(boolean back) {
    List<Node> regions = List.of(above, titleBar, railHolder, content, footer, strip);
    Node focused = getScene().getFocusOwner();
    int at = regions.indexOf(content);
    for (int i = 0; i < regions.size(); i++) {
      if (focused != null && within(focused, regions.get(i))) {
        at = i;
      }
    }
    for (int i = 1; i <= regions.size(); i++) {
      Node region = regions.get(Math.floorMod(at + (back ? -i : i), regions.size()));
      Node first = region.isVisible() ? firstFocusable(region) : null;
      if (first != null) {
        first.requestFocus();
        return;
      }
    }
  }

  private static boolean within(Node node, Node region) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(region)) {
        return true;
      }
    }
    return false;
  }

  private static @org.jspecify.annotations.Nullable Node firstFocusable(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return null;
    }
    if (node.isFocusTraversable()) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = firstFocusable(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
