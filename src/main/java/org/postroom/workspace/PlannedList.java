package org.postroom.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The list of a plan, as it was known when the plan was recorded.
///
/// @param sheet that was read, where there are sheets
/// @param sha256 of the file's bytes
/// @param importedAt when these bytes were first imported
/// @param importedBy who did so; empty where unknown
/// @param basis why these people may be written to; empty where nobody said
/// @param sender From's address
/// @param kind `personal` or `newsletter`
public record PlannedList(
    String fileName,
    @Nullable String sheet,
    String sha256,
    Instant importedAt,
    String importedBy,
    String basis,
    String sender,
    String kind) {}
