package org.postroom.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.postroom.message.Blob;
import org.postroom.message.BlobChangedException;

/// The bytes of a file, read when they are asked for and compared with the digest of the first
/// reading, so that what was reviewed is what is sent.
final class FileBlob implements Blob {
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final String name;
  private final long size;
  private final String sha256;

  /// @param name of the file, for messages
  FileBlob(Path file, String name, long size, String sha256) {
    this.file = file;
    this.name = name;
    this.size = size;
    this.sha256 = sha256;
  }

  /// Reads the file once, without holding it.
  static FileBlob of(Path file) throws IOException {
    MessageDigest digest = newSha256();
    long size = 0;
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
        size += read;
      }
    }
    return new FileBlob(
        file, String.valueOf(file.getFileName()), size, HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public String sha256() {
    return sha256;
  }

  @Override
  public byte[] bytes() {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BlobChangedException(name, e);
    }
    if (!HexFormat.of().formatHex(newSha256().digest(bytes)).equals(sha256)) {
      throw new BlobChangedException(name, new IOException("other bytes than at first"));
    }
    return bytes;
  }

  @Override
  public InputStream open() {
    try {
      return new SameBytes(Files.newInputStream(file), newSha256());
    } catch (IOException e) {
      throw new BlobChangedException(name, e);
    }
  }

  /// The bytes of the file, compared with the digest at the end.
  private final class SameBytes extends FilterInputStream {
    private final MessageDigest digest;
    private boolean ended;

    SameBytes(InputStream in, MessageDigest digest) {
      super(in);
      this.digest = digest;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count;
      try {
        count = in.read(into, offset, length);
      } catch (IOException e) {
        throw new BlobChangedException(name, e);
      }
      if (count > 0) {
        digest.update(into, offset, count);
      } else if (count < 0 && !ended && !HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
        throw new BlobChangedException(name, new IOException("other bytes than at first"));
      }
      ended |= count < 0;
      return count;
    }

    /// By reading, since every byte counts for the digest.
    @Override
    public long skip(long count) {
      return Math.max(
          0, read(new byte[(int) Math.min(count, CHUNK)], 0, (int) Math.min(count, CHUNK)));
    }
  }

  static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
