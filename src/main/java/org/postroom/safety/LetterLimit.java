package org.postroom.safety;

/// The largest letter that is likely to arrive.
///
/// @param bytes as it travels
/// @param provider whose limit that is, as people call it; empty where it is what most servers take
public record LetterLimit(long bytes, String provider) {
  /// What most servers take.
  public static final LetterLimit USUAL = new LetterLimit(25_000_000, "");
}
