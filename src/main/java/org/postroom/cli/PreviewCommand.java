package org.postroom.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Draft;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.WorkProgress;
import org.postroom.plan.DispatchPlan;
import org.postroom.safety.SendWay;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom preview`: writes the exact bytes that would be submitted, before dot-stuffing.
@Command(name = "preview")
final class PreviewCommand extends EngineCommand {
  @Parameters(paramLabel = "MAILSHOT")
  private Path mailshot = Path.of("");

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Which which = new Which();

  @Option(names = "--out", required = true, paramLabel = "DIR")
  private Path out = Path.of("");

  /// Whose letters.
  static final class Which {
    @Option(names = "--row", required = true, paramLabel = "N")
    private @Nullable Integer row;

    @Option(names = "--to", required = true, paramLabel = "ADDRESS")
    private @Nullable String to;

    @Option(names = "--all", required = true)
    private boolean all;
  }

  PreviewCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    Draft draft = engine.draft(engine.open(mailshot), SendWay.undecided(), WorkProgress.NONE);
    Optional<DispatchPlan> plan = draft.plan();
    if (plan.isEmpty()) {
      FindingLines.print(around().err(), draft.findings(), null);
      tell("preview.no-letters");
      return ExitCode.BLOCKED;
    }
    List<Integer> letters = letters(draft, plan.get());
    for (int index : letters) {
      Path file = engine.saveLetter(draft, index, out);
      if (!which.all) {
        print(file.toString());
      }
    }
    if (which.all) {
      print(CliTexts.text("preview.written", letters.size(), out.toString()));
    }
    return ExitCode.DONE;
  }

  private List<Integer> letters(Draft draft, DispatchPlan plan) throws UsageException {
    LetterChoice choice = new LetterChoice("preview", draft, plan);
    Integer row = which.row;
    if (which.all) {
      return choice.all();
    }
    return row == null ? choice.to(String.valueOf(which.to)) : choice.row(row);
  }
}
