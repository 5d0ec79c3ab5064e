package org.postroom.ui.message;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument;
import org.postroom.engine.ListReading;
import org.postroom.engine.Problem;
import org.postroom.message.Kind;
import org.postroom.ui.common.BodyPart;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.Footer;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// "What do you want to say?" Subject, text and attachments.
public final class MessageScreen implements StepScreen, Toolbar.Acts {
  private final UiContext context;
  private final Texts texts;
  private final MailshotModel mailshot;
  private final MessageModel model;
  private final MessageDialogs dialogs;
  private final Footer footer;
  private final ChipArea subject;
  private final ChipArea body;
  private final Label longest = Ui.label("", "pr-caption-text");
  private final Toolbar toolbar;
  private final FieldMenu menu;
  private final HBox parts = Ui.row(0);
  private final VBox problem = Ui.column(0);
  private final HBox newsletter = Ui.row(8);
  private final Label newsletterText = Ui.paragraph("", "pr-caption-text");
  private final AttachmentPanel attachments;
  private final HBox plainFoot = Ui.row(8);
  private final VBox root = Ui.column(16);
  private BodyPart part;
  private ChipArea last;

  public MessageScreen(UiContext context, MailshotModel mailshot) {
    this.context = context;
    this.texts = context.texts();
    this.mailshot = mailshot;
    this.model = new MessageModel(context, mailshot);
    this.dialogs = new MessageDialogs(context, model);
    ChipLook look = new ChipLook(texts, mailshot);
    this.subject = new ChipArea(true, look::of);
    this.body = new ChipArea(false, look::of);
    this.last = body;
    this.part = BodyPart.of(mailshot.document()).getFirst();
    this.menu = new FieldMenu(texts);
    this.toolbar = new Toolbar(texts, this);
    this.attachments = new AttachmentPanel(context, model, dialogs::perPerson);
    this.footer =
        new Footer(
                texts.get("footer.continue", texts.get("step.preview")),
                () -> context.navigator().step(Step.PREVIEW))
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
    body.setId("body");
    body.setAccessibleText(texts.get("message.body"));
    VirtualizedScrollPane<ChipArea> scroll = new VirtualizedScrollPane<>(body);
    scroll.getStyleClass().add("pr-editor-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    scroll.setMinHeight(120);
    Node change = Ui.link(texts.get("message.change"), dialogs::newsletter);
    newsletter.getChildren().addAll(Ui.grow(newsletterText), change);
    newsletter.getStyleClass().add("pr-newsletter");
    Node see =
        Ui.link(texts.get("message.see-plain"), () -> context.navigator().step(Step.PREVIEW));
    Label plain = Ui.label(texts.get("message.plain-version"), "pr-caption-text");
    plain.setMinWidth(0);
    plainFoot.getChildren().addAll(small(Icons.SHIELD), Ui.grow(plain), see);
    plain.setMaxWidth(Double.MAX_VALUE);
    plainFoot.getStyleClass().add("pr-editor-foot");
    VBox card = new VBox(toolbar, parts, scroll, newsletter, plainFoot);
    card.getStyleClass().addAll("pr-card", "pr-editor-card");
    follow(body, card);
    StackPane over = new StackPane(card, menu);
    StackPane.setAlignment(menu, Pos.TOP_RIGHT);
    StackPane.setMargin(menu, new Insets(44, 14, 0, 0));
    VBox.setVgrow(over, Priority.ALWAYS);
    over.setMinHeight(240);
    return over;
  }

  private static Node small(String icon) {
    var made = Icons.small(icon);
    made.getStyleClass().add("icon-muted");
    return made;
  }

  /// The ring of the focus goes round the whole field.
  private void follow(ChipArea area, Region field) {
    area.focusedProperty()
        .addListener(
            (_, _, focused) -> {
              field.pseudoClassStateChanged(
                  javafx.css.PseudoClass.getPseudoClass("editing"), focused);
              if (focused) {
                last = area;
              }
            });
  }

  private void listen() {
    subject.onSource(source -> mailshot.edit(d -> Edits.subject(d, source)));
    body.onSource(source -> mailshot.editBody(part, source));
    subject.onEdit((chip, at) -> edit(subject, chip, at));
    body.onEdit((chip, at) -> edit(body, chip, at));
    subject.onBraces(this::field);
    body.onBraces(this::field);
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

  private void edit(ChipArea area, Chip chip, int at) {
    if (chip.kind() == Chip.Kind.FIELD) {
      dialogs.fallback(chip, changed -> area.change(at, changed));
    }
  }

  private void fill() {
    subject.source(mailshot.document().subject());
    body.source(mailshot.bodies().body(part));
    body.setDisable(!mailshot.bodies().loadedProperty().get());
    toolbar.forMarkdown(part == BodyPart.MARKDOWN);
    List<BodyPart> all = BodyPart.of(mailshot.document());
    parts.getChildren().clear();
    Ui.show(parts, all.size() > 1);
    Ui.show(plainFoot, !all.contains(BodyPart.TEXT));
    ToggleGroup group = new ToggleGroup();
    for (BodyPart each : all) {
      ToggleButton tab = new ToggleButton(texts.get("message.part." + each.key()));
      tab.getStyleClass().add("pr-tab");
      tab.setToggleGroup(group);
      tab.setSelected(each == part);
      tab.setOnAction(
          _ -> {
            part = each;
            fill();
          });
      parts.getChildren().add(tab);
    }
    parts.getStyleClass().setAll("pr-tabs", "pr-body-parts");
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

  // --- the toolbar

  @Override
  public void block(String prefix) {
    int at = body.getCurrentParagraph();
    String line = body.getText(at);
    String changed = Formatting.line(line, prefix);
    if (!line.equals(changed)) {
      // Only the start of the line is touched, so that its chips stay as they are.
      int start = body.getAbsolutePosition(at, 0);
      String before = line.replaceFirst("^(#{1,6} |> )", "");
      body.replaceText(start, start + line.length() - before.length(), prefix);
    }
    body.requestFocus();
  }

  @Override
  public void bold() {
    body.insert(Formatting.bold(body.selectedSource()));
  }

  @Override
  public void italic() {
    body.insert(Formatting.italic(body.selectedSource()));
  }

  @Override
  public void list() {
    body.insert(Formatting.list(body.selectedSource().isEmpty() ? " " : body.selectedSource()));
  }

  @Override
  public void link() {
    String selected = body.selectedSource();
    dialogs.link(target -> body.insert(Formatting.link(selected, target)));
  }

  @Override
  public void picture() {
    context
        .files()
        .image()
        .ifPresent(
            path -> {
              Path folder = mailshot.file().folder();
              Path whole = path.toAbsolutePath().normalize();
              if (whole.startsWith(folder)) {
                body.insert(
                    Formatting.picture(folder.relativize(whole).toString().replace('\\', '/')));
              } else {
                trouble(
                    new Problem(
                        Problem.Kind.FILE,
                        texts.get("message.picture.outside.happened", path.getFileName()),
                        texts.get("message.picture.outside.kept"),
                        texts.get("message.picture.outside.next", folder)));
              }
            });
  }

  @Override
  public void undo() {
    body.undo();
    body.requestFocus();
  }

  @Override
  public void redo() {
    body.redo();
    body.requestFocus();
  }

  @Override
  public void field() {
    ChipArea area = last;
    ListReading read = mailshot.listProperty().get();
    menu.open(
        read == null ? "" : read.list().origin().fileName(),
        mailshot.columnsProperty().get(),
        chip -> {
          menu.close();
          area.insert(chip.source());
        },
        column -> {
          menu.close();
          body.insert(Formatting.rule(column, body.selectedSource()));
        },
        area::requestFocus);
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
  public void hidden() {
    if (menu.isOpen()) {
      menu.close();
    }
    mailshot.flush();
  }

  @Override
  public Node firstFocus() {
    return mailshot.document().subject().isBlank() ? subject : body;
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
        new KeyCodeCombination(KeyCode.J, KeyCombination.SHORTCUT_DOWN),
        this::field,
        new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
        attachments::choose);
  }
}
