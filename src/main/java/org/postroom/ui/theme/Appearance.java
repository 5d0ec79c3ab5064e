package org.postroom.ui.theme;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.ui.common.Tasks;

/// How the window looks, kept with the workspace: theme, text size, motion.
public final class Appearance {
  /// Light, dark, or whatever the system says.
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// The least and the greatest text size, in per cent.
  public static final int SMALLEST = 90;

  public static final int LARGEST = 150;

  private final Postroom engine;
  private final Tasks tasks;
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final ObjectProperty<Integer> textSize = new SimpleObjectProperty<>(100);
  private final ObjectProperty<Boolean> still = new SimpleObjectProperty<>(false);
  private boolean reading;

  public Appearance(Postroom engine, Tasks tasks) {
    this.engine = engine;
    this.tasks = tasks;
    keep("theme", theme);
    keep("text-size", textSize);
    keep("reduce-motion", still);
  }

  private record Kept(String theme, String textSize, String still) {}

  /// Reads what was kept; until then, and where nothing was, the defaults.
  public void read() {
    tasks
        .work(
            _ ->
                new Kept(
                    engine.setting("theme").orElse(""),
                    engine.setting("text-size").orElse(""),
                    engine.setting("reduce-motion").orElse("")))
        .onSuccess(
            kept -> {
              reading = true;
              for (Theme each : Theme.values()) {
                if (each.name().equalsIgnoreCase(kept.theme())) {
                  theme.set(each);
                }
              }
              if (kept.textSize().matches("\\d{2,3}")) {
                textSize.set(Math.clamp(Integer.parseInt(kept.textSize()), SMALLEST, LARGEST));
              }
              still.set(kept.still().equals("true"));
              reading = false;
            })
        .start();
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /// In per cent, [#SMALLEST] to [#LARGEST].
  public ObjectProperty<Integer> textSizeProperty() {
    return textSize;
  }

  /// True where nothing is to move.
  public ObjectProperty<Boolean> stillProperty() {
    return still;
  }

  private void keep(String key, ObjectProperty<?> property) {
    property.addListener(
        (_, _, value) -> {
          if (!reading) {
            String text = String.valueOf(value).toLowerCase(Locale.ROOT);
            tasks.act(_ -> save(key, text)).start();
          }
        });
  }

  private void save(String key, String value) throws ProblemException {
    engine.setSetting(key, value);
  }
}
