package org.postroom.safety;

/// Through what a mailshot is to be sent; part of the clearance.
///
/// @param practice true for this process's own practice server
/// @param account the account's identity: `user@host:port`, a name, or `practice`; empty while
///   undecided
/// @param provider key of the provider's profile, or `unknown`
/// @param perEnvelope most recipients of one envelope
/// @param perDay most letters in 24 hours, or 0 where unknown
/// @param maxSize the server's SIZE in bytes, or 0 where unknown
public record SendWay(
    boolean practice, String account, String provider, int perEnvelope, int perDay, long maxSize) {
  public static SendWay toPractice() {
    return new SendWay(true, "practice", "practice", 100, 0, 0);
  }

  /// For `check`, before an account was named.
  public static SendWay undecided() {
    return new SendWay(false, "", "unknown", 100, 0, 0);
  }
}
