package org.postroom.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.StopSignal;
import org.postroom.dispatch.Waiting;
import org.postroom.engine.Draft;
import org.postroom.engine.Passwords;
import org.postroom.engine.Postroom;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.safety.ReviewProgress;

/// A process that sends and is told to end: `SignalChild WORKSPACE MAILSHOT PORT window|line`. As
/// the window does, with a Stop of its own for the run; or as the command line does. It prints
/// `stop` once that Stop is pressed.
final class SignalChild {
  private SignalChild() {}

  public static void main(String[] args) throws Exception {
    ToldToEnd told = new ToldToEnd();
    told.listen();
    try (Postroom engine =
        RealEngine.open(Path.of(args[0]), InstantSource.system(), Waiting.REAL, Passwords.NONE)) {
      boolean window = args[3].equals("window");
      StopSignal stop = window ? new StopSignal() : told.stop();
      if (window) {
        told.window(engine::stopRuns);
      }
      Thread.ofPlatform().daemon().start(() -> say(stop));
      Through through =
          new Through.Server(
              "127.0.0.1", Integer.parseInt(args[2]), Through.Security.NONE, null, false, 1, 0);
      Draft draft =
          engine.draft(engine.open(Path.of(args[1])), engine.way(through), WorkProgress.NONE);
      engine.send(
          draft,
          engine.review(draft, ReviewProgress.NONE),
          draft.people(),
          draft.file().document().acknowledge(),
          through,
          new DispatchOptions(Pace.UNLIMITED, Duration.ZERO, Duration.ZERO, false),
          stop,
          DispatchListener.NONE);
    }
    Runtime.getRuntime().halt(told.ended(130));
  }

  private static void say(StopSignal stop) {
    try {
      boolean pressed = stop.await(Duration.ofDays(1));
      System.out.println(pressed ? "stop" : "nothing");
      System.out.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
