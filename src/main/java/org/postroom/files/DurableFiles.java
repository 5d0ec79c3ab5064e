package org.postroom.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;

/// Files that are there whole or not at all: a temporary file in the same folder, forced to the
/// disk, moved into place in one step, the folder forced too. Where any step fails, what was there
/// before is still there, and nothing is left lying about.
public final class DurableFiles {
  /// The steps that may fail, so that tests can let each of them fail.
  interface Disk {
    FileChannel create(Path file) throws IOException;

    void write(FileChannel channel, ByteBuffer bytes) throws IOException;

    void force(FileChannel channel) throws IOException;

    void move(Path from, Path to) throws IOException;

    void forceFolder(Path folder) throws IOException;
  }

  private DurableFiles() {}

  /// Writes `bytes` to `file`, replacing what is there. A file that is replaced keeps its
  /// permissions; where `file` is a link, the file that it leads to is replaced. A device or a pipe
  /// is written to as it is.
  ///
  /// @throws IOException where the folder is missing or read-only, or the disk is full
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, bytes, REAL);
  }

  static void write(Path file, byte[] bytes, Disk disk) throws IOException {
    if (isNoPlaceForAFile(file)) {
      writeInto(file, bytes, disk);
      return;
    }
    Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("not a file: " + file);
    }
    Path aside = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel = disk.create(aside)) {
        keepPermissions(target, aside);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          disk.write(channel, rest);
        }
        disk.force(channel);
      }
      disk.move(aside, target);
    } finally {
      Files.deleteIfExists(aside);
    }
    disk.forceFolder(folder);
  }

  /// A device or a pipe is written to, never replaced by a file of its name.
  private static boolean isNoPlaceForAFile(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static void writeInto(Path device, byte[] bytes, Disk disk) throws IOException {
    try (FileChannel channel = FileChannel.open(device, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        disk.write(channel, rest);
      }
    }
  }

  /// As [#write(Path, byte[])], but the file's name is durable only after [#forceFolder]: for many
  /// files in one folder.
  static void writeOneOfMany(Path file, byte[] bytes) throws IOException {
    write(file, bytes, MANY);
  }

  /// Makes the names in `folder` durable: of files that were made, moved or deleted there.
  static void forceFolder(Path folder) throws IOException {
    REAL.forceFolder(folder);
  }

  private static void keepPermissions(Path target, Path aside) throws IOException {
    boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && Files.exists(target)) {
      Files.setPosixFilePermissions(aside, Files.getPosixFilePermissions(target));
    }
  }

  private static final Disk MANY =
      new RealDisk() {
        @Override
        public void forceFolder(Path folder) {}
      };

  static final Disk REAL = new RealDisk();

  private static class RealDisk implements Disk {
    @Override
    public FileChannel create(Path file) throws IOException {
      return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
      channel.write(bytes);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
      channel.force(true);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      try {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        // Both names are in one folder; a file system that cannot do that cannot do better.
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
      // Windows does not open folders; its file system journals the names.
      if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows")) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
        }
      }
    }
  }
}
