package org.postroom.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file of people: its bytes from the beginning, as often as they are needed, so that a large one
/// never stands in memory as a whole.
public interface TabularFile {
  /// Without folders; helps to tell the format.
  String name();

  /// Number of bytes.
  long size();

  /// SHA-256 of the bytes, lower-case hex.
  String sha256();

  /// The bytes from the beginning. Where they are no longer those of [#sha256()] the stream throws
  /// the adapter's own unchecked exception, at the latest at its end.
  InputStream open();

  /// All bytes at once, for formats that cannot be read otherwise.
  default byte[] bytes() {
    try (InputStream in = open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file that is in memory already.
  static TabularFile of(String name, byte[] bytes) {
    return new InMemory(name, bytes, sha256(bytes));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
