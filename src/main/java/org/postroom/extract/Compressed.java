package org.postroom.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tukaani.xz.XZInputStream;

/// The compressed forms that the platform cannot unpack by itself, within the caps of [Budget].
final class Compressed {
  /// What unpacking may take at once: the dictionary that 7-Zip itself uses at its "ultra" level,
  /// and a little for the rest.
  private static final int MOST_KIB = 80 << 10;

  private Compressed() {}

  /// Takes each file of an archive.
  interface Entries {
    void entry(String name, byte[] content) throws IOException;
  }

  /// Reads a 7z archive.
  ///
  /// @throws UnreadableException where it is locked, or packed in a way that is not known here
  static void sevenZip(byte[] content, Budget budget, Entries entries) throws IOException {
    try (SevenZFile archive =
        SevenZFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
            .setMaxMemoryLimitKiB(MOST_KIB)
            .get()) {
      for (SevenZArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        budget.entry();
        if (!entry.isDirectory() && entry.hasStream()) {
          InputStream stream = archive.getInputStream(entry);
          String name = entry.getName();
          entries.entry(name == null ? "" : name, budget.read(stream));
        }
      }
    } catch (PasswordRequiredException e) {
      throw new UnreadableException("encrypted", e);
    } catch (MemoryLimitException e) {
      throw new UnreadableException("too-large", e);
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).startsWith("Unsupported compression method")) {
        throw new UnreadableException("unknown-format", e);
      }
      throw e;
    } catch (IllegalStateException | ArithmeticException | IndexOutOfBoundsException e) {
      // A damaged header: the library says so in several ways.
      throw new ZipException(e.toString());
    }
  }

  static byte[] gzip(byte[] content, Budget budget) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return budget.read(in);
    }
  }

  static byte[] bzip2(byte[] content, Budget budget) throws IOException {
    try (InputStream in = new BZip2CompressorInputStream(new ByteArrayInputStream(content), true)) {
      return budget.read(in);
    }
  }

  static byte[] xz(byte[] content, Budget budget) throws IOException {
    try (InputStream in = new XZInputStream(new ByteArrayInputStream(content), MOST_KIB)) {
      return budget.read(in);
    } catch (org.tukaani.xz.MemoryLimitException e) {
      throw new UnreadableException("too-large", e);
    }
  }

  /// A file that cannot be read through.
  static final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String why;

    /// @param why key of the reason's words
    UnreadableException(String why, Throwable cause) {
      super(cause);
      this.why = why;
    }

    String why() {
      return why;
    }
  }
}
