package org.postroom.ui.preview;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.LookAlikes;
import org.postroom.engine.LookAlikes.Difference;
import org.postroom.engine.LookAlikes.Kind;
import org.postroom.engine.Looked;
import org.postroom.engine.OddLetter;
import org.postroom.recipients.FieldName;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Keycap;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// The left side of the preview: whose message is shown, and the kinds of message there are.
final class PeoplePanel {
  private static final int MOST_KINDS = 100;

  private final Texts texts;
  private final PreviewModel model;
  private final VBox root;
  private final CustomTextField search = new CustomTextField();
  private final Label nobody;
  private final Label position = Ui.label("", "preview-position");
  private final Button next;
  private final Button unseen;
  private final VBox kinds = new VBox(2);
  private final List<Row> rows = new ArrayList<>();
  private @Nullable LookAlikes shown;
  private final Label looked = Ui.label("", "pr-caption", "pr-muted");
  private final ProgressBar lookedBar = new ProgressBar(0);

  /// A row that shows what was looked at.
  private interface Row {
    void show(Looked looked);
  }

  PeoplePanel(Texts texts, PreviewModel model) {
    this.texts = texts;
    this.model = model;
    search.setPromptText(texts.get("preview.search"));
    search.setAccessibleText(texts.get("preview.search.spoken"));
    search.setTooltip(new Tooltip(texts.get("preview.search.spoken")));
    search.setLeft(Icons.of(Icons.SEARCH));
    search.setRight(new Keycap("Ctrl F"));
    search.setOnAction(_ -> model.find(search.getText()));
    nobody = Ui.paragraph("", "pr-caption", "pr-muted");
    model
        .nobodyProperty()
        .subscribe(
            words -> {
              nobody.setText(texts.get("preview.nobody", words));
              Ui.show(nobody, !words.isEmpty());
            });

    Button previous =
        PreviewScreen.square(Icons.CHEVRON_LEFT, texts.get("preview.previous"), model::previous);
    next = PreviewScreen.square(Icons.CHEVRON_RIGHT, texts.get("preview.next"), model::next);
    HBox walk = new HBox(previous, Ui.spacer(), position, Ui.spacer(), next);
    walk.setAlignment(Pos.CENTER);

    unseen = Ui.button(Icons.of(Icons.SEEN), "");
    unseen.setId("preview-unseen");
    unseen.setMinWidth(0);
    unseen.setMaxWidth(Double.MAX_VALUE);
    unseen.setOnAction(_ -> model.goToUnseen());
    VBox bottom = new VBox(6, looked, lookedBar, unseen);
    lookedBar.setMaxWidth(Double.MAX_VALUE);
    lookedBar.getStyleClass().add("small");

    root =
        new VBox(
            12,
            search,
            nobody,
            walk,
            new VBox(
                2,
                Ui.label(texts.get("preview.kinds"), "pr-section-small"),
                Ui.label(texts.get("preview.kinds.why"), "pr-caption", "pr-muted")),
            PreviewScreen.scroll(kinds),
            bottom);
    root.getStyleClass().add("preview-people");
    root.setMinWidth(Region.USE_PREF_SIZE);
    model.indexProperty().subscribe(_ -> say());
    model.lookedProperty().subscribe(_ -> say());
    model.letterProperty().subscribe(_ -> say());
  }

  Region node() {
    return root;
  }

  Button next() {
    return next;
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private void say() {
    position.setText(
        texts.get(
            "preview.position",
            Math.min(model.indexProperty().get() + 1, model.size()),
            model.size()));
    Looked found = model.lookedProperty().get();
    if (found == null) {
      shown = null;
      rows.clear();
      kinds
          .getChildren()
          .setAll(Ui.paragraph(texts.get("preview.kinds.counting"), "pr-caption", "pr-muted"));
    } else {
      if (!found.all().equals(shown)) {
        shown = found.all();
        fill(found.all());
      }
      rows.forEach(row -> row.show(found));
      int all = found.all().kinds().size();
      looked.setText(texts.get("preview.looked", found.kindsSeen(), all));
      lookedBar.setProgress(all == 0 ? 0 : found.kindsSeen() / (double) all);
    }
    int open = found == null ? 0 : found.unseen().size();
    boolean focusOnUnseen = unseen.isFocused() && open == 0;
    unseen.setText(texts.get("preview.unseen", open));
    Ui.show(unseen, open > 0);
    if (focusOnUnseen) {
      next.requestFocus();
    }
  }

  private void fill(LookAlikes found) {
    List<Region> nodes = new ArrayList<>();
    rows.clear();
    List<Kind> rare = new ArrayList<>();
    int hidden = 0;
    for (Kind kind : found.kinds()) {
      if (found.rare(kind)) {
        rare.add(kind);
      } else {
        hidden += add(found, kind, nodes);
      }
    }
    if (!rare.isEmpty()) {
      nodes.add(heading(Icons.WARNING, texts.get("preview.kinds.rare"), "warning"));
      for (Kind kind : rare) {
        hidden += add(found, kind, nodes);
      }
    }
    if (hidden > 0) {
      nodes.add(Ui.paragraph(texts.get("preview.kinds.more", hidden), "pr-caption", "pr-muted"));
    }
    if (!found.odd().isEmpty()) {
      nodes.add(heading(Icons.EXTREMES, texts.get("preview.extremes"), "pr-muted"));
      for (OddLetter odd : found.odd()) {
        var here = model.at(odd.at());
        String person = here.isEmpty() ? "" : PreviewScreen.name(here.getFirst());
        KindRow row = new KindRow(texts, 1, why(odd), person, () -> model.go(odd.at()));
        rows.add(now -> row.show(now.seen(odd), false));
        nodes.add(row.node());
      }
    }
    kinds.getChildren().setAll(nodes);
  }

  /// @return how many were not shown: thousands of rows would not be read by anybody
  private int add(LookAlikes found, Kind kind, List<Region> nodes) {
    if (rows.size() == MOST_KINDS) {
      return 1;
    }
    String name = found.kinds().getFirst().equals(kind) ? usual(kind) : title(kind);
    KindRow row =
        new KindRow(texts, kind.size(), name, detail(kind), () -> model.go(kind.example()));
    rows.add(now -> row.show(now.seen(kind), showing(kind)));
    nodes.add(row.node());
    return 0;
  }

  private Label heading(String icon, String text, String tone) {
    Label label = new Label(text, Icons.small(icon));
    label.getStyleClass().addAll("preview-heading", tone);
    return label;
  }

  private String why(OddLetter odd) {
    FieldName field = odd.field();
    return texts.get("preview.extreme." + odd.why(), field == null ? "" : field.shown());
  }

  private boolean showing(Kind kind) {
    var shown = model.letterProperty().get();
    return shown != null && LookAlikes.shape(shown.letter()).equals(kind.shape());
  }

  private String usual(Kind kind) {
    var first = model.at(kind.example());
    String name = first.isEmpty() ? "" : PreviewScreen.name(first.getFirst());
    int space = name.indexOf(' ');
    return texts.get("preview.kind.like", space > 0 ? name.substring(0, space) : name);
  }

  private String title(Kind kind) {
    if (kind.differences().isEmpty()) {
      return usual(kind);
    }
    return switch (kind.differences().getFirst()) {
      case Difference.Fallback(var _, String written) when !written.isBlank() ->
          texts.get("preview.kind.quoted", written);
      case Difference.Fallback(var field, var _) ->
          texts.get("preview.kind.without", field.shown());
      case Difference.Condition(var field, boolean filled) ->
          texts.get(filled ? "preview.kind.with" : "preview.kind.without", field.shown());
      case Difference.Alphabet _ -> texts.get("preview.kind.alphabet");
      case Difference.Files(int count) -> texts.get("preview.kind.files", count);
    };
  }

  private String detail(Kind kind) {
    if (kind.differences().isEmpty()) {
      return "";
    }
    return switch (kind.differences().getFirst()) {
      case Difference.Fallback(var field, var _) -> texts.get("preview.kind.empty", field.shown());
      case Difference.Condition(var field, boolean filled) ->
          texts.get(filled ? "preview.kind.filled" : "preview.kind.empty", field.shown());
      case Difference.Alphabet _, Difference.Files _ -> "";
    };
  }
}
