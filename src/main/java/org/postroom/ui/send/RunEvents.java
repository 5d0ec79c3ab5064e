package org.postroom.ui.send;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Dialogue;
import org.postroom.dispatch.DispatchListener;
import org.postroom.ui.send.SendState.Wait;

/// What a run tells, from the dispatcher's thread to the user-interface thread: in its order, many
/// at a time where they come fast.
final class RunEvents implements DispatchListener {
  private final InstantSource clock;
  private final Runnable arrived;
  private final Queue<Event> queue = new ConcurrentLinkedQueue<>();
  private final DialogueLog dialogue;
  private final AtomicBoolean underWay = new AtomicBoolean();

  /// One thing that happened.
  sealed interface Event {
    record Settled(int index, DeliveryOutcome outcome, Instant at) implements Event {}

    record Waits(Wait pause) implements Event {}

    record Leaving() implements Event {}

    record Remarked(String text) implements Event {}
  }

  /// @param arrived called on the dispatcher's thread; is to have the events taken on the other
  /// @param dialogue told what is said on the connections
  RunEvents(InstantSource clock, DialogueLog dialogue, Runnable arrived) {
    this.clock = clock;
    this.dialogue = dialogue;
    this.arrived = arrived;
  }

  @Override
  public void settled(int index, DeliveryOutcome outcome) {
    tell(new Event.Settled(index, outcome, clock.instant()));
  }

  @Override
  public void waiting(String why, long seconds) {
    tell(
        new Event.Waits(
            new Wait(
                Wait.Why.valueOf(why.toUpperCase(Locale.ROOT)),
                clock.instant().plusSeconds(seconds),
                Duration.ofSeconds(seconds))));
  }

  @Override
  public void leaving() {
    tell(new Event.Leaving());
  }

  @Override
  public void remarked(String text) {
    tell(new Event.Remarked(text));
  }

  @Override
  public Dialogue dialogue() {
    return dialogue;
  }

  private void tell(Event event) {
    queue.add(event);
    if (underWay.compareAndSet(false, true)) {
      arrived.run();
    }
  }

  /// Everything that has happened since the last call.
  List<Event> take() {
    underWay.set(false);
    List<Event> events = new ArrayList<>();
    for (Event each = queue.poll(); each != null; each = queue.poll()) {
      events.add(each);
    }
    return events;
  }
}
