package org.postroom.ui.message;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument;
import org.postroom.engine.ListReading;
import org.postroom.engine.Problem;
import org.postroom.message.Delivery;
import org.postroom.message.Kind;
import org.postroom.richtext.Block;
import org.postroom.richtext.FieldTag;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.Footer;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// "What do you want to say?" Subject, text and attachments.
public final class MessageScreen implements StepScreen {
  private final UiContext context;
  private final Texts texts;
  private final MailshotModel mailshot;
  private final MessageModel model;
  private final MessageDialogs dialogs;
  private final Footer footer;
  private final ChipArea subject;
  private final BodyEditor body;
  private final BodyActs acts;
  private final Pictures pictures;
  private final Label longest = Ui.label("", "pr-caption-text");
  private final FieldMenu menu;
  private final VBox problem = Ui.column(0);
  private final HBox newsletter = Ui.row(8);
  private final Label newsletterText = Ui.paragraph("", "pr-caption-text");
  private final AttachmentPanel attachments;
  private final VBox root = Ui.column(16);
  private boolean inSubject;

  public MessageScreen(UiContext context, MailshotModel mailshot) {
    this.context = context;
    this.texts = context.texts();
    this.mailshot = mailshot;
    this.model = new MessageModel(context, mailshot);
    this.dialogs = new MessageDialogs(context, model);
    ChipLook look = new ChipLook(texts, mailshot);
    this.subject = new ChipArea(true, look::of);
    this.menu = new FieldMenu(texts);
    BodyModel text = new BodyModel(context.engine(), context.tasks(), mailshot);
    this.acts = new BodyActs(context, dialogs, this::field);
    ShownPictures shownPictures = new ShownPictures(mailshot);
    this.body =
        new BodyEditor(
            texts,
            mailshot,
            text,
            new SpellModel(context, mailshot),
            dialogs,
            acts,
            look,
            shownPictures,
            newsletter);
    this.pictures =
        new Pictures(
            context,
            mailshot,
            new PictureDialog(context, shownPictures),
            picture -> {
              if (!body.isRich()) {
                body.show(BodyEditor.View.RICH);
              }
              body.rich().insertEmbed(picture);
            },
            this::trouble);
    body.pictures(pictures);
    acts.of(body, pictures);
    this.attachments = new AttachmentPanel(context, model, dialogs::perPerson);
    this.footer =
        new Footer(
                texts.get("footer.continue", texts.get("step.preview")),
                () -> context.navigator().onward(Step.PREVIEW))
            .hint(texts.get("message.hint.field"), "Ctrl J")
            .hint(texts.get("message.hint.attach"), "Ctrl Shift A");
    build();
    listen();
  }

  private void build() {
    VBox head =
        new VBox(
            2,
            Ui.title(texts.get("message.title")),
            Ui.label(texts.get("message.lead"), "pr-muted", "pr-small"));
    Label caption = Ui.label(texts.get("message.subject"), "pr-caption");
    caption.setLabelFor(subject);
    subject.setId("subject");
    subject.setAccessibleText(texts.get("message.subject"));
    longest.setMinWidth(Region.USE_PREF_SIZE);
    HBox field = Ui.row(8, Ui.grow(subject), longest);
    field.getStyleClass().add("pr-subject");
    follow(subject, field);
    VBox left = new VBox(caption, field, editor());
    VBox.setMargin(field, new Insets(4, 0, 16, 0));
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    ScrollPane right = Ui.scrolling(attachments);
    right.setMinWidth(298);
    right.setPrefWidth(298);
    right.setMaxWidth(298);
    HBox main = new HBox(14, left, right);
    VBox.setVgrow(main, Priority.ALWAYS);
    root.getChildren().addAll(head, problem, main);
    root.getStyleClass().add("pr-page");
    root.setId("message");
    root.setMinHeight(460);
  }

  private Node editor() {
    Node change = Ui.link(texts.get("message.change"), dialogs::newsletter);
    newsletter.getChildren().addAll(Ui.grow(newsletterText), change);
    newsletter.getStyleClass().add("pr-newsletter");
    follow(body.rich(), body);
    follow(body.source(), body);
    StackPane over = new StackPane(body, menu);
    StackPane.setAlignment(menu, Pos.TOP_RIGHT);
    StackPane.setMargin(menu, new Insets(44, 14, 0, 0));
    VBox.setVgrow(over, Priority.ALWAYS);
    over.setMinHeight(260);
    return over;
  }

  /// The ring of the focus goes round the whole field.
  private void follow(Region area, Region field) {
    area.focusedProperty()
        .addListener(
            (_, _, focused) -> {
              field.pseudoClassStateChanged(
                  javafx.css.PseudoClass.getPseudoClass("editing"), focused);
              if (focused) {
                inSubject = area.equals(subject);
              }
            });
  }

  private void listen() {
    subject.onSource(source -> mailshot.edit(d -> Edits.subject(d, source)));
    subject.onEdit((chip, at) -> edit(chip, changed -> subject.change(at, changed)));
    body.source().onEdit((chip, at) -> edit(chip, changed -> body.source().change(at, changed)));
    body.rich().onEdit(this::edit);
    subject.onBraces(this::field);
    body.source().onBraces(this::field);
    body.rich().onBraces(this::field);
    mailshot.bodies().loadedProperty().subscribe(this::fill);
    mailshot.bodies().problemProperty().subscribe(this::trouble);
    mailshot
        .columnsProperty()
        .subscribe(
            () -> {
              subject.refresh();
              body.refresh();
            });
    mailshot.fileProperty().subscribe(this::document);
    model
        .longestProperty()
        .subscribe(most -> longest.setText(most == null ? "" : texts.get("message.longest", most)));
    fill();
    document();
  }

  private void edit(FieldTag chip, Consumer<FieldTag> then) {
    if (chip.kind() == FieldTag.Kind.FIELD) {
      List<String> columns =
          mailshot.columnsProperty().get().stream().map(each -> each.name().shown()).toList();
      boolean known =
          columns.isEmpty()
              || mailshot.columnsProperty().get().stream()
                  .anyMatch(each -> each.name().equals(chip.name()));
      if (known) {
        dialogs.fallback(chip, then);
      } else {
        dialogs.column(
            chip, columns, column -> then.accept(FieldTag.field(column, chip.fallback())));
      }
    }
  }

  private void edit(Embed embed, int at) {
    RichArea area = body.rich();
    switch (embed) {
      case Embed.Tag(FieldTag chip) ->
          edit(chip, changed -> area.change(at, new Embed.Tag(changed)));
      case Embed.Picture picture ->
          pictures.edit(
              picture,
              changed -> {
                // It was made anew in the background; the text may have moved since.
                if (area.embedAt(at).filter(picture::equals).isPresent()) {
                  area.change(at, changed);
                }
              });
      case Embed.Table(Block.Table table) ->
          new TableDialog(context, table, changed -> area.change(at, new Embed.Table(changed)))
              .show();
      case Embed.Divider _, Embed.None _ -> {}
    }
  }

  private void fill() {
    subject.source(mailshot.document().subject());
    body.load();
  }

  private void document() {
    MailshotDocument now = mailshot.document();
    boolean isNewsletter = now.kind() == Kind.NEWSLETTER;
    Ui.show(newsletter, isNewsletter);
    if (isNewsletter) {
      String out = now.unsubscribeMailto();
      String postal = now.postalAddress();
      newsletterText.setText(
          (out == null
                  ? texts.get("message.newsletter.no-out")
                  : texts.get("message.newsletter.leave", out))
              + "\n"
              + (postal == null ? texts.get("message.newsletter.no-postal") : postal));
    }
  }

  private void trouble(@Nullable Problem wrong) {
    problem.getChildren().clear();
    Ui.show(problem, wrong != null);
    if (wrong != null) {
      problem.getChildren().add(new ErrorCard(wrong, null, () -> {}));
    }
  }

  /// Without formatting, where the person writes.
  private void pasteWords() {
    if (body.focus().isFocused()) {
      body.paste(false);
    } else if (subject.isFocused()) {
      subject.paste();
    }
  }

  /// Opens the menu of the fields for where the person writes.
  private void field() {
    if (mailshot.document().delivery() == Delivery.BLIND_COPY) {
      return; // The reason stands below the text.
    }
    FieldTarget target = inSubject ? subject : body.target();
    ListReading read = mailshot.listProperty().get();
    menu.open(
        read == null ? "" : read.list().origin().fileName(),
        mailshot.columnsProperty().get(),
        chip -> {
          menu.close();
          target.insert(chip);
        },
        column -> {
          menu.close();
          body.section(new FieldTag(FieldTag.Kind.WHERE_FILLED, column, null));
        },
        target::requestFocus);
  }

  @Override
  public Step step() {
    return Step.MESSAGE;
  }

  @Override
  public Footer footer() {
    return footer;
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public void shown() {
    body.seen();
  }

  @Override
  public void hidden() {
    body.rest();
    if (menu.isOpen()) {
      menu.close();
    }
    mailshot.flush();
  }

  @Override
  public Node firstFocus() {
    return mailshot.document().subject().isBlank() ? subject : body.focus();
  }

  @Override
  public boolean escape() {
    if (menu.isOpen()) {
      menu.close();
      return true;
    }
    return false;
  }

  @Override
  public Map<KeyCombination, Runnable> keys() {
    return Map.of(
        new KeyCodeCombination(KeyCode.F7),
        body::nextUnknown,
        new KeyCodeCombination(KeyCode.J, KeyCombination.SHORTCUT_DOWN),
        this::field,
        new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN),
        () -> {
          if (!inSubject) {
            acts.link();
          }
        },
        new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
        this::pasteWords,
        new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
        attachments::choose);
  }
}
