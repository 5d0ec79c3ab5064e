package org.postroom.dispatch;

/// A letter whose turn it is.
///
/// @param index its place in the plan
/// @param attempt 0 the first time, then how often it was deferred
record Turn(int index, int attempt) {}
