package org.postroom.ui.message;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.engine.ListReading;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.LetterSize;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.message.MessageModel.Item;

/// The attachments: what everybody gets, what was refused and why, a place to drop files.
final class AttachmentPanel extends VBox {
  private final UiContext context;
  private final Texts texts;
  private final MessageModel model;
  private final VBox cards = Ui.column(12);
  private final Label size = Ui.paragraph("", "pr-caption-text");

  /// @param onPerPerson asks for a different file for each person
  AttachmentPanel(UiContext context, MessageModel model, Runnable onPerPerson) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    setId("attachments");
    setPadding(new Insets(0, 6, 6, 6));
    Button attach = Ui.button(Icons.small(Icons.ATTACH), texts.get("message.attach"), "small");
    attach.setId("attach");
    attach.setOnAction(_ -> choose());
    HBox head =
        Ui.row(8, Ui.label(texts.get("message.attachments"), "pr-section"), Ui.spacer(), attach);
    Label drop = Ui.label(texts.get("message.drop-files"), "pr-drop-files");
    drop.setMaxWidth(Double.MAX_VALUE);
    drop.setAlignment(Pos.CENTER);
    Node perPerson = Ui.link(texts.get("message.per-person"), onPerPerson);
    perPerson.setId("per-person");
    ((javafx.scene.control.Hyperlink) perPerson).setGraphic(Icons.small(Icons.PEOPLE));
    setSpacing(12);
    getChildren().addAll(head, cards, drop, perPerson, Ui.spacer(), size);
    setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    setOnDragDropped(
        event -> {
          event.getDragboard().getFiles().forEach(file -> model.attach(file.toPath()));
          event.setDropCompleted(true);
          event.consume();
        });
    size.setId("letter-size");
    model.items().addListener((ListChangeListener<Item>) _ -> build());
    model.letterSizeProperty().subscribe(_ -> weigh());
    build();
  }

  /// Asks for files and attaches them.
  void choose() {
    context.files().attachments().forEach(model::attach);
  }

  private void build() {
    cards.getChildren().setAll(model.items().stream().map(this::card).toList());
    Ui.show(cards, !model.items().isEmpty());
    weigh();
  }

  /// The whole letter where one is made, else what everybody's files add.
  private void weigh() {
    LetterSize letter = model.letterSizeProperty().get();
    long bytes = model.sizeForAll();
    size.setText(
        letter != null
            ? texts.get("message.size.letter", letter.words(texts))
            : bytes == 0 ? "" : texts.get("message.size", texts.size(bytes)));
    boolean over = letter != null && letter.isOver();
    size.setGraphic(over ? icon(Icons.WARNING, "icon-warning") : null);
    Ui.show(size, letter != null || bytes > 0);
  }

  private Node card(Item item) {
    return switch (item) {
      case Item.Reading(String name) -> reading(name);
      case Item.Attached attached -> attached(attached);
      case Item.Refused refused -> refused(refused);
      case Item.Unreadable unreadable ->
          warning(
              unreadable,
              texts.get("message.not-attached", unreadable.name()),
              unreadable.problem().happened() + " " + unreadable.problem().next());
      case Item.PerPerson perPerson -> perPerson(perPerson);
    };
  }

  private Node reading(String name) {
    HBox row =
        Ui.row(
            12,
            icon(Icons.LOADING, "icon-accent"),
            Ui.label(texts.get("message.reading", name), "pr-small"));
    return styled(new VBox(row), "");
  }

  private Node attached(Item.Attached item) {
    Label name = Ui.label(item.name(), "pr-small", "pr-strong");
    name.setMinWidth(0);
    Label facts =
        Ui.label(
            item.size() < 0
                ? texts.get("message.for-everyone")
                : texts.get("message.size-for-everyone", texts.size(item.size())),
            "pr-caption-text");
    VBox words = new VBox(name, facts);
    words.setMinWidth(0);
    HBox head =
        new HBox(12, icon(Icons.FILE, "icon-accent"), Ui.grow(words), remove(item, item.name()));
    VBox card = new VBox(8, head);
    card.getChildren()
        .add(
            switch (item.read()) {
              case NOTHING_FOUND ->
                  state(Icons.CHECKED, "success", texts.get("message.read-through"));
              case NOT_READABLE -> state(Icons.WARNING, "warning", texts.get("message.unreadable"));
              case NAMES_PEOPLE ->
                  state(Icons.WARNING, "warning", texts.get("message.names-people"));
              case NOT_YET -> state(Icons.SHIELD, "muted", texts.get("message.review-will-read"));
            });
    return styled(card, "");
  }

  private Node perPerson(Item.PerPerson item) {
    VBox words =
        new VBox(
            Ui.label(texts.get("message.own-file"), "pr-small", "pr-strong"),
            Ui.paragraph(
                texts.get("message.own-file-from", item.entry().column(), item.entry().folder()),
                "pr-caption-text"));
    HBox head =
        new HBox(
            12,
            icon(Icons.PEOPLE, "icon-accent"),
            Ui.grow(words),
            remove(item, texts.get("message.own-file")));
    return styled(new VBox(head), "");
  }

  private Node refused(Item.Refused item) {
    Finding finding = item.finding();
    ListReading read = model.mailshot().listProperty().get();
    boolean ours =
        read != null
            && finding.id().startsWith("list.")
            && finding.args().size() > 1
            && finding
                .args()
                .get(1)
                .toString()
                .toLowerCase(Locale.ROOT)
                .contains(read.list().origin().fileName().toLowerCase(Locale.ROOT));
    FindingTexts words = new FindingTexts(texts.locale());
    String why =
        ours
            ? texts.get("message.refused-own-list", texts.people(read.list().people().size()))
            : words.message(finding);
    VBox lines =
        Ui.column(
            6,
            Ui.paragraph(
                texts.get("message.not-attached", item.name()),
                "pr-small",
                "pr-strong",
                "tone-danger"),
            Ui.paragraph(why, "pr-card-text"),
            Ui.paragraph(
                texts.get(
                    item.entry() == null
                        ? "message.refused-unchanged"
                        : "message.refused-in-document"),
                "pr-card-text"));
    Button act =
        item.entry() == null
            ? Ui.button(texts.get("message.another-file"), "small")
            : Ui.button(texts.get("message.take-out", item.name()), "small");
    act.setId("refused-act");
    act.setOnAction(
        _ -> {
          model.remove(item);
          if (item.entry() == null) {
            choose();
          }
        });
    Node explain =
        Ui.link(
            texts.get("message.why"),
            () ->
                context
                    .dialogs()
                    .ask(
                        words.title(finding),
                        words.why(finding),
                        Dialogs.Choice.plain(texts.get("dialog.close"), () -> {})));
    lines.getChildren().add(Ui.row(12, act, explain));
    HBox row = new HBox(12, icon(Icons.BLOCKED, "icon-danger"), Ui.grow(lines));
    Node card = styled(new VBox(row), "danger");
    card.setId("refused");
    card.setAccessibleText(texts.get("message.not-attached", item.name()) + ". " + why);
    return card;
  }

  private Node warning(Item item, String title, String text) {
    VBox words =
        Ui.column(
            4,
            Ui.paragraph(title, "pr-small", "pr-strong", "tone-warning"),
            Ui.paragraph(text, "pr-card-text"));
    HBox row =
        new HBox(12, icon(Icons.WARNING, "icon-warning"), Ui.grow(words), remove(item, title));
    return styled(new VBox(row), "warning");
  }

  private Button remove(Item item, String name) {
    Button remove =
        Ui.iconButton(Icons.small(Icons.CROSS), texts.get("message.remove", name), "small");
    remove.setOnAction(_ -> model.remove(item));
    return remove;
  }

  private static Label state(String icon, String tone, String text) {
    Label label = Ui.paragraph(text, "pr-card-text", "tone-" + tone);
    label.setGraphic(Icons.small(icon));
    return label;
  }

  private static Node icon(String name, String style) {
    var icon = Icons.large(name);
    icon.getStyleClass().add(style);
    return icon;
  }

  private static Node styled(VBox card, String tone) {
    card.getStyleClass().addAll("pr-card", "pr-attachment");
    if (!tone.isEmpty()) {
      card.getStyleClass().add(tone);
    }
    return card;
  }
}
