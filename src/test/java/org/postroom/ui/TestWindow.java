package org.postroom.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Postroom;
import org.postroom.ui.common.FilePicker;
import org.postroom.ui.common.Texts;
import org.postroom.ui.theme.Appearance;

/// What every journey through the window needs: the window on a fake engine whose work happens at
/// once on the user-interface thread, file dialogs that answer, and pictures in
/// `target/screenshots`.
public final class TestWindow {
  private TestWindow() {}

  /// Opens the window; work, time and dialogs are in the test's hand.
  public static Opened open(Stage stage, Postroom engine) {
    GivenFiles files = new GivenFiles();
    List<Runnable> later = new ArrayList<>();
    PostroomWindow window =
        new PostroomWindow(
            stage,
            new Services(
                engine,
                Runnable::run,
                Runnable::run,
                (delay, action) -> {
                  later.add(action);
                  return () -> later.remove(action);
                },
                Clock.fixed(FakePostroom.NOW, ZoneOffset.UTC),
                ZoneOffset.UTC,
                new Texts(Locale.UK),
                files,
                uri -> {},
                new WindowPasswords(),
                Optional.empty(),
                false));
    window.appearance().themeProperty().set(Appearance.Theme.LIGHT);
    return new Opened(window, stage, files, later);
  }

  /// The window and what a test decides for it.
  public record Opened(PostroomWindow window, Stage stage, GivenFiles files, List<Runnable> later) {
    public void show() {
      window.show(null);
    }

    public void size(double width, double height) {
      stage.setWidth(width);
      stage.setHeight(height);
    }

    public void dark(boolean dark) {
      window
          .appearance()
          .themeProperty()
          .set(dark ? Appearance.Theme.DARK : Appearance.Theme.LIGHT);
    }

    /// Lets everything happen that was put off.
    public void passTime() {
      List<Runnable> due = List.copyOf(later);
      later.clear();
      due.forEach(Runnable::run);
    }

    /// Writes what is on the screen. On the user-interface thread.
    public void picture(String name) {
      WritableImage image = window.scene().snapshot(null);
      PixelReader pixels = image.getPixelReader();
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          copy.setRGB(x, y, pixels.getArgb(x, y));
        }
      }
      Path folder = Path.of("target", "screenshots");
      try {
        Files.createDirectories(folder);
        ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// File dialogs that answer what the test put in.
  public static final class GivenFiles implements FilePicker {
    public @Nullable Path list;
    public List<Path> attachments = List.of();
    public @Nullable Path folder;
    public @Nullable Path image;
    public @Nullable Path saveAs;
    public @Nullable Path text;

    @Override
    public Optional<Path> list() {
      return Optional.ofNullable(list);
    }

    @Override
    public List<Path> attachments() {
      return attachments;
    }

    @Override
    public Optional<Path> image() {
      return Optional.ofNullable(image);
    }

    @Override
    public Optional<Path> text() {
      return Optional.ofNullable(text);
    }

    @Override
    public Optional<Path> folder() {
      return Optional.ofNullable(folder);
    }

    @Override
    public Optional<Path> mailshot() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> saveAs(String suggestedName) {
      return Optional.ofNullable(saveAs);
    }

    @Override
    public FilePicker in(Window window, Path first) {
      return this;
    }
  }
}
