package org.postroom.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.LetterState;

/// What happened to one person.
///
/// @param letter the letter's place in the plan, from 0
/// @param row in the list as it was sent
/// @param address empty once it was erased
/// @param reply what the server said, or what a person decided; null while nothing happened
/// @param at when the last thing happened
/// @param messageId null until the letter was about to leave
/// @param sha256 of the bytes as sent, or null
/// @param letterDigest what the clearance is bound to
/// @param envelope number of the envelope of a blind copy, from 1, or null
public record PersonRecord(
    int letter,
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
