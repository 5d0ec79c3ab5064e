package org.postroom.engine;

import org.postroom.message.MailshotId;

/// A mailshot in the Bin, which can be brought back.
///
/// @param people in the list when it was last saved or planned
public record BinnedMailshot(MailshotId id, String name, String subject, int people) {}
