package org.postroom.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account as it is stored; its password is not here.
///
/// @param name what the user calls it; unique
/// @param address From's address that belongs to it
/// @param security a word of the engine's, such as `STARTTLS`
/// @param login user name, or null where the server asks for none
/// @param limits how fast and how much
/// @param tested when it last passed the connection test, or null
public record AccountRecord(
    String name,
    String address,
    String host,
    int port,
    String security,
    @Nullable String login,
    boolean plainPassword,
    Limits limits,
    @Nullable Instant tested) {

  /// @param perMinute −1 for the provider's profile, 0 for no limit
  /// @param perHour −1 for the provider's profile, 0 for no limit
  /// @param perDay −1 for the provider's profile, 0 for no limit
  /// @param source where the person found these numbers; empty for the profile's
  public record Limits(int connections, int perMinute, int perHour, int perDay, String source) {}
}
