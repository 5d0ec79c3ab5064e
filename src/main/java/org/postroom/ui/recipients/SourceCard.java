package org.postroom.ui.recipients;

import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;

/// Which file the people are from, how it was read, and that its rows add up.
final class SourceCard extends HBox {
  private final Texts texts;
  private final Times times;
  private final Label name = Ui.label("", "pr-strong");
  private final Label where = Ui.label("", "pr-caption-text");
  private final Label readAs = Ui.label("", "pr-small");
  private final Label rows = Ui.label("", "pr-small", "pr-muted");
  private final Label sum = Ui.label("", "pr-small", "pr-strong");

  SourceCard(Texts texts, Times times, Runnable onChange, Runnable onAgain, Runnable onReplace) {
    super(12);
    this.texts = texts;
    this.times = times;
    getStyleClass().addAll("pr-card", "pr-source");
    setId("source");
    setAlignment(Pos.CENTER_LEFT);
    where.setMinWidth(0);
    name.setMinWidth(USE_PREF_SIZE);
    HBox first = Ui.row(8, name, where);
    var change = Ui.link(texts.get("people.change"), onChange);
    change.setId("change-reading");
    change.setAccessibleText(texts.get("people.change-said"));
    HBox second =
        Ui.row(6, Ui.label(texts.get("people.read-as"), "pr-small", "pr-muted"), readAs, change);
    VBox words = new VBox(2, first, second);
    words.setMinWidth(0);
    VBox numbers = new VBox(rows, sum);
    numbers.setAlignment(Pos.CENTER_RIGHT);
    numbers.setMinWidth(USE_PREF_SIZE);
    Button again = Ui.button(Icons.small(Icons.REFRESH), texts.get("people.again"), "small");
    again.setId("read-again");
    again.setOnAction(_ -> onAgain.run());
    Button replace = Ui.button(texts.get("people.replace"), "small");
    replace.setId("replace-list");
    replace.setOnAction(_ -> onReplace.run());
    var icon = Icons.large(Icons.FILE);
    icon.getStyleClass().add("icon-accent");
    getChildren().addAll(icon, Ui.grow(words), numbers, again, replace);
    setMinHeight(USE_PREF_SIZE);
  }

  /// @param own the mailshot's own folder, which is not worth naming
  void show(RecipientList list, PeopleModel.@Nullable FileFacts file, Path own) {
    ListOrigin origin = list.origin();
    name.setText(origin.fileName());
    where.setText(
        file == null
            ? ""
            : own.equals(file.path().getParent())
                ? texts.get("people.where-own", times.when(file.modified()))
                : texts.get("people.where", folder(file.path()), times.when(file.modified())));
    readAs.setText(how(origin));
    rows.setText(texts.get("people.rows", list.rows()));
    sum.setText(texts.get("people.sum", texts.people(list.people().size()), list.leftOut().size()));
  }

  private static String folder(Path path) {
    Path folder = path.getParent();
    int count = folder == null ? 0 : folder.getNameCount();
    if (folder == null || count == 0) {
      return "";
    }
    return folder.subpath(Math.max(0, count - 2), count).toString().replaceAll("[/\\\\]", " › ");
  }

  private String how(ListOrigin origin) {
    StringBuilder how = new StringBuilder();
    if (!origin.charset().isEmpty()) {
      how.append(charset(origin.charset()));
    }
    if (!origin.delimiter().isEmpty()) {
      how.append(how.isEmpty() ? "" : ", ").append(delimiter(origin.delimiter(), texts));
    }
    if (origin.sheet() != null) {
      how.append(how.isEmpty() ? "" : ", ").append(texts.get("people.sheet", origin.sheet()));
    }
    return how.isEmpty() ? origin.format().toUpperCase(Locale.ROOT) : how.toString();
  }

  /// As people know it: `Windows-1252`, `UTF-8`.
  static String charset(String javaName) {
    return javaName.startsWith("windows-") ? "W" + javaName.substring(1) : javaName;
  }

  /// In words: "semicolon".
  static String delimiter(String character, Texts texts) {
    return switch (character) {
      case "," -> texts.get("people.delimiter.comma");
      case ";" -> texts.get("people.delimiter.semicolon");
      case "\t" -> texts.get("people.delimiter.tab");
      case "|" -> texts.get("people.delimiter.bar");
      default -> character;
    };
  }
}
