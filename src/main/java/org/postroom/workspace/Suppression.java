package org.postroom.workspace;

import java.time.Instant;
import org.postroom.address.MailboxKey;

/// Somebody who is not written to.
///
/// @param reason a person's words, or the server's reply
/// @param byServer true where a server said that there is no such mailbox
public record Suppression(MailboxKey address, String reason, boolean byServer, Instant since) {}
