package org.postroom.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.postroom.engine.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The command line of Postroom.
public final class Cli {
  private static final Logger LOG = LoggerFactory.getLogger(Cli.class);
  private final Surroundings around;
  private final EngineOpener opener;

  public Cli(Surroundings around, EngineOpener opener) {
    this.around = around;
    this.opener = opener;
  }

  /// Runs one command.
  ///
  /// @return the exit code
  public int run(String... args) {
    CommandLine line = new CommandLine(new RootCommand());
    for (EngineCommand command : commands()) {
      CommandLine verb = new CommandLine(command);
      verb.setUnmatchedOptionsArePositionalParams(command.takesAnAddress());
      line.addSubcommand(verb);
    }
    line.getCommandSpec()
        .addOption(OptionSpec.builder("--version").versionHelp(true).type(boolean.class).build());
    addHelp(line);
    line.getSubcommands().values().forEach(Cli::addHelp);
    line.setResourceBundle(CliTexts.BUNDLE);
    line.getCommandSpec().version(CliTexts.text("version.line", version()));
    line.setOut(around.out());
    line.setErr(around.err());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(
        (wrong, _) -> {
          around.err().println(CliTexts.text("usage.wrong", String.valueOf(wrong.getMessage())));
          CommandLine.UnmatchedArgumentException.printSuggestions(wrong, around.err());
          around
              .err()
              .println(
                  CliTexts.text(
                      "usage.help", wrong.getCommandLine().getCommandSpec().qualifiedName()));
          around.err().flush();
          return ExitCode.WRONG;
        });
    line.setExecutionExceptionHandler((e, command, _) -> failed(e, command));
    return written(line.execute(args));
  }

  /// Whoever asked must know where the answer did not arrive whole: a full disk, a closed pipe.
  /// What a send did stays what it did, and its code says so.
  private int written(int code) {
    if (!around.out().checkError()) {
      return code;
    }
    around.err().println(CliTexts.text("output.lost"));
    around.err().flush();
    return code == ExitCode.DONE ? ExitCode.WRONG : code;
  }

  private static void addHelp(CommandLine line) {
    line.getCommandSpec()
        .addOption(OptionSpec.builder("-h", "--help").usageHelp(true).type(boolean.class).build());
  }

  private List<EngineCommand> commands() {
    return List.of(
        new ListCommand(around, opener),
        new ListsCommand(around, opener),
        new CheckCommand(around, opener),
        new PreviewCommand(around, opener),
        new LinksCommand(around, opener),
        new TestCommand(around, opener),
        new SendCommand(around, opener),
        new ResumeCommand(around, opener),
        new ReportCommand(around, opener),
        new SentCommand(around, opener),
        new DecideCommand(around, opener),
        new EndCommand(around, opener),
        new AccountCommand(around, opener),
        new SuppressCommand(around, opener),
        new ExportCommand(around, opener),
        new CanaryCommand(around, opener),
        new PracticeCommand(around, opener));
  }

  /// Every way out: a sentence for a person and an exit code, never a stack trace.
  private int failed(Exception e, CommandLine command) {
    PrintWriter err = around.err();
    try {
      return switch (e) {
        case ProblemException problem -> {
          err.println(problem.problem().message());
          yield problem.problem().kind().exitCode();
        }
        case UsageException usage -> {
          err.println(usage.getMessage());
          yield ExitCode.WRONG;
        }
        case CancellationException _ -> {
          err.println(CliTexts.text("stopped"));
          yield ExitCode.STOPPED;
        }
        default -> {
          LOG.error("unexpected", e);
          String name = command.getCommandName();
          boolean sends = name.equals("send") || name.equals("resume");
          String log = ((EngineCommand) command.getCommand()).log();
          String what = ranOutOfMemory(e) ? "memory" : "unexpected";
          err.println(CliTexts.text(sends ? what + ".sending" : what, log));
          yield sends ? ExitCode.PAUSED : ExitCode.WRONG;
        }
      };
    } finally {
      err.flush();
    }
  }

  private static boolean ranOutOfMemory(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  private static String version() {
    String version = Cli.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
