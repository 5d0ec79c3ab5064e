package org.postroom.composition;

/// SHA-256 over a letter's bytes without its Date line, with MAIL FROM and the RCPTs in order.
///
/// @param hex 64 lower-case hex digits
public record LetterDigest(String hex) {
  public LetterDigest {
    if (hex.length() != 64) {
      throw new IllegalArgumentException("not a SHA-256");
    }
  }
}
