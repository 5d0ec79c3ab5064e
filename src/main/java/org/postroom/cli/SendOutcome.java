package org.postroom.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.DispatchResult;
import org.postroom.engine.Counts;
import org.postroom.engine.Report;
import org.postroom.engine.SendEnd;
import org.postroom.finding.Finding;
import org.postroom.message.MailshotId;

/// Says how a send or a resume ended, for people or as JSON.
final class SendOutcome {
  private final Surroundings around;
  private final boolean json;

  SendOutcome(Surroundings around, boolean json) {
    this.around = around;
    this.json = json;
  }

  /// @param judgement of the review that was done just before; null on resuming
  /// @return the exit code
  int tell(
      SendEnd end,
      MailshotId mailshot,
      String name,
      boolean practice,
      int leftOut,
      @Nullable Judgement judgement) {
    Report report =
        switch (end) {
          case SendEnd.Ran ran -> ran.report();
          case SendEnd.NotCleared _, SendEnd.WrongCount _, SendEnd.ChangedSince _ ->
              new Report(
                  mailshot, name, 0, practice, Counts.NONE, leftOut, List.of(), List.of(), "");
        };
    switch (end) {
      case SendEnd.NotCleared(List<Finding> blocks, List<Finding> unconfirmed) -> {
        FindingLines.print(around.err(), blocks, null);
        FindingLines.print(around.err(), unconfirmed, null);
        line(blocks.isEmpty() ? "send.unconfirmed" : "send.blocked");
      }
      case SendEnd.WrongCount(int typed, int people) -> line("send.wrong-count", typed, people);
      case SendEnd.ChangedSince(List<String> what) -> {
        line("send.changed");
        what.forEach(change -> around.err().println("  " + change));
        line("send.changed.next");
      }
      case SendEnd.Ran ran -> {
        switch (ran.result()) {
          case DispatchResult.Completed _ -> {}
          case DispatchResult.Stopped _ -> line("send.stopped");
          case DispatchResult.Paused paused -> line(paused(paused), paused.reply().shown());
        }
        if (!json) {
          ReportLines.print(around.out(), ran.report(), false);
        }
      }
    }
    if (json) {
      print(report, end, judgement);
    }
    around.err().flush();
    return ExitCode.of(end);
  }

  private void print(Report report, SendEnd end, @Nullable Judgement judgement) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>(Json.report(report));
    if (end instanceof SendEnd.NotCleared && judgement != null) {
      object.put("findings", Json.findings(judgement));
    }
    around.out().println(Json.write(object));
    around.out().flush();
  }

  private static String paused(DispatchResult.Paused paused) {
    return switch (paused.cause()) {
      case UNREACHABLE -> "send.paused.unreachable";
      case TLS -> "send.paused.tls";
      case SIGN_IN -> "send.paused.sign-in";
      case REFUSED_BY_SERVER -> "send.paused.refused-by-server";
      case TOO_MANY_REFUSALS -> "send.paused.too-many-refusals";
      case SAME_REFUSAL -> "send.paused.same-refusal";
      case LEDGER -> "send.paused.ledger";
      case GUARD -> "send.paused.guard";
      case CHANGED -> "send.paused.changed";
      case LIMIT -> "send.paused.limit";
      case SLEPT -> "send.paused.slept";
      case MISSED -> "send.paused.missed";
      case EXPIRED -> "send.paused.expired";
    };
  }

  private void line(String key, Object... args) {
    around.err().println(CliTexts.text(key, args));
  }
}
