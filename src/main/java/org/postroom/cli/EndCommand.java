package org.postroom.cli;

import java.nio.file.Path;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom end`: what has not left is withdrawn, and the mailshot can be sent anew.
@Command(name = "end")
final class EndCommand extends EngineCommand {
  @Parameters(paramLabel = "MAILSHOT")
  private Path mailshot = Path.of("");

  @Option(names = "--reason", required = true, paramLabel = "TEXT")
  private String reason = "";

  @Option(names = "--practice")
  private boolean practice;

  EndCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    if (reason.isBlank()) {
      throw new UsageException("suppress.reason");
    }
    MailshotFile file = engine.open(mailshot);
    engine.end(file, practice, reason);
    tell("end.done");
    engine
        .report(file, practice)
        .ifPresentOrElse(
            report -> ReportLines.print(around().out(), report, false),
            () -> tell("report.nothing"));
    return ExitCode.DONE;
  }
}
