package org.postroom.ui.send;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.Forecast;
import org.postroom.engine.Through;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;

/// Says when a send will be done, by the limits of the account: "312 messages through
/// smtp.office365.com at 30 a minute: done at about 14:51", "450 today, 112 tomorrow", or that it
/// cannot be done while the clearance is good.
final class DoneWords {
  private final Texts texts;
  private final Times times;
  private final MailshotModel mailshot;
  private final int perMinute;

  DoneWords(Texts texts, Times times, MailshotModel mailshot, int perMinute) {
    this.perMinute = perMinute;
    this.texts = texts;
    this.times = times;
    this.mailshot = mailshot;
  }

  /// Nothing where nothing is known, or no limit slows it.
  void show(Note note, @Nullable Forecast known, int letters) {
    boolean slow = known != null && known.done().isAfter(known.first());
    Ui.show(note, slow);
    note.getStyleClass().removeAll("neutral", "danger");
    if (known == null || !slow) {
      return;
    }
    note.getStyleClass().add(known.fits() ? "neutral" : "danger");
    if (known.fits()) {
      note.say(done(known, letters), known.days().size() > 1 ? days(known) : "");
    } else {
      note.say(
          texts.get("send.done.no"),
          texts.get(
              "send.done.no.text",
              times.dateAndTime(known.expires()),
              times.dateAndTime(known.done())));
    }
  }

  private String done(Forecast known, int letters) {
    Through through = mailshot.throughProperty().get();
    String name = through instanceof Through.Server server ? server.host() : "";
    return texts.get("send.done", letters, name, perMinute, times.timeOrDate(known.done()));
  }

  private String days(Forecast known) {
    LocalDate today = times.today();
    List<String> days = new ArrayList<>();
    for (Forecast.Day day : known.days()) {
      days.add(
          day.date().equals(today)
              ? texts.get("send.done.today", day.letters())
              : day.date().equals(today.plusDays(1))
                  ? texts.get("send.done.tomorrow", day.letters())
                  : texts.get("send.done.day", day.letters(), times.day(day.date())));
    }
    return texts.get("send.done.days", String.join(", ", days));
  }
}
