package org.postroom.workspace;

import org.jspecify.annotations.Nullable;

/// An account as it is stored; its password is not here.
///
/// @param name what the user calls it; unique
/// @param address From's address that belongs to it
/// @param security a word of the engine's, such as `STARTTLS`
/// @param login user name, or null where the server asks for none
public record AccountRecord(
    String name,
    String address,
    String host,
    int port,
    String security,
    @Nullable String login,
    boolean plainPassword,
    int connections,
    int perMinute) {}
