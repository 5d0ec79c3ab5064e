package org.postroom.ui.send;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.Forecast;
import org.postroom.document.MailshotDocument;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.engine.Through;
import org.postroom.richtext.FieldTag;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// The facts of the last look, one a line: to whom, what, from whom, through what, when.
final class FactsTable extends VBox {
  private final UiContext context;
  private final Texts texts;
  private final SendPlan plan;
  private final int letters;
  private final Label when;
  private @Nullable Forecast forecast;

  FactsTable(UiContext context, MailshotModel mailshot, SendState.Confirm facts, SendPlan plan) {
    this.context = context;
    this.texts = context.texts();
    this.plan = plan;
    this.letters = facts.letters();
    MailshotDocument document = mailshot.document();
    getStyleClass().addAll("pr-card", "send-facts");
    setMinHeight(Region.USE_PREF_SIZE);
    String list = document.recipients().file();
    fact(
        Icons.PEOPLE,
        "send.fact.to",
        texts.get(
            "send.fact.to.value",
            facts.people(),
            list.substring(list.lastIndexOf('/') + 1),
            facts.leftOut()));
    boolean one = facts.letters() == facts.people();
    fact(
        Icons.MESSAGE,
        "send.fact.each",
        texts.get(one ? "send.fact.each.one" : "send.fact.each.blind", facts.letters()));
    fact(Icons.TEXT, "send.fact.subject", FieldTag.named(document.subject()));
    fact(Icons.ATTACH, "send.fact.with", files(document));
    fact(Icons.ADDRESS, "send.fact.from", document.from());
    String replyTo = document.replyTo();
    if (replyTo != null) {
      fact(Icons.REPLY, "send.fact.replies", replyTo);
    }
    Hyperlink change =
        Ui.link(texts.get("send.fact.through.change"), () -> context.navigator().chooseWay());
    change.setId("change-way");
    change.setAccessibleText(texts.get("way.title"));
    fact(
        Icons.SERVER, "send.fact.through", through(mailshot.throughProperty().get(), plan), change);
    fact(
        Icons.SHIELD,
        "send.fact.review",
        texts.get("send.fact.review.value", document.acknowledge().size()));
    when = fact(Icons.CLOCK, "send.fact.when", when(context, facts.letters(), plan));
  }

  private Label fact(String icon, String key, String value, Node... after) {
    var sign = Icons.of(icon);
    sign.getStyleClass().add("icon-muted");
    Label name = Ui.label(texts.get(key), "pr-small", "pr-muted");
    name.setMinWidth(100);
    Label words = Ui.paragraph(value, "pr-small");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(12, sign, name, Ui.grow(words));
    row.getChildren().addAll(after);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("send-fact");
    Ui.addRow(this, row);
    return words;
  }

  private String files(MailshotDocument document) {
    if (document.attachments().isEmpty()) {
      return texts.get("send.fact.with.nothing");
    }
    return String.join(
        ", ",
        document.attachments().stream()
            .map(
                entry ->
                    switch (entry) {
                      case AttachmentEntry.ForAll(String file) ->
                          file.substring(file.lastIndexOf('/') + 1);
                      case AttachmentEntry.PerPerson(String column, String _) ->
                          texts.get("send.fact.with.own", column);
                    })
            .toList());
  }

  private String through(Through through, SendPlan plan) {
    return switch (through) {
      case Through.Practice _ -> texts.get("send.fact.through.practice");
      case Through.Server server ->
          server.host()
              + texts.get("send.fact.through.pace", plan.pace().perMinute(), plan.pace().perDay());
    };
  }

  /// Says it again when it is known.
  void forecast(@Nullable Forecast known) {
    forecast = known;
    when.setText(when(context, letters, plan));
  }

  private String when(UiContext context, int letters, SendPlan plan) {
    Instant now = context.clock().instant();
    Instant first = forecast == null ? plan.first(now) : forecast.first();
    Instant last =
        forecast == null
            ? first.plus(plan.takes(letters)).plus(plan.pauses(letters))
            : forecast.done();
    String begins = context.times().timeOrDate(first);
    String ends = context.times().timeOrDate(last);
    if (!plan.scheduled(now) && plan.hold().isZero()) {
      return texts.get("send.fact.when.at-once", begins, ends);
    }
    if (plan.staged()) {
      return texts.get("send.fact.when.staged", begins, ends);
    }
    String key = begins.equals(ends) ? "send.fact.when.minute" : "send.fact.when.held";
    return texts.get(key, begins, ends);
  }
}
