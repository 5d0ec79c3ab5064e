package org.postroom.ui.send;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.MinuteChart;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// One card for what a run shows of itself: letters a minute, how it stands by domain, or, while it
/// runs, what is said on its connections. What was chosen stays chosen when the run ends.
final class RunCharts extends VBox {
  private static final double ROOMY = 680;

  private final Texts texts;
  private final ObjectProperty<Kind> chosen;
  private final Map<Kind, ToggleButton> buttons = new EnumMap<>(Kind.class);
  private final MinuteChart minutes;
  private final DomainTable domains;
  private final DialogueList dialogue;
  private final Label without;
  private final HBox legend;
  private final HBox head = new HBox(12);

  /// What is shown.
  enum Kind {
    MINUTES,
    DOMAINS,
    DIALOGUE
  }

  RunCharts(UiContext context, ObjectProperty<Kind> chosen) {
    super(8);
    this.texts = context.texts();
    this.chosen = chosen;
    this.minutes = new MinuteChart(context.zone());
    this.domains = new DomainTable(texts);
    this.dialogue = new DialogueList(texts);
    this.without = Ui.paragraph(texts.get("send.dialogue.without"), "pr-caption-text");
    this.legend = legend();
    head.getChildren().addAll(segments(), Ui.spacer());
    head.setAlignment(Pos.CENTER_LEFT);
    StackPane charts = new StackPane(minutes, domains, dialogue);
    charts.setMinHeight(0);
    getChildren().addAll(head, Ui.grow(charts), legend, without);
    getStyleClass().addAll("pr-card", "send-card");
    HBox.setHgrow(this, Priority.ALWAYS);
    setMinWidth(0);
    button(chosen.get()).setSelected(true);
    arrange();
  }

  /// Stands at the end of the card's head while letters a minute are shown.
  ///
  /// @param spare left out where there is little room
  void beside(Node spare, Node other) {
    head.getChildren().addAll(spare, other);
    Runnable fit =
        () -> {
          boolean shown = chosen.get() == Kind.MINUTES;
          Ui.show(spare, shown && getWidth() >= ROOMY);
          Ui.show(other, shown);
        };
    widthProperty().subscribe(fit);
    chosen.subscribe(fit);
  }

  /// For a card on a page of what has been: as high as its content.
  void still(double minutesHigh, int rows) {
    minutes.setPrefHeight(minutesHigh);
    domains.setPrefHeight(DomainTable.high(rows));
    setMinHeight(Region.USE_PREF_SIZE);
    getChildren().removeAll(legend, without);
    Ui.show(button(Kind.DIALOGUE), false);
    button(Kind.DOMAINS).getStyleClass().setAll("toggle-button", "small", "right-pill");
    if (button(Kind.DIALOGUE).isSelected()) {
      button(Kind.MINUTES).setSelected(true);
    }
  }

  /// @param left letters still to come, which the chart draws
  /// @param perMinute the limit, or 0
  /// @param spoken the counts, which are said of the chart
  void show(SendTally tally, int left, int perMinute, String spoken) {
    minutes.show(tally.minutes(), left, perMinute);
    minutes.setAccessibleText(spoken);
    domains.show(tally.domains(DomainTable.MOST));
    boolean none = tally.minutes().isEmpty() && left == 0;
    Ui.show(button(Kind.MINUTES), !none);
    if (none) {
      button(Kind.DOMAINS).getStyleClass().setAll("toggle-button", "small", "single-pill");
      // There is nothing else to choose here; elsewhere there still is.
      Kind elsewhere = chosen.get();
      button(Kind.DOMAINS).setSelected(true);
      chosen.set(elsewhere);
    }
  }

  /// The last lines of the connections.
  void show(List<DialogueLog.Line> lines) {
    dialogue.show(lines);
  }

  void mark(Instant at, String text) {
    minutes.mark(at, text);
  }

  private ToggleButton button(Kind kind) {
    return buttons.computeIfAbsent(kind, one -> new ToggleButton(texts.get("send.charts." + one)));
  }

  private HBox segments() {
    ToggleGroup group = new ToggleGroup();
    HBox row = new HBox();
    row.getStyleClass().add("segmented");
    row.setMinWidth(Region.USE_PREF_SIZE);
    for (Kind each : Kind.values()) {
      ToggleButton button = button(each);
      button.getStyleClass().add("small");
      button.setId("send-charts-" + each);
      button.setToggleGroup(group);
      button.setMinWidth(Region.USE_PREF_SIZE);
      // One of them is always selected.
      button.setOnAction(_ -> button.setSelected(true));
      // By arrows it is selected without being pressed.
      button
          .selectedProperty()
          .subscribe(
              (_, selected) -> {
                if (selected) {
                  chosen.set(each);
                  arrange();
                }
              });
      row.getChildren().add(button);
    }
    button(Kind.MINUTES).getStyleClass().add("left-pill");
    button(Kind.DOMAINS).getStyleClass().add("center-pill");
    button(Kind.DIALOGUE).getStyleClass().add("right-pill");
    return row;
  }

  private void arrange() {
    boolean spoken = button(Kind.DIALOGUE).isSelected();
    boolean byDomain = button(Kind.DOMAINS).isSelected();
    Ui.show(minutes, !byDomain && !spoken);
    Ui.show(domains, byDomain);
    Ui.show(dialogue, spoken);
    Ui.show(legend, !spoken);
    Ui.show(without, spoken);
  }

  private HBox legend() {
    HBox row = new HBox(18);
    for (String kind : new String[] {"accepted", "waiting", "refused", "to-come"}) {
      Region swatch = new Region();
      swatch.getStyleClass().addAll("bar-" + kind, "send-swatch");
      var label = Ui.label(texts.get("send.legend." + kind), "pr-caption-text");
      label.setGraphic(swatch);
      row.getChildren().add(label);
    }
    return row;
  }
}
