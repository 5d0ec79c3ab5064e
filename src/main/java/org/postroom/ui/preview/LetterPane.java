package org.postroom.ui.preview;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.postroom.composition.ReceivedMessage;
import org.postroom.composition.ReceivedMessage.Part;
import org.postroom.engine.LetterView;
import org.postroom.engine.Problem;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.LetterSize;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.preview.PreviewModel.View;

/// The right side of the preview: who sees whom, and the finished message as it is received. All of
/// it is read from the finished bytes.
final class LetterPane {
  private final UiContext context;
  private final Texts texts;
  private final PreviewModel model;
  private final MailshotModel mailshot;
  private final AttachmentCopies copies;
  private final VBox root;
  private final SeesWhom sees;
  private final VBox card = new VBox();
  private final Label subject = Ui.paragraph("", "preview-subject");
  private final GridPane headers = new GridPane();
  private final HeadLine from;
  private final HeadLine to;
  private final HeadLine replies;
  private final StackPane body = new StackPane();
  private final HtmlPane html = new HtmlPane();
  private final TextArea plain = Ui.leftByTab(new TextArea());
  private final FlowPane files = new FlowPane(12, 8);
  private final HBox fileBar;
  private final Label size = Ui.label("", "pr-caption", "pr-muted");
  private final Tooltip limit = new Tooltip();
  private final Node fits = Icons.small(Icons.LOCK);
  private final Node tooLarge = Icons.small(Icons.WARNING);
  private final VBox skeleton = skeleton();

  LetterPane(UiContext context, PreviewModel model, MailshotModel mailshot) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.mailshot = mailshot;
    this.copies = new AttachmentCopies(context);
    this.sees = new SeesWhom(texts);
    this.from = new HeadLine(texts.get("preview.from"));
    this.to = new HeadLine(texts.get("preview.to"));
    this.replies = new HeadLine(texts.get("preview.replies"));
    headers.getStyleClass().add("preview-headers");
    plain.setEditable(false);
    plain.setWrapText(true);
    plain.getStyleClass().add("preview-plain");
    VBox top = new VBox(6, subject, headers);
    top.getStyleClass().add("preview-top");
    body.getStyleClass().add("preview-body");
    Ui.grow(body);
    fileBar = new HBox(12, Ui.grow(files));
    fileBar.getStyleClass().add("preview-files");
    fileBar.setAlignment(Pos.CENTER_LEFT);
    card.getChildren().addAll(top, body, fileBar);
    card.getStyleClass().addAll("pr-card", "preview-card");
    Ui.grow(card);

    CheckBox mark = new CheckBox(texts.get("preview.mark"));
    mark.selectedProperty().bindBidirectional(model.markedProperty());
    size.setGraphic(fits);
    mark.setMinWidth(Region.USE_PREF_SIZE);
    size.setMinWidth(0);
    HBox below = new HBox(12, mark, Ui.spacer(), size);
    below.setAlignment(Pos.CENTER_LEFT);

    root = new VBox(12, sees, card, below);
    root.getStyleClass().add("preview-letter");
    model.letterProperty().subscribe(_ -> show());
    model.problemProperty().subscribe(_ -> show());
    model.viewProperty().subscribe(_ -> show());
    model.markedProperty().subscribe(_ -> show());
  }

  Region node() {
    return root;
  }

  private void show() {
    LetterView view = model.letterProperty().get();
    Problem problem = model.problemProperty().get();
    if (problem != null) {
      clear(new ErrorCard(problem, null, () -> {}));
    } else if (view == null) {
      clear(skeleton);
    } else {
      show(view);
    }
  }

  /// Never an empty message: a grey outline of one, or the reason why there is none.
  private void clear(Node instead) {
    Ui.show(sees, false);
    subject.setText("");
    headers.getChildren().clear();
    files.getChildren().clear();
    Ui.show(fileBar, false);
    size.setText("");
    size.setTooltip(null);
    put(instead);
  }

  private void show(LetterView view) {
    ReceivedMessage message = view.message();
    Ui.show(sees, true);
    sees.say(view, mailshot.document().from(), model.size(), everybody());
    subject.setText(message.subject());
    head(message);
    LetterSize known =
        LetterSize.of(context.engine(), mailshot.throughProperty().get(), message.size());
    size.setText(
        known.isOver()
            ? texts.get("preview.size.over", known.words(texts))
            : texts.get("preview.size", texts.size(known.bytes()), texts.size(known.largest())));
    limit.setText(texts.get("preview.size.limit", known.words(texts)));
    size.setTooltip(limit);
    size.setGraphic(known.isOver() ? tooLarge : fits);
    files(message.attachments());
    body(view);
  }

  private int everybody() {
    var draft = mailshot.draftProperty().get();
    return draft == null ? 0 : draft.people();
  }

  private void head(ReceivedMessage message) {
    from.say(message.from());
    to.say(message.to());
    String replyTo = message.replyTo();
    replies.say(replyTo == null ? "" : replyTo);
    int lines = replyTo == null ? 2 : 3;
    if (headers.getRowCount() != lines) {
      headers.getChildren().clear();
      from.addTo(headers);
      to.addTo(headers);
      if (replyTo != null) {
        replies.addTo(headers);
      }
    }
  }

  private void files(List<Part> parts) {
    files.getChildren().clear();
    for (Part part : parts) {
      var chip =
          Ui.button(
              Icons.small(Icons.ATTACH),
              part.fileName() + "   " + texts.size(part.content().size()),
              "preview-file");
      chip.setAccessibleText(
          texts.get("preview.file.open", part.fileName(), texts.size(part.content().size())));
      chip.setOnAction(_ -> copies.open(part));
      files.getChildren().add(chip);
    }
    Ui.show(fileBar, !parts.isEmpty());
  }

  private void body(LetterView view) {
    ReceivedMessage message = view.message();
    SafePage page = model.page().orElse(null);
    View how = model.viewProperty().get();
    if (page != null) {
      html.show(page, how == View.PHONE);
      html.setAccessibleText(message.text());
      put(html);
    } else if (how == View.SOURCE) {
      words(new String(view.bytes().bytes(), StandardCharsets.ISO_8859_1), true);
    } else {
      words(message.text(), false);
    }
  }

  /// What is there already stays: put in anew it would be given all its styles anew.
  private void put(Node shown) {
    if (!body.getChildren().equals(List.of(shown))) {
      body.getChildren().setAll(shown);
    }
  }

  private void words(String text, boolean source) {
    plain.setText(text.replace("\r\n", "\n"));
    plain.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("source"), source);
    plain.setAccessibleText(texts.get(source ? "preview.view.SOURCE" : "preview.view.PLAIN_TEXT"));
    put(plain);
  }

  private static VBox skeleton() {
    VBox lines = new VBox(12);
    for (double width : new double[] {0.5, 0.35, 0.3, 0.9, 0.85, 0.6}) {
      Region line = new Region();
      line.getStyleClass().add("preview-skeleton");
      line.maxWidthProperty().bind(lines.widthProperty().multiply(width));
      lines.getChildren().add(line);
    }
    lines.getStyleClass().add("preview-skeletons");
    return lines;
  }
}
