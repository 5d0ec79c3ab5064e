package org.postroom.ui.accounts;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.dispatch.Pace;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// How much an account may send: the provider's numbers with their source, or the person's own. A
/// higher number asks where it stands.
final class LimitsCard extends VBox {
  private final Texts texts;
  private final AccountsModel model;
  private final VBox rows = new VBox(5);
  private final Hyperlink edit;
  private boolean editing;

  LimitsCard(Texts texts, AccountsModel model) {
    super(8);
    this.texts = texts;
    this.model = model;
    setId("limits");
    getStyleClass().addAll("pr-card", "account-card");
    setMinHeight(Region.USE_PREF_SIZE);
    edit = Ui.link(texts.get("accounts.limits.edit"), this::edit);
    edit.setId("edit-limits");
    HBox head = Ui.row(8, Ui.label(texts.get("accounts.limits"), "pr-section-small"), Ui.spacer());
    head.getChildren().add(edit);
    getChildren().addAll(head, rows);
    model.fields().host().subscribe(_ -> build());
    model.chosenProperty().subscribe(_ -> fresh());
  }

  private void fresh() {
    editing = false;
    build();
  }

  private void edit() {
    if (editing) {
      editing = false;
      model.fields().limits(null);
      model.fields().source().set("");
      build();
      edit.requestFocus();
    } else {
      editing = true;
      model.fields().limits(model.pace());
      build();
      rows.lookup("#limit-minute").requestFocus();
    }
  }

  private void build() {
    rows.getChildren().clear();
    edit.setText(texts.get(editing ? "accounts.limits.profile" : "accounts.limits.edit"));
    if (editing) {
      AccountFields fields = model.fields();
      rows.getChildren()
          .addAll(
              row("minute", number(fields.perMinute(), "minute")),
              row("hour", number(fields.perHour(), "hour")),
              row("day", number(fields.perDay(), "day")),
              connections(),
              Ui.paragraph(texts.get("accounts.limits.zero"), "pr-caption-text"),
              source(fields));
      return;
    }
    Pace pace = model.pace();
    boolean own = model.fields().own().isPresent();
    rows.getChildren()
        .addAll(
            row("minute", value(pace.perMinute())),
            row("hour", value(pace.perHour())),
            row("day", value(pace.perDay())),
            connections(),
            Ui.paragraph(
                own
                    ? texts.get("accounts.limits.own", model.fields().source().get())
                    : model.profile().source(),
                "pr-caption-text"));
  }

  private HBox row(String key, Node value) {
    Label name = Ui.label(texts.get("accounts.limits." + key), "pr-small", "pr-muted");
    return Ui.row(8, name, Ui.spacer(), value);
  }

  private Label value(int number) {
    return Ui.label(texts.get("accounts.limits.number", number), "pr-small", "pr-strong");
  }

  /// One connection at a time is what Postroom takes.
  private HBox connections() {
    return row(
        "together", Ui.label(texts.get("accounts.limits.connections", 1), "pr-small", "pr-strong"));
  }

  private TextField number(StringProperty text, String key) {
    TextField field = new TextField();
    field.getStyleClass().add("small");
    field.textProperty().bindBidirectional(text);
    field.setAccessibleText(texts.get("accounts.limits." + key));
    field.setId("limit-" + key);
    field.setPrefColumnCount(5);
    field.setMaxWidth(80);
    return field;
  }

  private VBox source(AccountFields fields) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(fields.source());
    field.setId("limit-source");
    field.setPromptText(texts.get("accounts.limits.source.prompt"));
    Label caption = Ui.paragraph(texts.get("accounts.limits.source"), "pr-caption");
    caption.setLabelFor(field);
    field.setAccessibleText(caption.getText());
    return Ui.column(4, caption, field);
  }
}
