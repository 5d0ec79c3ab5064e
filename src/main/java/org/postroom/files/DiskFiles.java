package org.postroom.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.postroom.message.Blob;
import org.postroom.message.FileCandidate;
import org.postroom.message.KnownLists;
import org.postroom.message.PersonalFiles;

/// The files of a document as they lie on the disk. It remembers what it read, which is what is
/// frozen when the mailshot is cleared. Safe for several threads.
public final class DiskFiles implements SourceFiles {
  private final Path folder;
  private final Map<String, Reading> readings = new ConcurrentHashMap<>();
  private final List<UsedFile> used = Collections.synchronizedList(new ArrayList<>());

  /// @param folder that the document lies in
  public DiskFiles(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  @Override
  public Reading read(String name) {
    return readings.computeIfAbsent(name, _ -> readNow(name, DiskFiles::candidate));
  }

  @Override
  public Reading list(String name) {
    return readings.computeIfAbsent(name, _ -> readNow(name, DiskFiles::list));
  }

  @Override
  public PersonalFiles personal(String subfolder, KnownLists lists) {
    return new DiskPersonalFiles(folder, subfolder, lists, used::add);
  }

  /// Everything that was found so far, each name once.
  List<UsedFile> used() {
    synchronized (used) {
      return List.copyOf(used);
    }
  }

  /// A file anywhere on the disk, as a candidate.
  ///
  /// @throws NoSuchFileException where there is none, or it is a folder
  public static FileCandidate candidate(Path file) throws IOException {
    return candidate(file, FileBlob::of);
  }

  /// A recipient list anywhere on the disk. Its digest is made when it is read, or asked for.
  ///
  /// @throws NoSuchFileException where there is none, or it is a folder
  public static FileCandidate list(Path file) throws IOException {
    return candidate(file, ListBlob::of);
  }

  /// Something that a file on the disk is read as.
  @FunctionalInterface
  private interface Opener<T> {
    T open(Path file) throws IOException;
  }

  private static FileCandidate candidate(Path file, Opener<? extends Blob> bytes)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    String name = String.valueOf(file.getFileName());
    return new FileCandidate(
        name, ContentTypes.of(file), bytes.open(file), FileIdentity.of(file).text());
  }

  private Reading readNow(String name, Opener<FileCandidate> opener) {
    try {
      FileCandidate file = opener.open(folder.resolve(name));
      used.add(new UsedFile("", name, file, FileIdentity.read(file.fileKey()).one()));
      return new Reading.Found(file);
    } catch (NoSuchFileException | InvalidPathException e) {
      return new Reading.Missing(name);
    } catch (IOException e) {
      return new Reading.Unreadable(name, e.getClass().getSimpleName());
    }
  }
}
