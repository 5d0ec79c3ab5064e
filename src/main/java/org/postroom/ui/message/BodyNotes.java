package org.postroom.ui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.document.Nearest;
import org.postroom.message.Delivery;
import org.postroom.richtext.FieldTag;
import org.postroom.richtext.RichText;
import org.postroom.ui.common.ColumnFacts;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// What there is to say about the text, in one line each, with what can be done about it: fields
/// whose column is gone, people without a value, what was left out of what was pasted, and how the
/// text is kept.
final class BodyNotes extends VBox {
  private static final int MOST = 3;

  private final Texts texts;
  private final MailshotModel mailshot;
  private final BodyModel model;
  private final MessageDialogs dialogs;
  private final BodyEditor editor;
  private @Nullable String kept;
  private String pasted = "";

  BodyNotes(
      Texts texts,
      MailshotModel mailshot,
      BodyModel model,
      MessageDialogs dialogs,
      BodyEditor editor) {
    this.texts = texts;
    this.mailshot = mailshot;
    this.model = model;
    this.dialogs = dialogs;
    this.editor = editor;
    getStyleClass().add("pr-editor-notes");
    setId("body-notes");
    Ui.show(this, false);
  }

  /// @param key what has happened to the text, or null
  void said(@Nullable String key) {
    kept = key;
    changed();
  }

  /// @param what was left out; empty where nothing was
  void pasted(String what) {
    pasted = what;
    changed();
  }

  /// Looks again.
  void changed() {
    changed(null);
  }

  /// Looks again.
  ///
  /// @param text what the editor has, or null to ask it
  void changed(@Nullable RichText text) {
    List<Node> lines = new ArrayList<>();
    if (mailshot.document().delivery() == Delivery.BLIND_COPY) {
      lines.add(line(Icons.INFO, texts.get("message.fields-off")));
    }
    if (!pasted.isEmpty()) {
      lines.add(
          line(Icons.PASTE, pasted, Ui.link(texts.get("message.note.hide"), () -> pasted(""))));
    }
    if (kept != null) {
      lines.add(
          line(
              Icons.INFO,
              texts.get(kept),
              Ui.link(texts.get("message.note.hide"), () -> said(null))));
    }
    plain(lines);
    if (editor.isRich() && editor.rich().isVisible()) {
      fields(lines, text);
    }
    getChildren().setAll(lines.subList(0, Math.min(MOST, lines.size())));
    Ui.show(this, !lines.isEmpty());
  }

  private void plain(List<Node> lines) {
    if (editor.view() != BodyEditor.View.PLAIN && model.linesThatDiffer() == 0) {
      return;
    }
    if (model.main() == BodyModel.Main.TEXT) {
      if (editor.view() == BodyEditor.View.PLAIN) {
        lines.add(
            line(
                Icons.PLAIN,
                texts.get("message.plain.alone"),
                Ui.link(texts.get("message.refused.add"), () -> editor.alone(false))));
      }
      return;
    }
    int differ = model.linesThatDiffer();
    if (model.isPlainWritten()) {
      lines.add(
          line(
              differ > 0 ? Icons.WARNING : Icons.PLAIN,
              differ > 0
                  ? texts.get("message.plain.differs", differ)
                  : texts.get("message.plain.same"),
              Ui.link(texts.get("message.plain.anew"), editor::plainAnew)));
    } else {
      lines.add(
          line(
              Icons.PLAIN,
              texts.get("message.plain.made"),
              Ui.link(texts.get("message.plain.only"), () -> editor.alone(true))));
    }
  }

  private void fields(List<Node> lines, @Nullable RichText known) {
    List<ColumnFacts> columns = mailshot.columnsProperty().get();
    if (columns.isEmpty()) {
      return;
    }
    RichText text = known == null ? editor.rich().text() : known;
    List<FieldTag> asked = new ArrayList<>();
    for (FieldTag tag : text.tags()) {
      boolean again = asked.stream().anyMatch(other -> other.name().equals(tag.name()));
      Optional<ColumnFacts> column =
          columns.stream().filter(each -> each.name().equals(tag.name())).findFirst();
      if (again || tag.kind() == FieldTag.Kind.END) {
        continue;
      }
      if (column.isEmpty()) {
        asked.add(tag);
        lines.add(unknown(tag, columns));
      } else if (tag.kind() == FieldTag.Kind.FIELD
          && tag.fallback() == null
          && column.get().empty() > 0
          && !isInSection(text, tag)) {
        asked.add(tag);
        lines.add(empty(tag, column.get().empty()));
      }
    }
  }

  /// Within "only where it is filled in" nobody is without a value.
  private static boolean isInSection(RichText text, FieldTag tag) {
    boolean open = false;
    for (FieldTag each : text.tags()) {
      if (each.name().equals(tag.name())) {
        switch (each.kind()) {
          case WHERE_FILLED -> open = true;
          case END -> open = false;
          case WHERE_EMPTY -> {}
          case FIELD -> {
            if (each.fallback() == null && !open) {
              return false;
            }
          }
        }
      }
    }
    return true;
  }

  private Node unknown(FieldTag tag, List<ColumnFacts> columns) {
    List<String> names = columns.stream().map(each -> each.name().shown()).toList();
    String nearest = Nearest.to(tag.column(), names);
    Node act =
        nearest == null
            ? Ui.link(
                texts.get("message.unknown.choose"),
                () -> dialogs.column(tag, names, chosen -> replace(tag, chosen)))
            : Ui.link(texts.get("message.unknown.use", nearest), () -> replace(tag, nearest));
    act.setId("use-nearest");
    return line(Icons.WARNING, texts.get("message.unknown", tag.column()), act);
  }

  private void replace(FieldTag tag, String column) {
    editor.rich().renameColumn(tag.name(), column);
  }

  private Node empty(FieldTag tag, int people) {
    return line(
        Icons.LEFT_OUT,
        texts.get("message.without-value", texts.people(people), tag.column()),
        Ui.link(texts.get("message.without-value.write"), () -> editor.rich().editFirst(tag)));
  }

  private static HBox line(String icon, String text, Node... acts) {
    Label label = Ui.label(text, "pr-caption-text");
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setTooltip(new javafx.scene.control.Tooltip(text));
    var drawn = Icons.small(icon);
    drawn.getStyleClass().add(icon.equals(Icons.WARNING) ? "icon-warning" : "icon-muted");
    HBox line = Ui.row(8, drawn, Ui.grow(label));
    for (Node act : acts) {
      if (act instanceof javafx.scene.layout.Region region) {
        region.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
      }
      line.getChildren().add(act);
    }
    return line;
  }
}
