package org.postroom.engine;

import java.util.List;
import java.util.Optional;
import org.postroom.composition.ReceivedMessage;
import org.postroom.message.Blob;
import org.postroom.message.Letter;
import org.postroom.recipients.Recipient;

/// What one person (or one envelope) gets: the finished bytes and what they read as.
///
/// @param index place in the plan
/// @param people who gets it
/// @param letter what it was composed of, for marking what comes from the list
/// @param bytes the finished letter; the Date is the time of the preview
/// @param message the bytes read back
/// @param visible every address that this message shows, found in the finished bytes
/// @param problem why the message could not be made, in words; then bytes are empty
public record LetterView(
    int index,
    List<Recipient> people,
    Letter letter,
    Blob bytes,
    ReceivedMessage message,
    List<String> visible,
    Optional<Problem> problem) {}
