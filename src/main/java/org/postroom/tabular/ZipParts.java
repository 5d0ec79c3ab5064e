package org.postroom.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// The parts of a zipped document, each read as a stream that ends with a refusal where it unpacks
/// to more than the caps allow. Nothing is unpacked that nobody asks for.
final class ZipParts implements Closeable {
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
  private final TabularProgress progress;
  private final long most;
  private long unpacked;
  private int elements;
  private int otherElements;
  private long done;
  private long of;

  private ZipParts(ZipFile zip, long size, TabularProgress progress) {
    this.zip = zip;
    this.most =
        Math.clamp(size * Caps.WHOLE_RATIO, Caps.UNPACKED_BYTES, Caps.UNPACKED_BYTES_OF_LARGE);
    this.progress = progress;
  }

  /// @param progress asked while parts are unpacked as well, where there are no rows to count
  static ZipParts open(byte[] bytes, TabularProgress progress) throws RefusedException {
    if (directoryEntries(bytes) > Caps.ZIP_ENTRIES) {
      throw RefusedException.tooLarge("entries");
    }
    ZipParts parts;
    try {
      parts = new ZipParts(ZipFile.builder().setByteArray(bytes).get(), bytes.length, progress);
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedException(TabularReading.Fault.DAMAGED);
    }
    List<ZipArchiveEntry> all = Collections.list(parts.zip.getEntries());
    for (ZipArchiveEntry entry : all) {
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new RefusedException(TabularReading.Fault.PROTECTED);
      }
      // Two parts of one name: programs would differ in which of them they show.
      if (parts.entries.put(key(entry.getName()), entry) != null) {
        throw new RefusedException(TabularReading.Fault.DAMAGED);
      }
    }
    return parts;
  }

  /// How many entries the directory has, whatever number it says itself: each takes memory before
  /// anybody can refuse it. What looks like one inside a part counts too, up to the cap.
  private static int directoryEntries(byte[] bytes) {
    int count = 0;
    for (int i = 0; i + 3 < bytes.length && count <= Caps.ZIP_ENTRIES; i++) {
      boolean entry =
          bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2;
      count += entry ? 1 : 0;
    }
    return count;
  }

  /// As [TabularProgress#at]; what was said last is said again while nothing but unpacking happens.
  boolean report(long rowsDone, long ofRows) {
    done = rowsDone;
    of = ofRows;
    return progress.at(done, of);
  }

  /// Counts an element of any part.
  ///
  /// @param other true where it is neither in a row nor a shared text
  void element(boolean other) throws RefusedException {
    elements++;
    otherElements += other ? 1 : 0;
    if (elements > Caps.XML_ELEMENTS || otherElements > Caps.XML_OTHER_ELEMENTS) {
      throw RefusedException.tooLarge("elements");
    }
  }

  /// To how many bytes all parts together may unpack.
  long most() {
    return most;
  }

  boolean has(String name) {
    return entries.containsKey(key(name));
  }

  /// True where a part's name begins like this.
  boolean hasFolder(String prefix) {
    return entries.keySet().stream().anyMatch(name -> name.startsWith(key(prefix)));
  }

  /// @throws RefusedException where there is no such part
  InputStream open(String name) throws RefusedException {
    ZipArchiveEntry entry = entries.get(key(name));
    if (entry == null || !isUsual(entry)) {
      throw new RefusedException(TabularReading.Fault.DAMAGED);
    }
    try {
      return new Capped(zip.getInputStream(entry), entry.getCompressedSize());
    } catch (IOException e) {
      throw new RefusedException(TabularReading.Fault.DAMAGED);
    }
  }

  /// The two methods that the formats of office programs allow; others need other libraries, and
  /// some of them much memory.
  private static boolean isUsual(ZipArchiveEntry entry) {
    return entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static String key(String name) {
    String plain = name.startsWith("/") ? name.substring(1) : name;
    return plain.toLowerCase(Locale.ROOT);
  }

  /// Carries a refusal through a parser that knows streams only.
  static final class CapException extends IOException {
    private static final long serialVersionUID = 1L;

    CapException(String cap) {
      super(cap);
    }
  }

  private final class Capped extends InputStream {
    private static final long BYTES_BETWEEN_QUESTIONS = 1L << 20;

    private final InputStream in;
    private final long packed;
    private long count;
    private long asked;
    private int run;

    Capped(InputStream in, long packed) {
      this.in = in;
      this.packed = Math.max(1, packed);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = in.read(into, from, length);
      for (int i = from; i < from + read; i++) {
        run = into[i] == '<' ? 0 : run + 1;
        if (run > Caps.XML_RUN_BYTES) {
          throw new CapException("xml");
        }
      }
      count += Math.max(0, read);
      unpacked += Math.max(0, read);
      if (unpacked > most || (count > Caps.RATIO_FROM && count / packed > Caps.RATIO)) {
        throw new CapException("unpacked");
      }
      if (count - asked > BYTES_BETWEEN_QUESTIONS) {
        asked = count;
        if (!report(done, of)) {
          throw new CancellationException();
        }
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
