package org.postroom.safety;

/// Merkle root over (LetterId, letter digest) in order.
///
/// @param hex 64 lower-case hex digits
public record PlanDigest(String hex) {}
