package org.postroom.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.postroom.app.RealDrills;
import org.postroom.app.RealEngine;
import org.postroom.dispatch.Waiting;
import org.postroom.drill.Drill;
import org.postroom.drill.Sandbox;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.SaveState;
import org.postroom.ui.common.Texts;
import org.postroom.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The window on the real engine, with real threads and a workspace of its own.
final class RealWindow {
  private static final long SECONDS = 60;

  private final ExecutorService background = Executors.newCachedThreadPool();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Postroom engine;
  private final PostroomWindow window;
  private final TestWindow.GivenFiles files = new TestWindow.GivenFiles();
  private final TestWindow.Opened opened;
  private final List<String> pages = new ArrayList<>();
  private final boolean ofDrill;

  /// Of the user-interface thread.
  private boolean closed;

  RealWindow(Stage stage, Path workspace) {
    this(stage, workspace, InstantSource.system(), Waiting.REAL);
  }

  /// With the time in the test's hand.
  RealWindow(Stage stage, Path workspace, InstantSource clock, Waiting waiting) {
    WindowPasswords passwords = new WindowPasswords();
    engine = RealEngine.open(workspace, clock, waiting, passwords);
    window = new PostroomWindow(stage, services(engine, clock, passwords));
    ofDrill = false;
    opened = new TestWindow.Opened(window, stage, files, new ArrayList<>());
    opened.show();
    begin();
  }

  /// The window of a drill.
  RealWindow(Stage stage, Drill drill) {
    ofDrill = true;
    WindowPasswords passwords = new WindowPasswords();
    try {
      Sandbox sandbox = RealDrills.drills().start(drill);
      engine = sandbox.engine();
      window =
          new DrillWindow(stage, services(engine, InstantSource.system(), passwords), sandbox)
              .show();
    } catch (ProblemException e) {
      throw new AssertionError(e.problem().message(), e);
    }
    opened = new TestWindow.Opened(window, stage, files, new ArrayList<>());
    begin();
  }

  private void begin() {
    window.appearance().themeProperty().set(Appearance.Theme.LIGHT);
    opened.size(1000, 760);
  }

  private Services services(Postroom real, InstantSource clock, WindowPasswords passwords) {
    return new Services(
        real,
        background,
        Platform::runLater,
        (delay, action) -> {
          if (closed) {
            return () -> {};
          }
          ScheduledFuture<?> later =
              timer.schedule(
                  () -> Platform.runLater(() -> unlessClosed(action)),
                  delay.toMillis(),
                  TimeUnit.MILLISECONDS);
          return () -> later.cancel(false);
        },
        clock,
        ZoneOffset.UTC,
        new Texts(Locale.UK),
        files,
        pages::add,
        passwords,
        Optional.of(RealDrills.drills()),
        false);
  }

  private void unlessClosed(Runnable action) {
    if (!closed) {
      action.run();
    }
  }

  Postroom engine() {
    return engine;
  }

  PostroomWindow window() {
    return window;
  }

  Stage stage() {
    return (Stage) window.scene().getWindow();
  }

  /// Of the mailshot that is open.
  MailshotModel model() {
    return Objects.requireNonNull(window.mailshot()).model();
  }

  TestWindow.GivenFiles files() {
    return files;
  }

  /// What was opened with the platform's programs.
  List<String> opened() {
    return pages;
  }

  /// Waits until everything of the mailshot that is open is written and counted.
  void untilSaved() {
    until(
        "everything is saved",
        () ->
            !(model().savedProperty().get() instanceof SaveState.Pending)
                && !model().countingProperty().get());
  }

  void close() {
    // What was put off is not done: it would ask for work that nobody does any more.
    onScreen(() -> closed = true);
    if (ofDrill) {
      // Hidden, it closes its engine by itself.
      WaitForAsyncUtils.waitForAsyncFx(10_000, window::close);
      background.shutdown();
    } else {
      background.shutdown();
      engine.close();
    }
    timer.shutdownNow();
  }

  /// Waits until something is so; says what was on the screen where it never is. It is asked on the
  /// user-interface thread, which alone may look at the scene.
  void until(String what, Callable<Boolean> so) {
    try {
      WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> onScreen(so));
    } catch (TimeoutException e) {
      throw new AssertionError(
          what + " did not happen in " + SECONDS + " s; shown: " + onScreen(this::texts), e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Waits until a text that begins with `words` is on the screen.
  void untilShown(FxRobot robot, String words) {
    until("“" + words + "”", () -> shows(robot, words));
  }

  boolean shows(FxRobot robot, String words) {
    return robot
        .lookup((Node node) -> text(node).startsWith(words) && visible(node))
        .tryQuery()
        .isPresent();
  }

  /// What the page is called.
  String title(FxRobot robot) {
    return robot.lookup(".pr-title").tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
  }

  /// The button whose text or spoken text begins with `words`, when it can be pressed.
  Node button(FxRobot robot, String words) {
    until("a button “" + words + "”", () -> find(robot, words).isPresent());
    return onScreen(() -> find(robot, words).orElseThrow());
  }

  /// A dialog lies above the page and comes after it; its button is the one that can be pressed.
  private static Optional<Node> find(FxRobot robot, String words) {
    return robot.lookup((Node node) -> pressable(node, words)).queryAll().stream()
        .reduce((_, above) -> above);
  }

  private static <T> T onScreen(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
  }

  /// The words of what has the focus.
  String focused() {
    return onScreen(
        () -> {
          Node focus = window.scene().getFocusOwner();
          return focus == null ? "" : text(focus).isEmpty() ? spoken(focus) : text(focus);
        });
  }

  void size(double width, double height) {
    opened.size(width, height);
  }

  void dark(boolean dark) {
    opened.dark(dark);
  }

  void picture(FxRobot robot, String name) {
    robot.interact(() -> opened.picture(name));
  }

  private static boolean pressable(Node node, String words) {
    return node instanceof javafx.scene.control.ButtonBase
        && !node.isDisabled()
        && visible(node)
        && (text(node).startsWith(words) || spoken(node).startsWith(words));
  }

  private static boolean visible(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  private static String text(Node node) {
    return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
  }

  private static String spoken(Node node) {
    return node.getAccessibleText() == null ? "" : node.getAccessibleText();
  }

  /// Everything that is written on the screen.
  String shown() {
    return onScreen(this::texts);
  }

  private String texts() {
    List<String> all = new ArrayList<>();
    window
        .scene()
        .getRoot()
        .lookupAll(".label")
        .forEach(
            node -> {
              if (visible(node) && !text(node).isEmpty()) {
                all.add(text(node));
              }
            });
    return String.join(" | ", all);
  }

  /// Presses Tab until a button whose words begin with `words` has the focus.
  void tabTo(FxRobot robot, String words) {
    button(robot, words);
    List<String> went = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      if (onScreen(() -> focusIsOn(words))) {
        return;
      }
      robot.push(KeyCode.TAB);
      went.add(focused());
    }
    throw new AssertionError("Tab never came to " + words + "; it went " + went);
  }

  private boolean focusIsOn(String words) {
    Node focus = window.scene().getFocusOwner();
    return focus != null && pressable(focus, words);
  }
}
