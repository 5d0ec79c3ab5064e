package org.postroom.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroom.address.MailboxKey;

/// A list that was written out.
///
/// @param listSha256 of the list that it was made of
/// @param path of what was written, absolute
/// @param sha256 of what was written
/// @param people in it, without the canary
/// @param handedTo to whom it goes, in a person's words; empty where nobody said
/// @param by who made it; empty where unknown
/// @param canary that stands in it, or null
public record ListExport(
    UUID id,
    String listFile,
    String listSha256,
    String path,
    String sha256,
    int people,
    String handedTo,
    String by,
    Instant at,
    @Nullable Canary canary) {
  /// An address of the sender's own that nobody else was ever given.
  ///
  /// @param address as it stands in the export
  public record Canary(MailboxKey key, String address) {}
}
