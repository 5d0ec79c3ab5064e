package org.postroom.ui.report;

import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.engine.ImapServer;
import org.postroom.engine.Postroom.Decision;
import org.postroom.engine.Report.PersonOutcome;
import org.postroom.engine.SentLook;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.FieldsDialog;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// The letters in doubt, each with what is known and two ways to settle it. Both ask for a reason;
/// to leave it is the default. More than ten are settled for all, with the typed count.
final class DoubtPanel extends VBox {
  private static final int SHOWN = 5;
  private static final int TOGETHER_ABOVE = 10;

  private final UiContext context;
  private final Texts texts;
  private final Times times;
  private final ReportModel model;
  private final Button lookButton;

  DoubtPanel(UiContext context, ReportModel model) {
    this.context = context;
    this.texts = context.texts();
    this.times = context.times();
    this.model = model;
    this.lookButton = Ui.button(Icons.of(Icons.SEARCH), texts.get("report.sent.look"), "small");
    lookButton.setOnAction(_ -> model.look(this::askWhere));
    getStyleClass().add("report-doubts");
    setMinHeight(USE_PREF_SIZE);
  }

  void show() {
    boolean lookHadFocus = lookButton.isFocused();
    getChildren().clear();
    List<PersonOutcome> letters = model.inDoubt();
    var problem = model.problemProperty().get();
    Ui.show(this, !letters.isEmpty() || problem != null);
    if (!letters.isEmpty()) {
      getChildren().add(head(letters));
      SentLook look = model.lookProperty().get();
      if (look != null) {
        Label said = Ui.paragraph(looked(look), "pr-small");
        said.setId("sent-looked");
        HBox row = new HBox(said);
        row.getStyleClass().add("report-doubt");
        getChildren().add(row);
      }
      letters.stream().limit(SHOWN).forEach(person -> getChildren().add(row(person)));
    }
    if (problem != null) {
      getChildren().add(new ErrorCard(problem, null, () -> {}));
    }
    if (lookHadFocus && model.mayLook()) {
      lookButton.requestFocus();
    }
  }

  private HBox head(List<PersonOutcome> letters) {
    var sign = Icons.of(Icons.WARNING);
    sign.getStyleClass().add("icon-warning");
    HBox head =
        new HBox(
            10,
            sign,
            Ui.label(texts.get("report.doubt.title", letters.size()), "pr-strong", "pr-small"),
            Ui.label(texts.get("report.doubt.text"), "pr-small"),
            Ui.spacer());
    if (model.mayLook()) {
      lookButton.setText(
          texts.get(model.lookingProperty().get() ? "report.sent.looking" : "report.sent.look"));
      head.getChildren().add(lookButton);
    }
    if (letters.size() > TOGETHER_ABOVE) {
      head.getChildren()
          .addAll(
              together("report.doubt.leave-all", letters, Decision.COUNT_AS_ACCEPTED),
              together("report.doubt.again-all", letters, Decision.SEND_AGAIN));
    }
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("report-doubt-head");
    return head;
  }

  private String looked(SentLook look) {
    return texts.get("report.sent.looked", look.folder(), look.found().size());
  }

  /// The mailbox's server, where neither the account nor the provider says which it is.
  private void askWhere() {
    FieldsDialog dialog =
        new FieldsDialog(
            context, texts.get("report.sent.where"), texts.get("report.sent.where.text"));
    TextField host =
        dialog.field("imap-host", texts.get("report.sent.where.host"), new TextField());
    dialog.show(
        "imap-look",
        texts.get("report.sent.look"),
        () -> {
          String typed = host.getText().strip();
          if (!typed.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
            dialog.refuse(host, texts.get("report.sent.where.wrong"));
            return;
          }
          dialog.close();
          model.look(ImapServer.at(typed));
        },
        host);
  }

  private Button together(String key, List<PersonOutcome> letters, Decision decision) {
    Button button = Ui.button(texts.get(key, letters.size()), "small");
    button.setOnAction(
        _ ->
            ReasonDialog.ask(
                context,
                texts.get("report.decide.all." + decision, letters.size()),
                texts.get("report.decide.text." + decision),
                texts.get("report.decide.act." + decision),
                letters.size(),
                reason -> model.decide(letters, decision, reason)));
    return button;
  }

  private HBox row(PersonOutcome person) {
    var sign = Icons.of(Icons.QUESTION);
    sign.getStyleClass().add("icon-warning");
    Label name = Ui.label(OutcomeTable.name(person), "pr-strong", "pr-small");
    Instant at = person.at();
    VBox words =
        new VBox(
            1,
            new HBox(6, name, Ui.label(person.address(), "pr-small", "pr-muted")),
            Ui.label(
                (at == null ? "" : times.second(at) + ". ") + texts.get("report.doubt.known"),
                "pr-caption-text"));
    SentLook look = model.lookProperty().get();
    boolean found = look != null && look.found().contains(person.address());
    if (look != null) {
      words
          .getChildren()
          .add(
              Ui.label(
                  texts.get(found ? "report.sent.found" : "report.sent.missing", look.folder()),
                  "pr-small"));
    }
    Button leave = Ui.button(texts.get("report.doubt.leave"), "small");
    leave.setOnAction(_ -> ask(person, Decision.COUNT_AS_ACCEPTED));
    if (look != null && found) {
      // How it is known is known.
      String reason = texts.get("report.sent.reason", look.folder());
      leave.setText(texts.get("report.sent.accept"));
      leave.setOnAction(_ -> model.decide(List.of(person), Decision.COUNT_AS_ACCEPTED, reason));
    }
    Button again = Ui.button(texts.get("report.doubt.again"), "small");
    again.setOnAction(_ -> ask(person, Decision.SEND_AGAIN));
    HBox row = new HBox(12, sign, Ui.grow(words), leave, again);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("report-doubt");
    return row;
  }

  private void ask(PersonOutcome person, Decision decision) {
    ReasonDialog.ask(
        context,
        texts.get("report.decide." + decision, OutcomeTable.name(person)),
        texts.get("report.decide.text." + decision),
        texts.get("report.decide.act." + decision),
        0,
        reason -> model.decide(List.of(person), decision, reason));
  }
}
