package org.postroom.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;

/// Starts drills, each in a workspace of its own that is gone when the drill is closed: it knows
/// none of the person's lists, letters and accounts, and none of them ever knows of it.
public final class Drills {
  private final Opener opener;

  /// Opens an engine on an empty folder, without a keychain.
  @FunctionalInterface
  public interface Opener {
    Postroom open(Path folder) throws ProblemException;
  }

  public Drills(Opener opener) {
    this.opener = opener;
  }

  /// Sets a drill up; where it begins after a send, that send is practised now.
  public Sandbox start(Drill drill) throws ProblemException {
    Path folder = folder();
    Path workspace = folder.resolve("workspace");
    DrillEngine engine = new DrillEngine(opener.open(workspace), drill, workspace);
    Sandbox sandbox = new Sandbox(drill, engine, folder);
    boolean ready = false;
    try {
      sandbox.setUp();
      ready = true;
      return sandbox;
    } catch (IOException e) {
      throw unwritable(e);
    } finally {
      if (!ready) {
        sandbox.close();
      }
    }
  }

  private static Path folder() throws ProblemException {
    try {
      return Files.createTempDirectory("postroom-drill-");
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static ProblemException unwritable(IOException e) {
    return new ProblemException(
        new Problem(
            Problem.Kind.WORKSPACE,
            DrillTexts.text("failed.happened"),
            DrillTexts.text("failed.kept"),
            DrillTexts.text("failed.next")),
        new UncheckedIOException(e));
  }
}
