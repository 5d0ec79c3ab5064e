package org.postroom.message;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

final class MemoryBlob implements Blob {
  private final byte[] bytes;
  private final String sha256;

  MemoryBlob(byte[] bytes) {
    this.bytes = bytes.clone();
    try {
      this.sha256 =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public String sha256() {
    return sha256;
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }
}
