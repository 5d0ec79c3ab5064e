package org.postroom.ui.preview;

import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import javafx.util.Duration;

/// A program of its own that shows a page which tries to reach a server in every way a mail can,
/// either bare in a `WebView` (`bare`) or as the preview shows it (`preview`, `phone`,
/// `images-off`, `dark`).
public final class HostilePage {
  private HostilePage() {}

  /// Not in the application's own class: Java refuses to start one from the class path.
  public static void main(String[] arguments) {
    Application.launch(Window.class, arguments);
  }

  /// The window; public because the toolkit makes it.
  public static final class Window extends Application {
    @Override
    public void start(Stage stage) {
      List<String> arguments = getParameters().getRaw();
      show(stage, arguments.get(0), page(arguments.get(1)));
    }
  }

  private static void show(Stage stage, String how, String page) {
    Parent root;
    if (how.equals("bare")) {
      WebView bare = new WebView();
      bare.getEngine().loadContent(page, "text/html");
      root = new StackPane(bare);
    } else {
      HtmlPane pane = new HtmlPane();
      SafeHtml.Look look = new SafeHtml.Look(!how.equals("images-off"), how.equals("dark"));
      pane.show(SafeHtml.page(page, Map.of(), look), how.equals("phone"));
      root = pane;
    }
    stage.setScene(new Scene(root, 600, 400));
    stage.show();
    // The bare view stays until the server has counted enough; a busy machine takes its time.
    PauseTransition enough = new PauseTransition(Duration.seconds(how.equals("bare") ? 300 : 3));
    enough.setOnFinished(_ -> Platform.exit());
    enough.play();
  }

  /// Each kind asks for a path of its own, so that the server can count kinds.
  static String page(String base) {
    return """
    <html><head>
    <base href="@/base/">
    <link rel="stylesheet" href="@/01-stylesheet">
    <link rel="prefetch" href="@/02-prefetch">
    <link rel="icon" href="@/03-icon">
    <style>@import "@/04-import"; body { background: url(@/05-background) }
    @font-face { font-family: f; src: url(@/06-font) } p { font-family: f }</style>
    <script src="@/07-script"></script>
    <script>new Image().src='@/08-inline-script'; fetch('@/08-fetch')</script>
    <meta http-equiv="refresh" content="1;url=@/09-refresh">
    </head><body background="@/10-body-background" onload="new Image().src='@/11-onload'">
    <p style="background-image: u\\72l('@/12-style')">text</p>
    <img src="@/13-image"><img src="relative-13b"><img srcset="@/14-srcset 1x">
    <picture><source srcset="@/15-picture"><img></picture>
    <iframe src="@/16-frame"></iframe><iframe srcdoc="<img src='@/16b-srcdoc'>"></iframe>
    <object data="@/17-object"></object><embed src="@/18-embed">
    <video src="@/19-video" poster="@/20-poster" autoplay></video><audio src="@/21-audio">
    </audio><svg width="10" height="10"><image href="@/22-svg"/></svg>
    <input type="image" src="@/23-input"><table background="@/24-table"><tr><td>x</td></tr>
    </table><a href="@/25-link" ping="@/25-ping">link</a>
    <form action="@/26-form"><button autofocus>go</button></form>
    <noscript><img src="@/27-noscript"></noscript>
    </body></html>
    """
        .replace("@", base);
  }
}
