package org.postroom.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/// Files and folders that only their owner may read (0600, 0700). Where the file system has no such
/// permissions (Windows), the user's own profile folder is private already.
final class PrivateFiles {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  static void createFile(Path file) throws IOException {
    Files.createFile(file, attributes(file, FILE));
  }

  /// Whole or not at all: written aside, forced, moved into place, and the name forced as well.
  static void replace(Path file, byte[] bytes) throws IOException {
    Path aside = aside(file, bytes);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolderOf(file);
  }

  /// As [#replace], but a file that is there already stays: of two processes that both make it one
  /// wins.
  static void make(Path file, byte[] bytes) throws IOException {
    Path aside = aside(file, bytes);
    try {
      // A link is made only where the name is free; a move would replace.
      Files.createLink(file, aside);
      Files.delete(aside);
    } catch (FileAlreadyExistsException e) {
      // The other process was first; perhaps it has not forced the name yet.
      Files.delete(aside);
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A file system without links (FAT): the move is the best there is.
      Files.move(aside, file);
    }
    forceFolderOf(file);
  }

  /// Until its folder is forced a name can be gone after a power cut, however well the file's bytes
  /// are kept. Windows does not open folders; its file system journals the names.
  private static void forceFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && hasPermissions(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static Path aside(Path file, byte[] bytes) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
    createFile(aside);
    try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(aside);
      throw e;
    }
    return aside;
  }

  static void createFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      createFoldersOneByOne(folder.toAbsolutePath());
    }
  }

  private static void createFoldersOneByOne(Path folder) throws IOException {
    Path above = folder.getParent();
    if (above != null && !Files.isDirectory(above)) {
      createFoldersOneByOne(above);
    }
    Files.createDirectories(folder, attributes(folder, FOLDER));
    forceFolderOf(folder);
  }

  static void close(Path folder) throws IOException {
    if (hasPermissions(folder)) {
      Files.setPosixFilePermissions(folder, FOLDER);
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> wanted) {
    return hasPermissions(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(wanted)}
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
