package org.postroom.document;

/// What reading a `.mailshot` file gave.
public sealed interface DocumentReading {
  record Read(MailshotDocument document) implements DocumentReading {}

  /// The file is wrong in itself.
  ///
  /// @param key the way to the key, for example `recipients.leaveOut[0].row`; empty where the file
  ///   is no JSON object at all
  /// @param line the line it stands on, 1-based
  /// @param message one sentence for a person, which names the key and the line
  record Wrong(String key, int line, String message) implements DocumentReading {}
}
