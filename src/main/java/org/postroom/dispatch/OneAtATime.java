package org.postroom.dispatch;

import java.util.HashSet;
import java.util.Set;

/// Tells one listener what several connections have to say.
final class OneAtATime implements DispatchListener {
  private final DispatchListener listener;
  private final Set<String> remarks = new HashSet<>();

  OneAtATime(DispatchListener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void settled(int index, DeliveryOutcome outcome) {
    listener.settled(index, outcome);
  }

  @Override
  public synchronized void waiting(String why, long seconds) {
    listener.waiting(why, seconds);
  }

  @Override
  public synchronized void leaving() {
    listener.leaving();
  }

  @Override
  public synchronized void remarked(String text) {
    if (remarks.add(text)) {
      listener.remarked(text);
    }
  }
}
