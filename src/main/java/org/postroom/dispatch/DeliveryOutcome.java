package org.postroom.dispatch;

/// What became of one letter, by protocol phase and reply code, never by exception class. Switches
/// over it have no default.
public sealed interface DeliveryOutcome {
  /// The server took it: 2xx after the final dot. It says nothing about reading.
  record Accepted(Reply reply) implements DeliveryOutcome {}

  /// Not now (4xx before or after the dot, or the connection ended before the dot): may be tried
  /// again.
  record Deferred(Reply reply) implements DeliveryOutcome {}

  /// A permanent no (5xx), or a letter that this server cannot take.
  record Refused(Reply reply) implements DeliveryOutcome {}

  /// The final dot left and no valid answer came. It may have arrived; never sent again unasked.
  record InDoubt(String what) implements DeliveryOutcome {}
}
