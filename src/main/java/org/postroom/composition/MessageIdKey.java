package org.postroom.composition;

/// The workspace's key for Message-IDs (HMAC-SHA-256). Never shown.
public final class MessageIdKey {
  private final byte[] key;

  /// @throws IllegalArgumentException under 32 bytes
  public MessageIdKey(byte[] key) {
    if (key.length < 32) {
      throw new IllegalArgumentException("a key has at least 32 bytes");
    }
    this.key = key.clone();
  }

  byte[] bytes() {
    return key.clone();
  }

  @Override
  public String toString() {
    return "MessageIdKey";
  }
}
