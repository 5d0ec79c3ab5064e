package org.postroom.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.Report;
import org.postroom.engine.SendEnd;
import org.postroom.engine.Through;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom resume`: goes on where a send was left.
@Command(name = "resume")
final class ResumeCommand extends EngineCommand {
  @Parameters(paramLabel = "MAILSHOT")
  private Path mailshot = Path.of("");

  @Mixin private ThroughOptions through = new ThroughOptions();

  @Option(names = "--as-cleared")
  private boolean asCleared;

  @Option(names = "--patience", paramLabel = "SECONDS")
  private long patience;

  @Option(names = "--dialogue")
  private boolean dialogue;

  @Option(names = "--json")
  private boolean json;

  ResumeCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    if (patience < 0) {
      throw new UsageException("send.negative");
    }
    Through way = through.through(engine);
    MailshotFile file = engine.open(mailshot);
    int left =
        engine
            .report(file, through.isPractice())
            .map(Report::counts)
            .map(counts -> counts.notYetSent() + counts.deferred())
            .orElse(0);
    SendEnd end =
        engine.resume(
            file,
            way,
            asCleared,
            new DispatchOptions(
                engine.pace(way), Duration.ofSeconds(patience), Duration.ZERO, false),
            around().stop(),
            new Progress(around(), left, dialogue));
    return new SendOutcome(around(), json)
        .tell(end, file.id(), file.document().name(), through.isPractice(), 0, null);
  }
}
