package org.postroom.composition;

/// What the last reading of the bytes says.
public sealed interface GuardVerdict {
  record Pass() implements GuardVerdict {}

  /// The letter is not sent.
  ///
  /// @param id which rule, for example `foreign-address`; never changes its meaning
  /// @param rule the same in words, without anybody's address
  record Stop(String id, String rule) implements GuardVerdict {}
}
