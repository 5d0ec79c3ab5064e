package org.postroom.ui.common;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Messages a minute as stacked bars: accepted filled, waiting dotted, refused hatched, still to
/// come as dashed outlines. Built of regions, so that colours and patterns are the theme's.
public final class MinuteChart extends Region {
  private static final double LEFT = 34;
  private static final double BOTTOM = 22;
  private static final double TOP = 8;
  private static final double LEAST_BAR = 6;
  private static final double MOST_BAR = 22;
  private static final int TICKS = 3;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final ZoneId zone;
  private final List<Bar> bars = new ArrayList<>();
  private final List<Region> lines = new ArrayList<>();
  private final List<Label> amounts = new ArrayList<>();
  private List<Minute> minutes = List.of();
  private int highest = TICKS;
  private int toCome;
  private int perMinute = 1;
  private final Region mark = part("chart-mark");
  private final Label markText = new Label();
  private @Nullable Instant marked;

  /// One minute: its regions from the bottom up.
  private record Bar(Region accepted, Region waiting, Region refused, Region rest, Label time) {}

  public MinuteChart(ZoneId zone) {
    this.zone = zone;
    getStyleClass().add("minute-chart");
    setMinHeight(140);
    setPrefHeight(300);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    markText.getStyleClass().add("chart-mark-text");
    getChildren().add(markText);
    for (int i = 0; i <= TICKS; i++) {
      lines.add(part("chart-line"));
      Label amount = new Label();
      amount.getStyleClass().add("chart-axis");
      amounts.add(amount);
      getChildren().add(amount);
    }
  }

  /// @param now minutes so far
  /// @param left letters still to come
  /// @param limit letters a minute that the account allows, or 0
  public void show(List<Minute> now, int left, int limit) {
    minutes = now;
    perMinute = limit > 0 ? limit : Math.max(1, usual(now));
    int most = now.stream().mapToInt(Minute::sum).max().orElse(0);
    highest = roundUp(Math.max(most, perMinute));
    toCome = left;
    requestLayout();
  }

  /// An upright line at a moment, with words beside it.
  public void mark(Instant at, String text) {
    marked = at;
    markText.setText(text);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - LEFT;
    double height = getHeight() - TOP - BOTTOM;
    layoutLines(width, height);
    int slots = slots(width);
    int skip = Math.max(0, Math.min(minutes.size(), minutes.size() + comingMinutes() - slots));
    List<Minute> shown = minutes.subList(Math.min(skip, minutes.size()), minutes.size());
    int coming = Math.min(comingMinutes(), slots - shown.size());
    int all = Math.max(shown.size() + coming, 1);
    need(all);
    double step = Math.min(width / all, MOST_BAR * 1.6);
    double bar = Math.clamp(step * 0.7, Math.min(LEAST_BAR, step), MOST_BAR);
    int everyLabel = Math.max(1, (int) Math.ceil(46 / step));
    int left = toCome;
    for (int i = 0; i < all; i++) {
      double x = LEFT + i * step + (step - bar) / 2;
      Minute minute = i < shown.size() ? shown.get(i) : null;
      Bar parts = bars.get(i);
      double from = TOP + height;
      from = place(parts.accepted(), x, from, bar, minute == null ? 0 : minute.accepted(), height);
      from = place(parts.waiting(), x, from, bar, minute == null ? 0 : minute.waiting(), height);
      from = place(parts.refused(), x, from, bar, minute == null ? 0 : minute.refused(), height);
      int next = 0;
      if (i >= shown.size() - 1) {
        next = Math.min(left, perMinute - (minute == null ? 0 : minute.sum()));
        left -= Math.max(0, next);
      }
      place(parts.rest(), x, from, bar, Math.max(0, next), height);
      layoutTime(parts.time(), i % everyLabel == 0 ? time(shown, i) : "", x + bar / 2);
    }
    layoutMark(LEFT + shown.size() * step, height);
  }

  private void layoutMark(double x, double height) {
    mark.setVisible(marked != null);
    markText.setVisible(marked != null);
    mark.resizeRelocate(x, 0, 2, TOP + height);
    markText.autosize();
    boolean beside = x + 8 + markText.getWidth() <= getWidth();
    markText.relocate(beside ? x + 8 : x - 8 - markText.getWidth(), 0);
    mark.toFront();
    markText.toFront();
  }

  private void layoutLines(double width, double height) {
    for (int i = 0; i <= TICKS; i++) {
      double y = TOP + height - height * i / TICKS;
      lines.get(i).resizeRelocate(LEFT, y, width, 1);
      Label amount = amounts.get(i);
      amount.setText(Integer.toString(highest * i / TICKS));
      amount.autosize();
      amount.relocate(LEFT - 8 - amount.getWidth(), y - amount.getHeight() / 2);
    }
  }

  private void layoutTime(Label time, String text, double middle) {
    time.setText(text);
    time.setVisible(!text.isEmpty());
    time.autosize();
    double x =
        Math.clamp(middle - time.getWidth() / 2, 0, Math.max(0, getWidth() - time.getWidth()));
    time.relocate(x, getHeight() - BOTTOM + 4);
  }

  private double place(
      Region part, double x, double bottom, double width, int value, double height) {
    double tall = Math.round(height * value / highest);
    part.setVisible(value > 0);
    part.resizeRelocate(x, bottom - tall, width, tall);
    return bottom - tall;
  }

  private String time(List<Minute> shown, int index) {
    if (shown.isEmpty()) {
      return "";
    }
    Instant at = shown.getFirst().start().plusSeconds(60L * index);
    return CLOCK.format(at.atZone(zone));
  }

  private int comingMinutes() {
    int room = minutes.isEmpty() ? 0 : Math.max(0, perMinute - minutes.getLast().sum());
    int left = Math.max(0, toCome - room);
    return (left + perMinute - 1) / perMinute;
  }

  private static int slots(double width) {
    return Math.max(1, (int) (width / (LEAST_BAR + 2)));
  }

  private void need(int count) {
    while (bars.size() < count) {
      Label time = new Label();
      time.getStyleClass().add("chart-axis");
      bars.add(
          new Bar(
              part("bar-accepted"),
              part("bar-waiting"),
              part("bar-refused"),
              part("bar-to-come"),
              time));
      getChildren().add(time);
    }
    while (bars.size() > count) {
      Bar bar = bars.removeLast();
      getChildren().removeAll(bar.accepted(), bar.waiting(), bar.refused(), bar.rest(), bar.time());
    }
  }

  private Region part(String style) {
    Region part = new Region();
    part.setManaged(false);
    part.getStyleClass().add(style);
    getChildren().add(part);
    return part;
  }

  /// The middle of what was sent a minute so far.
  private static int usual(List<Minute> minutes) {
    return (int) Math.round(minutes.stream().mapToInt(Minute::sum).average().orElse(TICKS));
  }

  /// A height that three lines divide into round numbers.
  private static int roundUp(int most) {
    int step = 1;
    while (step * TICKS < most) {
      step = step < 5 ? step + 1 : step < 10 ? 10 : step * 2;
    }
    return step * TICKS;
  }
}
