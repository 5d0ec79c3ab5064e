package org.postroom.ui.frame;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepState;
import org.postroom.ui.common.StepState.Mark;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// The six steps, each with its circle, name and line of state; below, the sender.
///
/// A step that cannot be opened yet is muted and can still be focused; its tooltip says why.
public final class Rail extends VBox {
  private final Texts texts;
  private final Map<Step, Line> lines = new EnumMap<>(Step.class);
  private final Label fromName = Ui.label("", "pr-rail-strong");
  private final Label fromAddress = Ui.label("");
  private final Label replies = Ui.label("", "pr-rail-strong");
  private final VBox replyBox;
  private final VBox sender;
  private Step current = Step.PEOPLE;

  public Rail(Texts texts, Consumer<Step> onStep, Runnable onChangeSender) {
    super(2);
    this.texts = texts;
    getStyleClass().add("pr-rail");
    setId("rail");
    setAccessibleText(texts.get("rail.steps"));
    for (Step step : Step.values()) {
      Line line = new Line(step);
      line.button.setOnAction(_ -> onStep.accept(step));
      lines.put(step, line);
      getChildren().add(line.button);
    }
    Hyperlink change = Ui.link(texts.get("rail.change-sender"), onChangeSender);
    change.setId("change-sender");
    replyBox = Ui.column(1, Ui.label(texts.get("rail.replies")), replies);
    VBox from = Ui.column(1, Ui.label(texts.get("rail.from")), fromName, fromAddress);
    sender = Ui.column(8, from, replyBox, change);
    sender.getStyleClass().add("pr-rail-box");
    getChildren().addAll(Ui.spacer(), sender);
    addEventFilter(KeyEvent.KEY_PRESSED, this::arrows);
  }

  /// Marks the step that is open.
  public void current(Step step) {
    current = step;
    lines.forEach(
        (each, line) -> {
          line.button.pseudoClassStateChanged(Shell.CURRENT, each == step);
          line.update();
        });
  }

  public void state(Step step, StepState state) {
    Line line = lines.get(step);
    if (line != null) {
      line.state = state;
      line.update();
    }
  }

  /// @param replyTo empty where answers go to the sender
  public void sender(String name, String address, String replyTo) {
    fromName.setText(name.isEmpty() ? texts.get("rail.no-sender") : name);
    fromAddress.setText(address);
    Ui.show(fromAddress, !address.isEmpty() && !address.equals(name));
    replies.setText(replyTo);
    Ui.show(replyBox, !replyTo.isEmpty());
  }

  /// Circles only.
  public void compact(boolean compact) {
    Ui.show(sender, !compact);
    lines.values().forEach(line -> line.compact(compact));
  }

  private void arrows(KeyEvent event) {
    int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    for (Step step : Step.values()) {
      Line line = lines.get(step);
      if (by != 0 && line != null && line.button.isFocused()) {
        Line other = lines.get(by > 0 ? step.after() : step.before());
        if (other != null) {
          other.button.requestFocus();
        }
        event.consume();
        return;
      }
    }
  }

  /// What a line shows, so that it is not made anew where nothing changed.
  private record Said(StepState state, boolean here, boolean compact) {}

  private final class Line {
    private final Step step;
    private final Button button = new Button();
    private final StackPane circle = new StackPane();
    private final Label name;
    private final Label text = Ui.label("", "pr-step-line");
    private final VBox words;
    private final Tooltip tooltip = new Tooltip();
    private StepState state = new StepState(Mark.NUMBER, "", false);
    private boolean compact;
    private @Nullable Said said;

    private Line(Step step) {
      this.step = step;
      name = Ui.label(texts.get("step." + step.key()), "pr-step-name");
      words = new VBox(name, text);
      words.setAlignment(Pos.CENTER_LEFT);
      words.setMinWidth(0);
      circle.getStyleClass().add("pr-step-circle");
      HBox content = Ui.row(12, circle, Ui.grow(words));
      button.getStyleClass().add("pr-step");
      button.setId("step-" + step.key());
      button.setGraphic(content);
      button.setMaxWidth(Double.MAX_VALUE);
    }

    private void update() {
      boolean here = step == current;
      Said now = new Said(state, here, compact);
      if (now.equals(said)) {
        return;
      }
      said = now;
      Mark mark = state.mark();
      circle
          .getChildren()
          .setAll(
              switch (mark) {
                case NUMBER -> Ui.label(Integer.toString(step.number()));
                case DONE ->
                    here ? Ui.label(Integer.toString(step.number())) : Icons.small(Icons.TICK);
                case ATTENTION, BLOCKED -> Ui.label("!");
              });
      circle
          .getStyleClass()
          .setAll("pr-step-circle", "mark-" + mark.name().toLowerCase(texts.locale()));
      text.setText(state.line());
      Ui.show(text, !state.line().isEmpty());
      button.pseudoClassStateChanged(Shell.CLOSED, !state.open());
      button.setAccessibleText(
          texts.get("rail.step-said", name.getText(), step.number(), state.line()).strip());
      tooltip.setText(
          compact || !state.open()
              ? (state.line().isEmpty() ? name.getText() : name.getText() + ": " + state.line())
              : state.line());
      button.setTooltip(compact || !state.line().isEmpty() ? tooltip : null);
    }

    private void compact(boolean now) {
      compact = now;
      Ui.show(words, !now);
      update();
    }
  }
}
