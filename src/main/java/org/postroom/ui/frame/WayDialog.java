package org.postroom.ui.frame;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.engine.Account;
import org.postroom.engine.Through;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.common.Ways;

/// How a mailshot leaves: through one of the accounts, or to practice. Nothing is sent by it.
public final class WayDialog {
  private final UiContext context;
  private final MailshotModel model;

  private record Way(Through through, String name) {}

  public WayDialog(UiContext context, MailshotModel model) {
    this.context = context;
    this.model = model;
  }

  /// Reads the accounts and asks.
  public void show() {
    context.tasks().work(_ -> context.engine().accounts()).onSuccess(this::ask).start();
  }

  private void ask(List<Account> accounts) {
    Texts texts = context.texts();
    Through now = model.throughProperty().get();
    ToggleGroup group = new ToggleGroup();
    VBox ways = Ui.column(12);
    for (Account account : accounts) {
      ways.getChildren()
          .add(
              way(
                  texts.get("way.account", account.address(), account.server().host()),
                  new Way(account.server(), account.name()),
                  now,
                  group));
    }
    ways.getChildren()
        .add(
            way(
                texts.get("way.practice"),
                new Way(new Through.Practice(null), Ways.PRACTICE),
                now,
                group));
    if (group.getSelectedToggle() == null) {
      group.selectToggle(group.getToggles().getFirst());
    }
    Button add = Ui.button(texts.get("way.add"), accounts.isEmpty() ? "accent" : "flat");
    add.setId("way-add");
    add.setOnAction(
        _ -> {
          context.dialogs().close();
          context.navigator().accounts();
        });
    Button stay = Ui.button(texts.get("way.stay"));
    stay.setOnAction(_ -> context.dialogs().close());
    HBox buttons = Ui.row(8, add, Ui.spacer(), stay);
    if (!accounts.isEmpty()) {
      Button take = Ui.button(texts.get("way.take"), "accent");
      take.setId("way-take");
      take.setOnAction(
          _ -> {
            context.dialogs().close();
            if (group.getSelectedToggle().getUserData() instanceof Way way) {
              take(way);
            }
          });
      buttons.getChildren().add(take);
    }
    buttons.setAlignment(Pos.CENTER_LEFT);
    VBox content =
        Ui.column(
            16,
            Ui.column(
                4,
                Ui.label(texts.get("way.title"), "pr-dialog-title"),
                Ui.paragraph(
                    texts.get(accounts.isEmpty() ? "way.none" : "way.text"),
                    "pr-muted",
                    "pr-small")));
    if (!accounts.isEmpty()) {
      content.getChildren().add(ways);
    }
    content.getChildren().add(buttons);
    context
        .dialogs()
        .show(
            texts.get("way.title"),
            content,
            520,
            () -> {},
            accounts.isEmpty() ? add : (RadioButton) group.getSelectedToggle());
  }

  private void take(Way way) {
    model.throughProperty().set(way.through());
    context
        .tasks()
        .act(_ -> Ways.remember(context.engine(), model.file().id(), way.name()))
        .start();
  }

  private static RadioButton way(String text, Way way, Through now, ToggleGroup group) {
    RadioButton button = new RadioButton(text);
    button.setWrapText(true);
    button.setUserData(way);
    button.setToggleGroup(group);
    button.setSelected(
        way.through() instanceof Through.Practice
            ? now instanceof Through.Practice
            : way.through().equals(now));
    return button;
  }
}
