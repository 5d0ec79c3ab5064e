package org.postroom.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.postroom.drill.Drills;
import org.postroom.engine.Postroom;
import org.postroom.ui.common.Texts;

/// Starts the toolkit and gives the window its threads.
public final class WindowApplication extends Application {
  /// JavaFX makes the application itself, so the engine waits here for it.
  static volatile @Nullable Postroom engine;

  static volatile WindowPasswords passwords = new WindowPasswords();
  static volatile Optional<Drills> drills = Optional.empty();

  private final ExecutorService background =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("work-", 1).factory());
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("timer").factory());

  @Override
  public void start(Stage stage) {
    Postroom given = engine;
    if (given == null) {
      throw new IllegalStateException("start the window by PostroomWindow.launch");
    }
    Texts texts = new Texts(Locale.UK);
    List<String> args = getParameters().getUnnamed();
    new PostroomWindow(
            stage,
            new Services(
                given,
                new ThriftyExecutor(background, System::nanoTime, System::gc),
                Platform::runLater,
                this::after,
                Clock.systemUTC(),
                ZoneId.systemDefault(),
                texts,
                new StageFilePicker(stage, texts),
                uri -> getHostServices().showDocument(uri),
                passwords,
                drills,
                false))
        .show(args.isEmpty() ? null : Path.of(args.getFirst()));
  }

  private Runnable after(Duration delay, Runnable action) {
    ScheduledFuture<?> waiting =
        clock.schedule(() -> Platform.runLater(action), delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> waiting.cancel(false);
  }

  @Override
  public void stop() throws InterruptedException {
    clock.shutdownNow();
    background.shutdown();
    // The last change is still being written.
    if (!background.awaitTermination(10, TimeUnit.SECONDS)) {
      background.shutdownNow();
    }
  }
}
