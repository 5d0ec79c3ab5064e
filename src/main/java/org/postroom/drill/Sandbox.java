package org.postroom.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.StopSignal;
import org.postroom.engine.Draft;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SendWay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A drill that was started: a mailshot with a mistake in reach, and an engine on a workspace that
/// nothing else knows of. Closing it removes both.
public final class Sandbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

  private final Drill drill;
  private final DrillEngine engine;
  private final Path folder;
  private @Nullable MailshotFile mailshot;

  Sandbox(Drill drill, DrillEngine engine, Path folder) {
    this.drill = drill;
    this.engine = engine;
    this.folder = folder;
  }

  void setUp() throws ProblemException, IOException {
    MailshotFile made = engine.create(DrillTexts.text("mailshot"));
    MailshotFile written = new DrillMailshot(drill).write(engine, made);
    Draft draft = engine.draft(written, SendWay.toPractice(), WorkProgress.NONE);
    if (drill.sentBefore()) {
      practise(draft);
    }
    // Reading the list wrote down its people.
    mailshot = engine.open(written.path());
    engine.watch();
  }

  private void practise(Draft draft) throws ProblemException {
    engine.send(
        draft,
        engine.review(draft, ReviewProgress.NONE),
        draft.people(),
        List.of(),
        new Through.Practice(null),
        new DispatchOptions(Pace.UNLIMITED, Duration.ZERO, Duration.ZERO, false),
        new StopSignal(),
        DispatchListener.NONE);
  }

  public Drill drill() {
    return drill;
  }

  /// Sends to practice only, whatever it is asked.
  public Postroom engine() {
    return engine;
  }

  public MailshotFile mailshot() {
    return Objects.requireNonNull(mailshot);
  }

  /// Runs `action` when the mistake is caught, on whichever thread; at once where it was already.
  public void onCaught(Runnable action) {
    engine.onCaught(action);
  }

  /// Removes everything of the drill.
  @Override
  public void close() {
    engine.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      // Its people are made up; the system empties its folder for temporary files by itself.
      LOG.warn("a drill's folder could not be removed: {}", folder, e);
    }
  }
}
