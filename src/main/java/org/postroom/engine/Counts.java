package org.postroom.engine;

/// planned = accepted + deferred + refused + in doubt + not yet sent + withdrawn.
public record Counts(
    int planned,
    int accepted,
    int deferred,
    int refused,
    int inDoubt,
    int notYetSent,
    int withdrawn) {
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

  public Counts {
    if (planned != accepted + deferred + refused + inDoubt + notYetSent + withdrawn) {
      throw new IllegalArgumentException("the counts do not add up");
    }
  }

  /// Rule S5.
  public boolean finished() {
    return planned == accepted + refused + withdrawn;
  }
}
