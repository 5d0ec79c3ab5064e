package org.postroom.ui.home;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// What a person sees who starts Postroom for the first time.
final class FirstStart extends VBox {
  private final Button tryIt;

  FirstStart(Texts texts, Runnable onTry, Runnable onNew, Runnable onBegin) {
    getStyleClass().add("pr-page");
    setAlignment(Pos.CENTER);
    setId("first-start");
    tryIt =
        Ui.keyButton(
            Icons.large(Icons.PRACTICE), texts.get("home.first.try"), null, "", "accent", "large");
    tryIt.setId("try-it");
    tryIt.setOnAction(_ -> onTry.run());
    Button create =
        Ui.keyButton(Icons.large(Icons.PLUS), texts.get("home.new"), null, "Ctrl N", "large");
    create.setId("new-mailshot-first");
    create.setOnAction(_ -> onNew.run());
    Hyperlink begin = Ui.link(texts.get("home.first.begin"), onBegin);
    begin.setId("begin-first");
    Label text = Ui.paragraph(texts.get("home.first.text"), "pr-muted", "pr-centred");
    text.setMaxWidth(540);
    HBox buttons = Ui.row(12, tryIt, create);
    buttons.setAlignment(Pos.CENTER);
    Region line = new Region();
    line.getStyleClass().add("pr-line");
    line.setMaxWidth(780);
    HBox promises =
        new HBox(
            24,
            promise(
                Icons.SEEN, texts.get("home.first.preview"), texts.get("home.first.preview-text")),
            promise(
                Icons.SHIELD, texts.get("home.first.review"), texts.get("home.first.review-text")),
            promise(Icons.CLOCK, texts.get("home.first.hold"), texts.get("home.first.hold-text")));
    promises.setMaxWidth(780);
    getChildren()
        .addAll(
            new Pigeonholes(),
            gap(20),
            Ui.label(texts.get("home.first.title"), "pr-first-title"),
            gap(8),
            text,
            gap(24),
            buttons,
            gap(12),
            Ui.label(texts.get("home.first.practice"), "pr-muted", "pr-small"),
            gap(8),
            begin,
            gap(32),
            line,
            gap(20),
            promises);
  }

  Button tryIt() {
    return tryIt;
  }

  private static HBox promise(String icon, String title, String text) {
    VBox words =
        Ui.column(
            4, Ui.paragraph(title, "pr-small", "pr-strong"), Ui.paragraph(text, "pr-caption-text"));
    HBox promise = new HBox(12, Icons.large(icon), Ui.grow(words));
    promise.getStyleClass().add("tone-accent");
    promise.setPrefWidth(240);
    HBox.setHgrow(promise, javafx.scene.layout.Priority.ALWAYS);
    return promise;
  }

  private static Region gap(double height) {
    Region gap = new Region();
    gap.setMinHeight(height);
    gap.setPrefHeight(height);
    return gap;
  }
}
