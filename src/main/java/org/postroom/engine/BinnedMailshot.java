package org.postroom.engine;

import java.time.Instant;
import org.postroom.message.MailshotId;

/// A mailshot in the Bin, which can be brought back.
///
/// @param people in the list when it was last saved or planned
/// @param until it can be put back until then
public record BinnedMailshot(
    MailshotId id, String name, String subject, int people, Instant until) {}
