package org.postroom.ui.home;

import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineJoin;

/// The rack of pigeonholes of the first start: one letter, one place.
final class Pigeonholes extends Pane {
  private static final int[][] LETTERS = {
    {17, 22}, {69, 22}, {173, 22}, {17, 66}, {121, 66}, {173, 66}, {69, 111}, {121, 111}, {173, 111}
  };
  private static final int OURS = 4;

  Pigeonholes() {
    getStyleClass().add("pr-rack");
    setPrefSize(224, 150);
    setMinSize(224, 150);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Rectangle rack = new Rectangle(8, 8, 208, 134);
    rack.setArcWidth(20);
    rack.setArcHeight(20);
    rack.getStyleClass().add("rack");
    Group group = new Group(rack);
    for (int x : new int[] {60, 112, 164}) {
      group.getChildren().add(line(x, 8, x, 142));
    }
    for (int y : new int[] {52, 97}) {
      group.getChildren().add(line(8, y, 216, y));
    }
    for (int i = 0; i < LETTERS.length; i++) {
      group.getChildren().add(letter(LETTERS[i][0], LETTERS[i][1], i == OURS));
    }
    getChildren().add(group);
    setMouseTransparent(true);
  }

  private static Line line(double fromX, double fromY, double toX, double toY) {
    Line line = new Line(fromX, fromY, toX, toY);
    line.getStyleClass().add("shelf");
    return line;
  }

  private static Group letter(double x, double y, boolean ours) {
    Rectangle paper = new Rectangle(34, 24);
    paper.setArcWidth(5);
    paper.setArcHeight(5);
    Polyline flap = new Polyline(1.5, 2.5, 17, 14, 32.5, 2.5);
    flap.setStrokeLineJoin(StrokeLineJoin.ROUND);
    paper.getStyleClass().add(ours ? "ours" : "letter");
    flap.getStyleClass().addAll(ours ? "ours" : "letter", "flap");
    Group letter = new Group(paper, flap);
    letter.setTranslateX(x);
    letter.setTranslateY(y);
    return letter;
  }
}
