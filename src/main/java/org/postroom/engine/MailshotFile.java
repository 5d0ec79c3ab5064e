package org.postroom.engine;

import java.nio.file.Path;
import java.util.Objects;
import org.postroom.document.MailshotDocument;
import org.postroom.message.MailshotId;

/// A document and where it lies.
///
/// @param path absolute
/// @param id the document's id, or the one derived from the file's real path
public record MailshotFile(Path path, MailshotDocument document, MailshotId id) {
  public MailshotFile with(MailshotDocument changed) {
    return new MailshotFile(path, changed, id);
  }

  /// The folder that relative paths start from.
  public Path folder() {
    return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file lies in a folder");
  }
}
