package org.postroom.ui.home;

import atlantafx.base.controls.CustomTextField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.MailshotEntry;
import org.postroom.engine.Problem;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.HomePage;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Keycap;
import org.postroom.ui.common.Sight;
import org.postroom.ui.common.StripState;
import org.postroom.ui.common.Strips;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.frame.Toasts;
import org.postroom.ui.home.HomeModel.Filter;

/// The list of mailshots, or the first start.
public final class HomeScreen implements HomePage {
  private static final Duration UNDO = Duration.ofSeconds(10);

  private final UiContext context;
  private final Texts texts;
  private final HomeModel model;
  private final Toasts toasts;
  private final IntConsumer onCount;
  private final StackPane root = new StackPane();
  private final FirstStart first;
  private final VBox page;
  private final Label summary = Ui.label("", "pr-muted", "pr-small");
  private final Map<Filter, ToggleButton> filters = new EnumMap<>(Filter.class);
  private final CustomTextField search = new CustomTextField();
  private final VBox groups = Ui.column(16);
  private final Button create;
  private final List<MailshotRow> rows = new ArrayList<>();
  private final ReadOnlyObjectWrapper<StripState> strip;
  private final Strips strips;

  /// @param onCount told how many mailshots there are
  public HomeScreen(UiContext context, Toasts toasts, IntConsumer onCount) {
    this.context = context;
    this.texts = context.texts();
    this.toasts = toasts;
    this.onCount = onCount;
    this.strips = new Strips(texts);
    this.strip = new ReadOnlyObjectWrapper<>(strips.none(false));
    this.model = new HomeModel(context.engine(), context.tasks(), texts);
    this.first = new FirstStart(texts, this::trySample, this::create, this::begin);
    this.create =
        Ui.keyButton(
            Icons.large(Icons.PLUS), texts.get("home.new"), null, "Ctrl N", "accent", "large");
    create.setId("new-mailshot");
    create.setOnAction(_ -> create());
    this.page = page();
    root.setId("home");
    model.entriesProperty().addListener((_, _, _) -> build());
    model
        .accountsProperty()
        .addListener((_, _, _) -> strip.set(stripOf(model.selectedProperty().get())));
    model.problemProperty().addListener((_, _, _) -> build());
    model.filterProperty().addListener((_, _, _) -> build());
    model.queryProperty().addListener((_, _, _) -> build());
    model.selectedProperty().addListener((_, _, now) -> selected(now));
  }

  private VBox page() {
    VBox head = new VBox(2, Ui.title(texts.get("home.title")), summary);
    Button begin = Ui.button(Icons.large(Icons.FILE), texts.get("home.begin"), "large");
    begin.setId("begin-mailshot");
    begin.setMinWidth(Region.USE_PREF_SIZE);
    begin.setOnAction(_ -> begin());
    HBox top = Ui.row(16, Ui.grow(head), begin, create);
    ToggleGroup group = new ToggleGroup();
    HBox segments = Ui.row(0);
    for (Filter filter : Filter.values()) {
      ToggleButton button = new ToggleButton();
      button.setToggleGroup(group);
      button.setId("filter-" + filter.name().toLowerCase(texts.locale()).replace('_', '-'));
      button
          .getStyleClass()
          .add(
              filter == Filter.ALL
                  ? "left-pill"
                  : filter == Filter.DONE ? "right-pill" : "center-pill");
      button.setOnAction(
          _ -> {
            // One is always chosen.
            button.setSelected(true);
            model.filterProperty().set(filter);
          });
      filters.put(filter, button);
      segments.getChildren().add(button);
    }
    search.setId("find-mailshot");
    search.setPromptText(texts.get("home.find"));
    search.setAccessibleText(texts.get("home.find"));
    search.setLeft(Icons.of(Icons.SEARCH));
    search.setRight(new Keycap("Ctrl F"));
    search.setPrefWidth(240);
    search.textProperty().bindBidirectional(model.queryProperty());
    HBox tools = Ui.row(12, segments, Ui.spacer(), search);
    VBox whole = Ui.column(16, top, tools, groups);
    whole.getStyleClass().add("pr-page");
    whole.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    return whole;
  }

  private void build() {
    List<MailshotEntry> all = model.entriesProperty().get();
    onCount.accept(all == null ? 0 : all.size());
    Problem problem = model.problemProperty().get();
    strip.set(stripOf(model.selectedProperty().get()));
    if (problem == null && model.firstStart()) {
      if (!root.getChildren().contains(first)) {
        root.getChildren().setAll(first);
        first.tryIt().requestFocus();
      }
      return;
    }
    if (!root.getChildren().contains(page)) {
      boolean refocus = root.getScene() != null && within(root.getScene().getFocusOwner());
      root.getChildren().setAll(page);
      if (refocus || !root.getChildren().isEmpty()) {
        create.requestFocus();
      }
    }
    summary.setText(all == null ? "" : model.summary());
    filters.forEach(
        (filter, button) -> {
          button.setText(
              texts.get(
                  "home.filter." + filter.name().toLowerCase(texts.locale()).replace('_', '-'),
                  model.count(filter)));
          button.setSelected(model.filterProperty().get() == filter);
        });
    groups.getChildren().clear();
    rows.clear();
    if (problem != null) {
      groups.getChildren().add(new ErrorCard(problem, null, () -> {}));
      return;
    }
    List<MailshotEntry> shown = model.shown();
    if (all != null && shown.isEmpty()) {
      groups.getChildren().add(nothing());
      return;
    }
    group("home.needs-you", shown.stream().filter(HomeModel::needsYou).toList(), "warning");
    group("home.recent", shown.stream().filter(entry -> !HomeModel.needsYou(entry)).toList(), "");
    selected(model.selectedProperty().get());
  }

  private boolean within(@Nullable Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(root)) {
        return true;
      }
    }
    return false;
  }

  private void group(String title, List<MailshotEntry> entries, String style) {
    if (entries.isEmpty()) {
      return;
    }
    VBox card = new VBox();
    card.getStyleClass().addAll("pr-card", "pr-mailshots");
    if (!style.isEmpty()) {
      card.getStyleClass().add(style);
    }
    for (MailshotEntry entry : entries) {
      MailshotRow row =
          new MailshotRow(
              entry,
              texts,
              context.times(),
              () -> open(entry),
              () -> model.selectedProperty().set(entry));
      row.setOnContextMenuRequested(
          event -> {
            menu(entry).show(row, event.getScreenX(), event.getScreenY());
            event.consume();
          });
      if (entry.equals(entries.getLast())) {
        row.getStyleClass().add("last");
      }
      rows.add(row);
      card.getChildren().add(row);
    }
    groups.getChildren().add(Ui.column(8, Ui.label(texts.get(title), "pr-caption"), card));
  }

  private VBox nothing() {
    String query = model.queryProperty().get().strip();
    VBox empty =
        Ui.column(
            8,
            Ui.paragraph(
                query.isEmpty()
                    ? texts.get("home.nothing-here")
                    : texts.get("home.none-found", query),
                "pr-muted"));
    if (!query.isEmpty()) {
      Node clear =
          Ui.link(
              texts.get("home.clear-search"),
              () -> {
                search.clear();
                search.requestFocus();
              });
      clear.setId("clear-search");
      empty.getChildren().add(clear);
    }
    return empty;
  }

  private void selected(@Nullable MailshotEntry entry) {
    boolean any = false;
    for (MailshotRow row : rows) {
      boolean here = entry != null && row.entry().id().equals(entry.id());
      row.selected(here);
      // One row is in the order of Tab; arrows move among them.
      row.setFocusTraversable(here);
      any |= here;
    }
    if (!any && !rows.isEmpty()) {
      rows.getFirst().setFocusTraversable(true);
    }
    strip.set(stripOf(entry));
  }

  private StripState stripOf(@Nullable MailshotEntry entry) {
    if (entry == null) {
      return strips.none(model.hasAccount());
    }
    int people = Math.max(entry.people(), entry.counts().planned());
    StripState said =
        strips.of(
            new Strips.Known(
                people == 0 ? null : people,
                false,
                people == 0 ? null : new Sight.OneEach(people),
                Sight.Shown.NOTHING,
                model.through(entry),
                ""));
    return new StripState(
        said.segments(),
        new StripState.Segment(
            StripState.About.WAY,
            Icons.REPLY,
            texts.get("strip.selected", entry.name()),
            StripState.Tone.NORMAL),
        said.alarm());
  }

  private void pressed(KeyEvent event) {
    int at = -1;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).isFocused()) {
        at = i;
      }
    }
    if (at < 0) {
      if (event.getCode() == KeyCode.DOWN && !rows.isEmpty() && search.isFocused()) {
        rows.getFirst().requestFocus();
        event.consume();
      }
      return;
    }
    MailshotEntry entry = rows.get(at).entry();
    switch (event.getCode()) {
      case DOWN -> rows.get(Math.min(at + 1, rows.size() - 1)).requestFocus();
      case UP -> rows.get(Math.max(at - 1, 0)).requestFocus();
      case HOME -> rows.getFirst().requestFocus();
      case END -> rows.getLast().requestFocus();
      case ENTER -> open(entry);
      case DELETE -> moveToBin(entry);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private ContextMenu menu(MailshotEntry entry) {
    MenuItem open = new MenuItem(texts.get("home.menu.open"));
    open.setOnAction(_ -> open(entry));
    MenuItem bin = new MenuItem(texts.get("home.menu.bin"));
    bin.setAccelerator(new KeyCodeCombination(KeyCode.DELETE));
    bin.setOnAction(_ -> moveToBin(entry));
    ContextMenu menu = new ContextMenu(open, bin);
    menu.setAutoHide(true);
    return menu;
  }

  private void open(MailshotEntry entry) {
    model.open(entry, context.navigator()::open);
  }

  /// A new mailshot, at its first step.
  public void create() {
    model.create(context.navigator()::open);
  }

  /// A new mailshot that begins with a template, a file, or another mailshot's text.
  public void begin() {
    StartDialog dialog = new StartDialog(context);
    dialog.show(
        model.selectedProperty().get(),
        wish -> model.begin(wish.name(), wish.start(), context.navigator()::open, dialog::tell));
  }

  private void trySample() {
    model.createSample(context.navigator()::open);
  }

  private void moveToBin(MailshotEntry entry) {
    model.moveToBin(
        entry,
        () -> {
          toasts.say(
              texts.get("home.moved", entry.name()),
              texts.get("home.undo"),
              () -> model.restore(entry));
          context.tasks().later(UNDO, toasts::hide);
        });
  }

  @Override
  public ObservableValue<StripState> strip() {
    return strip.getReadOnlyProperty();
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
  public void hidden() {
    toasts.hide();
  }

  @Override
  public Node firstFocus() {
    return model.firstStart() ? first.tryIt() : create;
  }

  @Override
  public Map<KeyCombination, Runnable> keys() {
    return Map.of(
        new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN),
        search::requestFocus,
        new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
        this::begin);
  }
}
