package org.postroom.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// Puts AtlantaFX and Postroom's own values on a scene.
public final class ThemeSheets {
  private static final int ROOT_SIZE = 14;

  private ThemeSheets() {}

  /// Whether the system's dark colours are asked for.
  public static boolean dark(Appearance.Theme theme) {
    return switch (theme) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  /// Colours by theme, structure and sizes for both.
  ///
  /// @param textSize in per cent
  public static void apply(Scene scene, boolean dark, int textSize) {
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(
            List.of(
                sheet(dark ? "postroom-dark.css" : "postroom-light.css"), sheet("postroom.css")));
    // Without a compositor what lies round a popup is white, not seen through: no shadow there.
    boolean opaque = !Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW);
    scene.getRoot().pseudoClassStateChanged(PseudoClass.getPseudoClass("opaque"), opaque);
    scene.getRoot().setStyle("-fx-font-size: " + ROOT_SIZE * textSize / 100.0 + "px;");
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(ThemeSheets.class.getResource(name), name).toExternalForm();
  }
}
