package org.postroom.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The six steps of a mailshot, in order.
public enum Step {
  PEOPLE(1),
  MESSAGE(2),
  PREVIEW(3),
  REVIEW(4),
  SEND(5),
  REPORT(6);

  private static final List<Step> IN_ORDER = List.of(values());

  private final int number;

  Step(int number) {
    this.number = number;
  }

  /// As a person counts them: 1 to 6.
  public int number() {
    return number;
  }

  /// The step that a person calls `number`, if there is one.
  public static Optional<Step> numbered(int number) {
    return IN_ORDER.stream().filter(step -> step.number == number).findFirst();
  }

  /// The step before; the first step's is itself.
  public Step before() {
    return numbered(number - 1).orElse(this);
  }

  /// The step after; the last step's is itself.
  public Step after() {
    return numbered(number + 1).orElse(this);
  }

  /// The part of a text's key that names this step.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
