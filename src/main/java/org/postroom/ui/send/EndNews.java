package org.postroom.ui.send;

import java.util.Optional;
import org.postroom.dispatch.DispatchResult;
import org.postroom.engine.Counts;
import org.postroom.engine.Problem;
import org.postroom.engine.SendEnd;
import org.postroom.ui.common.News;
import org.postroom.ui.common.Texts;

/// How a run ended, in a title and a sentence, for whoever does other work meanwhile. Pure.
final class EndNews {
  private EndNews() {}

  /// @param mailshot its name
  /// @return empty where a run has not ended
  static Optional<News> of(SendState state, String mailshot, Texts texts) {
    return switch (state) {
      case SendState.Ended ended -> Optional.of(ended(ended.end(), mailshot, texts));
      case SendState.Failed(Problem problem) ->
          Optional.of(
              new News(
                  texts.get("news.failed", mailshot),
                  (problem.happened() + " " + problem.kept()).strip()));
      case SendState.Locked _, SendState.Confirm _, SendState.Running _, SendState.Before _ ->
          Optional.empty();
    };
  }

  private static News ended(SendEnd.Ran end, String mailshot, Texts texts) {
    Counts counts = end.report().counts();
    String doubt = counts.inDoubt() == 0 ? "" : " " + texts.get("news.in-doubt", counts.inDoubt());
    return switch (end.result()) {
      case DispatchResult.Paused paused ->
          new News(
              texts.get("news.paused", mailshot, texts.get("send.paused." + paused.cause())),
              texts.get(
                      "news.paused.text",
                      counts.accepted(),
                      counts.notYetSent() + counts.deferred())
                  + doubt);
      case DispatchResult.Stopped _ ->
          new News(
              texts.get("news.stopped", mailshot),
              texts.get(
                      "news.stopped.text",
                      counts.accepted(),
                      counts.notYetSent() + counts.deferred())
                  + doubt);
      case DispatchResult.Completed _ ->
          new News(
              counts.inDoubt() > 0
                  ? texts.get("news.done.in-doubt", mailshot, counts.inDoubt())
                  : texts.get(counts.finished() ? "news.done" : "news.rest", mailshot),
              texts.get(
                      "news.done.text",
                      counts.accepted(),
                      counts.planned(),
                      counts.refused(),
                      counts.deferred())
                  + doubt);
    };
  }
}
