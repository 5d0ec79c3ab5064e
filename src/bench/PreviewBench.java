import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.postroom.app.Main;

/// How long the preview takes to show another person or another view of a long list, in the real
/// window: `mvn -q -Pbench process-classes -Dbench=PreviewBench`. Without a display it is JavaFX's
/// headless platform, which copies each frame on the window's thread: most of what it takes there.
///
/// Two figures each: processor time of the window's own thread until the letter was there and laid
/// out (with whatever else it did meanwhile, WebKit's reading of the page included), and how long
/// that took.
public final class PreviewBench {
  private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
  private static final int TURNS = 40;
  private static final String[] FIRST = {"Margaret", "Tom", "Zoë", "Bea", "Jürgen", "Cem"};
  private static final String[] LAST = {"Okafor", "Ashworth", "Lindqvist", "Marsh", "Öz"};

  private static final KeyCode PLAIN_TEXT = KeyCode.DIGIT3;

  private static Scene scene;

  private PreviewBench() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 1) {
      inWindow(arguments[0]);
      return;
    }
    Path folder = Files.createTempDirectory("preview-bench");
    try {
      Path document = mailshot(folder);
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-XX:MaxNewSize=16m",
                  "-Dbench.rows=" + ROWS,
                  "-Dprism.order=sw",
                  "--enable-native-access=ALL-UNNAMED"));
      if (System.getenv("DISPLAY") == null) {
        command.add("-Dglass.platform=Headless");
      }
      command.addAll(
          List.of(
              "-classpath",
              System.getProperty("java.class.path"),
              "src/bench/PreviewBench.java",
              document.toString()));
      ProcessBuilder window = new ProcessBuilder(command);
      window.environment().put("POSTROOM_WORKSPACE", folder.resolve("workspace").toString());
      window.inheritIO().start().waitFor();
    } finally {
      try (var files = Files.walk(folder)) {
        files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static Path mailshot(Path folder) throws IOException {
    try (BufferedWriter list = Files.newBufferedWriter(folder.resolve("members.csv"))) {
      list.write("Email,First name,Last name,No,Town,Owes\n");
      for (int i = 0; i < ROWS; i++) {
        String first = FIRST[i % FIRST.length];
        String last = LAST[i % LAST.length];
        list.write("p" + i + "@people.example," + first + "," + last + ",RC-" + i + ",");
        list.write(
            (i % 3 == 0 ? "" : "Riverside") + "," + (i % 7 == 0 ? "" : i % 90 + ".50") + "\n");
      }
    }
    Files.writeString(
        folder.resolve("letter.md"),
        "# Hello {{First name|friend}}\n\n{{#Town}}See you in {{Town}}.{{/Town}}\n\n"
            + "You owe {{Owes|nothing}}.\n\n"
            + "The hall opens at half past seven, and there is tea.\n\n".repeat(60));
    Path document = folder.resolve("bench.mailshot");
    Files.writeString(
        document,
        """
        {"postroom": 1, "name": "Bench", "from": "Choir <news@riverside.example>",
         "recipients": {"file": "members.csv", "addressColumn": "Email", "basis": "members"},
         "subject": "For number {{No}}", "markdown": "letter.md"}
        """);
    return document;
  }

  private static void inWindow(String document) throws Exception {
    Thread.ofPlatform().daemon().start(() -> Main.main(new String[] {document}));
    scene = until(() -> sceneOf());
    until(() -> onScreen(() -> label(".preview-subject") != null || press(KeyCode.DIGIT3, true)));
    until(() -> onScreen(() -> subject().startsWith("For number")));
    until(() -> onScreen(() -> !scene.getRoot().lookupAll(".preview-row").isEmpty()));
    System.out.printf(
        Locale.ROOT,
        "%,d people; milliseconds, median and longest of %d%n",
        onScreen(() -> people()),
        TURNS);
    for (int round = 0; round < 2; round++) {
      show("next person", () -> person(() -> press(KeyCode.RIGHT, true)));
      show("jump to a row", () -> person(() -> find(Integer.toString(row()))));
      show("find an address", () -> person(() -> find("p" + row() + "@")));
      show("another view", PreviewBench::view);
      // The same without WebKit, whose own reading and painting is a large part of the other.
      onScreen(() -> press(PLAIN_TEXT, false));
      show("next, plain text", () -> person(() -> press(KeyCode.RIGHT, true)));
      onScreen(() -> press(KeyCode.DIGIT1, false));
    }
    Runtime.getRuntime().halt(0);
  }

  /// @param busy on the window's thread
  /// @param shown until the letter was there
  private record Took(double busy, double shown) {}

  private static void show(String what, Callable<Took> turn) throws Exception {
    List<Took> all = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      all.add(turn.call());
    }
    double[] busy = all.stream().mapToDouble(Took::busy).sorted().toArray();
    double[] shown = all.stream().mapToDouble(Took::shown).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-16s window's thread %6.1f %6.1f   shown after %6.1f %6.1f%n",
        what,
        busy[TURNS / 2],
        busy[TURNS - 1],
        shown[TURNS / 2],
        shown[TURNS - 1]);
  }

  private static int turn;

  private static int row() {
    return 1 + (int) ((turn++ * 7_919L * 127) % ROWS);
  }

  /// Another person's letter.
  private static Took person(Runnable act) throws Exception {
    return took(act, true);
  }

  private static Took view() throws Exception {
    KeyCode[] keys = {
      KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT1
    };
    return took(() -> press(keys[turn++ % keys.length], false), false);
  }

  /// Until the window has laid itself out by itself, as it does before it paints.
  ///
  /// @param other whether the letter is to be another one
  private static Took took(Runnable act, boolean other) throws Exception {
    CompletableFuture<Took> took = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          String before = subject();
          long begun = System.nanoTime();
          long from = cpu();
          scene.addPostLayoutPulseListener(
              new Runnable() {
                @Override
                public void run() {
                  if (!other || !subject().equals(before)) {
                    scene.removePostLayoutPulseListener(this);
                    took.complete(
                        new Took((cpu() - from) / 1e6, (System.nanoTime() - begun) / 1e6));
                  }
                }
              });
          act.run();
        });
    return took.get();
  }

  /// Of the window's thread, nanoseconds.
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static boolean find(String words) {
    Node search = scene.lookup(".preview-people .custom-text-field");
    TextField field = (TextField) search;
    field.setText(words);
    Event.fireEvent(field, new javafx.event.ActionEvent());
    return true;
  }

  private static boolean press(KeyCode key, boolean alt) {
    Node to = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
    Event.fireEvent(to, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, !alt, alt, false));
    return false;
  }

  private static String subject() {
    Labeled label = label(".preview-subject");
    return label == null ? "" : label.getText();
  }

  private static int people() {
    Labeled label = label(".preview-position");
    return label == null ? 0 : Integer.parseInt(label.getText().replaceAll("^.* of |\\D", ""));
  }

  private static Labeled label(String style) {
    return scene.lookup(style) instanceof Labeled label ? label : null;
  }

  private static Scene sceneOf() throws Exception {
    try {
      return onScreen(
          () ->
              Window.getWindows().stream()
                  .filter(Stage.class::isInstance)
                  .map(Window::getScene)
                  .findFirst()
                  .orElse(null));
    } catch (IllegalStateException notBegun) {
      return null;
    }
  }

  private static <T> T onScreen(Callable<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    return done.get();
  }

  /// Waits for what is neither null nor false.
  private static <T> T until(Callable<T> wanted) throws Exception {
    while (true) {
      T found = wanted.call();
      if (found != null && !Boolean.FALSE.equals(found)) {
        return found;
      }
      Thread.sleep(200);
    }
  }
}
