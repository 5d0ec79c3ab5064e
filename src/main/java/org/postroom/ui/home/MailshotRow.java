package org.postroom.ui.home;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.postroom.engine.Counts;
import org.postroom.engine.MailshotEntry;
import org.postroom.ui.common.Badge;
import org.postroom.ui.common.BadgeKind;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;
import org.postroom.ui.frame.Shell;

/// One mailshot of the list: icon, name, one line of facts, badge with its line, one button.
final class MailshotRow extends HBox {
  private final MailshotEntry entry;

  MailshotRow(MailshotEntry entry, Texts texts, Times times, Runnable onOpen, Runnable onSelect) {
    super(14);
    this.entry = entry;
    getStyleClass().addAll("pr-mailshot", "pr-focusable");
    setId("mailshot-" + entry.id());
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    BadgeKind kind = kind();
    String facts = facts(texts, times);
    String line = line(texts, times);
    StackPane icon = new StackPane(Icons.large(kind.icon()));
    icon.getStyleClass().addAll("pr-mailshot-icon", kind.tone());
    String shownName = entry.name().isBlank() ? texts.get("bar.untitled") : entry.name();
    VBox words = new VBox(2, Ui.label(shownName, "pr-strong"), Ui.label(facts, "pr-caption-text"));
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox badges = Ui.row(6, new Badge(kind, texts));
    if (entry.practice()) {
      badges.getChildren().add(new Badge(BadgeKind.PRACTICE, texts));
    }
    VBox state = new VBox(4, badges);
    state.setAlignment(Pos.CENTER_LEFT);
    state.setPrefWidth(210);
    state.setMinWidth(190);
    if (!line.isEmpty()) {
      state.getChildren().add(Ui.label(line, "pr-caption-text"));
    }
    String act = act(texts);
    Button open = Ui.button(act, "small");
    open.setAccessibleText(act + ": " + shownName);
    open.setOnAction(_ -> onOpen.run());
    HBox end = Ui.row(0, open);
    end.setAlignment(Pos.CENTER_RIGHT);
    end.setPrefWidth(176);
    end.setMinWidth(176);
    getChildren().addAll(icon, Ui.grow(words), state, end);
    setAccessibleText(texts.get("home.row-said", shownName, texts.get(kind.key()), facts));
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          onSelect.run();
          if (event.getClickCount() == 2) {
            onOpen.run();
          }
        });
    focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (focused) {
                onSelect.run();
              }
            });
  }

  MailshotEntry entry() {
    return entry;
  }

  void selected(boolean selected) {
    pseudoClassStateChanged(Shell.CURRENT, selected);
  }

  private BadgeKind kind() {
    return switch (entry.state()) {
      case DRAFT -> BadgeKind.DRAFT;
      case HELD -> BadgeKind.HELD;
      case STOPPED -> BadgeKind.STOPPED;
      case PAUSED -> BadgeKind.PAUSED;
      case NEEDS_DECISION -> BadgeKind.NEEDS_DECISION;
      case DONE -> BadgeKind.DONE;
    };
  }

  private String facts(Texts texts, Times times) {
    String when = times.when(entry.changed());
    Counts counts = entry.counts();
    return switch (entry.state()) {
      case DRAFT ->
          entry.people() == 0
              ? texts.get("home.facts.draft-none", when)
              : texts.get("home.facts.draft", texts.people(entry.people()), when);
      case HELD, STOPPED, PAUSED, NEEDS_DECISION ->
          texts.get("home.facts.accepted", when, counts.accepted(), counts.planned());
      case DONE -> texts.get("home.facts.sent", texts.people(counts.planned()), when);
    };
  }

  private String held(Texts texts, Times times) {
    Instant leaves = entry.leaves();
    if (leaves == null) {
      return "";
    }
    String when = times.timeOrDate(leaves);
    int accepted = entry.counts().accepted();
    return accepted > 0
        ? texts.get("home.line.goes-on", accepted, when)
        : texts.get("home.line.held", when);
  }

  private String line(Texts texts, Times times) {
    Counts counts = entry.counts();
    return switch (entry.state()) {
      case DRAFT -> "";
      case HELD -> held(texts, times);
      case STOPPED, PAUSED ->
          entry.leaves() != null
              ? texts.get("home.line.was-to-leave", times.timeOrDate(entry.leaves()))
              : texts.get(
                  "home.line.stopped", counts.accepted(), counts.notYetSent() + counts.deferred());
      case NEEDS_DECISION -> texts.get("home.line.doubt", counts.inDoubt());
      case DONE ->
          counts.refused() == 0
              ? texts.get("home.line.done", counts.accepted())
              : texts.get("home.line.done-refused", counts.accepted(), counts.refused());
    };
  }

  private String act(Texts texts) {
    return switch (entry.state()) {
      case DRAFT -> texts.get("home.act.continue");
      case HELD -> texts.get("home.act.hold");
      case STOPPED, PAUSED -> texts.get("home.act.go-on");
      case NEEDS_DECISION -> texts.get("home.act.decide", entry.counts().inDoubt());
      case DONE -> texts.get("home.act.report");
    };
  }
}
