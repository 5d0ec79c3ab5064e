package org.postroom.ui.exports;

import java.nio.file.Path;
import org.postroom.engine.MailshotFile;

/// What is exported.
public sealed interface ExportSource {
  /// A file, as it is read by itself.
  ///
  /// @param seen SHA-256 of the file as it was seen, lower-case hex
  record ListFile(Path file, String seen) implements ExportSource {}

  /// The people of a mailshot, with its choices and corrections.
  record OfMailshot(MailshotFile mailshot) implements ExportSource {}
}
