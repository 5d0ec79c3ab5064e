package org.postroom.safety;

import java.util.List;
import org.postroom.composition.ComposedLetter;
import org.postroom.composition.ReceivedMessage;
import org.postroom.message.Letter;
import org.postroom.recipients.Recipient;

/// One finished letter as the checks see it: the bytes read back, and whose it is.
///
/// @param index its place in the plan
/// @param people exactly one, or everybody in the envelope of a blind copy
/// @param letter what it was composed of (to see fallbacks and empty fields)
/// @param composed digests and size
/// @param message the finished bytes, read back
public record FinishedLetter(
    int index,
    List<Recipient> people,
    Letter letter,
    ComposedLetter composed,
    ReceivedMessage message) {}
