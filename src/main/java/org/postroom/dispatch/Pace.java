package org.postroom.dispatch;

/// Limits of a provider or a person's own (rule S7). 0 = no limit.
public record Pace(int perMinute, int perHour, int perDay) {
  /// For an unknown provider.
  public static final Pace CAREFUL = new Pace(20, 200, 450);

  public static final Pace UNLIMITED = new Pace(0, 0, 0);
}
