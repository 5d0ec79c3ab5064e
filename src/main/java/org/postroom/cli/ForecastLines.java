package org.postroom.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.Forecast;

/// Says on standard error, before anything leaves, when it will be done.
final class ForecastLines {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);

  private final Surroundings around;
  private final String through;

  ForecastLines(Surroundings around, String through) {
    this.around = around;
    this.through = through;
  }

  /// Nothing where neither a time was chosen nor a limit slows it.
  void tell(Forecast forecast, int letters, DispatchOptions options) {
    if (forecast.first().equals(options.term().notBefore())) {
      line("send.forecast.schedule", time(forecast, forecast.first()));
    }
    if (forecast.done().isAfter(forecast.first())) {
      line(
          "send.forecast.pace",
          letters,
          through,
          options.pace().perMinute(),
          time(forecast, forecast.done()));
    }
    if (forecast.days().size() > 1) {
      line(
          "send.forecast.days",
          forecast.days().stream()
              .map(day -> CliTexts.text("send.forecast.day", day.letters(), DAY.format(day.date())))
              .collect(Collectors.joining(", ")));
    }
    around.err().flush();
  }

  private static String time(Forecast forecast, Instant at) {
    return TIME.format(at.atZone(forecast.zone()));
  }

  private void line(String key, Object... args) {
    around.err().println(CliTexts.text(key, args));
  }
}
