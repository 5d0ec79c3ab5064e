package org.postroom.message;

/// Bytes whose digest is known; read when they are needed, so that 300 personal files do not stand
/// in memory at once. Adapters implement it over files; [#of(byte[])] holds them in memory.
public interface Blob {
  /// Number of bytes.
  long size();

  /// SHA-256 of the bytes, lower-case hex.
  String sha256();

  /// The bytes.
  ///
  /// @throws BlobChangedException where they no longer have the digest, or cannot be read any more
  byte[] bytes();

  static Blob of(byte[] bytes) {
    return new MemoryBlob(bytes);
  }
}
