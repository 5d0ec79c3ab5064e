package org.postroom.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.message.MailshotId;

/// The head of a recorded plan.
///
/// @param revision 1 for the first
/// @param name what the sender called the mailshot
/// @param blindCopy whether its letters are envelopes
/// @param letters number of letters (envelopes)
/// @param people number of people; what reports count
/// @param leftOut rows of the list that were left out
/// @param inputs what the plan was made of, in the engine's words, to tell later what has changed
/// @param list to whom it goes; null in plans of older versions
public record PlanRecord(
    MailshotId mailshot,
    int revision,
    String name,
    boolean blindCopy,
    int letters,
    int people,
    int leftOut,
    String inputs,
    Instant recordedAt,
    @Nullable PlannedList list) {}
