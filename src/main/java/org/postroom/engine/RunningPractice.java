package org.postroom.engine;

import java.nio.file.Path;

/// A practice server of this process, for other programs.
record RunningPractice(org.postroom.practice.PracticeServer server) implements PracticeServer {
  @Override
  public int port() {
    return server.port();
  }

  @Override
  public Path dir() {
    return server.folder();
  }

  @Override
  public void close() {
    server.close();
  }
}
