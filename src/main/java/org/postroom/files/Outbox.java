package org.postroom.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroom.message.MailshotId;
import org.postroom.workspace.Workspace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a cleared mailshot is made of, frozen before anything is sent: document, list, texts,
/// images and attachments by SHA-256, and an index that names them as the document does. Resuming
/// reads them, whatever happened to the originals. The index is written last: without it nothing is
/// frozen.
public final class Outbox {
  static final String INDEX = "index.json";
  static final String DOCUMENT = "document";

  private final Path folder;
  private final JsonMapper json = JsonMapper.builder().build();

  /// Practice has an outbox of its own, as it has its own ledger.
  public Outbox(Workspace workspace, boolean practice) {
    Path all = workspace.folder().resolve("outbox");
    this.folder = practice ? all.resolve("practice") : all;
  }

  /// One frozen file in the index.
  record Entry(
      String folder,
      String name,
      String fileName,
      String contentType,
      String sha256,
      long size,
      String fileKey,
      String identity) {}

  record Index(int postroom, String document, List<Entry> files) {}

  /// Freezes the document and every file that was read through `files`. Durable when it returns.
  ///
  /// @throws org.postroom.message.BlobChangedException where a file changed since it was read
  /// @throws IOException where it cannot be written; then nothing is frozen
  public void freeze(MailshotId mailshot, int revision, byte[] document, DiskFiles files)
      throws IOException {
    Path place = place(mailshot, revision);
    delete(mailshot, revision);
    Files.createDirectories(place);
    DurableFiles.write(place.resolve(DOCUMENT), document);
    List<Entry> entries = new ArrayList<>();
    for (UsedFile used : files.used()) {
      String sha256 = used.file().content().sha256();
      Path blob = place.resolve(sha256);
      if (!Files.exists(blob, LinkOption.NOFOLLOW_LINKS)) {
        DurableFiles.writeOneOfMany(blob, used.file().content().bytes());
      }
      entries.add(
          new Entry(
              used.folder(),
              used.name(),
              used.file().fileName(),
              used.file().contentType(),
              sha256,
              used.file().content().size(),
              used.file().fileKey(),
              used.identity()));
    }
    Index index = new Index(1, DOCUMENT, entries);
    DurableFiles.write(place.resolve(INDEX), json.writeValueAsBytes(index));
    forceUpwards(place);
  }

  /// The frozen mailshot; empty where nothing is frozen.
  ///
  /// @throws IOException where it is there but cannot be read
  public Optional<FrozenFiles> open(MailshotId mailshot, int revision) throws IOException {
    Path place = place(mailshot, revision);
    if (!Files.exists(place.resolve(INDEX))) {
      return Optional.empty();
    }
    try {
      Index index = json.readValue(Files.readAllBytes(place.resolve(INDEX)), Index.class);
      return Optional.of(new FrozenFiles(place, index));
    } catch (JacksonException e) {
      throw new IOException(INDEX, e);
    }
  }

  /// When the mailshot is settled. The index goes first, so that half of it is never taken for all.
  public void delete(MailshotId mailshot, int revision) throws IOException {
    Path place = place(mailshot, revision);
    if (!Files.isDirectory(place)) {
      return;
    }
    Files.deleteIfExists(place.resolve(INDEX));
    DurableFiles.forceFolder(place);
    try (Stream<Path> inside = Files.walk(place)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private Path place(MailshotId mailshot, int revision) {
    return folder.resolve(mailshot.toString()).resolve(Integer.toString(revision));
  }

  /// The folders are new as well, and a folder's name is durable only when its parent was forced.
  private void forceUpwards(Path place) throws IOException {
    Path top = folder.getParent();
    for (Path at = place.getParent(); at != null && !at.equals(top); at = at.getParent()) {
      DurableFiles.forceFolder(at);
    }
    if (top != null) {
      DurableFiles.forceFolder(top);
    }
  }
}
