package org.postroom.files;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Blob;
import org.postroom.message.BlobChangedException;

/// The bytes of a recipient list, which may be many: their digest is made while somebody reads them
/// to the end for the first time, and not before, so that a list is read once. Every later reading
/// is compared with it.
///
/// The beginning of the file, by which its format, charset and delimiter are told, stays in memory:
/// whoever looks at it alone sees the bytes that the digest is of. A file that is changed between
/// its first look and the end of its first reading is noticed by its size, time and key. Safe for
/// several threads.
final class ListBlob implements Blob {
  private static final int HEAD = 1 << 18;
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final String name;
  private final Stamp stamp;
  private final byte[] head;
  private volatile @Nullable String sha256;

  /// What changes when a file is written to or replaced.
  private record Stamp(long size, FileTime modified, String key) {
    static Stamp of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(
          attributes.size(), attributes.lastModifiedTime(), String.valueOf(attributes.fileKey()));
    }
  }

  private ListBlob(Path file, String name, Stamp stamp, byte[] head) {
    this.file = file;
    this.name = name;
    this.stamp = stamp;
    this.head = head;
  }

  /// Reads no more than the beginning.
  static ListBlob of(Path file) throws IOException {
    Stamp stamp = Stamp.of(file);
    try (InputStream in = Files.newInputStream(file)) {
      return new ListBlob(file, String.valueOf(file.getFileName()), stamp, in.readNBytes(HEAD));
    }
  }

  @Override
  public long size() {
    return stamp.size();
  }

  /// Reads the file where nobody has read it to its end yet.
  @Override
  public String sha256() {
    if (sha256 == null) {
      try (InputStream in = open()) {
        byte[] chunk = new byte[CHUNK];
        while (in.read(chunk) >= 0) {
          // The end is what counts.
        }
      } catch (IOException e) {
        throw new BlobChangedException(name, e);
      }
    }
    return Objects.requireNonNull(sha256, "known at the end of a reading");
  }

  @Override
  public byte[] bytes() {
    byte[] bytes = new byte[Math.toIntExact(stamp.size())];
    try (InputStream in = open()) {
      if (in.readNBytes(bytes, 0, bytes.length) < bytes.length || in.read() >= 0) {
        throw changed();
      }
    } catch (IOException e) {
      throw new BlobChangedException(name, e);
    }
    return bytes;
  }

  @Override
  public InputStream open() {
    try {
      SeekableByteChannel rest = Files.newByteChannel(file).position(head.length);
      return new Digested(
          new SequenceInputStream(new ByteArrayInputStream(head), Channels.newInputStream(rest)));
    } catch (IOException e) {
      throw new BlobChangedException(name, e);
    }
  }

  private BlobChangedException changed() {
    return new BlobChangedException(name, new IOException("other bytes than at first"));
  }

  /// All bytes were read, and are those of this digest.
  private synchronized void ended(String digest, long count) throws IOException {
    String known = sha256;
    if (known == null) {
      if (count != stamp.size() || !Stamp.of(file).equals(stamp)) {
        throw changed();
      }
      sha256 = digest;
    } else if (!digest.equals(known)) {
      throw changed();
    }
  }

  private final class Digested extends FilterInputStream {
    private final MessageDigest digest = FileBlob.newSha256();
    private long count;
    private boolean ended;

    Digested(InputStream in) {
      super(in);
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      try {
        int read = ended ? -1 : in.read(into, offset, length);
        if (read >= 0) {
          digest.update(into, offset, read);
          count += read;
        } else if (!ended) {
          ended = true;
          ended(HexFormat.of().formatHex(digest.digest()), count);
        }
        return read;
      } catch (IOException e) {
        throw new BlobChangedException(name, e);
      }
    }

    /// By reading, since every byte counts for the digest.
    @Override
    public long skip(long wanted) {
      int most = (int) Math.min(wanted, CHUNK);
      return Math.max(0, read(new byte[most], 0, most));
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
