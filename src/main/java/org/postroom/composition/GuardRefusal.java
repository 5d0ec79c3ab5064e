package org.postroom.composition;

/// Ends the guard's reading at the first broken rule. It never leaves the guard.
final class GuardRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final GuardRule rule;

  GuardRefusal(GuardRule rule) {
    super(rule.words(), null, false, false);
    this.rule = rule;
  }

  GuardRule rule() {
    return rule;
  }
}
