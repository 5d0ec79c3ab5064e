package org.postroom.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.LetterState;
import org.postroom.finding.Acknowledgement;
import org.postroom.message.MailshotId;

/// What happened to each person, from the ledger.
///
/// @param headHash the last hash of the ledger's chain, or empty
/// @param list to whom it went; null where nothing was planned, or by an older version
public record Report(
    MailshotId mailshot,
    String name,
    int revision,
    boolean practice,
    Counts counts,
    int leftOut,
    List<PersonOutcome> letters,
    List<Acknowledgement> acknowledgements,
    String headHash,
    @Nullable SentList list) {
  /// Without a word about the list.
  public Report(
      MailshotId mailshot,
      String name,
      int revision,
      boolean practice,
      Counts counts,
      int leftOut,
      List<PersonOutcome> letters,
      List<Acknowledgement> acknowledgements,
      String headHash) {
    this(
        mailshot,
        name,
        revision,
        practice,
        counts,
        leftOut,
        letters,
        acknowledgements,
        headHash,
        null);
  }

  public Report {
    letters = List.copyOf(letters);
    acknowledgements = List.copyOf(acknowledgements);
  }

  /// One entry per person; in a blind copy with the envelope's number.
  ///
  /// @param row in the list as it was sent
  /// @param sha256 of the bytes as sent, or null
  /// @param letterDigest what the clearance is bound to
  /// @param envelope number of the envelope of a blind copy, or null
  public record PersonOutcome(
      int row,
      String address,
      String name,
      LetterState state,
      @Nullable String messageId,
      @Nullable String reply,
      @Nullable Instant at,
      @Nullable String sha256,
      @Nullable String letterDigest,
      @Nullable Integer envelope) {}

  /// The list as it was known when the letters were planned (incident I6).
  ///
  /// @param sheet that was read, where there are sheets
  /// @param sha256 of the file's bytes
  /// @param importedAt when these bytes were first imported in this workspace
  /// @param importedBy who did so, as the computer calls them; empty where unknown
  /// @param basis why these people may be written to; empty where nobody said
  public record SentList(
      String file,
      @Nullable String sheet,
      String sha256,
      Instant importedAt,
      String importedBy,
      String basis) {}
}
