package org.postroom.ui.frame;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Problem;
import org.postroom.engine.Version;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Earlier versions of the mailshot that is open, with what changed in each, and the way back to
/// one of them, which can be undone.
public final class VersionsDialog {
  private static final double WIDTH = 560;
  private static final double MOST_HEIGHT = 320;
  private static final Duration UNDO = Duration.ofSeconds(10);

  private final UiContext context;
  private final Texts texts;
  private final MailshotModel model;
  private final Step step;
  private final Toasts toasts;
  private final VBox content = Ui.column(16);

  /// @param step that is shown, and is shown again afterwards
  public VersionsDialog(UiContext context, MailshotModel model, Step step, Toasts toasts) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.step = step;
    this.toasts = toasts;
  }

  /// Writes what is not written, reads the versions and shows them.
  public void show() {
    model.whenSaved(
        () ->
            context
                .tasks()
                .work(_ -> context.engine().history().versions(model.file()))
                .onSuccess(this::list)
                .onProblem(this::failed)
                .start());
  }

  private void failed(Problem problem) {
    Button close = Ui.button(texts.get("versions.stay"));
    close.setOnAction(_ -> context.dialogs().close());
    content.getChildren().setAll(new ErrorCard(problem, null, () -> {}), close);
    context.dialogs().show(texts.get("versions.title"), content, WIDTH, () -> {}, close);
  }

  private void list(List<Version> versions) {
    ToggleGroup group = new ToggleGroup();
    VBox rows = Ui.column(10);
    rows.setPadding(new Insets(4));
    rows.setAccessibleText(texts.get("versions.title"));
    for (int i = 0; i < versions.size(); i++) {
      rows.getChildren().add(row(versions.get(i), i == 0, group));
    }
    ScrollPane scroll = Ui.scrolling(rows);
    scroll.setMaxHeight(MOST_HEIGHT);
    Button stay = Ui.button(texts.get("versions.stay"));
    stay.setId("versions-stay");
    stay.setOnAction(_ -> context.dialogs().close());
    Button take = Ui.button(texts.get("versions.take"), "accent");
    take.setId("versions-take");
    take.setDisable(true);
    // Where there is no earlier one the sentence above says so.
    Label first =
        Ui.label(versions.size() < 2 ? "" : texts.get("versions.choose"), "pr-caption-text");
    first.visibleProperty().bind(take.disabledProperty());
    group
        .selectedToggleProperty()
        .addListener((_, _, now) -> take.setDisable(now == null || now.getUserData() == null));
    take.setOnAction(
        _ -> {
          if (group.getSelectedToggle().getUserData() instanceof Version version) {
            context.dialogs().close();
            takeBack(version, true);
          }
        });
    HBox buttons = Ui.row(8, first, stay, take);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    content
        .getChildren()
        .setAll(
            Ui.column(
                4,
                Ui.paragraph(texts.get("versions.title"), "pr-dialog-title"),
                Ui.paragraph(
                    texts.get(versions.size() < 2 ? "versions.none" : "versions.text"),
                    "pr-muted",
                    "pr-small")),
            scroll,
            buttons);
    Node focus = group.getToggles().isEmpty() ? stay : (RadioButton) group.getToggles().getFirst();
    context.dialogs().show(texts.get("versions.title"), content, WIDTH, () -> {}, focus);
  }

  /// The first is what there is now, which needs no way back.
  private Region row(Version version, boolean now, ToggleGroup group) {
    String when = context.times().when(version.at());
    RadioButton choose =
        new RadioButton(
            now
                ? version.changes().isEmpty()
                    ? texts.get("versions.now", when)
                    : texts.get("versions.now.changed", when, changes(version))
                : version.changes().isEmpty()
                    ? texts.get("versions.first", when)
                    : texts.get("versions.row", when, changes(version)));
    choose.setWrapText(true);
    choose.setToggleGroup(group);
    choose.setUserData(now ? null : version);
    choose.setSelected(now);
    String about =
        version.subject().isBlank() ? texts.get("versions.no-subject") : version.subject();
    String more = texts.get("versions.about", about, version.words());
    choose.setAccessibleText(choose.getText() + ". " + more);
    Label said = Ui.label(more, "pr-caption-text");
    said.setPadding(new Insets(0, 0, 0, 22)); // Under the words, beside the dot.
    VBox row = Ui.column(2, choose, said);
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }

  /// What this version changed, in words.
  private String changes(Version version) {
    List<String> words = new ArrayList<>();
    version.changes().stream()
        .sorted(Comparator.naturalOrder())
        .forEach(change -> words.add(texts.get("versions.change." + change)));
    return String.join(", ", words);
  }

  private record Back(MailshotFile file, List<Version> versions) {}

  private void takeBack(Version version, boolean undo) {
    MailshotFile before = model.file();
    context
        .tasks()
        .work(
            _ -> {
              MailshotFile back = context.engine().history().takeBack(before, version);
              return new Back(back, context.engine().history().versions(back));
            })
        .onSuccess(back -> shown(back, version, undo))
        .onProblem(this::failed)
        .start();
  }

  private void shown(Back back, Version version, boolean undo) {
    context.navigator().open(back.file(), model.throughProperty().get(), step);
    // The first is the one that is back; the one before it is what there was.
    if (undo && back.versions().size() > 1) {
      Version was = back.versions().get(1);
      toasts.say(
          texts.get("versions.back", context.times().when(version.at())),
          texts.get("versions.undo"),
          () -> takeBack(was, false));
      context.tasks().later(UNDO, toasts::hide);
    }
  }
}
