package org.postroom.safety;

import java.util.List;
import org.postroom.message.Blob;
import org.postroom.message.FileCandidate;

/// Reads the text in a file (rule E1). Implemented outside the core.
public interface TextExtractor {
  /// @throws java.util.concurrent.CancellationException where the calling thread was interrupted
  Extraction extract(String fileName, String contentType, byte[] content);

  /// Of content whose digest is known: who has read it before need not do so again.
  default Extraction extract(String fileName, String contentType, Blob content) {
    return extract(fileName, contentType, content.bytes());
  }

  /// Convenience over a candidate.
  default Extraction extract(FileCandidate file) {
    return extract(file.fileName(), file.contentType(), file.content());
  }

  /// What came of it.
  sealed interface Extraction {
    /// Each piece of text with the way to it inside the file (`data.csv` in a zip; empty at top).
    record Text(List<Piece> pieces) implements Extraction {}

    /// A picture or sound: nothing that could be read as text, and nothing to confirm.
    record Picture() implements Extraction {}

    /// Encrypted, unknown, over the cap: must be confirmed.
    ///
    /// @param why key of the reason's words (`word.<why>` in the texts of the findings)
    /// @param read what could be read all the same, for example the other files of an archive
    record Unreadable(String why, List<Piece> read) implements Extraction {
      public Unreadable(String why) {
        this(why, List.of());
      }
    }
  }

  /// How a text stands in a file.
  enum Sort {
    /// Its words, seen or not.
    WORDS,
    /// The name of a hidden sheet, or of one with hidden rows or columns. Its cells are among the
    /// words, too.
    HIDDEN,
    /// What a reviewer wrote beside or changed in a document. It is among the words, too.
    REVIEWED,
    /// Where a picture was taken, as its file says.
    TAKEN_AT
  }

  /// A text in a file, and the way to it.
  record Piece(String inside, String text, Sort sort) {
    public Piece(String inside, String text) {
      this(inside, text, Sort.WORDS);
    }
  }
}
