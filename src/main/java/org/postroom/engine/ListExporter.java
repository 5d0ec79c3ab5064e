package org.postroom.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes lists out to hand them to somebody, and knows which export an address came from.
///
/// An export can carry a canary (incident I9): one row with an address of the sender's own that
/// nobody else was ever given. Mail to it says that this very export leaked. Where the export comes
/// back as a recipient list, that row is left out with the reason `canary`.
public interface ListExporter {
  /// The people whom this list would be written to; rows that are left out stay out.
  ///
  /// @throws ProblemException where the list cannot be read, the order cannot be carried out, or a
  ///   file of that name is there already; then nothing was written
  Exported export(ListRequest list, Order order, WorkProgress progress) throws ProblemException;

  /// The people whom this mailshot would be written to, with its corrections.
  Exported export(MailshotFile mailshot, Order order, WorkProgress progress)
      throws ProblemException;

  /// Every export that was made here, the latest first.
  List<Export> all() throws ProblemException;

  /// The export in which this address is the canary.
  ///
  /// @throws ProblemException where it is not one address
  Optional<Export> whose(String address) throws ProblemException;

  /// @param file ends in `.csv` or `.xlsx`
  /// @param handedTo to whom it goes; may be empty
  /// @param canary null for none
  record Order(Path file, String handedTo, @Nullable CanaryWish canary) {}

  /// How the address of a canary is made.
  sealed interface CanaryWish {
    /// An address of one's own with a plus and a word by chance: `helen+pr7k2m9@riverside.example`.
    record Plus(String own) implements CanaryWish {}

    /// This very address, which nobody else was ever given.
    record Exactly(String address) implements CanaryWish {}
  }

  /// @param leftOut rows of the list that are not in the export
  record Exported(Export export, int leftOut) {}

  /// @param listFile the list that it was made of, without folders
  /// @param file that was written, absolute
  /// @param people in it, without the canary
  /// @param by who made it, as the computer calls them; empty where unknown
  /// @param canary its address, or null
  record Export(
      String listFile,
      String listSha256,
      Path file,
      String sha256,
      int people,
      String handedTo,
      String by,
      Instant at,
      @Nullable String canary) {}
}
