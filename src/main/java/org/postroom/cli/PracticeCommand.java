package org.postroom.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Postroom;
import org.postroom.engine.PracticeServer;
import org.postroom.engine.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `postroom practice`: a practice server for other programs, until interrupted.
@Command(name = "practice")
final class PracticeCommand extends EngineCommand {
  private static final Duration LONG = Duration.ofDays(1);

  @Option(names = "--port", paramLabel = "N")
  private int port = 2525;

  @Option(names = "--dir", paramLabel = "DIR")
  private @Nullable Path dir;

  PracticeCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    if (port < 0 || port > 65_535) {
      throw new UsageException("practice.port", Integer.toString(port));
    }
    try (PracticeServer server = engine.startPracticeServer(port, dir)) {
      print(
          CliTexts.text(
              "practice.listens", Integer.toString(server.port()), server.dir().toString()));
      boolean stopped = false;
      while (!stopped) {
        stopped = around().stop().await(LONG);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DONE;
  }
}
