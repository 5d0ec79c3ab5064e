package org.postroom.dispatch;

/// Told what happens, on a thread that sends, by one at a time. Must be quick.
public interface DispatchListener {
  /// Letter `index` of the plan got an outcome.
  void settled(int index, DeliveryOutcome outcome);

  /// The dispatcher waits: for the pace, for deferred letters, for a new connection, for a stage.
  ///
  /// @param why a key: `pace`, `deferred`, `reconnect`, `hold`, `schedule`, `stage`
  /// @param seconds how long at least
  void waiting(String why, long seconds);

  /// The hold, or the pause between two stages, is over: from now on letters may leave. Told before
  /// the next connection is made.
  void leaving();

  /// Something about the server that people should know, and that is no fault of a letter. Told
  /// once for each run.
  ///
  /// @param text one line
  default void remarked(String text) {}

  /// Who looks at what is said on the connections of this run.
  default Dialogue dialogue() {
    return Dialogue.NONE;
  }

  DispatchListener NONE =
      new DispatchListener() {
        @Override
        public void settled(int index, DeliveryOutcome outcome) {}

        @Override
        public void waiting(String why, long seconds) {}

        @Override
        public void leaving() {}
      };
}
