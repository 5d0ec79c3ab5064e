package org.postroom.ui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Asks what a picture shows, for those who do not see it, and how wide it is.
final class PictureDialog {
  private static final int HIGH = 120;

  private final UiContext context;
  private final Texts texts;
  private final ShownPictures shown;

  PictureDialog(UiContext context, ShownPictures shown) {
    this.context = context;
    this.texts = context.texts();
    this.shown = shown;
  }

  /// Which one of several it is.
  ///
  /// @param name of its file
  /// @param number from 1
  record Which(String name, int number, int of) {}

  /// @param which null for one alone
  /// @param away what follows where it is left out
  void show(
      Embed.Picture picture, @Nullable Which which, Consumer<Embed.Picture> then, Runnable away) {
    TextField alt = new TextField(picture.alt());
    alt.setId("picture-alt");
    TextField width = new TextField(picture.width() == 0 ? "" : picture.width() + "");
    width.setId("picture-width");
    Label wrong = Ui.paragraph(texts.get("message.picture.wrong"), "pr-field-error");
    Ui.show(wrong, false);
    Button take = Ui.button(texts.get("message.picture.take"), "accent");
    take.setId("picture-take");
    Runnable act =
        () -> {
          String wide = width.getText().strip();
          if (!wide.matches("|[1-9]\\d{0,3}")) {
            Ui.show(wrong, true);
            width.requestFocus();
            return;
          }
          context.dialogs().close();
          int pixels = wide.isEmpty() ? 0 : Integer.parseInt(wide);
          then.accept(new Embed.Picture(picture.source(), alt.getText().strip(), pixels));
        };
    take.setOnAction(_ -> act.run());
    alt.setOnAction(_ -> act.run());
    width.setOnAction(_ -> act.run());
    Button cancel = Ui.button(texts.get(which == null ? "dialog.cancel" : "message.picture.leave"));
    cancel.setId("picture-leave");
    cancel.setOnAction(
        _ -> {
          context.dialogs().close();
          away.run();
        });
    List<Node> parts = new ArrayList<>();
    Image image = shown.of(picture.source(), picture.width());
    if (image != null) {
      parts.add(seen(image));
    }
    if (which != null) {
      parts.add(
          Ui.paragraph(
              texts.get("message.picture.which", which.name(), which.number(), which.of()),
              "pr-small"));
    }
    parts.add(MessageDialogs.labelled(texts.get("message.picture.alt"), alt));
    parts.add(MessageDialogs.labelled(texts.get("message.picture.width"), width));
    parts.add(wrong);
    String title = texts.get("message.picture.title");
    String text = texts.get("message.picture.text");
    MessageDialogs.show(context, title, text, parts, cancel, take, alt);
  }

  /// Small: a person who is asked what it shows should see it. It has its place before it is read.
  private static Node seen(Image image) {
    ImageView view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setFitHeight(HIGH);
    view.setFitWidth(3 * HIGH);
    view.setMouseTransparent(true);
    StackPane place = new StackPane(view);
    place.setMinHeight(HIGH);
    place.setPrefHeight(HIGH);
    return place;
  }
}
