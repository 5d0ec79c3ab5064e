package org.postroom.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroom.cli.Surroundings;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.ui.PostroomWindow;
import org.postroom.ui.WindowPasswords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the window and waits until it is closed.
final class Window {
  private static final Logger LOG = LoggerFactory.getLogger(Window.class);

  private Window() {}

  /// @param opened given what stops everything that is being sent, once there is something
  /// @param document to be opened at once, or null
  /// @return the exit code; empty where the toolkit could not show a window here
  static Optional<Integer> open(
      Wiring wiring,
      Surroundings around,
      Consumer<ToldToEnd.Runs> opened,
      @Nullable String document) {
    WindowPasswords passwords = new WindowPasswords();
    try (Postroom engine = wiring.open(TerminalSample.named(around.environment()), passwords)) {
      opened.accept(engine::stopRuns);
      try {
        PostroomWindow.launch(
            engine, passwords, wiring.drills(), document == null ? List.of() : List.of(document));
      } finally {
        // However the toolkit came to its end: what is committing is recorded first.
        engine.stopRuns();
      }
      return Optional.of(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(0);
    } catch (ProblemException e) {
      around.err().println(e.problem().message());
      return Optional.of(e.problem().kind().exitCode());
    } catch (RuntimeException | LinkageError e) {
      LOG.error("the window could not be opened", e);
      return Optional.empty();
    }
  }
}
