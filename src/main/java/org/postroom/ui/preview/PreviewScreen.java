package org.postroom.ui.preview;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.engine.Looked;
import org.postroom.recipients.Recipient;
import org.postroom.ui.common.Footer;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Sender;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.preview.PreviewModel.View;

/// Step 3: "What Margaret Okafor gets". Left the people and the kinds of message, right the
/// finished message as it will be received.
public final class PreviewScreen implements StepScreen {
  private final UiContext context;
  private final Texts texts;
  private final PreviewModel model;
  private final MailshotModel mailshot;
  private final PeoplePanel people;
  private final LetterPane letter;
  private final Footer footer;
  private final Label title = Ui.title("");
  private final Map<View, ToggleButton> views = new LinkedHashMap<>();
  private final BorderPane root = new BorderPane();

  public PreviewScreen(UiContext context, MailshotModel mailshot) {
    this.context = context;
    this.texts = context.texts();
    this.mailshot = mailshot;
    this.model = new PreviewModel(context.engine(), context.tasks(), mailshot);
    this.people = new PeoplePanel(texts, model);
    this.letter = new LetterPane(context, model, mailshot);
    this.footer =
        new Footer(texts.get("preview.continue"), () -> context.navigator().step(Step.REVIEW));
    footer.hint(texts.get("preview.hint.people"), "Alt ←", "Alt →");
    footer.hint(texts.get("preview.hint.views"), "Ctrl 1", "6");

    Button test = Ui.button(Icons.of(Icons.SEND), texts.get("preview.test"), "flat");
    test.setId("preview-test");
    test.setOnAction(_ -> test());
    test.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.size() == 0, model.indexProperty(), mailshot.draftProperty()));
    footer.extras().add(test);

    HBox head = new HBox(16, Ui.grow(title), segments());
    head.getStyleClass().add("preview-head");
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinWidth(0);
    root.setTop(head);
    root.setLeft(people.node());
    root.setCenter(letter.node());
    root.getStyleClass().add("preview");
    root.setMinHeight(430);
    // A long address is cut, not the page.
    root.setMinWidth(0);
    model.indexProperty().subscribe(_ -> say());
    model.letterProperty().subscribe(_ -> say());
    model.lookedProperty().subscribe(_ -> say());
    model.viewProperty().subscribe(view -> select(view));
  }

  /// Asks which letters go to the sender alone; nothing happens while none can be made.
  public void test() {
    List<Recipient> readers = model.people();
    if (!readers.isEmpty()) {
      Looked looked = model.lookedProperty().get();
      TestModel tests =
          new TestModel(
              context.engine(),
              context.tasks(),
              mailshot,
              model.indexProperty().get(),
              looked == null ? null : looked.all());
      String person =
          readers.size() == 1
              ? name(readers.getFirst())
              : texts.get("test.these-people", readers.size());
      new TestDialog(context, tests, person, Sender.of(mailshot.document()).address()).show();
    }
  }

  /// The model, for tests.
  PreviewModel model() {
    return model;
  }

  @Override
  public Step step() {
    return Step.PREVIEW;
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
  public Node firstFocus() {
    return people.next();
  }

  @Override
  public Map<KeyCombination, Runnable> keys() {
    Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
    keys.put(alt(KeyCode.LEFT), model::previous);
    keys.put(alt(KeyCode.RIGHT), model::next);
    keys.put(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN), people::focusSearch);
    keys.put(new KeyCodeCombination(KeyCode.F8), model::goToUnseen);
    Iterator<KeyCode> digits =
        List.of(
                KeyCode.DIGIT1,
                KeyCode.DIGIT2,
                KeyCode.DIGIT3,
                KeyCode.DIGIT4,
                KeyCode.DIGIT5,
                KeyCode.DIGIT6)
            .iterator();
    for (View view : View.values()) {
      keys.put(
          new KeyCodeCombination(digits.next(), KeyCombination.SHORTCUT_DOWN),
          () -> model.viewProperty().set(view));
    }
    return keys;
  }

  private static KeyCombination alt(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
  }

  private HBox segments() {
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> buttons = new ArrayList<>();
    segment(group, View.DESKTOP, Icons.DESKTOP, "left-pill");
    segment(group, View.PHONE, Icons.PHONE, "center-pill");
    segment(group, View.PLAIN_TEXT, Icons.PLAIN, "center-pill");
    segment(group, View.IMAGES_OFF, Icons.IMAGE, "center-pill");
    segment(group, View.SOURCE, Icons.SOURCE, "center-pill");
    segment(group, View.DARK, Icons.DARK, "right-pill");
    // By its sign alone: with words the six would leave no room for a name.
    ToggleButton dark = Objects.requireNonNull(views.get(View.DARK));
    dark.setAccessibleText(dark.getText());
    dark.setText("");
    dark.setTooltip(new Tooltip(texts.get("preview.view.dark.why")));
    buttons.addAll(views.values());
    group
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              // One is always selected.
              if (now == null && before != null) {
                before.setSelected(true);
              }
            });
    HBox row = new HBox();
    row.getChildren().addAll(buttons);
    row.getStyleClass().add("segmented");
    row.setMinWidth(Region.USE_PREF_SIZE);
    return row;
  }

  private void segment(ToggleGroup group, View view, String icon, String pill) {
    ToggleButton button = new ToggleButton(texts.get("preview.view." + view), Icons.of(icon));
    button.getStyleClass().add(pill);
    button.setToggleGroup(group);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> model.viewProperty().set(view));
    views.put(view, button);
  }

  private void select(View view) {
    ToggleButton button = views.get(view);
    if (button != null) {
      button.setSelected(true);
    }
  }

  private void say() {
    List<Recipient> readers = model.people();
    if (readers.isEmpty()) {
      title.setText(texts.get("preview.title.nobody"));
    } else if (readers.size() == 1) {
      title.setText(texts.get("preview.title.one", name(readers.getFirst())));
    } else {
      title.setText(texts.get("preview.title.many", readers.size()));
    }
    Looked looked = model.lookedProperty().get();
    if (looked != null) {
      int all = looked.all().kinds().size();
      int seen = looked.kindsSeen();
      String line =
          seen == 0
              ? texts.get("preview.state.none")
              : texts.get(seen == all ? "preview.state.all" : "preview.state.some", seen, all);
      mailshot
          .stepNote(Step.PREVIEW)
          .set(
              new org.postroom.ui.common.StepState(
                  seen == all
                      ? org.postroom.ui.common.StepState.Mark.DONE
                      : org.postroom.ui.common.StepState.Mark.NUMBER,
                  line,
                  true));
    }
  }

  /// A reader's name, or the address where the list has no name.
  static String name(Recipient person) {
    String name = person.mailbox().displayName();
    return name.isEmpty() ? person.mailbox().address().wire() : name;
  }

  /// Scrolls where it must.
  static ScrollPane scroll(Region content) {
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.getStyleClass().addAll("edge-to-edge", "pr-scroll");
    VBox.setVgrow(pane, Priority.ALWAYS);
    return pane;
  }

  static Button square(String icon, String name, Runnable action) {
    Button button = Ui.iconButton(Icons.of(icon), name, "square");
    button.getStyleClass().remove("flat");
    button.setOnAction(_ -> action.run());
    return button;
  }
}
