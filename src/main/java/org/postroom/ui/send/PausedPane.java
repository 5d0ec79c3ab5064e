package org.postroom.ui.send;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.address.AddressMask;
import org.postroom.dispatch.DispatchResult;
import org.postroom.engine.Counts;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MinuteChart;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// It paused by itself: why, what is not lost, what the other side said, and what usually helps.
/// Nothing goes on before a person decides; to keep it paused is the default.
final class PausedPane extends VBox {
  private static final int MOST_REPLIES = 4;

  private final UiContext context;
  private final Texts texts;
  private final SendState.Ended ended;
  private final DispatchResult.Paused paused;
  private final Button keep;

  PausedPane(
      UiContext context, SendModel model, SendState.Ended ended, DispatchResult.Paused paused) {
    super(16);
    this.context = context;
    this.texts = context.texts();
    this.ended = ended;
    this.paused = paused;
    keep = Ui.button(texts.get("send.paused.keep"), "accent", "large");
    keep.setOnAction(_ -> context.navigator().home());
    Counts counts = ended.end().report().counts();
    CountTiles tiles = new CountTiles(texts);
    tiles.show(
        counts.accepted(),
        counts.deferred(),
        counts.refused(),
        counts.inDoubt(),
        counts.notYetSent());
    VBox said = said();
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox middle = new HBox(20, said);
    if (!ended.tally().minutes().isEmpty()) {
      middle.getChildren().add(chart());
    }
    middle.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(banner(model, counts), tiles, middle);
    getStyleClass().add("pr-page");
  }

  Node first() {
    return keep;
  }

  private HBox banner(SendModel model, Counts counts) {
    var sign = Icons.large(Icons.HELD);
    sign.getStyleClass().add("icon-warning");
    Button one = Ui.button(Icons.of(Icons.SEND), texts.get("send.paused.try"), "large");
    one.setOnAction(_ -> model.tryOne());
    Button stop = Ui.button(Icons.of(Icons.STOP), texts.get("send.stop"), "large");
    stop.setOnAction(_ -> model.leaveEnded());
    HBox buttons = new HBox(12, keep, one, stop);
    VBox words =
        new VBox(
            6,
            Ui.title(texts.get("send.paused.title", texts.get("send.paused." + paused.cause()))),
            Ui.paragraph(
                texts.get(
                    "send.paused.kept",
                    counts.accepted(),
                    counts.notYetSent(),
                    counts.deferred())));
    VBox right = new VBox(14, words, buttons);
    HBox banner = new HBox(16, sign, Ui.grow(right));
    banner.getStyleClass().add("send-banner");
    banner.setMinHeight(Region.USE_PREF_SIZE);
    return banner;
  }

  private VBox said() {
    VBox rows = new VBox();
    for (String[] one : replies()) {
      var cross = Icons.small(Icons.CROSS);
      cross.getStyleClass().add("icon-danger");
      var who = Ui.label(one[0], "pr-small");
      who.setMinWidth(172);
      HBox row = new HBox(8, cross, who, Ui.grow(Ui.paragraph(one[1], "pr-small", "pr-muted")));
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("send-event");
      rows.getChildren().add(row);
    }
    Button copy = Ui.button(Icons.of(Icons.COPY), texts.get("send.paused.copy"), "small");
    copy.setOnAction(_ -> copy());
    VBox card =
        new VBox(
            6,
            Ui.label(texts.get("send.paused.said"), "pr-strong", "pr-small"),
            rows,
            Ui.label(texts.get("send.paused.helps"), "pr-strong", "pr-small"),
            Ui.paragraph(texts.get("send.paused.helps." + paused.cause()), "pr-small"),
            copy);
    VBox.setMargin(copy, new javafx.geometry.Insets(6, 0, 0, 0));
    card.getStyleClass().addAll("pr-card", "send-card");
    card.setMinHeight(Region.USE_PREF_SIZE);
    return card;
  }

  /// The last refusal of each of a few domains, and the reply that it paused for.
  private List<String[]> replies() {
    List<String[]> rows = new ArrayList<>();
    for (SendTally.Refusal refusal : ended.tally().refusals().reversed()) {
      String domain = domain(refusal.index());
      if (rows.size() < MOST_REPLIES && rows.stream().noneMatch(row -> row[0].equals(domain))) {
        rows.add(new String[] {domain, refusal.words()});
      }
    }
    String reply = paused.reply().shown();
    if (!reply.isEmpty() && rows.stream().noneMatch(row -> row[1].equals(reply))) {
      rows.addFirst(new String[] {texts.get("send.paused.server"), reply});
    }
    return rows;
  }

  private String domain(int index) {
    var letters = ended.end().report().letters();
    String address = index < letters.size() ? letters.get(index).address() : "";
    return address.substring(address.lastIndexOf('@') + 1);
  }

  private VBox chart() {
    MinuteChart chart = new MinuteChart(context.zone());
    chart.show(ended.tally().minutes(), 0, ended.tally().perMinute());
    chart.setAccessibleText(EndedPane.spoken(texts, ended.end().report().counts()));
    chart.setPrefHeight(180);
    VBox card = new VBox(8, Ui.label(texts.get("send.chart"), "pr-strong", "pr-small"), chart);
    card.getStyleClass().addAll("pr-card", "send-card");
    card.setPrefWidth(400);
    card.setMinWidth(280);
    return card;
  }

  /// For whoever helps: what happened in which order of size, with no address in it.
  private void copy() {
    Counts counts = ended.end().report().counts();
    StringBuilder text =
        new StringBuilder(
                texts.get("send.paused.title", texts.get("send.paused." + paused.cause())))
            .append('\n')
            .append(context.times().date(ended.at()))
            .append(' ')
            .append(context.times().second(ended.at()))
            .append('\n')
            .append(EndedPane.spoken(texts, counts))
            .append('\n');
    for (String[] one : replies()) {
      text.append(one[0]).append(": ").append(AddressMask.butTheDomain(one[1])).append('\n');
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(text.toString());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
