package org.postroom.ui.home;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.engine.ListExporter.Export;
import org.postroom.engine.SeenLists.SeenList;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.LoadingCard;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.SearchField;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.exports.ExportSource;
import org.postroom.ui.exports.ExportWords;
import org.postroom.ui.exports.Exporting;
import org.postroom.ui.exports.ExportsModel;

/// "Lists": every list that was read in this workspace, and every export that was made of one.
public final class ListsScreen extends RailPage {
  private final ListsModel model;
  private final ExportsModel exports;
  private final Exporting exporting;
  private final SearchField search;
  private final ListsTable listsTable;
  private final ExportsTable exportsTable;
  private final ToggleButton listsTab = tab(Icons.LIST, "lists-tab");
  private final ToggleButton exportsTab = tab(Icons.DOWNLOAD, "exports-tab");
  private final Note said = new Note(Icons.INFO, "accent", "", "");

  public ListsScreen(UiContext context) {
    super(context, "lists", context.texts().get("lists.title"), context.texts().get("lists.what"));
    model = new ListsModel(context.engine().seenLists(), context.tasks());
    exports = new ExportsModel(context.engine(), context.tasks(), texts());
    exporting = new Exporting(context, exports, this::exported);
    search = new SearchField("find-list", texts().get("exports.find"), this::find);
    listsTable = new ListsTable(context, model, this::export);
    exportsTable = new ExportsTable(context, exports);
    LoadingCard loading = new LoadingCard(texts(), context.tasks(), exports::stop);
    exports.readingProperty().subscribe(loading::show);
    said.setId("lists-said");
    Ui.show(said, false);
    add(said, loading, tools(), Ui.grow(listsTable.node()), Ui.grow(exportsTable.node()));
    model.allProperty().subscribe(all -> listsTab.setText(texts().get("lists.tab", all.size())));
    exports
        .allProperty()
        .subscribe(all -> exportsTab.setText(texts().get("exports.tab", all.size())));
    model.problemProperty().subscribe(this::problem);
    exports.problemProperty().subscribe(this::problem);
    tab(false);
  }

  private HBox tools() {
    ToggleGroup group = new ToggleGroup();
    listsTab.setToggleGroup(group);
    exportsTab.setToggleGroup(group);
    listsTab.setOnAction(_ -> tab(false));
    exportsTab.setOnAction(_ -> tab(true));
    Button whose = Ui.button(texts().get("exports.whose"), "small");
    whose.setId("whose");
    whose.setOnAction(_ -> whose());
    HBox tools = Ui.row(8, listsTab, exportsTab, Ui.spacer(), whose, search);
    tools.getStyleClass().add("pr-tabs");
    tools.setMinHeight(Region.USE_PREF_SIZE);
    return tools;
  }

  private static ToggleButton tab(String icon, String id) {
    ToggleButton tab = new ToggleButton("", Icons.small(icon));
    tab.getStyleClass().add("pr-tab");
    tab.setId(id);
    tab.setMinWidth(Region.USE_PREF_SIZE);
    return tab;
  }

  /// One is always shown.
  private void tab(boolean toExports) {
    listsTab.setSelected(!toExports);
    exportsTab.setSelected(toExports);
    Ui.show(listsTable.node(), !toExports);
    Ui.show(exportsTable.node(), toExports);
  }

  private void find(String words) {
    model.find(words);
    exports.find(words);
  }

  /// A list of which nobody knows where it is, is looked for by the person.
  private void export(SeenList list) {
    Path known = list.path();
    Optional<Path> file = known == null ? context().files().list() : Optional.of(known);
    file.ifPresent(
        path -> exporting.begin(list.fileName(), new ExportSource.ListFile(path, list.sha256())));
  }

  private void exported(String words) {
    say("", words);
    tab(true);
  }

  private void say(String title, String words) {
    said.say(title, words);
    Ui.show(said, true);
  }

  private void whose() {
    new AskDialog(context(), texts().get("exports.whose.title"), texts().get("exports.whose.text"))
        .field(
            "whose-address",
            texts().get("exports.whose.address"),
            text ->
                AddressReader.read(text) instanceof AddressReading.One
                    ? ""
                    : texts().get("people.correct.wrong"))
        .show(
            texts().get("exports.whose.take"),
            words -> exports.whose(words.getFirst(), export -> whose(words.getFirst(), export)));
  }

  private void whose(String address, Optional<Export> found) {
    search.clear();
    tab(true);
    if (found.isEmpty()) {
      say(texts().get("exports.whose.nobody", address), texts().get("exports.whose.nobody.so"));
      exportsTable.node().requestFocus();
      return;
    }
    Export export = found.get();
    ExportWords words = new ExportWords(context());
    say(
        texts()
            .get(
                "exports.whose.found",
                address,
                ExportWords.file(export),
                context().times().date(export.at()),
                words.handedTo(export)),
        texts().get("exports.whose.found.so"));
    exportsTable.choose(export);
  }

  @Override
  public void shown() {
    super.shown();
    model.refresh();
    exports.refresh();
  }

  @Override
  public void hidden() {
    exports.stop();
    Ui.show(said, false);
  }

  @Override
  public Node firstFocus() {
    return search;
  }

  @Override
  public Map<KeyCombination, Runnable> keys() {
    return Map.of(
        new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN), search::requestFocus);
  }
}
