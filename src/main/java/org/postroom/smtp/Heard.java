package org.postroom.smtp;

import org.postroom.dispatch.Reply;

/// What came back over the line.
sealed interface Heard {
  /// A well-formed reply, of any code from 200 to 599.
  record Answer(Reply reply) implements Heard {}

  /// Something that is no reply. The connection is of no more use.
  record Garbled() implements Heard {}

  /// The connection ended, or the time was up.
  record Lost(boolean timedOut) implements Heard {}
}
