package org.postroom.engine;

import org.postroom.dispatch.Pace;
import org.postroom.safety.LetterLimit;

/// What is known of the provider behind a server.
///
/// @param name as people call it; empty where the provider is not known
/// @param pace what it allows; where it is not known, careful numbers
/// @param largest bytes of the largest letter that it takes, as it travels; where it is not known,
///   what most readers' servers take
/// @param source where these numbers stand and when they were read, in words
public record ProviderProfile(String name, Pace pace, long largest, String source) {
  /// What most servers take.
  public static final long USUAL = LetterLimit.USUAL.bytes();

  /// What is likely to arrive: the readers' servers have a say as well.
  public LetterLimit letterLimit() {
    return largest > USUAL || name.isEmpty() ? LetterLimit.USUAL : new LetterLimit(largest, name);
  }
}
