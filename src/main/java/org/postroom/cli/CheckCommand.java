package org.postroom.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Draft;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.SeenLists;
import org.postroom.engine.WorkProgress;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SendWay;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom check`: import, plan, review.
@Command(name = "check")
final class CheckCommand extends EngineCommand {
  @Parameters(paramLabel = "MAILSHOT")
  private Path mailshot = Path.of("");

  /// Through what it would be sent; where that is not said, the account is not judged.
  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private ThroughOptions.@Nullable Way way;

  @Option(names = "--json")
  private boolean json;

  CheckCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    SendWay facts = way == null ? SendWay.undecided() : way.facts(engine);
    MailshotFile file = engine.open(mailshot);
    Draft draft = engine.draft(file, facts, WorkProgress.NONE);
    Judgement judgement =
        Judgement.of(engine.review(draft, ReviewProgress.NONE), file.document().acknowledge());
    SeenLists.@Nullable SeenList list =
        engine.seenLists().find(draft.list().origin().sha256()).orElse(null);
    if (json) {
      print(Json.write(Json.check(draft, judgement, list)));
    } else {
      print(
          CliTexts.text(
              "check.title",
              draft.mailshot().name(),
              draft.people(),
              draft.list().leftOut().size(),
              judgement.letters()));
      if (list != null) {
        print(SeenListLines.line(list));
      }
      FindingLines.print(around().out(), judgement.findings(), judgement);
      print(CliTexts.text(verdict(judgement)));
    }
    return judgement.exitCode();
  }

  private static String verdict(Judgement judgement) {
    return switch (judgement.exitCode()) {
      case ExitCode.DONE -> "check.clear";
      case ExitCode.BLOCKED -> "check.blocked";
      default -> "check.unconfirmed";
    };
  }
}
