package org.postroom.tabular;

/// Ends the reading of a file from deep inside it; [Tabular] turns it into its answer.
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient TabularReading.Refused why;

  RefusedException(TabularReading.Refused why) {
    super(why.fault().name(), null, false, false);
    this.why = why;
  }

  RefusedException(TabularReading.Fault fault, long line, String detail) {
    this(new TabularReading.Refused(fault, line, detail));
  }

  RefusedException(TabularReading.Fault fault) {
    this(fault, 0, "");
  }

  /// @param cap which of them: a key of the texts, such as `columns`
  static RefusedException tooLarge(String cap) {
    return new RefusedException(TabularReading.Fault.TOO_LARGE, 0, cap);
  }

  TabularReading.Refused why() {
    return why;
  }
}
