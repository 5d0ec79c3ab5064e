package org.postroom.ui.home;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.postroom.engine.SuppressionList;
import org.postroom.engine.SuppressionList.Suppressed;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.LoadingCard;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.PageTable;
import org.postroom.ui.common.PageTable.Column;
import org.postroom.ui.common.SearchField;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// "Not written to": people who get nothing from this computer, whichever list they stand in.
public final class SuppressionScreen extends RailPage {
  private static final double ACTS = 150;

  private final SuppressionModel model;
  private final SuppressionDialogs dialogs;
  private final SearchField search;
  private final Label count = Ui.label("", "pr-small", "pr-muted");
  private final Note done = new Note(Icons.CHECKED, "success", "", "");

  public SuppressionScreen(UiContext context) {
    super(
        context,
        "not-written-to",
        context.texts().get("suppression.title"),
        context.texts().get("suppression.what"));
    model = new SuppressionModel(context.engine().suppressions(), context.tasks());
    dialogs = new SuppressionDialogs(context);
    search = new SearchField("find-suppressed", texts().get("suppression.find"), model::find);
    LoadingCard loading = new LoadingCard(texts(), context.tasks(), model::stop);
    model.readingProperty().subscribe(loading::show);
    add(done, loading, tools(), Ui.grow(table()));
    Ui.show(done, false);
    done.setId("suppression-done");
    model.people().shownProperty().subscribe(this::count);
    model.people().moreProperty().subscribe(this::count);
    model.allProperty().subscribe(this::count);
    model.problemProperty().subscribe(this::problem);
  }

  private HBox tools() {
    Button add =
        Ui.button(Icons.small(Icons.PLUS), texts().get("suppression.add"), "accent", "small");
    add.setId("suppression-add");
    add.setOnAction(_ -> add());
    count.setMinWidth(Region.USE_PREF_SIZE);
    Button read = Ui.button(Icons.small(Icons.UPLOAD), texts().get("suppression.import"), "small");
    read.setId("suppression-import");
    read.setOnAction(_ -> context().files().list().ifPresent(this::read));
    Button export =
        Ui.button(Icons.small(Icons.DOWNLOAD), texts().get("suppression.export"), "small");
    export.setId("suppression-export");
    export.setOnAction(_ -> export());
    return Ui.row(8, add, read, export, Ui.spacer(), count, search);
  }

  private Node table() {
    return new PageTable<>(
            texts(), "suppression-table", texts().get("suppression.title"), model.people())
        .column(column("address", 240, Suppressed::address))
        .column(column("why", 240, Suppressed::reason))
        .column(
            column("since", 160, one -> context().times().date(one.since()))
                .sortedBy(one -> one.since().toString()))
        .column(column("by", 150, this::by))
        .acts(ACTS, Acts::new)
        .key(KeyCode.DELETE, this::remove)
        .key(KeyCode.ENTER, this::remove)
        .empty(
            model.allProperty(),
            texts().get("suppression.nobody"),
            texts().get("suppression.none-found"))
        .node();
  }

  private Column<Suppressed> column(String key, double width, Function<Suppressed, String> text) {
    return new Column<>(texts().get("suppression." + key), width, text);
  }

  private String by(Suppressed one) {
    return texts().get(one.byServer() ? "suppression.by.server" : "suppression.by.person");
  }

  private void count() {
    int all = model.allProperty().get().size();
    int shown = model.people().shownProperty().get().size();
    count.setText(
        search.getText().isBlank()
            ? all == 0 ? "" : texts().get("suppression.count", all)
            : texts()
                .get(
                    model.people().moreProperty().get() ? "people.found-so-far" : "people.found",
                    shown));
  }

  private void told(String words) {
    done.say("", words);
    Ui.show(done, true);
  }

  private void add() {
    dialogs.add(
        (address, reason) ->
            model.add(
                address,
                reason,
                isNew ->
                    told(
                        texts()
                            .get(isNew ? "suppression.added" : "suppression.already", address))));
  }

  private void remove(Suppressed one) {
    dialogs.remove(
        one,
        reason ->
            model.remove(
                one, reason, () -> told(texts().get("suppression.removed", one.address()))));
  }

  private void read(Path file) {
    dialogs.read(file, reason -> model.importFrom(file, reason, this::read));
  }

  private void read(SuppressionList.Imported imported) {
    told(
        texts()
            .get(
                "suppression.imported",
                imported.rows(),
                imported.added(),
                imported.already(),
                imported.repeated(),
                imported.leftOut().size()));
  }

  private void export() {
    context()
        .files()
        .saveAs(texts().get("suppression.file"))
        .ifPresent(
            csv ->
                model.export(
                    csv,
                    people ->
                        told(
                            texts()
                                .get(
                                    "suppression.exported",
                                    people,
                                    String.valueOf(csv.getFileName())))));
  }

  @Override
  public void shown() {
    super.shown();
    model.refresh();
  }

  @Override
  public void hidden() {
    model.stop();
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

  private final class Acts implements PageTable.Acts<Suppressed> {
    private final Button button =
        Ui.button(texts().get("suppression.remove"), "small", "pr-in-table");

    @Override
    public Node of(Suppressed one) {
      button.setAccessibleText(texts().get("suppression.remove-said", one.address()));
      button.setOnAction(_ -> remove(one));
      return button;
    }
  }
}
