package org.postroom.acceptance;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.StopSignal;
import org.postroom.dispatch.Waiting;
import org.postroom.engine.Draft;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Parts;
import org.postroom.engine.Passwords;
import org.postroom.engine.PostroomEngine;
import org.postroom.engine.SendEnd;
import org.postroom.engine.TabularListReader;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;
import org.postroom.safety.TextExtractor;
import org.postroom.workspace.Workspace;

/// A process that sends with the real engine, to be killed: `Sender WORKSPACE MAILSHOT PORT
/// CONNECTIONS`. It sends where nothing was planned yet and goes on otherwise; says `sending` when
/// all that comes before the first connection begins, and `ended …` when it came to its end.
public final class Sender {
  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private Sender() {}

  public static void main(String[] args) throws Exception {
    Path workspace = Path.of(args[0]);
    Path mailshot = Path.of(args[1]);
    int port = Integer.parseInt(args[2]);
    int connections = Integer.parseInt(args[3]);
    say("ended " + send(workspace, mailshot, port, connections, Sender::say));
  }

  /// In this process. Sends where nothing was planned yet and goes on otherwise.
  ///
  /// @return how it ended
  public static String send(Path workspace, Path mailshot, int port, int connections)
      throws Exception {
    return send(workspace, mailshot, port, connections, _ -> {});
  }

  /// In this process, with the time in the caller's hand.
  static String send(
      Path place, Path mailshot, int port, InstantSource clock, ZoneId zone, StopSignal stop)
      throws Exception {
    try (Workspace workspace = Workspace.open(place);
        PostroomEngine engine = new PostroomEngine(parts(workspace, clock, zone))) {
      return send(engine, mailshot, port, 1, stop, _ -> {});
    }
  }

  private interface Told {
    void of(String what) throws IOException;
  }

  private static String send(Path place, Path mailshot, int port, int connections, Told told)
      throws Exception {
    try (Workspace workspace = Workspace.open(place);
        PostroomEngine engine = new PostroomEngine(parts(workspace))) {
      return send(engine, mailshot, port, connections, new StopSignal(), told);
    }
  }

  private static String send(
      PostroomEngine engine, Path mailshot, int port, int connections, StopSignal stop, Told told)
      throws Exception {
    Through through =
        new Through.Server("127.0.0.1", port, Through.Security.NONE, null, false, connections, 0);
    DispatchOptions options =
        new DispatchOptions(Pace.UNLIMITED, Duration.ZERO, Duration.ZERO, false);
    MailshotFile file = engine.open(mailshot);
    if (engine.report(file, false).isPresent()) {
      return told(engine.resume(file, through, false, options, stop, DispatchListener.NONE));
    }
    Draft draft = engine.draft(file, engine.way(through), WorkProgress.NONE);
    SafetyReview.Reviewed reviewed = engine.review(draft, ReviewProgress.NONE);
    told.of("sending");
    return told(
        engine.send(
            draft,
            reviewed,
            draft.people(),
            file.document().acknowledge(),
            through,
            options,
            stop,
            DispatchListener.NONE));
  }

  private static String told(SendEnd end) {
    return switch (end) {
      case SendEnd.Ran ran -> ran.result().toString();
      case SendEnd.NotCleared _, SendEnd.WrongCount _, SendEnd.ChangedSince _ -> end.toString();
    };
  }

  /// One write for one line, so that a line arrives whole or not at all.
  private static void say(String line) throws IOException {
    OUT.write((line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// The real engine's parts, with nothing but what is needed to send.
  public static Parts parts(Workspace workspace) {
    return parts(workspace, InstantSource.system(), ZoneOffset.UTC);
  }

  static Parts parts(Workspace workspace, InstantSource clock, ZoneId zone) {
    return new Parts(
        workspace,
        clock,
        zone,
        Waiting.REAL,
        new TabularListReader(),
        (name, type, content) ->
            new TextExtractor.Extraction.Text(
                List.of(new TextExtractor.Piece("", new String(content, StandardCharsets.UTF_8)))),
        Passwords.NONE,
        "helen");
  }
}
