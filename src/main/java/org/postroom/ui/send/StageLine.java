package org.postroom.ui.send;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;

/// The stages of a send in a row: the hold, the first 5, 1 %, the rest. Only those that there are,
/// each with what has become of it or when its turn comes.
final class StageLine extends HBox {
  private final Texts texts;
  private final Times times;
  private final boolean scheduled;
  private final List<Stage> stages = new ArrayList<>();

  /// @param from letters before it, of all; −1 for the hold
  /// @param pause whether a pause follows
  private record Stage(String name, int from, int to, boolean pause) {
    boolean hold() {
      return from < 0;
    }

    int letters() {
      return to - from;
    }
  }

  private enum Turn {
    DONE,
    NOW,
    LATER
  }

  /// @param scheduled whether a chosen time is waited for
  StageLine(Texts texts, Times times, SendPlan plan, boolean scheduled, int letters) {
    this.scheduled = scheduled;
    this.texts = texts;
    this.times = times;
    getStyleClass().addAll("pr-card", "send-stages");
    setMinHeight(USE_PREF_SIZE);
    if (scheduled || !plan.hold().isZero()) {
      stages.add(
          new Stage(
              texts.get(scheduled ? "send.stage.schedule" : "send.stage.hold"), -1, 0, false));
    }
    int at = 0;
    if (plan.staged() && letters > SendPlan.FIRST) {
      at = SendPlan.FIRST;
      stages.add(new Stage(texts.get("send.stage.first", at), 0, at, true));
      int more = plan.second(letters);
      if (more > 0) {
        stages.add(new Stage(texts.get("send.stage.percent", more), at, at + more, true));
        at += more;
      }
    }
    stages.add(
        new Stage(
            texts.get(at == 0 ? "send.stage.all" : "send.stage.rest", letters - at),
            at,
            letters,
            false));
  }

  void show(SendState.Running run) {
    getChildren().clear();
    int settled = run.tally().letters() - run.tally().count(SendTally.State.NOT_YET);
    Instant begins = begins(run);
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      Turn turn = turn(stage, run, settled);
      getChildren().add(box(i, turn, stage.name(), what(stage, turn, run, begins)));
      if (!stage.hold() && turn == Turn.LATER) {
        begins = begins.plus(run.plan().takes(stage.letters()));
        begins = stage.pause() ? begins.plus(SendPlan.STAGE_PAUSE) : begins;
      }
    }
  }

  /// When the first stage begins that has not begun.
  private static Instant begins(SendState.Running run) {
    SendState.Wait wait = run.pause();
    return wait == null ? run.started() : wait.until();
  }

  private static Turn turn(Stage stage, SendState.Running run, int settled) {
    if (stage.hold()) {
      return run.held() ? Turn.NOW : Turn.DONE;
    }
    if (run.held() || settled < stage.from()) {
      return Turn.LATER;
    }
    if (settled >= stage.to()) {
      return Turn.DONE;
    }
    return run.betweenStages() && settled == stage.from() ? Turn.LATER : Turn.NOW;
  }

  private String what(Stage stage, Turn turn, SendState.Running run, Instant begins) {
    if (stage.hold()) {
      Instant due = run.plan().notBefore();
      String time =
          scheduled && due != null
              ? times.dateAndTime(due)
              : texts.get("send.stage.hold.time", run.plan().holdMinutes());
      return texts.get(turn == Turn.NOW ? "send.stage.here" : "send.stage.held", time);
    }
    int accepted = run.tally().count(SendTally.State.ACCEPTED, stage.from(), stage.to());
    int open = run.tally().count(SendTally.State.NOT_YET, stage.from(), stage.to());
    return switch (turn) {
      case DONE ->
          accepted == stage.letters()
              ? texts.get("send.stage.accepted", accepted)
              : texts.get("send.stage.accepted-of", accepted, stage.letters());
      case NOW -> texts.get("send.stage.now", stage.letters() - open, open);
      case LATER -> later(stage, run, begins);
    };
  }

  private String later(Stage stage, SendState.Running run, Instant begins) {
    if (!run.held() && !run.betweenStages()) {
      return texts.get("send.stage.later", stage.letters());
    }
    String at = times.time(begins);
    if (stage.pause()) {
      return texts.get("send.stage.then-pause", at);
    }
    var takes = run.plan().takes(stage.letters());
    String until = times.time(begins.plus(takes));
    return takes.isZero() || until.equals(at)
        ? texts.get("send.stage.from", at)
        : texts.get("send.stage.from-to", at, until);
  }

  private VBox box(int index, Turn turn, String name, String what) {
    StackPane circle = new StackPane();
    circle.getStyleClass().add("pr-step-circle");
    if (turn == Turn.DONE) {
      circle.getStyleClass().add("mark-done");
      var tick = Icons.small(Icons.TICK);
      tick.getStyleClass().add("icon-success");
      circle.getChildren().add(tick);
    } else {
      Label number = Ui.label(Integer.toString(index + 1), "pr-caption");
      circle.getChildren().add(number);
      if (turn == Turn.NOW) {
        circle.getStyleClass().add("mark-now");
      }
    }
    HBox top = new HBox(8, circle);
    if (index < stages.size() - 1) {
      Region line = new Region();
      line.getStyleClass().add(turn == Turn.DONE ? "send-line-done" : "send-line");
      top.getChildren().add(Ui.grow(line));
    }
    top.setAlignment(Pos.CENTER_LEFT);
    VBox box =
        new VBox(
            4, top, Ui.label(name, "pr-strong", "pr-small"), Ui.label(what, "pr-caption-text"));
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setPrefWidth(100);
    return box;
  }
}
