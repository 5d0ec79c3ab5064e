package org.postroom.ui.preview;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
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
  private final Texts texts;
  private final PreviewModel model;
  private final VBox root;
  private final CustomTextField search = new CustomTextField();
  private final Label nobody;
  private final Label position = Ui.label("", "preview-position");
  private final Button next;
  private final Button unseen;
  private final VBox kinds = new VBox(2);
  private final Label looked = Ui.label("", "pr-caption", "pr-muted");
  private final ProgressBar lookedBar = new ProgressBar(0);

  PeoplePanel(Texts texts, PreviewModel model) {
    this.texts = texts;
    this.model = model;
    search.setPromptText(texts.get("preview.search"));
    search.setAccessibleText(texts.get("preview.search"));
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
    List<Region> rows = new ArrayList<>();
    if (found == null) {
      rows.add(Ui.paragraph(texts.get("preview.kinds.counting"), "pr-caption", "pr-muted"));
    } else {
      fill(rows, found);
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
    int focused = focused();
    kinds.getChildren().setAll(rows);
    if (focused >= 0 && focused < rows.size()) {
      rows.get(focused).requestFocus();
    }
  }

  /// The row that has the focus, so that the one in its place gets it; -1 where none has.
  private int focused() {
    for (int i = 0; i < kinds.getChildren().size(); i++) {
      if (kinds.getChildren().get(i).isFocused()) {
        return i;
      }
    }
    return -1;
  }

  private void fill(List<Region> rows, Looked looks) {
    LookAlikes found = looks.all();
    List<Kind> rare = new ArrayList<>();
    for (Kind kind : found.kinds()) {
      if (found.rare(kind)) {
        rare.add(kind);
      } else {
        rows.add(row(looks, kind));
      }
    }
    if (!rare.isEmpty()) {
      rows.add(heading(Icons.WARNING, texts.get("preview.kinds.rare"), "warning"));
      rare.forEach(kind -> rows.add(row(looks, kind)));
    }
    if (!found.odd().isEmpty()) {
      rows.add(heading(Icons.EXTREMES, texts.get("preview.extremes"), "pr-muted"));
      found.odd().forEach(odd -> rows.add(extreme(why(odd), odd.at(), looks.seen(odd))));
    }
  }

  private Label heading(String icon, String text, String tone) {
    Label label = new Label(text, Icons.small(icon));
    label.getStyleClass().addAll("preview-heading", tone);
    return label;
  }

  private Button row(Looked looks, Kind kind) {
    String name = looks.all().kinds().getFirst().equals(kind) ? usual(kind) : title(kind);
    return entry(kind.size(), name, detail(kind), looks.seen(kind), showing(kind), kind.example());
  }

  private Button extreme(String title, int at, boolean seen) {
    var here = model.at(at);
    return entry(
        1, title, here.isEmpty() ? "" : PreviewScreen.name(here.getFirst()), seen, false, at);
  }

  private String why(OddLetter odd) {
    FieldName field = odd.field();
    return texts.get("preview.extreme." + odd.why(), field == null ? "" : field.shown());
  }

  private Button entry(
      int count, String name, String detail, boolean seen, boolean current, int at) {
    Label number = Ui.label(Integer.toString(count), "preview-count");
    VBox words = new VBox(Ui.label(name, "preview-kind"));
    if (!detail.isEmpty()) {
      words.getChildren().add(Ui.label(detail, "pr-caption", "pr-muted"));
    }
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox content = new HBox(8, number, Ui.grow(words));
    content.setAlignment(Pos.CENTER_LEFT);
    content.getChildren().add(Icons.small(seen ? Icons.SEEN : "fth-circle"));
    String state = texts.get(seen ? "preview.kind.seen" : "preview.kind.unseen");
    Button button = Ui.button("", "flat", "preview-row");
    button.setMinWidth(0);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setGraphic(content);
    button.setAccessibleText(texts.get("preview.kind.spoken", count, name, detail, state));
    if (current) {
      button.getStyleClass().add("selected");
    }
    button.setOnAction(_ -> model.go(at));
    return button;
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
