package org.postroom.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.postroom.message.Blob;

/// What the practice server received.
public interface PracticeMailbox {
  List<Received> messages() throws ProblemException;

  Blob bytes(Received message) throws ProblemException;

  /// Moves everything to the Bin.
  void empty() throws ProblemException;

  /// @param file the `.eml`
  /// @param mailFrom what the server was told
  /// @param rcptTo what the server was told
  record Received(
      Path file,
      String mailFrom,
      List<String> rcptTo,
      Instant receivedAt,
      String subject,
      String to) {}
}
