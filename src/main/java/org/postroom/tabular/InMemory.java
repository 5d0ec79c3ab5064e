package org.postroom.tabular;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// Bytes that somebody holds: they are not changed while they are read.
final class InMemory implements TabularFile {
  private final String name;
  private final byte[] bytes;
  private final String sha256;

  InMemory(String name, byte[] bytes, String sha256) {
    this.name = name;
    this.bytes = bytes;
    this.sha256 = sha256;
  }

  @Override
  public String name() {
    return name;
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
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }
}
