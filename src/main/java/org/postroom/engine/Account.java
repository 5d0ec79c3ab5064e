package org.postroom.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account kept in the workspace; its password is in the platform's keychain or in a file that a
/// passphrase locks, never here.
///
/// @param name unique; what `--account` takes
/// @param address the sender's address that belongs to it
/// @param limitSource where the person found the account's own limits; empty for the profile's
/// @param tested when it last passed the connection test, or null
public record Account(
    String name,
    String address,
    Through.Server server,
    String limitSource,
    @Nullable Instant tested) {}
