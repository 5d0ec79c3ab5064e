package org.postroom.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Attachment;
import org.postroom.message.FileCandidate;
import org.postroom.message.KnownLists;
import org.postroom.message.PersonalFiles;

/// Personal files on the disk (rule V6). The folder is the document's word; below it no cell may
/// leave it, neither by its name nor by a link. Each cell is looked up once.
final class DiskPersonalFiles implements PersonalFiles {
  private final Path folder;
  private final String folderName;
  private final KnownLists lists;
  private final Consumer<UsedFile> used;
  private final Map<String, Found> found = new ConcurrentHashMap<>();

  DiskPersonalFiles(Path document, String folderName, KnownLists lists, Consumer<UsedFile> used) {
    this.folder = document.resolve(folderName);
    this.folderName = folderName;
    this.lists = lists;
    this.used = used;
  }

  @Override
  public Found find(String cell) {
    return found.computeIfAbsent(cell.strip(), this::findNow);
  }

  private Found findNow(String cell) {
    Optional<List<String>> steps = PersonalName.steps(cell);
    if (steps.isEmpty()) {
      return new Found.Outside(cell);
    }
    try {
      Path file = walk(steps.get());
      if (file == null || steps.get().isEmpty() || !Files.exists(file)) {
        return new Found.Missing(cell);
      }
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        return new Found.Outside(cell);
      }
      if (!Files.isRegularFile(file)) {
        return new Found.Missing(cell);
      }
      return judge(cell, DiskFiles.candidate(file));
    } catch (IOException | InvalidPathException e) {
      return new Found.Missing(cell);
    }
  }

  private Found judge(String cell, FileCandidate file) {
    if (file.content().size() == 0) {
      return new Found.Empty(cell);
    }
    return switch (Attachment.admit(file, lists)) {
      case Attachment.Admission.Refused _ ->
          new Found.IsList(cell, lists.sameFile(file).orElse(file.fileName()));
      case Attachment.Admission.Admitted(Attachment attachment) -> {
        String identity = FileIdentity.read(file.fileKey()).one();
        used.accept(new UsedFile(folderName, cell, file, identity));
        yield new Found.File(attachment, identity);
      }
    };
  }

  /// Step by step, because a name may be composed in the list and decomposed on the disk, or the
  /// other way round (NFC, NFD): they read the same.
  private @Nullable Path walk(List<String> steps) throws IOException {
    Path at = folder;
    for (String step : steps) {
      Path next = at.resolve(step);
      if (!Files.exists(next)) {
        next = sameName(at, step);
      }
      if (next == null) {
        return null;
      }
      at = next;
    }
    return at;
  }

  private static @Nullable Path sameName(Path in, String name) throws IOException {
    String wanted = Normalizer.normalize(name, Normalizer.Form.NFC);
    boolean ascii = name.chars().allMatch(c -> c < 128);
    if (ascii || !Files.isDirectory(in)) {
      return null;
    }
    try (Stream<Path> entries = Files.list(in)) {
      return entries
          .filter(
              entry ->
                  Normalizer.normalize(String.valueOf(entry.getFileName()), Normalizer.Form.NFC)
                      .equals(wanted))
          .findFirst()
          .orElse(null);
    }
  }
}
