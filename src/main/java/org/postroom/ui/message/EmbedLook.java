package org.postroom.ui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BiFunction;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.postroom.richtext.Block;
import org.postroom.richtext.FieldTag;
import org.postroom.richtext.Inline;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// What a thing that is one character looks like.
final class EmbedLook {
  static final int WIDEST = 420;

  private final Texts texts;
  private final ChipLook chips;
  private final BiFunction<String, Integer, @Nullable Image> pictures;

  /// The nodes that are shown, so that they can be made again: chip → the panes that hold it.
  private final Map<StackPane, FieldTag> shown = new WeakHashMap<>();

  /// @param pictures a picture's file for its width, still being read perhaps; null where there is
  ///   none
  EmbedLook(Texts texts, ChipLook chips, BiFunction<String, Integer, @Nullable Image> pictures) {
    this.texts = texts;
    this.chips = chips;
    this.pictures = pictures;
  }

  Node of(Embed embed) {
    return switch (embed) {
      case Embed.Tag(FieldTag tag) -> {
        StackPane holder = new StackPane(chips.of(tag));
        shown.put(holder, tag);
        yield holder;
      }
      case Embed.Picture picture -> picture(picture);
      case Embed.Table(Block.Table table) -> table(table);
      case Embed.Divider _ -> divider();
      case Embed.None _ -> new Region();
    };
  }

  /// Shows a chip as it is now, wherever it stands.
  void renew(Embed embed) {
    if (embed instanceof Embed.Tag(FieldTag tag)) {
      shown.forEach(
          (holder, chip) -> {
            if (chip.equals(tag)) {
              holder.getChildren().setAll(chips.of(tag));
            }
          });
    }
  }

  private Node picture(Embed.Picture picture) {
    String said =
        picture.alt().isEmpty()
            ? texts.get("message.picture.said-nothing", picture.source())
            : texts.get("message.picture.said", picture.alt());
    Image image = pictures.apply(picture.source(), picture.width());
    if (image == null) {
      return missing(said);
    }
    StackPane holder = new StackPane();
    holder.setAlignment(Pos.CENTER_LEFT);
    if (picture.width() > 0) {
      holder.setMinWidth(Math.min(WIDEST, picture.width()));
    }
    Runnable show = () -> holder.getChildren().setAll(drawn(image, picture.width(), said));
    if (image.getProgress() < 1) {
      image.progressProperty().subscribe(read -> showWhenRead(read.doubleValue(), show));
    } else {
      show.run();
    }
    return holder;
  }

  private static void showWhenRead(double read, Runnable show) {
    if (read >= 1) {
      show.run();
    }
  }

  private static Node drawn(Image image, int wanted, String said) {
    if (image.isError()) {
      return missing(said);
    }
    ImageView view = new ImageView(image);
    view.setFitWidth(Math.min(WIDEST, wanted > 0 ? wanted : image.getWidth()));
    view.setPreserveRatio(true);
    view.setAccessibleText(said);
    return view;
  }

  private static Node missing(String said) {
    HBox box = Ui.row(6, Icons.small(Icons.IMAGE), Ui.label(said));
    box.getStyleClass().add("pr-chip");
    box.setAccessibleText(said);
    return box;
  }

  private Node table(Block.Table table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("pr-table-shown");
    List<String> said = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      for (int column = 0; column < table.columns(); column++) {
        String words = words(table.rows().get(row).get(column).content());
        Label cell = Ui.label(words, table.head() && row == 0 ? "pr-strong" : "pr-small");
        cell.getStyleClass().add("pr-table-cell");
        cell.setMaxWidth(Double.MAX_VALUE);
        grid.add(cell, column, row);
        said.add(words);
      }
    }
    grid.setAccessibleRole(AccessibleRole.TEXT);
    grid.setAccessibleText(texts.get("message.table.said", String.join(", ", said)));
    return grid;
  }

  private static String words(List<Inline> content) {
    StringBuilder words = new StringBuilder();
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Text(String text, var _) -> words.append(text);
        case Inline.Field(FieldTag tag, var _) ->
            words.append(tag.isMark() ? "" : "‹" + tag.column() + "›");
        case Inline.Break _ -> words.append(' ');
        case Inline.Picture picture -> words.append(picture.alt());
      }
    }
    return words.toString();
  }

  private Node divider() {
    Region line = new Region();
    line.getStyleClass().add("pr-divider-shown");
    line.setPrefSize(WIDEST, 17);
    line.setAccessibleRole(AccessibleRole.TEXT);
    line.setAccessibleText(texts.get("message.divider"));
    return line;
  }
}
