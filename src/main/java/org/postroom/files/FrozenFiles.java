package org.postroom.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.postroom.message.Attachment;
import org.postroom.message.FileCandidate;
import org.postroom.message.KnownLists;
import org.postroom.message.PersonalFiles;

/// The files of a mailshot as they were when it was cleared.
public final class FrozenFiles implements SourceFiles {
  private final Path place;
  private final Outbox.Index index;
  private final Map<Key, Outbox.Entry> entries = new HashMap<>();

  private record Key(String folder, String name) {}

  FrozenFiles(Path place, Outbox.Index index) {
    this.place = place;
    this.index = index;
    for (Outbox.Entry entry : index.files()) {
      entries.put(new Key(entry.folder(), entry.name()), entry);
    }
  }

  /// The document as it was cleared.
  public byte[] document() throws IOException {
    return Files.readAllBytes(place.resolve(index.document()));
  }

  @Override
  public Reading read(String name) {
    Outbox.Entry entry = entries.get(new Key("", name));
    return entry == null ? new Reading.Missing(name) : new Reading.Found(candidate(entry));
  }

  @Override
  public PersonalFiles personal(String folder, KnownLists lists) {
    return cell -> find(folder, cell.strip(), lists);
  }

  private PersonalFiles.Found find(String folder, String cell, KnownLists lists) {
    Outbox.Entry entry = entries.get(new Key(folder, cell));
    if (entry == null) {
      return new PersonalFiles.Found.Missing(cell);
    }
    FileCandidate file = candidate(entry);
    return switch (Attachment.admit(file, lists)) {
      case Attachment.Admission.Admitted(Attachment attachment) ->
          new PersonalFiles.Found.File(attachment, entry.identity());
      case Attachment.Admission.Refused _ ->
          new PersonalFiles.Found.IsList(cell, lists.sameFile(file).orElse(entry.fileName()));
    };
  }

  private FileCandidate candidate(Outbox.Entry entry) {
    FileBlob blob =
        new FileBlob(place.resolve(entry.sha256()), entry.fileName(), entry.size(), entry.sha256());
    return new FileCandidate(entry.fileName(), entry.contentType(), blob, entry.fileKey());
  }
}
