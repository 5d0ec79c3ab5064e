package org.postroom.ui.practice;

import atlantafx.base.controls.CustomTextField;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.composition.ReceivedMessage;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.HomePage;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Keycap;
import org.postroom.ui.common.StripState;
import org.postroom.ui.common.StripState.Segment;
import org.postroom.ui.common.StripState.Tone;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.practice.PracticeModel.Counts;
import org.postroom.ui.practice.PracticeModel.Entry;
import org.postroom.ui.practice.PracticeModel.Opened;
import org.postroom.ui.preview.HtmlPane;
import org.postroom.ui.preview.SafeHtml;

/// The practice mailbox: left what arrived, right the envelope and the message.
public final class PracticeScreen implements HomePage {
  private final UiContext context;
  private final Texts texts;
  private final Times times;
  private final PracticeModel model;
  private final ReadOnlyObjectWrapper<StripState> strip = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Entry> shown = FXCollections.observableArrayList();
  private final ListView<Entry> list = new ListView<>(shown);
  private final CustomTextField search = new CustomTextField();
  private final HBox counts = new HBox();
  private final VBox envelope = new VBox(4);
  private final StackPane body = new StackPane();
  private final HtmlPane html = new HtmlPane();
  private final TextArea plain = Ui.leftByTab(new TextArea());
  private final VBox head = new VBox(4);
  private final VBox message = new VBox(12);
  private final StackPane right = new StackPane();
  private final BorderPane root = new BorderPane();
  private View view = View.MESSAGE;

  private enum View {
    MESSAGE,
    PLAIN,
    HEADERS,
    SOURCE
  }

  public PracticeScreen(UiContext context) {
    this.context = context;
    this.texts = context.texts();
    this.times = context.times();
    this.model = new PracticeModel(context.engine(), context.tasks());
    root.getStyleClass().add("practice-mailbox");
    root.setMinHeight(430);
    root.setTop(top());
    root.setLeft(left());
    right.getChildren().setAll(nothing());
    right.getStyleClass().add("practice-right");
    root.setCenter(right);
    build();
    model.messagesProperty().subscribe(_ -> listed());
    model.openedProperty().subscribe(_ -> open());
    model
        .problemProperty()
        .subscribe(
            problem -> {
              if (problem != null) {
                right.getChildren().setAll(new ErrorCard(problem, null, () -> {}));
              }
            });
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public boolean practice() {
    return true;
  }

  @Override
  public ObservableValue<StripState> strip() {
    return strip.getReadOnlyProperty();
  }

  @Override
  public Node firstFocus() {
    return list;
  }

  @Override
  public Map<KeyCombination, Runnable> keys() {
    Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
    keys.put(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN), search::requestFocus);
    return keys;
  }

  private VBox top() {
    Button empty = Ui.button(Icons.of(Icons.BIN), texts.get("practice.empty"));
    empty.setOnAction(_ -> model.empty());
    VBox words =
        new VBox(
            2,
            Ui.title(texts.get("practice.title")),
            Ui.paragraph(texts.get("practice.what"), "pr-small", "pr-muted"));
    HBox line = new HBox(16, Ui.grow(words), empty);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("practice-head");
    counts.getStyleClass().add("practice-counts");
    return new VBox(line, counts);
  }

  private VBox left() {
    search.setPromptText(texts.get("practice.search"));
    search.setAccessibleText(texts.get("practice.search"));
    search.setLeft(Icons.of(Icons.SEARCH));
    search.setRight(new Keycap("Ctrl F"));
    search.textProperty().subscribe(_ -> listed());
    list.setCellFactory(_ -> new Cell());
    list.setFixedCellSize(51);
    list.setAccessibleText(texts.get("practice.list"));
    list.getStyleClass().add("practice-list");
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                model.open(chosen);
              }
            });
    VBox searchBox = new VBox(search);
    searchBox.getStyleClass().add("practice-search");
    VBox left = new VBox(searchBox, Ui.grow(list));
    left.getStyleClass().add("practice-left");
    return left;
  }

  private Region nothing() {
    VBox words = new VBox(4, Ui.paragraph(texts.get("practice.nothing"), "pr-muted"));
    words.getStyleClass().add("practice-nothing");
    return words;
  }

  private void build() {
    envelope.getStyleClass().addAll("pr-note", "practice", "practice-envelope");
    plain.setEditable(false);
    plain.setWrapText(true);
    plain.getStyleClass().add("preview-plain");
    head.getStyleClass().add("preview-top");
    body.getStyleClass().add("preview-body");
    VBox card = new VBox(head, Ui.grow(body));
    card.getStyleClass().addAll("pr-card", "preview-card");
    Button save = Ui.button(Icons.of(Icons.DOWNLOAD), texts.get("practice.save"), "small");
    save.setOnAction(_ -> save());
    HBox bar = new HBox(12, segments(), Ui.spacer(), save);
    bar.setAlignment(Pos.CENTER_LEFT);
    message.getChildren().setAll(envelope, bar, Ui.grow(card));
  }

  private HBox segments() {
    ToggleGroup group = new ToggleGroup();
    HBox row = new HBox();
    row.getStyleClass().add("segmented");
    String[] icons = {Icons.DESKTOP, Icons.PLAIN, Icons.LIST, Icons.SOURCE};
    String[] pills = {"left-pill", "center-pill", "center-pill", "right-pill"};
    for (View each : View.values()) {
      int at = row.getChildren().size();
      ToggleButton button =
          new ToggleButton(texts.get("practice.view." + each), Icons.of(icons[at]));
      button.getStyleClass().add(pills[at]);
      button.setToggleGroup(group);
      button.setSelected(each == view);
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            view = each;
            open();
          });
      row.getChildren().add(button);
    }
    return row;
  }

  private void listed() {
    Entry before = list.getSelectionModel().getSelectedItem();
    shown.setAll(model.matching(search.getText()));
    Counts now = model.counts();
    counts
        .getChildren()
        .setAll(
            count(Icons.CHECKED, now.messages(), texts.get("practice.count.messages"), "success"),
            count(Icons.PERSON_CHECKED, now.alone(), texts.get("practice.count.alone"), "success"),
            count(
                now.showing() == 0 ? Icons.UNSEEN : Icons.BLOCKED,
                now.showing(),
                texts.get("practice.count.showing"),
                now.showing() == 0 ? "success" : "danger"));
    strip.set(state(now));
    if (shown.isEmpty()) {
      right.getChildren().setAll(nothing());
    } else if (before != null && shown.contains(before)) {
      list.getSelectionModel().select(before);
    } else {
      list.getSelectionModel().selectFirst();
    }
  }

  private StripState state(Counts now) {
    boolean alarm = now.showing() > 0;
    return new StripState(
        java.util.List.of(
            new Segment(
                StripState.About.PEOPLE, Icons.PEOPLE, texts.people(now.people()), Tone.NORMAL),
            new Segment(
                StripState.About.MESSAGES,
                Icons.MESSAGE,
                texts.get("practice.strip.messages", now.messages()),
                Tone.NORMAL),
            new Segment(
                StripState.About.SIGHT,
                alarm ? Icons.BLOCKED : Icons.UNSEEN,
                alarm
                    ? texts.get("practice.strip.showing", now.showing())
                    : texts.get("practice.strip.nobody"),
                alarm ? Tone.DANGER : Tone.NORMAL)),
        new Segment(
            StripState.About.WAY, Icons.PRACTICE, texts.get("practice.strip.way"), Tone.NORMAL),
        alarm);
  }

  private HBox count(String icon, int number, String words, String tone) {
    Label big = Ui.label(Integer.toString(number), "practice-count");
    var sign = Icons.of(icon);
    sign.getStyleClass().add("icon-" + tone);
    HBox row = new HBox(8, sign, big, Ui.label(words, "pr-small", "pr-muted"));
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(row, javafx.scene.layout.Priority.ALWAYS);
    row.setMaxWidth(Double.MAX_VALUE);
    return row;
  }

  private void open() {
    Opened opened = model.openedProperty().get();
    if (opened == null) {
      return;
    }
    right.getChildren().setAll(message);
    var received = opened.entry().received();
    HBox title =
        new HBox(
            8,
            Icons.of(Icons.MESSAGE),
            Ui.grow(Ui.label(texts.get("practice.envelope"), "pr-strong", "pr-small")),
            Ui.label(texts.get("practice.recipients", received.rcptTo().size()), "pr-badge"));
    title.setAlignment(Pos.CENTER_LEFT);
    StringBuilder told = new StringBuilder("MAIL FROM:<" + received.mailFrom() + ">");
    received.rcptTo().stream()
        .limit(5)
        .forEach(to -> told.append("\nRCPT TO:<").append(to).append('>'));
    if (received.rcptTo().size() > 5) {
      told.append('\n').append(texts.get("practice.more", received.rcptTo().size() - 5));
    }
    envelope.getChildren().setAll(title, Ui.paragraph(told.toString(), "pr-mono"));
    ReceivedMessage read = opened.message();
    head.getChildren()
        .setAll(
            Ui.paragraph(read.subject(), "preview-subject"),
            header("preview.from", read.from()),
            header("preview.to", read.to()));
    show(opened);
  }

  private HBox header(String name, String value) {
    Label label = Ui.label(texts.get(name), "pr-small", "pr-muted");
    label.setMinWidth(44);
    return new HBox(8, label, Ui.label(value, "pr-small"));
  }

  private void show(Opened opened) {
    ReceivedMessage read = opened.message();
    String page = read.html();
    switch (view) {
      case MESSAGE -> {
        if (page == null) {
          words(read.text());
        } else {
          html.show(SafeHtml.page(page, read.inline(), SafeHtml.Look.PLAIN), false);
          body.getChildren().setAll(html);
        }
      }
      case PLAIN -> words(read.text());
      case HEADERS -> words(String.join("\n", read.headers()));
      case SOURCE -> words(new String(opened.bytes().bytes(), StandardCharsets.ISO_8859_1));
    }
  }

  private void words(@Nullable String text) {
    plain.setText(text == null ? "" : text.replace("\r\n", "\n"));
    body.getChildren().setAll(plain);
  }

  private void save() {
    Opened opened = model.openedProperty().get();
    if (opened != null) {
      Path file = opened.entry().received().file();
      context.desktop().open(file.toUri().toString());
    }
  }

  /// A line of the list: reader, time, subject.
  private final class Cell extends ListCell<Entry> {
    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      Label reader = Ui.label(entry.reader(), "pr-strong", "pr-small");
      reader.setMinWidth(0);
      Label time = Ui.label(times.second(entry.received().receivedAt()), "pr-caption", "pr-muted");
      time.setMinWidth(Region.USE_PREF_SIZE);
      HBox first = new HBox(8, Ui.grow(reader), time);
      reader.setMaxWidth(Double.MAX_VALUE);
      VBox words =
          new VBox(1, first, Ui.label(entry.received().subject(), "pr-caption", "pr-muted"));
      words.setPrefWidth(10);
      setGraphic(words);
      setAccessibleText(entry.reader() + ", " + entry.received().subject());
    }
  }
}
