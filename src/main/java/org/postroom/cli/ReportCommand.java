package org.postroom.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Counts;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.Report;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom report`: what happened to each person, from the ledger.
@Command(name = "report")
final class ReportCommand extends EngineCommand {
  @Parameters(paramLabel = "MAILSHOT")
  private Path mailshot = Path.of("");

  @ArgGroup(exclusive = true)
  private Form form = new Form();

  @Option(names = "--practice")
  private boolean practice;

  /// How it is told.
  static final class Form {
    @Option(names = "--json")
    private boolean json;

    @Option(names = "--csv", paramLabel = "FILE")
    private @Nullable Path csv;
  }

  ReportCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException {
    MailshotFile file = engine.open(mailshot);
    Report report = find(engine, file);
    Path csv = form.csv;
    if (csv != null) {
      engine.exportReport(report, csv);
      tell("report.exported", report.letters().size(), csv.toString());
    } else if (form.json) {
      print(Json.write(Json.report(report)));
    } else {
      ReportLines.print(around().out(), report, true);
    }
    return ExitCode.DONE;
  }

  /// Where nothing real was ever planned, what practice did is shown, and says so.
  private Report find(Postroom engine, MailshotFile file) throws ProblemException {
    Optional<Report> real = practice ? Optional.empty() : engine.report(file, false);
    if (real.isPresent()) {
      return real.get();
    }
    Optional<Report> rehearsed = engine.report(file, true);
    if (rehearsed.isPresent()) {
      tell("report.only-practice");
      return rehearsed.get();
    }
    tell("report.nothing");
    return new Report(
        file.id(), file.document().name(), 0, practice, Counts.NONE, 0, List.of(), List.of(), "");
  }
}
