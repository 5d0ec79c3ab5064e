package org.postroom.ui.recipients;

import java.io.File;
import java.time.Instant;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Problem;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.Footer;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.LoadingCard;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// "Who gets it?" The whole page takes a dropped list.
public final class PeopleScreen implements StepScreen {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final UiContext context;
  private final Texts texts;
  private final MailshotModel mailshot;
  private final PeopleModel model;
  private final Footer footer;
  private final StackPane root = new StackPane();
  private final VBox page = Ui.column(0);
  private final Label lead = Ui.label("", "pr-muted", "pr-small");
  private final EmptyList empty;
  private final SourceCard source;
  private final Note changedNote;
  private final ListNotes notes;
  private final VBox problems = Ui.column(0);
  private final LoadingCard loading;
  private final HBox main = new HBox(24);
  private final ListPane lists;
  private final ListQuestions questions;
  private final BasisPanel basis;
  private final javafx.scene.control.ScrollPane aside;

  public PeopleScreen(UiContext context, MailshotModel mailshot) {
    this.context = context;
    this.texts = context.texts();
    this.mailshot = mailshot;
    this.model = new PeopleModel(context, mailshot);
    this.footer =
        new Footer(
                texts.get("footer.continue", texts.get("step.message")),
                () -> context.navigator().step(Step.MESSAGE))
            .hint(texts.get("people.hint.choose"), "Ctrl O")
            .hint(texts.get("people.hint.find"), "Ctrl F")
            .hint(texts.get("people.hint.steps"), "Alt 1", "6");
    this.empty =
        new EmptyList(
            texts, this::choose, this::paste, () -> new ListsBefore(context, model).show());
    KeyCodeCombination paste = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (paste.match(event) && !(event.getTarget() instanceof TextInputControl)) {
            pasteByKey();
            event.consume();
          }
        });
    this.source =
        new SourceCard(texts, context.times(), this::readAs, model::readAgain, this::choose);
    this.changedNote = new Note(Icons.WARNING, "warning", "", "", readAgainButton());
    this.notes = new ListNotes(texts);
    this.loading = new LoadingCard(texts, context.tasks(), mailshot::stopReading);
    this.lists = new ListPane(context, model, this::tab);
    this.questions =
        new ListQuestions(
            texts,
            model,
            new ListQuestions.Ways(
                this::readAs,
                lists::leftOut,
                () ->
                    new SuggestionsDialog(context, model, model.suggestionsProperty().get())
                        .show()));
    this.basis = new BasisPanel(context, mailshot);
    this.aside = Ui.scrolling(basis);
    build();
    listen();
  }

  private Node readAgainButton() {
    var button = Ui.button(texts.get("people.again"), "small");
    button.setOnAction(_ -> model.readAgain());
    return button;
  }

  private void build() {
    VBox head = new VBox(2, Ui.title(texts.get("people.title")), lead);
    HBox.setHgrow(lists, Priority.ALWAYS);
    aside.setMinWidth(268);
    aside.setPrefWidth(268);
    aside.setMaxWidth(268);
    main.getChildren().addAll(lists, aside);
    VBox.setVgrow(main, Priority.ALWAYS);
    VBox.setVgrow(empty, Priority.ALWAYS);
    page.setSpacing(16);
    page.getChildren().addAll(head, source, changedNote, notes, empty, problems, loading, main);
    page.getStyleClass().add("pr-page");
    Region ring = new Region();
    ring.getStyleClass().add("pr-drop-ring");
    ring.setMouseTransparent(true);
    Label drop = Ui.label(texts.get("people.drop-to-read"), "pr-drop-word");
    drop.setMouseTransparent(true);
    root.getChildren().addAll(page, ring, drop);
    root.getStyleClass().add("pr-drop-page");
    root.setId("people");
    root.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            root.pseudoClassStateChanged(OVER, true);
          }
          event.consume();
        });
    root.setOnDragExited(_ -> root.pseudoClassStateChanged(OVER, false));
    root.setOnDragDropped(
        event -> {
          if (event.getDragboard().hasFiles()) {
            File first = event.getDragboard().getFiles().getFirst();
            model.choose(first.toPath());
            event.setDropCompleted(true);
          }
          event.consume();
        });
  }

  private void listen() {
    mailshot.listProperty().subscribe(this::update);
    mailshot.listProblemProperty().subscribe(this::problem);
    mailshot.readingProperty().subscribe(loading::show);
    loading.visibleProperty().subscribe(this::loads);
    mailshot.fileProperty().subscribe(basis::fill);
    model.fileProperty().subscribe(this::update);
    model.changedProperty().subscribe(this::changed);
    model.suggestionsProperty().subscribe(this::ask);
    model.seenProperty().subscribe(this::origin);
    update();
    basis.fill();
  }

  private void update() {
    RecipientList list = model.list();
    boolean some = list != null;
    boolean waited = empty.choose().isFocused() || loading.holdsFocus();
    lead.setText(texts.get(some ? "people.lead" : "people.lead-empty"));
    Ui.show(empty, !some && !loading.isVisible());
    Ui.show(source, some);
    Ui.show(main, some);
    ask();
    footer.enabledProperty().set(true);
    if (list == null) {
      return;
    }
    source.show(list, model.fileProperty().get(), mailshot.file().folder());
    lists.show(list);
    origin();
    if (waited) {
      lists.table().requestFocus();
    }
  }

  /// One of the two is seen: where a list is dropped, or how far it is read.
  private void loads(boolean shown) {
    if (model.list() == null) {
      boolean waited = shown ? empty.choose().isFocused() : loading.holdsFocus();
      Ui.show(empty, !shown);
      if (waited) {
        (shown ? loading.stop() : empty.choose()).requestFocus();
      }
    }
  }

  private void origin() {
    RecipientList list = model.list();
    if (list != null) {
      basis.origin(
          list, model.seenProperty().get(), context.times().date(context.clock().instant()));
    }
  }

  private void ask() {
    notes.show(questions.of(mailshot.listProperty().get()));
  }

  private void readAs() {
    model.reading().ifPresent(now -> new ReadAsDialog(context, model, now).show());
  }

  private void tab() {
    Ui.show(aside, !lists.leftOutShown());
  }

  /// Shows the rows that get nothing; the evidence of "9 left out".
  public void showLeftOut() {
    lists.tab(true);
  }

  private void problem(@Nullable Problem problem) {
    problems.getChildren().clear();
    Ui.show(problems, problem != null);
    if (problem != null) {
      ErrorCard card = new ErrorCard(problem, texts.get("people.choose-another"), this::choose);
      card.setId("list-problem");
      if (problem.kind() == Problem.Kind.FILE && model.reading().isPresent()) {
        Button again = Ui.button(texts.get("people.again"), "small");
        again.setId("again-refused");
        again.setOnAction(_ -> model.tryAgain());
        Button change = Ui.button(texts.get("people.change-reading"), "small");
        change.setId("change-refused");
        change.setOnAction(_ -> readAs());
        card.also(again);
        card.also(change);
      }
      if (problem.kind() == Problem.Kind.DOCUMENT && model.decisions().any()) {
        Button back = Ui.button(texts.get("people.take-back"), "small");
        back.setId("take-back");
        back.setAccessibleHelp(texts.get("people.take-back-what"));
        back.setTooltip(new Tooltip(texts.get("people.take-back-what")));
        back.setOnAction(_ -> model.decisions().takeBack());
        card.also(back);
      }
      problems.getChildren().add(card);
      if (root.getScene() != null) {
        card.focusOnFix();
      }
    }
  }

  private void changed(@Nullable Instant at) {
    Ui.show(changedNote, at != null);
    RecipientList list = model.list();
    if (at != null && list != null) {
      changedNote.say(
          texts.get("people.changed", list.origin().fileName(), context.times().time(at)),
          texts.get("people.changed-still"));
    }
  }

  private void choose() {
    context.files().list().ifPresent(model::choose);
  }

  /// A list that is there is not replaced unasked.
  private void pasteByKey() {
    RecipientList list = model.list();
    if (list == null) {
      paste();
    } else {
      context
          .dialogs()
          .ask(
              texts.get("people.paste-over", list.origin().fileName()),
              texts.get("people.paste-over.text"),
              Dialogs.Choice.plain(texts.get("people.paste-over.keep"), () -> {}),
              Dialogs.Choice.filled(texts.get("people.paste-over.take"), this::paste));
    }
  }

  private void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isBlank()) {
      mailshot.listProblem(
          new Problem(
              Problem.Kind.FILE,
              texts.get("people.paste-nothing.happened"),
              texts.get("people.paste-nothing.kept"),
              texts.get("people.paste-nothing.next")));
    } else {
      model.paste(text);
    }
  }

  @Override
  public Step step() {
    return Step.PEOPLE;
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
    model.look();
  }

  @Override
  public Node firstFocus() {
    if (model.list() == null) {
      return empty.choose();
    }
    return lists.table();
  }

  @Override
  public Map<KeyCombination, Runnable> keys() {
    return Map.of(
        new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN),
        this::choose,
        new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN),
        lists::find);
  }
}
