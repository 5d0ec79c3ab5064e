package org.postroom.ui.preview;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

/// Shows the HTML of a letter in a `WebView` that is made when it is first needed, runs no script
/// and reaches nothing. See [SafeHtml] and [NetworkBlock] for the layers.
public final class HtmlPane extends StackPane {
  /// The width of a telephone's screen.
  public static final double PHONE_WIDTH = 390;

  private @Nullable WebView view;

  public HtmlPane() {
    getStyleClass().add("html-pane");
    setAccessibleRole(AccessibleRole.TEXT);
  }

  /// Shows a page; must be called on the JavaFX thread.
  ///
  /// @param phone true to show it as wide as a telephone
  public void show(SafePage page, boolean phone) {
    WebView web = view();
    web.setMaxWidth(phone ? PHONE_WIDTH : Double.MAX_VALUE);
    web.getEngine().loadContent(page.text(), "text/html");
  }

  /// Shows nothing, and lets go of what was shown.
  public void clear() {
    if (view != null) {
      view.getEngine().loadContent("", "text/html");
    }
  }

  private WebView view() {
    WebView web = view;
    if (web == null) {
      NetworkBlock.install();
      web = new WebView();
      web.setContextMenuEnabled(false);
      web.getEngine().setJavaScriptEnabled(false);
      web.getEngine().setCreatePopupHandler(_ -> null);
      web.setMinSize(0, 0);
      view = web;
      getChildren().setAll(web);
    }
    return web;
  }
}
