package org.postroom.workspace;

import java.time.Instant;
import org.postroom.message.MailshotId;

/// What a list was used for: a plan of real mail.
///
/// @param name what the sender called the mailshot
/// @param sender From's address
/// @param kind `personal` or `newsletter`
public record ListUse(MailshotId mailshot, String name, String sender, String kind, Instant at) {}
