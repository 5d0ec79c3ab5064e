package org.postroom.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.cli.EngineOpener;
import org.postroom.dispatch.Waiting;
import org.postroom.drill.Drills;
import org.postroom.engine.Parts;
import org.postroom.engine.Passwords;
import org.postroom.engine.Postroom;
import org.postroom.engine.PostroomEngine;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.TabularListReader;
import org.postroom.extract.FileText;
import org.postroom.extract.RememberedText;
import org.postroom.workspace.Keychain;
import org.postroom.workspace.PlatformKeychain;
import org.postroom.workspace.Workspace;
import org.postroom.workspace.WorkspaceException;

/// Puts the parts together: the only place that knows all of them.
final class Wiring implements EngineOpener {
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Waiting waiting;

  Wiring(Map<String, String> environment) {
    this(environment, InstantSource.system(), Waiting.REAL);
  }

  /// With another clock, and another way to let time pass.
  Wiring(Map<String, String> environment, InstantSource clock, Waiting waiting) {
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.waiting = waiting;
  }

  @Override
  public Postroom open(@Nullable Path workspace, Passwords passwords) throws ProblemException {
    Postroom engine =
        engine(WorkspaceFolder.of(workspace, environment), PlatformKeychain.find(), passwords);
    LogFile.open(log(workspace));
    return engine;
  }

  /// Practice drills: engines like the real one, on workspaces without a keychain.
  Drills drills() {
    return new Drills(folder -> engine(folder, Keychain.NONE, Passwords.NONE));
  }

  private Postroom engine(Path folder, Keychain keychain, Passwords passwords)
      throws ProblemException {
    try {
      return new PostroomEngine(
          new Parts(
              Workspace.open(folder, keychain),
              clock,
              ZoneId.systemDefault(),
              waiting,
              new TabularListReader(),
              new RememberedText(new FileText()),
              passwords,
              System.getProperty("user.name", "")));
    } catch (WorkspaceException e) {
      throw new ProblemException(
          new Problem(Problem.Kind.WORKSPACE, e.happened(), e.kept(), e.next()), e);
    }
  }

  @Override
  public Path log(@Nullable Path workspace) {
    return WorkspaceFolder.of(workspace, environment).resolve("log").resolve("postroom.log");
  }
}
