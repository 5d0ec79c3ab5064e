package org.postroom.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Reply;

/// One entry of the event table, before it has a number and a hash.
///
/// @param letter the letter's place in the plan, from 0
/// @param place the person's place in the envelope where only that person is meant, else null
/// @param reply what a server said, addresses masked, or null
/// @param reason why a person decided so, or null
/// @param commitment salted digest of the address; means nothing once the salt is erased
record Event(
    String mailshot,
    int revision,
    int letter,
    @Nullable Integer place,
    LetterState state,
    Instant at,
    @Nullable Reply reply,
    @Nullable String reason,
    @Nullable String digest,
    @Nullable String messageId,
    @Nullable String sha256,
    String commitment) {
  static Event planned(
      String mailshot, int revision, int letter, Instant at, String digest, String commitment) {
    return new Event(
        mailshot,
        revision,
        letter,
        null,
        LetterState.PLANNED,
        at,
        null,
        null,
        digest,
        null,
        null,
        commitment);
  }

  Event with(Reply masked) {
    return new Event(
        mailshot,
        revision,
        letter,
        place,
        state,
        at,
        masked,
        reason,
        digest,
        messageId,
        sha256,
        commitment);
  }

  /// Everything that the hash covers, the previous hash first.
  String hash(int seq, String previous) {
    return Digests.sha256(
        previous,
        Integer.toString(seq),
        mailshot,
        Integer.toString(revision),
        Integer.toString(letter),
        place == null ? null : place.toString(),
        state.name(),
        UtcText.of(at),
        reply == null ? null : reply.phase().name(),
        reply == null ? null : Integer.toString(reply.code()),
        reply == null ? null : reply.enhanced(),
        reply == null ? null : reply.text(),
        reason,
        digest,
        messageId,
        sha256,
        commitment);
  }
}
