package org.postroom.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.cli.EngineOpener;
import org.postroom.dispatch.Waiting;
import org.postroom.engine.Parts;
import org.postroom.engine.Passwords;
import org.postroom.engine.Postroom;
import org.postroom.engine.PostroomEngine;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.TabularListReader;
import org.postroom.extract.FileText;
import org.postroom.extract.RememberedText;
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
    Path folder = WorkspaceFolder.of(workspace, environment);
    try {
      Workspace opened = Workspace.open(folder, PlatformKeychain.find());
      LogFile.open(log(workspace));
      return new PostroomEngine(
          new Parts(
              opened,
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
