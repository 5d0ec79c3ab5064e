package org.postroom.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import picocli.CommandLine.Mixin;

/// A verb: opens the engine, does its work, closes it.
abstract class EngineCommand implements Callable<Integer> {
  @Mixin private WorkspaceOption workspace = new WorkspaceOption();

  private final Surroundings around;
  private final EngineOpener opener;

  EngineCommand(Surroundings around, EngineOpener opener) {
    this.around = around;
    this.opener = opener;
  }

  @Override
  public final Integer call() throws ProblemException, UsageException {
    try (Postroom engine =
        opener.open(workspace.folder(around.environment()), new EnvironmentPasswords(around))) {
      return run(engine);
    } catch (OutOfMemoryError e) {
      // An error would pass by everything that tells people what happened.
      throw new IllegalStateException("not enough memory", e);
    }
  }

  /// True where an argument may be an address, which may begin with a minus.
  boolean takesAnAddress() {
    return false;
  }

  /// What begins with a minus and is no address is an option that was mistyped.
  static void refuseAnOption(@Nullable String argument) throws UsageException {
    if (argument != null && argument.startsWith("-") && argument.indexOf('@') < 0) {
      throw new UsageException("usage.unknown-option", argument);
    }
  }

  /// @return the exit code
  abstract int run(Postroom engine) throws ProblemException, UsageException;

  Surroundings around() {
    return around;
  }

  /// Where the log of the chosen workspace is.
  String log() {
    return opener.log(workspace.folder(around.environment())).toString();
  }

  /// A line for people, on standard error.
  void tell(String key, Object... args) {
    around.err().println(CliTexts.text(key, args));
    around.err().flush();
  }

  /// A line of what was asked for, on standard output.
  void print(String line) {
    around.out().println(line);
    around.out().flush();
  }
}
