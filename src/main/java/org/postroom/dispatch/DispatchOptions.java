package org.postroom.dispatch;

import java.time.Duration;

/// How to send.
///
/// @param pace limits
/// @param patience how long to wait for deferred letters before ending with them recorded
/// @param hold how long nothing leaves after the start
/// @param staged first 5, then 1 % (from 200), then the rest
public record DispatchOptions(Pace pace, Duration patience, Duration hold, boolean staged) {}
