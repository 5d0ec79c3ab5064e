package org.postroom.message;

import java.util.Objects;
import java.util.Optional;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;

/// A file that was admitted: it is not a recipient list. [#admit] is the only way to one.
public final class Attachment {
  private final String fileName;
  private final String contentType;
  private final Blob content;

  private Attachment(FileCandidate file) {
    this.fileName = file.fileName();
    this.contentType = file.contentType();
    this.content = file.content();
  }

  /// The answer to "may this be attached?".
  public sealed interface Admission {
    record Admitted(Attachment attachment) implements Admission {}

    /// It stays in the document as a refused slot, so that the person sees it.
    record Refused(FileCandidate file, Finding finding) implements Admission {}
  }

  /// Admits `file` unless it is a list (rule E0). What the file says inside is the review's to
  /// judge.
  public static Admission admit(FileCandidate file, KnownLists lists) {
    Objects.requireNonNull(file);
    Optional<String> list = lists.sameFile(file);
    if (list.isEmpty()) {
      return new Admission.Admitted(new Attachment(file));
    }
    return new Admission.Refused(
        file,
        Finding.of("list.is-attachment", Severity.BLOCK)
            .at(Place.part("attachment:" + file.fileName()), file.content().sha256())
            .args(file.fileName(), list.get())
            .build());
  }

  public String fileName() {
    return fileName;
  }

  public String contentType() {
    return contentType;
  }

  public Blob content() {
    return content;
  }
}
