package org.postroom.safety;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postroom.address.MailboxKey;
import org.postroom.message.Kind;

/// What is known of a list's past (incident I6).
///
/// @param since the earliest day on which the list was what it is now; null where unknown
/// @param lastUse what was last sent to it; null where nothing was
public record Provenance(@Nullable LocalDate since, @Nullable LastUse lastUse) {
  public static final Provenance UNKNOWN = new Provenance(null, null);

  /// @param mailshot its name
  /// @param sender From's address as it was shown
  public record LastUse(
      String mailshot, String sender, MailboxKey senderKey, Kind kind, LocalDate on) {}
}
