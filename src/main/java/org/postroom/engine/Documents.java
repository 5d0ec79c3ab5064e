package org.postroom.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.postroom.document.DocumentEdit;
import org.postroom.document.DocumentReader;
import org.postroom.document.DocumentReading;
import org.postroom.document.DocumentWriter;
import org.postroom.document.MailshotDocument;
import org.postroom.files.DurableFiles;
import org.postroom.message.Delivery;
import org.postroom.message.Kind;
import org.postroom.message.MailshotId;
import org.postroom.workspace.KnownMailshot;
import org.postroom.workspace.WorkspaceException;

/// Opens and saves `.mailshot` files and the texts beside them.
final class Documents {
  private static final long MOST_BYTES = 16L << 20;
  private final Parts parts;

  Documents(Parts parts) {
    this.parts = parts;
  }

  MailshotFile open(Path mailshot) throws ProblemException {
    Path path = mailshot.toAbsolutePath().normalize();
    MailshotDocument document = read(path);
    MailshotFile file = new MailshotFile(path, document, id(path, document));
    refuseASecondCopy(file);
    return file;
  }

  MailshotFile save(MailshotFile file) throws ProblemException {
    MailshotDocument document = withId(file.document(), file.id().value());
    byte[] bytes = DocumentWriter.write(document);
    // What could not be read again is never written over what could.
    if (DocumentReader.read(bytes) instanceof DocumentReading.Wrong wrong) {
      throw Problems.of(Problem.Kind.DOCUMENT, "save.wrong", wrong.message());
    }
    write(file.path(), bytes);
    MailshotFile saved = new MailshotFile(file.path(), document, file.id());
    remember(saved, -1);
    return saved;
  }

  MailshotFile create(String name) throws ProblemException {
    MailshotId id = new MailshotId(UUID.randomUUID());
    try {
      Path folder = parts.workspace().mailshotFolder(id);
      MailshotDocument document =
          new MailshotDocument(
              id.value(),
              name,
              Kind.PERSONAL,
              Delivery.INDIVIDUAL,
              "",
              null,
              MailshotDocument.Recipients.none(),
              "",
              null,
              null,
              null,
              java.util.List.of(),
              null,
              null,
              null,
              java.util.List.of());
      return save(new MailshotFile(folder.resolve(fileName(name)), document, id));
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  String readBody(MailshotFile file, String relative) throws ProblemException {
    Path path = beside(file, relative);
    try {
      return TextFiles.decode(Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.FILE, "text.unreadable", relative);
    }
  }

  void writeBody(MailshotFile file, String relative, String text) throws ProblemException {
    write(beside(file, relative), text.getBytes(StandardCharsets.UTF_8));
  }

  void writePage(Path file, String html) throws ProblemException {
    write(file, html.getBytes(StandardCharsets.UTF_8));
  }

  /// @param people in the list, or −1 to keep the number that is known
  void remember(MailshotFile file, int people) throws ProblemException {
    try {
      int known =
          people >= 0
              ? people
              : parts.workspace().mailshots().find(file.id()).map(KnownMailshot::people).orElse(0);
      parts
          .workspace()
          .mailshots()
          .remember(
              new KnownMailshot(
                  file.id(),
                  file.path(),
                  name(file),
                  file.document().subject(),
                  known,
                  parts.clock().instant()));
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  /// What the sender calls it; where nobody said, the file's name without its ending.
  static String name(MailshotFile file) {
    if (!file.document().name().isBlank()) {
      return file.document().name();
    }
    return String.valueOf(file.path().getFileName()).replaceFirst("\\.mailshot$", "");
  }

  static MailshotDocument withId(MailshotDocument d, UUID id) {
    return new DocumentEdit(d).id(id).document();
  }

  private static MailshotDocument read(Path path) throws ProblemException {
    try {
      if (!Files.isRegularFile(path)) {
        throw Problems.of(Problem.Kind.FILE, "open.missing", path.toString());
      }
      if (Files.size(path) > MOST_BYTES) {
        throw Problems.of(Problem.Kind.DOCUMENT, "open.too-large", path.toString());
      }
      return switch (DocumentReader.read(Files.readAllBytes(path))) {
        case DocumentReading.Read(MailshotDocument document) -> document;
        case DocumentReading.Wrong wrong ->
            throw Problems.of(
                Problem.Kind.DOCUMENT,
                "open.wrong",
                String.valueOf(path.getFileName()),
                wrong.message());
      };
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.FILE, "open.unreadable", path.toString());
    }
  }

  private static MailshotId id(Path path, MailshotDocument document) throws ProblemException {
    UUID written = document.id();
    if (written != null) {
      return new MailshotId(written);
    }
    try {
      String real = "postroom mailshot " + path.toRealPath();
      return new MailshotId(UUID.nameUUIDFromBytes(real.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.FILE, "open.unreadable", path.toString());
    }
  }

  /// Two living documents with one id would share one ledger.
  private void refuseASecondCopy(MailshotFile file) throws ProblemException {
    try {
      Optional<KnownMailshot> known = parts.workspace().mailshots().find(file.id());
      if (known.isEmpty()) {
        remember(file, -1);
        return;
      }
      Path other = known.get().path();
      if (other.equals(file.path())) {
        return;
      }
      if (Files.isRegularFile(other)
          && !Files.isSameFile(other, file.path())
          && DocumentReader.read(Files.readAllBytes(other)) instanceof DocumentReading.Read read
          && file.id().value().equals(read.document().id())) {
        throw Problems.of(
            Problem.Kind.DOCUMENT, "open.copied", file.path().toString(), other.toString());
      }
      remember(file, -1);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.FILE, "open.unreadable", file.path().toString());
    }
  }

  private static Path beside(MailshotFile file, String relative) throws ProblemException {
    try {
      return file.folder().resolve(relative);
    } catch (InvalidPathException e) {
      throw Problems.of(e, Problem.Kind.FILE, "text.unreadable", relative);
    }
  }

  private static void write(Path path, byte[] bytes) throws ProblemException {
    try {
      DurableFiles.write(path, bytes);
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.FILE, "save.failed", path.toString());
    }
  }

  private static String fileName(String name) {
    String plain = name.strip().replaceAll("[^\\p{L}\\p{N} ._-]", "-");
    String shortened = plain.substring(0, Math.min(plain.length(), 60)).strip();
    return (shortened.isEmpty() ? "mailshot" : shortened) + ".mailshot";
  }
}
