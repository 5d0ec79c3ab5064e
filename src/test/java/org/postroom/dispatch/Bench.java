package org.postroom.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.postroom.composition.GuardVerdict;
import org.postroom.safety.ClearedPlan;

/// A dispatcher with everything around it in a test's hand. Waiting lets the clock go on.
final class Bench implements InstantSource, DispatchListener {
  final MemoryLedger ledger = new MemoryLedger();
  final ScriptedCourier courier = new ScriptedCourier();
  final StopSignal stop = new StopSignal();
  final Set<String> suppressed = new HashSet<>();
  private final List<String> waits = new ArrayList<>();
  private final List<String> settled = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T09:00:00Z");
  private Duration slept = Duration.ZERO;
  private int leavings;
  private int stopAfterWaits = Integer.MAX_VALUE;
  private Dispatcher.Guard guard = (_, _, _) -> new GuardVerdict.Pass();
  private List<Instant> before = List.of();
  private Pace pace = Pace.UNLIMITED;
  private Duration patience = Duration.ZERO;
  private Duration hold = Duration.ZERO;
  private boolean staged;
  private Duration asleep = Duration.ZERO;
  private Duration stagePause = Duration.ZERO;
  private Term term = Term.ANY;
  private IntFunction<Duration> drift = _ -> Duration.ZERO;
  private int waited;
  private int actAfter;
  private Runnable act = () -> {};

  Bench pace(int perMinute, int perHour, int perDay) {
    pace = new Pace(perMinute, perHour, perDay);
    return this;
  }

  Bench patience(Duration time) {
    patience = time;
    return this;
  }

  Bench hold(Duration time) {
    hold = time;
    return this;
  }

  Bench staged() {
    staged = true;
    return this;
  }

  Bench stagePause(Duration time) {
    stagePause = time;
    return this;
  }

  Bench within(Term when) {
    term = when;
    return this;
  }

  /// Done when the `number`-th letter has its outcome.
  void onSettled(int number, Runnable action) {
    actAfter = number;
    act = action;
  }

  /// How much the wall clock is wrong by after the `n`-th wait: it was set, or the computer slept.
  Bench drift(IntFunction<Duration> afterWait) {
    drift = afterWait;
    return this;
  }

  /// Letters left at these times already.
  Bench before(Instant... left) {
    before = List.of(left);
    return this;
  }

  /// The computer sleeps so long during every wait.
  Bench asleep(Duration time) {
    asleep = time;
    return this;
  }

  Bench guard(Dispatcher.Guard other) {
    guard = other;
    return this;
  }

  /// Stop is pressed during the `number`-th wait.
  Bench stopDuringWait(int number) {
    stopAfterWaits = number;
    return this;
  }

  DispatchResult send(ClearedPlan plan) {
    Dispatcher dispatcher =
        new Dispatcher(
            ledger,
            courier,
            this,
            ZoneOffset.ofHours(1),
            key -> suppressed.contains(key.value()),
            (signal, time) -> {
              slept = slept.plus(time);
              now = now.plus(time).plus(asleep).plus(drift.apply(++waited));
              if (--stopAfterWaits <= 0) {
                signal.press();
              }
              return signal.isPressed();
            },
            new SplittableRandom(1),
            guard);
    return dispatcher.send(
        plan,
        new DispatchOptions(pace, patience, hold, staged, stagePause).after(before).within(term),
        stop,
        this);
  }

  /// `why seconds` of every wait.
  List<String> waits() {
    return List.copyOf(waits);
  }

  /// How often it was said that letters may leave now.
  int leavings() {
    return leavings;
  }

  /// `index Outcome` of every letter that was settled.
  List<String> settled() {
    return List.copyOf(settled);
  }

  Duration slept() {
    return slept;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void settled(int index, DeliveryOutcome outcome) {
    settled.add(index + " " + outcome.getClass().getSimpleName());
    if (settled.size() == actAfter) {
      act.run();
    }
  }

  @Override
  public void waiting(String why, long seconds) {
    waits.add(why + " " + seconds);
  }

  @Override
  public void leaving() {
    leavings++;
  }
}
