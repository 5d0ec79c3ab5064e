package org.postroom.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.Reply;
import org.postroom.engine.Draft;
import org.postroom.engine.LookAlikes;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.TestEnd;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.finding.Finding;
import org.postroom.plan.DispatchPlan;
import org.postroom.recipients.Recipient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom test`: sends chosen letters to the sender alone, marked in the subject.
@Command(name = "test")
final class TestCommand extends EngineCommand {
  /// More would be a mailshot to oneself.
  private static final int MOST = 30;

  @Parameters(paramLabel = "MAILSHOT")
  private Path mailshot = Path.of("");

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Which which = new Which();

  @Mixin private ThroughOptions through = new ThroughOptions();

  @Option(names = "--json")
  private boolean json;

  /// Whose letters.
  static final class Which {
    @Option(names = "--row", required = true, paramLabel = "N")
    private @Nullable Integer row;

    @Option(names = "--to", required = true, paramLabel = "ADDRESS")
    private @Nullable String to;

    @Option(names = "--kinds", required = true)
    private boolean kinds;
  }

  TestCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    Through way = through.through(engine);
    Draft draft = engine.draft(engine.open(mailshot), engine.way(way), WorkProgress.NONE);
    Optional<DispatchPlan> plan = draft.plan();
    List<Integer> letters = plan.isEmpty() ? List.of() : letters(draft, plan.get());
    TestEnd end = engine.testToMyself(draft, letters, way, around().stop(), DispatchListener.NONE);
    if (json) {
      print(Json.write(object(draft, end)));
    }
    return switch (end) {
      case TestEnd.Blocked(List<Finding> blocks) -> {
        FindingLines.print(around().err(), blocks, null);
        tell("test.blocked");
        yield ExitCode.BLOCKED;
      }
      case TestEnd.Ran ran -> told(ran);
    };
  }

  private List<Integer> letters(Draft draft, DispatchPlan plan) throws UsageException {
    LetterChoice choice = new LetterChoice("test", draft, plan);
    if (which.kinds) {
      List<Integer> all = LookAlikes.of(plan, WorkProgress.NONE).examples();
      if (all.size() > MOST) {
        tell("test.most", all.size(), MOST);
      }
      return all.subList(0, Math.min(MOST, all.size()));
    }
    Integer row = which.row;
    return row == null ? choice.to(String.valueOf(which.to)) : choice.row(row);
  }

  private int told(TestEnd.Ran ran) {
    if (!json) {
      for (TestEnd.Tested letter : ran.letters()) {
        print(
            CliTexts.text(
                "test.line", ran.to(), letter.subject(), state(letter), reply(letter.outcome())));
      }
    }
    switch (ran.result()) {
      case DispatchResult.Completed _ -> tell("test.done", ran.letters().size(), ran.to());
      case DispatchResult.Stopped _ -> tell("test.stopped", ran.letters().size());
      case DispatchResult.Paused(DispatchResult.Cause _, Reply reply) ->
          tell("test.paused", ran.letters().size(), reply.shown());
    }
    return code(ran);
  }

  private static int code(TestEnd.Ran ran) {
    boolean doubt = false;
    boolean all = true;
    for (TestEnd.Tested letter : ran.letters()) {
      doubt |= letter.outcome() instanceof DeliveryOutcome.InDoubt;
      all &= letter.outcome() instanceof DeliveryOutcome.Accepted;
    }
    if (doubt) {
      return ExitCode.IN_DOUBT;
    }
    return switch (ran.result()) {
      case DispatchResult.Stopped _ -> ExitCode.STOPPED;
      case DispatchResult.Paused _ -> ExitCode.PAUSED;
      case DispatchResult.Completed _ -> all ? ExitCode.DONE : ExitCode.SOME_NOT_ACCEPTED;
    };
  }

  private static Map<String, @Nullable Object> object(Draft draft, TestEnd end) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("mailshot", draft.mailshot().name());
    List<Object> letters = new ArrayList<>();
    switch (end) {
      case TestEnd.Blocked(List<Finding> blocks) -> {
        object.put("letters", letters);
        object.put("blocked", blocks.stream().map(Finding::id).distinct().toList());
      }
      case TestEnd.Ran ran -> {
        object.put("to", ran.to());
        for (TestEnd.Tested letter : ran.letters()) {
          Map<String, @Nullable Object> one = new LinkedHashMap<>();
          Recipient person = draft.plan().orElseThrow().people(letter.index()).getFirst();
          one.put("row", person.at().row());
          one.put("subject", letter.subject());
          one.put("state", state(letter));
          one.put("reply", reply(letter.outcome()));
          letters.add(one);
        }
        object.put("letters", letters);
      }
    }
    return object;
  }

  private static String state(TestEnd.Tested letter) {
    return switch (letter.outcome()) {
      case DeliveryOutcome.Accepted _ -> "accepted";
      case DeliveryOutcome.Deferred _ -> "deferred";
      case DeliveryOutcome.Refused _ -> "refused";
      case DeliveryOutcome.InDoubt _ -> "in-doubt";
    };
  }

  private static String reply(DeliveryOutcome outcome) {
    return switch (outcome) {
      case DeliveryOutcome.Accepted(Reply reply) -> reply.shown();
      case DeliveryOutcome.Deferred(Reply reply) -> reply.shown();
      case DeliveryOutcome.Refused(Reply reply) -> reply.shown();
      case DeliveryOutcome.InDoubt(String what) -> what;
    };
  }
}
