package org.postroom.message;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

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

  /// The bytes from the beginning, for those who need not have them all at once. Reading throws
  /// [BlobChangedException] as [#bytes()] does, at the latest at the end.
  default InputStream open() {
    return new ByteArrayInputStream(bytes());
  }

  static Blob of(byte[] bytes) {
    return new MemoryBlob(bytes);
  }
}
