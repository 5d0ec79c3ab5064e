package org.postroom.safety.check;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// More letters than the provider takes in a day, with what left through the account in the last 24
/// hours.
public final class DailyLimit implements SafetyCheck {
  private static final String ID = "limit.over-daily";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    int perDay = material.subject().way().perDay();
    var plan = material.subject().plan();
    int before = material.subject().facts().leftToday();
    if (perDay <= 0 || plan == null || plan.size() + before <= perDay) {
      return;
    }
    int days = Math.ceilDiv(plan.size() + before, perDay);
    findings.accept(
        Finding.of(ID, Severity.CONFIRM)
            .at(Place.part("list"), plan.size() + "/" + perDay)
            .args(
                plan.size(),
                perDay,
                days,
                material.subject().today().plusDays(days - 1L).format(DATE),
                before)
            .build());
  }
}
