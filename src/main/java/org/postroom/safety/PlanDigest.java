package org.postroom.safety;

/// Merkle root over (LetterId, letter digest) in order.
///
/// @param hex 64 lower-case hex digits
public record PlanDigest(String hex) {
  public PlanDigest {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256");
    }
  }
}
