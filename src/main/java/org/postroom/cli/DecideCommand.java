package org.postroom.cli;

import java.nio.file.Path;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom decide`: settles one letter that is in doubt.
@Command(name = "decide")
final class DecideCommand extends EngineCommand {
  @Parameters(paramLabel = "MAILSHOT")
  private Path mailshot = Path.of("");

  @Option(names = "--to", required = true, paramLabel = "ADDRESS")
  private String to = "";

  @ArgGroup(exclusive = true, multiplicity = "1")
  private What what = new What();

  @Option(names = "--reason", required = true, paramLabel = "TEXT")
  private String reason = "";

  @Option(names = "--practice")
  private boolean practice;

  /// The decision.
  static final class What {
    @Option(names = "--accepted", required = true)
    private boolean accepted;

    @Option(names = "--resend", required = true)
    private boolean resend;

    Postroom.Decision decision() {
      return accepted && !resend
          ? Postroom.Decision.COUNT_AS_ACCEPTED
          : Postroom.Decision.SEND_AGAIN;
    }
  }

  DecideCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    if (reason.isBlank()) {
      throw new UsageException("decide.reason");
    }
    engine.decide(engine.open(mailshot), practice, to, what.decision(), reason);
    tell(what.resend ? "decide.resend" : "decide.accepted", to);
    return ExitCode.DONE;
  }
}
