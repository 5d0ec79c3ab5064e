package org.postroom.ui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.ContextMenuEvent;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;
import org.postroom.spelling.Found;
import org.postroom.spelling.WrittenWord;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// How many words of the text no dictionary knows, in words; from one to the next with F7, what may
/// have been meant, and the language.
final class Spelling {
  private final Texts texts;
  private final SpellModel model;
  private final SpelledArea rich;
  private final SpelledArea source;
  private final List<SpellLayer> layers;
  private final MenuButton bar = new MenuButton();
  private final ContextMenu meant = new ContextMenu();
  private SpelledArea now;
  private boolean shown;

  Spelling(Texts texts, SpellModel model, RichArea rich, ChipArea source) {
    this.texts = texts;
    this.model = model;
    this.rich = new SpelledArea(rich);
    this.source = new SpelledArea(source);
    this.now = this.rich;
    this.layers = List.of(new SpellLayer(this.rich, model), new SpellLayer(this.source, model));
    bar.setId("spelling");
    bar.getStyleClass().addAll("pr-view", "pr-spelling", "flat", "small");
    bar.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    bar.setOnShowing(_ -> fill());
    bar.getItems().add(new MenuItem());
    meant.setId("spelling-meant");
    rich.setOnContextMenuRequested(event -> asked(event, this.rich));
    source.setOnContextMenuRequested(event -> asked(event, this.source));
    model.knownProperty().subscribe(this::say);
  }

  /// One over each editor.
  List<SpellLayer> layers() {
    return layers;
  }

  MenuButton bar() {
    return bar;
  }

  /// @param seen false where no text is shown
  void show(BodyEditor.View view, boolean seen) {
    now = view == BodyEditor.View.RICH ? rich : source;
    now.writes(view);
    shown = seen;
    Ui.show(bar, seen);
    Ui.show(layers.getFirst(), seen && now == rich);
    Ui.show(layers.getLast(), seen && now == source);
    changed();
  }

  /// The text has changed.
  void changed() {
    model.changed(now.lines());
  }

  /// The text is not seen any more.
  void rest() {
    model.rest();
  }

  private void say(SpellModel.Known known) {
    String said =
        switch (known) {
          case SpellModel.Known.Off _ -> texts.get("spelling.off");
          case SpellModel.Known.Looking _ -> texts.get("spelling.looking");
          case SpellModel.Known.Words(int words) -> texts.get("spelling.words", words);
          case SpellModel.Known.AnotherLanguage _ -> texts.get("spelling.another", language());
        };
    bar.setText(said);
    bar.setAccessibleText(texts.get("spelling.said", said));
  }

  private String language() {
    return model.language().map(this::name).orElse("");
  }

  private String name(Found found) {
    Locale locale = found.language();
    return locale.getDisplayName(texts.locale());
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    MenuItem next = new MenuItem(texts.get("spelling.next"));
    next.setId("spelling-next");
    next.setAccelerator(new javafx.scene.input.KeyCodeCombination(javafx.scene.input.KeyCode.F7));
    next.setDisable(
        !(model.knownProperty().get() instanceof SpellModel.Known.Words(int words)) || words == 0);
    next.setOnAction(_ -> next());
    items.add(next);
    items.add(new SeparatorMenuItem());
    ToggleGroup languages = new ToggleGroup();
    for (Found found : model.dictionaries()) {
      items.add(choice(name(found), Optional.of(found), languages));
    }
    items.add(choice(texts.get("spelling.none"), Optional.empty(), languages));
    bar.getItems().setAll(items);
  }

  private RadioMenuItem choice(String name, Optional<Found> found, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(name);
    item.setToggleGroup(group);
    item.setSelected(model.language().equals(found));
    item.setOnAction(_ -> model.choose(found.orElse(null)));
    return item;
  }

  /// Goes to the next word that is not known, and offers what may have been meant.
  void next() {
    if (!shown) {
      return;
    }
    GenericStyledArea<?, ?, ?> area = now.area();
    area.requestFocus();
    Position from = area.offsetToPosition(area.getSelection().getEnd(), Bias.Forward);
    model.next(from.getMajor(), from.getMinor()).ifPresent(place -> offer(place, now));
  }

  private void asked(ContextMenuEvent event, SpelledArea spelled) {
    GenericStyledArea<?, ?, ?> area = spelled.area();
    int at =
        event.isKeyboardTrigger()
            ? area.getCaretPosition()
            : area.hit(event.getX(), event.getY()).getInsertionIndex();
    Position there = area.offsetToPosition(at, Bias.Forward);
    for (WrittenWord word : model.unknown(spelled.line(there.getMajor()))) {
      if (word.start() <= there.getMinor() && there.getMinor() <= word.end()) {
        event.consume();
        offer(new SpellModel.Place(there.getMajor(), word), spelled);
        return;
      }
    }
  }

  private void offer(SpellModel.Place place, SpelledArea spelled) {
    GenericStyledArea<?, ?, ?> area = spelled.area();
    if (place.paragraph() >= area.getParagraphs().size()) {
      return; // The person went on writing.
    }
    WrittenWord word = place.word();
    int start = area.getAbsolutePosition(place.paragraph(), word.start());
    int end = start + word.text().length();
    area.selectRange(start, end);
    area.requestFollowCaret();
    model.suggest(word.text(), words -> offer(spelled, word.text(), start, end, words));
  }

  private void offer(SpelledArea spelled, String word, int start, int end, List<String> words) {
    GenericStyledArea<?, ?, ?> area = spelled.area();
    if (area.getLength() < end || !area.getText(start, end).equals(word)) {
      return; // The person went on writing.
    }
    meant.getItems().clear();
    for (String each : words) {
      MenuItem item = new MenuItem(each);
      item.setMnemonicParsing(false);
      item.getStyleClass().add("pr-strong");
      item.setOnAction(_ -> spelled.replace(start, end, each));
      meant.getItems().add(item);
    }
    if (words.isEmpty()) {
      MenuItem none = new MenuItem(texts.get("spelling.nothing"));
      none.setDisable(true);
      meant.getItems().add(none);
    }
    MenuItem add = new MenuItem(texts.get("spelling.add", word));
    add.setId("spelling-add");
    add.setMnemonicParsing(false);
    add.setOnAction(_ -> model.add(word));
    MenuItem next = new MenuItem(texts.get("spelling.next"));
    next.setOnAction(_ -> next());
    meant.getItems().addAll(new SeparatorMenuItem(), add, next);
    Optional<Bounds> there = area.getCharacterBoundsOnScreen(start, end);
    if (there.isPresent()) {
      meant.show(area, there.get().getMinX(), there.get().getMaxY() + 4);
    } else {
      meant.show(area, Side.TOP, 0, 0);
    }
  }
}
