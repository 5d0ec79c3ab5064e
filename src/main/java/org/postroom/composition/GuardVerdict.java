package org.postroom.composition;

/// What the last reading of the bytes says.
public sealed interface GuardVerdict {
  record Pass() implements GuardVerdict {}

  /// The letter is not sent.
  ///
  /// @param rule which rule, in words, without anybody's address
  record Stop(String rule) implements GuardVerdict {}
}
