package org.postroom.finding;

/// How much a finding weighs. There is no way to acknowledge a [#BLOCK].
public enum Severity {
  /// Nothing is sent until the cause is gone.
  BLOCK,
  /// Right for some mailshots, wrong for others: a person says which, with a reason.
  CONFIRM,
  /// Good to know.
  NOTE
}
