package org.postroom.ui.recipients;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.AddressSuggestions.Suggestion;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.LeftOutReason;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Arranged;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.SearchField;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// The two tabs of the list: its people and the rows that were left out, with search, and who of
/// them is chosen.
final class ListPane extends VBox {
  private final Texts texts;
  private final PeopleModel model;
  private final ToggleButton peopleTab = tab(Icons.PEOPLE, "people-tab");
  private final ToggleButton leftOutTab = tab(Icons.LEFT_OUT, "left-out-tab");
  private final SearchField search;
  private final ComboBox<Reason> reasons = new ComboBox<>();
  private final MenuButton choose = new MenuButton();
  private final Label sums = Ui.paragraph("", "pr-muted", "pr-small");
  private final Label found = Ui.label("", "pr-muted", "pr-small");
  private final Hyperlink suggested;
  private final HBox accounted;
  private final ChosenLine chosen;
  private final PeopleTable people;
  private final LeftOutTable leftOut;
  private final Runnable onTab;
  private boolean leftOutShown;

  /// A choice of the rows left out.
  ///
  /// @param why null for all
  private record Reason(@Nullable LeftOutReason why, int rows) {}

  /// @param onTab called when the other tab is shown
  ListPane(UiContext context, PeopleModel model, Runnable onTab) {
    this.texts = context.texts();
    this.model = model;
    this.onTab = onTab;
    LeftOutTexts words = new LeftOutTexts(texts, model);
    RowDialogs rows = new RowDialogs(context, model, words);
    ChooseDialogs dialogs = new ChooseDialogs(context, model);
    this.people = new PeopleTable(texts, model, rows::leaveOut, dialogs::byValue);
    this.leftOut = new LeftOutTable(texts, model, words, rows::open);
    this.chosen = new ChosenLine(context, model, dialogs);
    this.search = new SearchField("find-person", texts.get("people.find"), model::find);
    search.setPrefWidth(196);
    this.suggested =
        Ui.link(
            "",
            () -> new SuggestionsDialog(context, model, model.forLeftOutProperty().get()).show());
    suggested.setId("left-out-suggestions");
    sums.setMinWidth(0);
    this.accounted = Ui.row(8, Ui.grow(sums), suggested);
    choose(dialogs);
    build();
    model.forLeftOutProperty().subscribe(this::suggested);
    model.mailshot().columnsProperty().subscribe(people::columns);
    model
        .people()
        .shownProperty()
        .subscribe(
            shown -> {
              people.people(shown);
              found();
            });
    model.people().moreProperty().subscribe(this::found);
    model.people().doingProperty().subscribe(this::found);
    model.leftOut().shownProperty().subscribe(this::found);
    model.leftOut().moreProperty().subscribe(this::found);
    model.leftOut().doingProperty().subscribe(this::found);
  }

  private void choose(ChooseDialogs dialogs) {
    choose.setText(texts.get("people.choose"));
    choose.setGraphic(Icons.small(Icons.FILTER));
    choose.setId("choose-people-menu");
    choose.getStyleClass().add("small");
    choose.setMinWidth(Region.USE_PREF_SIZE);
    MenuItem byValue = new MenuItem(texts.get("people.choose.by-value"));
    byValue.setOnAction(_ -> dialogs.byValue(null));
    MenuItem byHand = new MenuItem(texts.get("people.choose.by-hand"));
    byHand.setOnAction(_ -> dialogs.byHand());
    MenuItem everybody = new MenuItem(texts.get("people.choose.everybody"));
    everybody.setOnAction(_ -> model.decisions().everybody());
    choose.getItems().addAll(byValue, byHand, everybody);
    choose.setOnShowing(
        _ -> everybody.setDisable(!Choosing.any(model.mailshot().document().recipients())));
  }

  private void build() {
    ToggleGroup group = new ToggleGroup();
    peopleTab.setToggleGroup(group);
    leftOutTab.setToggleGroup(group);
    peopleTab.setOnAction(_ -> tab(false));
    leftOutTab.setOnAction(_ -> tab(true));
    reasons.setId("reason");
    reasons.getStyleClass().add("small");
    reasons.setAccessibleText(texts.get("people.reason"));
    reasons.setCellFactory(_ -> new ReasonCell());
    reasons.setButtonCell(new ReasonCell());
    reasons.setOnAction(
        _ -> {
          Reason chosenReason = reasons.getValue();
          model.reason(chosenReason == null ? null : chosenReason.why());
        });
    HBox tabs = Ui.row(4, peopleTab, leftOutTab, Ui.spacer(), found, choose, reasons, search);
    found.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setMargin(found, new Insets(0, 6, 0, 6));
    HBox.setMargin(choose, new Insets(0, 4, 0, 0));
    HBox.setMargin(reasons, new Insets(0, 4, 0, 0));
    tabs.getStyleClass().add("pr-tabs");
    tabs.setMinHeight(Region.USE_PREF_SIZE);
    VBox.setMargin(accounted, new Insets(9, 0, 8, 0));
    VBox.setMargin(chosen, new Insets(8, 0, 8, 0));
    VBox.setVgrow(people.node(), Priority.ALWAYS);
    VBox.setVgrow(leftOut.node(), Priority.ALWAYS);
    setMinWidth(0);
    getChildren().addAll(tabs, accounted, chosen, people.node(), leftOut.node());
  }

  private static ToggleButton tab(String icon, String id) {
    ToggleButton tab = new ToggleButton("", Icons.small(icon));
    tab.getStyleClass().add("pr-tab");
    tab.setId(id);
    tab.setMinWidth(Region.USE_PREF_SIZE);
    return tab;
  }

  /// Another reading of the list.
  void show(RecipientList list) {
    peopleTab.setText(texts.people(list.people().size()));
    leftOutTab.setText(texts.get("people.left-out", list.leftOut().size()));
    sums.setText(
        texts.get("people.sums", list.leftOut().size(), list.people().size(), list.rows()));
    people.rows(list.rows());
    people.empty(list.people().isEmpty());
    reasons(list.leftOut());
    chosen.show(list);
    tab(leftOutShown && !list.leftOut().isEmpty());
  }

  private void suggested(List<Suggestion> rows) {
    suggested.setText(texts.get("people.suggested", rows.size()));
    Ui.show(suggested, !rows.isEmpty());
  }

  private void reasons(List<LeftOut> rows) {
    Map<LeftOutReason, Integer> counts = new EnumMap<>(LeftOutReason.class);
    rows.forEach(row -> counts.merge(row.reason(), 1, Integer::sum));
    List<Reason> all = new ArrayList<>();
    all.add(new Reason(null, rows.size()));
    counts.forEach((why, count) -> all.add(new Reason(why, count)));
    Reason before = reasons.getValue();
    LeftOutReason why = before == null ? null : before.why();
    reasons.getItems().setAll(all);
    reasons.setValue(
        all.stream().filter(each -> each.why() == why).findFirst().orElse(all.getFirst()));
  }

  private void found() {
    Arranged<?> rows = leftOutShown ? model.leftOut() : model.people();
    boolean some = rows.moreProperty().get();
    boolean asked = !search.getText().isBlank();
    int count = rows.shownProperty().get().size();
    found.setText(
        switch (rows.doingProperty().get()) {
          case SORTING -> texts.get("people.sorting");
          case FINDING ->
              some ? texts.get("people.found-so-far", count) : texts.get("people.finding");
          case NOTHING ->
              asked ? texts.get(some ? "people.found-so-far" : "people.found", count) : "";
        });
  }

  void tab(boolean toLeftOut) {
    leftOutShown = toLeftOut;
    peopleTab.setSelected(!toLeftOut);
    leftOutTab.setSelected(toLeftOut);
    Ui.show(people.node(), !toLeftOut);
    Ui.show(choose, !toLeftOut);
    Ui.show(leftOut.node(), toLeftOut);
    Ui.show(accounted, toLeftOut);
    Ui.show(reasons, toLeftOut);
    found();
    onTab.run();
  }

  /// The rows left out for one reason.
  void leftOut(LeftOutReason why) {
    tab(true);
    reasons.getItems().stream()
        .filter(each -> each.why() == why)
        .findFirst()
        .ifPresent(reasons::setValue);
  }

  boolean leftOutShown() {
    return leftOutShown;
  }

  /// The table that is shown.
  Node table() {
    return leftOutShown ? leftOut.node() : people.node();
  }

  void find() {
    search.requestFocus();
  }

  private final class ReasonCell extends ListCell<Reason> {
    @Override
    protected void updateItem(@Nullable Reason reason, boolean empty) {
      super.updateItem(reason, empty);
      if (empty || reason == null) {
        setText(null);
      } else {
        LeftOutReason why = reason.why();
        setText(
            texts.get(
                "people.reason.row",
                texts.get("people.reason." + (why == null ? "all" : why.code())),
                reason.rows()));
      }
    }
  }
}
