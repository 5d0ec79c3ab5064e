package org.postroom.composition;

/// A stretch of a letter's octets.
final class Segment {
  private final byte[] octets;
  private final String sha256;

  private Segment(byte[] octets, String sha256) {
    this.octets = octets;
    this.sha256 = sha256;
  }

  /// Octets of one letter's own.
  static Segment own(byte[] octets) {
    return new Segment(octets, "");
  }

  /// Octets that other letters hold, too.
  ///
  /// @param sha256 the digest of the file that they encode
  static Segment shared(byte[] octets, String sha256) {
    return new Segment(octets, sha256);
  }

  /// Nobody writes to them.
  byte[] octets() {
    return octets;
  }

  boolean isShared() {
    return !sha256.isEmpty();
  }

  String sha256() {
    return sha256;
  }
}
