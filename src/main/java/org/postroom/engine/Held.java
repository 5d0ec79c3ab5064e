package org.postroom.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Dialogue;
import org.postroom.dispatch.DispatchListener;
import org.postroom.message.MailshotId;

/// What this process holds at the moment: mailshots of which nothing has left yet, or that go on
/// when the limit of the day allows it, and when the next letter leaves by itself. Safe for several
/// threads.
final class Held {
  private static final Duration HOUR = Duration.ofHours(1);

  private final InstantSource clock;
  private final Map<MailshotId, Instant> held = new ConcurrentHashMap<>();

  Held(InstantSource clock) {
    this.clock = clock;
  }

  Optional<Instant> until(MailshotId mailshot) {
    return Optional.ofNullable(held.get(mailshot));
  }

  /// The run of this mailshot is over, however it ended.
  void over(MailshotId mailshot) {
    held.remove(mailshot);
  }

  /// Hears what a run says and passes it on.
  DispatchListener hearing(MailshotId mailshot, DispatchListener next) {
    return new Hearing(mailshot, next);
  }

  private final class Hearing implements DispatchListener {
    private final MailshotId mailshot;
    private final DispatchListener next;

    Hearing(MailshotId mailshot, DispatchListener next) {
      this.mailshot = mailshot;
      this.next = next;
    }

    @Override
    public void settled(int index, DeliveryOutcome outcome) {
      held.remove(mailshot);
      next.settled(index, outcome);
    }

    @Override
    public void waiting(String why, long seconds) {
      if (why.equals("hold")
          || why.equals("schedule")
          || (why.equals("pace") && seconds > HOUR.toSeconds())) {
        held.put(mailshot, clock.instant().plus(Duration.ofSeconds(seconds)));
      }
      next.waiting(why, seconds);
    }

    @Override
    public void leaving() {
      held.remove(mailshot);
      next.leaving();
    }

    @Override
    public void remarked(String text) {
      next.remarked(text);
    }

    @Override
    public Dialogue dialogue() {
      return next.dialogue();
    }
  }
}
