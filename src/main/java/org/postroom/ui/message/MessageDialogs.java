package org.postroom.ui.message;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.document.Nearest;
import org.postroom.engine.Draft;
import org.postroom.engine.MailshotFile;
import org.postroom.richtext.FieldTag;
import org.postroom.richtext.Links;
import org.postroom.ui.common.ColumnFacts;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// The small dialogs of the Message step.
final class MessageDialogs {
  private final UiContext context;
  private final Texts texts;
  private final MessageModel model;

  MessageDialogs(UiContext context, MessageModel model) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
  }

  /// What to write where a cell is empty.
  void fallback(FieldTag chip, Consumer<FieldTag> then) {
    TextField field = new TextField(chip.fallback() == null ? "" : chip.fallback());
    field.setId("fallback-field");
    Button take = Ui.button(texts.get("message.fallback.take"), "accent");
    take.setId("fallback-take");
    Runnable act =
        () -> {
          context.dialogs().close();
          String words = field.getText().strip().replaceAll("[{}|\\n]", "");
          then.accept(FieldTag.field(chip.column(), words.isEmpty() ? null : words));
        };
    take.setOnAction(_ -> act.run());
    field.setOnAction(_ -> act.run());
    show(
        texts.get("message.fallback.title", chip.column()),
        texts.get("message.fallback.text"),
        List.of(labelled(texts.get("message.fallback.label"), field)),
        take,
        field);
  }

  /// Another column for a field whose column is gone.
  void column(FieldTag chip, List<String> columns, Consumer<String> then) {
    ComboBox<String> choice = new ComboBox<>();
    choice.setId("column-choice");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.getItems().addAll(columns);
    choice.setValue(Nearest.to(chip.column(), columns));
    Button take = Ui.button(texts.get("message.column.take"), "accent");
    take.setId("column-take");
    take.disableProperty().bind(choice.valueProperty().isNull());
    take.setOnAction(
        _ -> {
          context.dialogs().close();
          then.accept(choice.getValue());
        });
    show(
        texts.get("message.column.title", chip.column()),
        texts.get("message.column.text"),
        List.of(labelled(texts.get("message.column.label"), choice)),
        take,
        choice);
  }

  /// Where a link leads.
  ///
  /// @param now where it leads already, or null
  /// @param then told where to, or null for no link any more
  void link(@Nullable String now, Consumer<@Nullable String> then) {
    TextField field = new TextField(now == null ? "https://" : now);
    field.setId("link-field");
    Label wrong = Ui.paragraph(texts.get("message.link.wrong"), "pr-field-error");
    Ui.show(wrong, false);
    Button take = Ui.button(texts.get("message.link.take"), "accent");
    take.setId("link-take");
    Runnable act =
        () -> {
          String target = field.getText().strip();
          String whole =
              AddressReader.read(target) instanceof AddressReading.One
                  ? "mailto:" + target
                  : target;
          if (Links.allowed(whole) && whole.indexOf(' ') < 0) {
            context.dialogs().close();
            then.accept(whole);
          } else {
            Ui.show(wrong, true);
            field.requestFocus();
          }
        };
    take.setOnAction(_ -> act.run());
    field.setOnAction(_ -> act.run());
    List<Node> parts =
        new ArrayList<>(List.of(labelled(texts.get("message.link.label"), field), wrong));
    if (now != null) {
      parts.add(
          Ui.link(
              texts.get("message.link.none"),
              () -> {
                context.dialogs().close();
                then.accept(null);
              }));
    }
    show(texts.get("message.link.title"), "", parts, take, field);
    field.end();
  }

  /// A different file for each person: column, folder, and what would be found.
  void perPerson() {
    ComboBox<String> column = new ComboBox<>();
    column.setId("file-column");
    column.setMaxWidth(Double.MAX_VALUE);
    for (ColumnFacts each : model.mailshot().columnsProperty().get()) {
      column.getItems().add(each.name().shown());
    }
    Label where = Ui.label(texts.get("message.per-person.no-folder"), "pr-small", "pr-muted");
    where.setMinWidth(0);
    Label result = Ui.paragraph("", "pr-small");
    Button take = Ui.button(texts.get("message.per-person.take"), "accent");
    take.setId("per-person-take");
    take.setDisable(true);
    Path[] folder = new Path[1];
    Runnable look =
        () -> {
          String chosen = column.getValue();
          Path in = folder[0];
          take.setDisable(true);
          if (chosen != null && in != null) {
            result.setText(texts.get("message.per-person.looking"));
            lookFor(chosen, in, result, take);
          }
        };
    column.setOnAction(_ -> look.run());
    Button choose = Ui.button(texts.get("message.per-person.choose"), "small");
    choose.setOnAction(
        _ ->
            context
                .files()
                .folder()
                .ifPresent(
                    path -> {
                      folder[0] = path;
                      where.setText(path.toString());
                      look.run();
                    }));
    take.setOnAction(
        _ -> {
          context.dialogs().close();
          model.perPerson(column.getValue(), folder[0]);
        });
    show(
        texts.get("message.per-person.title"),
        texts.get("message.per-person.text"),
        List.of(
            labelled(texts.get("message.per-person.column"), column),
            Ui.row(12, choose, Ui.grow(where)),
            result),
        take,
        column);
  }

  private void lookFor(String column, Path folder, Label result, Button take) {
    MailshotModel mailshot = model.mailshot();
    MailshotFile now = mailshot.file();
    var through = mailshot.throughProperty().get();
    context
        .tasks()
        .work(
            progress -> {
              Draft draft =
                  context
                      .engine()
                      .draft(
                          PersonalCount.with(now, column, folder),
                          context.engine().way(through),
                          progress);
              return PersonalCount.of(draft, progress);
            })
        .onSuccess(
            count -> {
              result.setText(
                  texts.get(
                      "message.per-person.counts",
                      count.found(),
                      count.missing(),
                      count.shared(),
                      count.refused(),
                      count.missing() + count.shared() + count.refused()));
              take.setDisable(count.found() == 0);
            })
        .onProblem(problem -> result.setText(problem.message()))
        .start();
  }

  /// The way out and the postal address of a newsletter.
  void newsletter() {
    MailshotModel mailshot = model.mailshot();
    TextField out = new TextField(text(mailshot.document().unsubscribeMailto()));
    out.setId("unsubscribe");
    TextField postal = new TextField(text(mailshot.document().postalAddress()));
    postal.setId("postal-address");
    Label wrong = Ui.paragraph(texts.get("message.newsletter.wrong"), "pr-field-error");
    Ui.show(wrong, false);
    Button take = Ui.button(texts.get("message.newsletter.take"), "accent");
    take.setId("newsletter-take");
    take.setOnAction(
        _ -> {
          String address = out.getText().strip();
          if (!address.isEmpty() && !(AddressReader.read(address) instanceof AddressReading.One)) {
            Ui.show(wrong, true);
            out.requestFocus();
            return;
          }
          context.dialogs().close();
          mailshot.edit(d -> Edits.newsletter(d, none(address), none(postal.getText().strip())));
        });
    show(
        texts.get("message.newsletter.title"),
        texts.get("message.newsletter.text"),
        List.of(
            labelled(texts.get("message.newsletter.out"), out),
            labelled(texts.get("message.newsletter.postal"), postal),
            wrong),
        take,
        out);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static @Nullable String none(String value) {
    return value.isEmpty() ? null : value;
  }

  static VBox labelled(String label, javafx.scene.control.Control control) {
    Label caption = Ui.label(label, "pr-caption");
    caption.setLabelFor(control);
    control.setAccessibleText(label);
    return Ui.column(4, caption, control);
  }

  private void show(String title, String text, List<Node> parts, Button take, Node focus) {
    Button cancel = Ui.button(texts.get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    show(context, title, text, parts, cancel, take, focus);
  }

  /// @param cancel what Escape does as well
  static void show(
      UiContext context,
      String title,
      String text,
      List<Node> parts,
      Button cancel,
      Button take,
      Node focus) {
    HBox buttons = Ui.row(8, cancel, take);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content = Ui.column(16, Ui.label(title, "pr-dialog-title"));
    if (!text.isEmpty()) {
      content.getChildren().add(Ui.paragraph(text, "pr-muted", "pr-small"));
    }
    content.getChildren().addAll(parts);
    content.getChildren().add(buttons);
    context.dialogs().show(title, content, 460, cancel::fire, focus);
  }
}
