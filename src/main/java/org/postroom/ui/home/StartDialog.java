package org.postroom.ui.home;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Begun;
import org.postroom.engine.Begun.NotTaken;
import org.postroom.engine.MailshotEntry;
import org.postroom.engine.Start;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// What a new mailshot begins with: one of the templates, a file, or the text of another mailshot.
/// And afterwards, what did not come along.
final class StartDialog {
  private static final double WIDTH = 560;

  private final UiContext context;
  private final Texts texts;

  StartDialog(UiContext context) {
    this.context = context;
    this.texts = context.texts();
  }

  /// What can be chosen; a file is asked for when it is.
  private sealed interface Choice {
    record Given(Start start) implements Choice {}

    record File() implements Choice {}
  }

  /// @param selected the mailshot that may be copied, or null
  /// @param then what to begin with, and what the new mailshot is to be called
  void show(@Nullable MailshotEntry selected, Consumer<Wish> then) {
    ToggleGroup group = new ToggleGroup();
    VBox choices = Ui.column(10);
    for (Start.Template template : Start.Template.values()) {
      choices
          .getChildren()
          .add(
              choice(
                  texts.get("start.template." + template),
                  texts.get("start.template." + template + ".what"),
                  new Choice.Given(new Start.FromTemplate(template)),
                  group));
    }
    choices
        .getChildren()
        .add(
            choice(
                texts.get("start.file"), texts.get("start.file.what"), new Choice.File(), group));
    if (selected != null) {
      choices
          .getChildren()
          .add(
              choice(
                  texts.get("start.copy", selected.name()),
                  texts.get("start.copy.what"),
                  new Choice.Given(new Start.CopyOf(selected.path())),
                  group));
    }
    group.selectToggle(group.getToggles().getFirst());
    Button cancel = Ui.button(texts.get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    Button begin = Ui.button(texts.get("start.begin"), "accent");
    begin.setId("start-begin");
    begin.setOnAction(
        _ -> {
          context.dialogs().close();
          if (group.getSelectedToggle().getUserData() instanceof Choice choice) {
            wish(choice, selected).ifPresent(then);
          }
        });
    HBox buttons = Ui.row(8, cancel, begin);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content =
        Ui.column(
            16,
            Ui.column(
                4,
                Ui.paragraph(texts.get("start.title"), "pr-dialog-title"),
                Ui.paragraph(texts.get("start.text"), "pr-muted", "pr-small")),
            choices,
            buttons);
    context
        .dialogs()
        .show(
            texts.get("start.title"),
            content,
            WIDTH,
            () -> {},
            (RadioButton) group.getToggles().getFirst());
  }

  /// @param name of the new mailshot
  record Wish(String name, Start start) {}

  private Optional<Wish> wish(Choice choice, @Nullable MailshotEntry selected) {
    return switch (choice) {
      case Choice.Given(Start.CopyOf copy) ->
          Optional.of(
              new Wish(
                  texts.get("start.copy.name", selected == null ? "" : selected.name()), copy));
      case Choice.Given(Start start) -> Optional.of(new Wish(name(start), start));
      case Choice.File _ ->
          context.files().text().map(file -> new Wish(name(file), new Start.FromFile(file)));
    };
  }

  private String name(Start start) {
    return start instanceof Start.FromTemplate(Start.Template template)
        ? texts.get("start.template." + template)
        : texts.get("home.new-name");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  private VBox choice(String name, String what, Choice choice, ToggleGroup group) {
    RadioButton button = new RadioButton(name);
    button.setToggleGroup(group);
    button.setUserData(choice);
    button.setAccessibleText(name + ". " + what);
    button.setWrapText(true);
    Label about = Ui.paragraph(what, "pr-caption-text");
    about.setPadding(new Insets(0, 0, 0, 22)); // Under the name, beside the dot.
    return Ui.column(1, button, about);
  }

  /// Says what did not come along; nothing where all did.
  void tell(Begun begun) {
    List<String> lines = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    begun.lost().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(one -> lost.add(texts.get("message.loss." + one.getKey().key(), one.getValue())));
    if (!lost.isEmpty()) {
      lines.add(texts.get("start.lost", String.join(", ", lost)));
    }
    for (NotTaken not : NotTaken.values()) {
      if (begun.notTaken().contains(not)) {
        lines.add(texts.get("start.not." + not));
      }
    }
    if (!lines.isEmpty()) {
      context
          .dialogs()
          .ask(
              texts.get("start.told"),
              String.join(" ", lines),
              Dialogs.Choice.filled(texts.get("start.go-on"), () -> {}));
    }
  }
}
