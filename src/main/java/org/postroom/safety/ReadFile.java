package org.postroom.safety;

import java.util.List;
import java.util.Optional;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;
import org.postroom.safety.TextExtractor.Sort;

/// A file that goes out with letters, and what could be read in it.
///
/// @param part how findings name the place: `attachment:NAME` or `inline:NAME`
/// @param fileName the name the reader sees
/// @param contentType `type/subtype`
/// @param sha256 of its bytes
/// @param size in bytes
/// @param extraction what could be read
public record ReadFile(
    String part,
    String fileName,
    String contentType,
    String sha256,
    long size,
    Extraction extraction) {
  /// The first text of one sort; mostly there is none.
  public Optional<Piece> first(Sort sort) {
    return pieces().stream().filter(piece -> piece.sort() == sort).findFirst();
  }

  /// The words alone, wherever in the file they stand.
  public List<String> texts() {
    return pieces().stream().filter(piece -> piece.sort() == Sort.WORDS).map(Piece::text).toList();
  }

  /// Every text in it; as far as it could be read.
  public List<Piece> pieces() {
    return switch (extraction) {
      case Extraction.Text(List<Piece> pieces) -> pieces;
      case Extraction.Unreadable(String _, List<Piece> read) -> read;
      case Extraction.Picture _ -> List.of();
    };
  }
}
