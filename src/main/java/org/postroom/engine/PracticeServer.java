package org.postroom.engine;

import java.nio.file.Path;

/// A practice server that runs until it is closed. It listens on a loopback address only, and
/// nothing that it receives can leave.
public interface PracticeServer extends AutoCloseable {
  int port();

  /// Where each message lies as `.eml` beside a `.json` with its envelope.
  Path dir();

  @Override
  void close();
}
