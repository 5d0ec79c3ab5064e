package org.postroom.ui.send;

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
import org.postroom.ui.common.Ui;

/// The stages of a send in a row: the hold, the first 5, 1 %, the rest. Only those that there are.
final class StageLine extends HBox {
  private static final int FIRST = 5;
  private static final int SECOND_FROM = 200;

  private final Texts texts;
  private final List<Stage> stages = new ArrayList<>();

  /// @param from letters before it, of all
  private record Stage(String name, String what, int from, int to) {}

  StageLine(Texts texts, SendModel.Plan plan, int letters) {
    this.texts = texts;
    getStyleClass().addAll("pr-card", "send-stages");
    setMinHeight(USE_PREF_SIZE);
    if (!plan.hold().isZero()) {
      stages.add(
          new Stage(
              texts.get("send.stage.hold"),
              texts.get("send.stage.hold.time", minutes(plan)),
              -1,
              0));
    }
    int at = 0;
    if (plan.staged() && letters > FIRST) {
      stages.add(new Stage(texts.get("send.stage.first", FIRST), "", 0, FIRST));
      at = FIRST;
      if (letters >= SECOND_FROM) {
        int more = (letters + 99) / 100;
        stages.add(new Stage(texts.get("send.stage.percent", more), "", at, at + more));
        at += more;
      }
    }
    stages.add(
        new Stage(
            texts.get(at == 0 ? "send.stage.all" : "send.stage.rest", letters - at),
            "",
            at,
            letters));
  }

  /// @param held true while nothing has left
  /// @param settled letters with an outcome
  void show(boolean held, int settled) {
    getChildren().clear();
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      boolean done = stage.from() < 0 ? !held : !held && settled >= stage.to();
      boolean now = stage.from() < 0 ? held : !held && settled >= stage.from() && !done;
      StackPane circle = new StackPane();
      circle.getStyleClass().add("pr-step-circle");
      if (done) {
        circle.getStyleClass().add("mark-done");
        var tick = Icons.small(Icons.TICK);
        tick.getStyleClass().add("icon-success");
        circle.getChildren().add(tick);
      } else {
        Label number = Ui.label(Integer.toString(i + 1), "pr-caption");
        circle.getChildren().add(number);
        if (now) {
          circle.getStyleClass().add("mark-now");
        }
      }
      Region line = new Region();
      line.getStyleClass().add(done ? "send-line-done" : "send-line");
      HBox top = new HBox(8, circle);
      if (i < stages.size() - 1) {
        top.getChildren().add(Ui.grow(line));
      }
      top.setAlignment(Pos.CENTER_LEFT);
      VBox box =
          new VBox(
              4,
              top,
              Ui.label(stage.name(), "pr-strong", "pr-small"),
              Ui.label(what(stage, done, now, settled), "pr-caption-text"));
      HBox.setHgrow(box, Priority.ALWAYS);
      box.setPrefWidth(100);
      getChildren().add(box);
    }
  }

  private String what(Stage stage, boolean done, boolean now, int settled) {
    if (stage.from() < 0) {
      return now ? texts.get("send.stage.here", stage.what()) : stage.what();
    }
    int all = stage.to() - stage.from();
    return done
        ? texts.get("send.stage.done", all)
        : now
            ? texts.get("send.stage.now", settled - stage.from(), stage.to() - settled)
            : texts.get("send.stage.later", all);
  }

  private static long minutes(SendModel.Plan plan) {
    return Math.max(1, plan.hold().toMinutes());
  }
}
