package org.postroom.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument;

/// The texts that a document can have.
public enum BodyPart {
  MARKDOWN,
  TEXT,
  HTML;

  /// The file of this part, or null where the document has none.
  public @Nullable String file(MailshotDocument document) {
    return switch (this) {
      case MARKDOWN -> document.markdown();
      case TEXT -> document.text();
      case HTML -> document.html();
    };
  }

  /// The parts that a document has; Markdown for a new one.
  public static List<BodyPart> of(MailshotDocument document) {
    List<BodyPart> parts = Stream.of(values()).filter(part -> part.file(document) != null).toList();
    return parts.isEmpty() ? List.of(MARKDOWN) : parts;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
