package org.postroom.ui.send;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.SendSettings;
import org.postroom.ui.common.FieldsDialog;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Asks for the day and the time before which nothing leaves. Kept with the mailshot.
final class LaterDialog {
  private static final LocalTime USUAL = LocalTime.of(9, 0);

  private final UiContext context;
  private final Texts texts;
  private final MailshotModel mailshot;
  private final Runnable changed;
  private final ZoneId zone;
  private final DateTimeFormatter dayForm;
  private final DatePicker day = new DatePicker();
  private final TextField time = new TextField();
  private final FieldsDialog dialog;

  /// @param changed told when a time was chosen, or taken back
  LaterDialog(UiContext context, MailshotModel mailshot, Runnable changed) {
    this.context = context;
    this.texts = context.texts();
    this.mailshot = mailshot;
    this.changed = changed;
    this.zone = context.zone();
    this.dayForm = DateTimeFormatter.ofPattern("d MMMM uuuu", texts.locale());
    this.dialog =
        new FieldsDialog(context, texts.get("send.later.title"), texts.get("send.later.text"));
  }

  void show() {
    Instant now = context.clock().instant();
    Instant chosen = chosen();
    ZonedDateTime shown =
        chosen != null && chosen.isAfter(now)
            ? chosen.atZone(zone)
            : now.atZone(zone).toLocalDate().plusDays(1).atTime(USUAL).atZone(zone);
    day.setConverter(new Days());
    day.setValue(shown.toLocalDate());
    day.setId("later-day");
    day.setAccessibleText(texts.get("send.later.date.format"));
    day.getEditor().setAccessibleText(texts.get("send.later.date.format"));
    day.setMaxWidth(Double.MAX_VALUE);
    LocalDate today = now.atZone(zone).toLocalDate();
    day.setDayCellFactory(_ -> new ComingDay(today));
    Label caption = Ui.label(texts.get("send.later.date"), "pr-caption");
    caption.setLabelFor(day);
    dialog.add(Ui.column(4, caption, day, dialog.fault(day)));
    dialog.field("later-time", texts.get("send.later.time"), time);
    time.setText(DateTimeFormatter.ofPattern("HH:mm", texts.locale()).format(shown));
    if (chosen != null) {
      dialog.add(
          Ui.link(
              texts.get("send.later.none"),
              () -> {
                dialog.close();
                keep(null);
              }));
    }
    dialog.show("later-take", texts.get("send.later.take"), this::take, day);
  }

  private @Nullable Instant chosen() {
    SendSettings settings = mailshot.document().send();
    OffsetDateTime time = settings == null ? null : settings.notBefore();
    return time == null ? null : time.toInstant();
  }

  private void take() {
    dialog.clear(day);
    dialog.clear(time);
    Optional<LocalDate> date = parsed(day.getEditor().getText());
    if (date.isEmpty()) {
      dialog.refuse(day, texts.get("send.later.date.wrong"));
      return;
    }
    LocalTime at;
    try {
      at = LocalTime.parse(time.getText().strip(), DateTimeFormatter.ofPattern("H:mm"));
    } catch (DateTimeParseException e) {
      dialog.refuse(time, texts.get("send.later.time.wrong"));
      return;
    }
    // An hour that the clocks leave out is the one after it; one that comes twice is the first.
    ZonedDateTime when = ZonedDateTime.of(date.get(), at, zone);
    if (!when.toInstant().isAfter(context.clock().instant())) {
      dialog.refuse(time, texts.get("send.later.past"));
      return;
    }
    dialog.close();
    keep(when.toOffsetDateTime());
  }

  private void keep(@Nullable OffsetDateTime notBefore) {
    SendSettings before = mailshot.document().send();
    mailshot.sendSettings(
        new SendSettings(
            before == null ? null : before.holdSeconds(),
            before == null ? null : before.staged(),
            notBefore));
    changed.run();
  }

  private Optional<LocalDate> parsed(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip(), dayForm));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// A day of the calendar; those that have passed cannot be chosen.
  private static final class ComingDay extends DateCell {
    private final LocalDate today;

    ComingDay(LocalDate today) {
      this.today = today;
    }

    @Override
    public void updateItem(LocalDate date, boolean empty) {
      super.updateItem(date, empty);
      setDisable(empty || date.isBefore(today));
    }
  }

  private final class Days extends StringConverter<LocalDate> {
    @Override
    public String toString(@Nullable LocalDate date) {
      return date == null ? "" : dayForm.format(date);
    }

    @Override
    public @Nullable LocalDate fromString(String text) {
      // What is no day stays as it was typed, and is said to be wrong when it is taken.
      return parsed(text).orElse(day.getValue());
    }
  }
}
