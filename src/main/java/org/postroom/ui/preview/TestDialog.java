package org.postroom.ui.preview;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.Reply;
import org.postroom.engine.Account;
import org.postroom.engine.Problem;
import org.postroom.engine.TestEnd;
import org.postroom.engine.Through;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.preview.TestModel.Scope;
import org.postroom.ui.preview.TestModel.State;

/// "Send a test to yourself": which letters, which way, and then what became of them. Escape and
/// the first button leave without sending; while it sends they are Stop.
final class TestDialog {
  private static final double WIDTH = 540;

  private final UiContext context;
  private final Texts texts;
  private final TestModel model;
  private final String person;
  private final String sender;
  private final VBox content = Ui.column(16);

  /// @param person whose letter is shown
  /// @param sender the address that everything goes to
  TestDialog(UiContext context, TestModel model, String person, String sender) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.person = person;
    this.sender = sender;
  }

  void show() {
    Label waiting = Ui.paragraph(texts.get("test.accounts"), "pr-muted");
    content.getChildren().setAll(waiting);
    content.setFocusTraversable(true);
    context.dialogs().show(texts.get("test.title"), content, WIDTH, model::stop, content);
    model.accountsProperty().subscribe(found -> ask(found == null ? List.of() : found));
    model.stateProperty().subscribe(this::say);
    model.start();
  }

  private void say(State state) {
    switch (state) {
      case State.Asking _ -> {}
      case State.Sending(long done, int of) -> sending(done, of);
      case State.Ended(TestEnd end) -> ended(end);
      case State.Failed(Problem problem) -> end(new ErrorCard(problem, null, () -> {}));
    }
  }

  private void ask(List<Account> accounts) {
    if (model.accountsProperty().get() == null) {
      return;
    }
    Button send = Ui.button("", "accent");
    send.setId("test-send");
    send.setOnAction(_ -> model.send());
    Button cancel = Ui.button(texts.get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    HBox buttons = Ui.row(8, cancel, send);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox which = which();
    Label where = Ui.paragraph("", "pr-muted", "pr-small");
    content
        .getChildren()
        .setAll(
            Ui.column(4, Ui.paragraph(texts.get("test.title"), "pr-dialog-title"), where),
            section("test.which", which),
            section("test.way", ways(accounts)));
    if (accounts.isEmpty()) {
      Button add = Ui.button(texts.get("test.set-up"), "small");
      add.setId("test-set-up");
      add.setOnAction(
          _ -> {
            context.dialogs().close();
            context.navigator().accounts();
          });
      content
          .getChildren()
          .add(
              new Note(
                  Icons.INFO, "neutral", texts.get("test.none"), texts.get("test.none.text"), add));
    }
    content.getChildren().add(buttons);
    Runnable name =
        () -> {
          boolean practice = model.practice();
          where.setText(texts.get(practice ? "test.text.practice" : "test.text", sender));
          send.setText(
              texts.get(practice ? "test.send.practice" : "test.send", model.letters().size()));
        };
    name.run();
    model.wayProperty().subscribe(name);
    model.scopeProperty().subscribe(name);
    which.getChildren().getFirst().requestFocus();
  }

  private static VBox section(String title, Region options, Texts texts) {
    options.setAccessibleText(texts.get(title));
    return Ui.column(8, Ui.label(texts.get(title), "pr-section-small"), options);
  }

  private VBox section(String title, Region options) {
    return section(title, options, texts);
  }

  private VBox which() {
    ToggleGroup group = new ToggleGroup();
    RadioButton one = radio(texts.get("test.this-one", person), group);
    RadioButton each =
        radio(
            model.examples() == 0
                ? texts.get("test.each.counting")
                : texts.get("test.each", model.examples()),
            group);
    each.setDisable(model.examples() == 0);
    group.selectToggle(model.scopeProperty().get() == Scope.THIS_ONE ? one : each);
    group
        .selectedToggleProperty()
        .addListener(
            (_, _, now) ->
                model.scopeProperty().set(each.equals(now) ? Scope.EACH_KIND : Scope.THIS_ONE));
    return Ui.column(8, one, each);
  }

  private VBox ways(List<Account> accounts) {
    ToggleGroup group = new ToggleGroup();
    VBox ways = Ui.column(8);
    for (Account account : accounts) {
      ways.getChildren()
          .add(
              way(
                  texts.get("way.account", account.address(), account.server().host()),
                  account.server(),
                  group));
    }
    ways.getChildren().add(way(texts.get("way.practice"), new Through.Practice(null), group));
    if (group.getSelectedToggle() == null) {
      group.selectToggle(group.getToggles().getFirst());
    }
    return ways;
  }

  private RadioButton way(String text, Through through, ToggleGroup group) {
    RadioButton button = radio(text, group);
    Through now = model.wayProperty().get();
    button
        .selectedProperty()
        .addListener(
            (_, _, selected) -> {
              if (selected) {
                model.wayProperty().set(through);
              }
            });
    button.setSelected(
        through instanceof Through.Practice
            ? now instanceof Through.Practice
            : through.equals(now));
    return button;
  }

  private static RadioButton radio(String text, ToggleGroup group) {
    RadioButton button = new RadioButton(text);
    button.setWrapText(true);
    button.setToggleGroup(group);
    return button;
  }

  private void sending(long done, int of) {
    Label words = Ui.paragraph(texts.get("test.sending", done, of));
    ProgressBar bar = new ProgressBar(of == 0 ? 0 : done / (double) of);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(words.getText());
    Button stop = Ui.button(texts.get("test.stop"), "button-outlined", "danger");
    stop.setId("test-stop");
    stop.setOnAction(_ -> model.stop());
    HBox buttons = Ui.row(8, stop);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    content
        .getChildren()
        .setAll(Ui.paragraph(texts.get("test.title"), "pr-dialog-title"), words, bar, buttons);
    stop.requestFocus();
  }

  private void ended(TestEnd end) {
    switch (end) {
      case TestEnd.Blocked(List<Finding> blocks) -> {
        VBox reasons = Ui.column(8);
        for (Finding block : blocks) {
          reasons
              .getChildren()
              .add(
                  new Note(
                      Icons.BLOCKED,
                      "danger",
                      new FindingTexts(texts.locale()).message(block),
                      ""));
        }
        end(
            new Note(
                Icons.BLOCKED, "danger", texts.get("test.blocked"), texts.get("test.blocked.text")),
            reasons);
      }
      case TestEnd.Ran ran -> end(result(ran), others(ran));
    }
  }

  private Note result(TestEnd.Ran ran) {
    int accepted = ran.letters().size() - TestModel.notAccepted(ran).size();
    String where = texts.get(model.practice() ? "test.look.practice" : "test.look", ran.to());
    return switch (ran.result()) {
      case DispatchResult.Completed _ when accepted == ran.letters().size() ->
          new Note(Icons.CHECKED, "success", texts.get("test.done", accepted), where);
      case DispatchResult.Completed _ ->
          new Note(
              Icons.WARNING,
              "warning",
              texts.get("test.some", accepted, ran.letters().size()),
              where);
      case DispatchResult.Stopped _ ->
          new Note(
              Icons.INFO, "neutral", texts.get("test.stopped", accepted), texts.get("test.only"));
      case DispatchResult.Paused(DispatchResult.Cause _, Reply reply) ->
          new Note(
              Icons.WARNING,
              "warning",
              texts.get("test.paused", accepted),
              reply.shown() + " " + texts.get("test.only"));
    };
  }

  private VBox others(TestEnd.Ran ran) {
    VBox lines = Ui.column(4);
    for (TestEnd.Tested letter : TestModel.notAccepted(ran)) {
      String why =
          switch (letter.outcome()) {
            case DeliveryOutcome.Accepted(Reply reply) -> reply.shown();
            case DeliveryOutcome.Deferred(Reply reply) -> reply.shown();
            case DeliveryOutcome.Refused(Reply reply) -> reply.shown();
            case DeliveryOutcome.InDoubt(String what) -> what;
          };
      lines
          .getChildren()
          .add(Ui.paragraph(texts.get("test.line", letter.subject(), why), "pr-small"));
    }
    return lines;
  }

  private void end(Node... what) {
    Button close = Ui.button(texts.get("test.close"), "accent");
    close.setId("test-close");
    close.setOnAction(_ -> context.dialogs().close());
    HBox buttons = Ui.row(8);
    if (model.practice() && model.stateProperty().get() instanceof State.Ended) {
      Button look = Ui.button(texts.get("test.open-practice"));
      look.setId("test-open-practice");
      look.setOnAction(
          _ -> {
            context.dialogs().close();
            context.navigator().practiceMailbox();
          });
      buttons.getChildren().add(look);
    }
    buttons.getChildren().add(close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    content
        .getChildren()
        .setAll(Ui.paragraph(texts.get("test.title"), "pr-dialog-title"), Ui.column(8, what));
    content.getChildren().add(buttons);
    close.requestFocus();
  }
}
