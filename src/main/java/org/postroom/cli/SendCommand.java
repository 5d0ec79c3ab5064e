package org.postroom.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.Term;
import org.postroom.document.MailshotDocument.SendSettings;
import org.postroom.engine.Draft;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.SendEnd;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom send`: review, clear, hold, send.
@Command(name = "send")
final class SendCommand extends EngineCommand {
  @Parameters(paramLabel = "MAILSHOT")
  private Path mailshot = Path.of("");

  @Option(names = "--confirm", required = true, paramLabel = "COUNT")
  private int confirm;

  @Mixin private ThroughOptions through = new ThroughOptions();

  @Option(names = "--hold", paramLabel = "SECONDS")
  private @Nullable Long hold;

  @Option(names = "--staged", negatable = true)
  private @Nullable Boolean staged;

  @Option(names = "--patience", paramLabel = "SECONDS")
  private long patience;

  @Option(names = "--dialogue")
  private boolean dialogue;

  @Option(names = "--json")
  private boolean json;

  SendCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    Through way = through.through(engine);
    MailshotFile file = engine.open(mailshot);
    DispatchOptions options = options(engine, way, file.document().send());
    Draft draft = engine.draft(file, engine.way(way), WorkProgress.NONE);
    SafetyReview.Reviewed reviewed = engine.review(draft, ReviewProgress.NONE);
    int letters = reviewed.review().letters();
    Progress progress = new Progress(around(), letters, dialogue);
    Judgement judgement = Judgement.of(reviewed, file.document().acknowledge());
    if (judgement.clear() && confirm == draft.people()) {
      new ForecastLines(around(), through.name(way))
          .tell(
              engine.forecast(way, letters, file.document().acknowledge(), options),
              letters,
              options);
    }
    SendEnd end =
        engine.send(
            draft,
            reviewed,
            confirm,
            file.document().acknowledge(),
            way,
            options,
            around().stop(),
            progress);
    return new SendOutcome(around(), json)
        .tell(
            end,
            file.id(),
            draft.mailshot().name(),
            through.isPractice(),
            draft.list().leftOut().size(),
            judgement);
  }

  private DispatchOptions options(Postroom engine, Through way, @Nullable SendSettings settings)
      throws UsageException {
    if ((hold != null && hold < 0) || patience < 0) {
      throw new UsageException("send.negative");
    }
    Integer asked = settings == null ? null : settings.holdSeconds();
    Boolean stages = settings == null ? null : settings.staged();
    Duration pause = Duration.ofSeconds(hold != null ? hold : asked != null ? asked : 0);
    OffsetDateTime notBefore = settings == null ? null : settings.notBefore();
    return new DispatchOptions(
            engine.pace(way),
            Duration.ofSeconds(patience),
            pause,
            staged != null ? staged : stages != null && stages)
        .within(Term.notBefore(notBefore == null ? null : notBefore.toInstant()));
  }
}
