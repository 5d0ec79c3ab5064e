package org.postroom.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.postroom.safety.TextExtractor;

/// Reads plain text only; everything else but pictures says that it could not be read.
final class PlainTextExtractor implements TextExtractor {
  @Override
  public Extraction extract(String fileName, String contentType, byte[] content) {
    if (contentType.startsWith("text/")) {
      return new Extraction.Text(
          List.of(new Piece("", new String(content, StandardCharsets.UTF_8))));
    }
    if (contentType.startsWith("image/") && !contentType.equals("image/svg+xml")) {
      return new Extraction.Picture();
    }
    return new Extraction.Unreadable(contentType);
  }
}
