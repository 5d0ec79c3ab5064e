package org.postroom.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.postroom.message.MailshotId;
import org.postroom.workspace.KnownMailshot;
import org.postroom.workspace.Workspace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a person threw away, for 30 days. Folders inside the workspace are moved here and back;
/// files outside the workspace are never moved or deleted: of a document there, only the fact that
/// it was known goes into the Bin.
public final class Bin {
  /// How long it can be undone.
  public static final Duration KEPT = Duration.ofDays(30);

  private static final String NOTE = "note.json";
  private static final String CONTENT = "content";

  private final Path workspace;
  private final Path folder;
  private final JsonMapper json = JsonMapper.builder().build();

  public Bin(Workspace workspace) {
    this.workspace = workspace.folder();
    this.folder = workspace.folder().resolve("bin");
  }

  /// @param from where the folder lay, relative to the workspace; empty where none was moved
  /// @param id of the mailshot, or empty
  record Note(
      String from,
      String at,
      String id,
      String path,
      String name,
      String subject,
      int people,
      String changed) {}

  /// Throws a mailshot away: its folder where it lies in the workspace, else only the knowledge of
  /// it.
  public void put(KnownMailshot mailshot, Instant at) throws IOException {
    Path own = workspace.resolve("mailshots").resolve(mailshot.id().toString());
    boolean inside = mailshot.path().startsWith(own) && Files.isDirectory(own);
    Note note =
        new Note(
            inside ? workspace.relativize(own).toString() : "",
            at.toString(),
            mailshot.id().toString(),
            mailshot.path().toString(),
            mailshot.name(),
            mailshot.subject(),
            mailshot.people(),
            mailshot.changed().toString());
    put(note);
  }

  /// Throws a folder of the workspace away, such as what the practice server received.
  ///
  /// @throws IllegalArgumentException where it does not lie in the workspace
  public void put(Path inWorkspace, Instant at) throws IOException {
    Path moved = inWorkspace.toAbsolutePath().normalize();
    if (!moved.startsWith(workspace) || moved.equals(workspace)) {
      throw new IllegalArgumentException("files outside the workspace are never moved");
    }
    String none = "";
    put(
        new Note(
            workspace.relativize(moved).toString(),
            at.toString(),
            none,
            none,
            none,
            none,
            0,
            none));
  }

  /// Brings a mailshot back.
  ///
  /// @return what was known of it, to be remembered again; empty where it is not in the Bin
  public Optional<KnownMailshot> restore(MailshotId mailshot) throws IOException {
    for (Path ticket : tickets()) {
      Note note = read(ticket);
      if (note.id().equals(mailshot.toString())) {
        if (!note.from().isEmpty()) {
          Path back = workspace.resolve(note.from());
          Files.createDirectories(back.resolveSibling(""));
          Files.move(ticket.resolve(CONTENT), back, StandardCopyOption.ATOMIC_MOVE);
        }
        delete(ticket);
        return Optional.of(known(note));
      }
    }
    return Optional.empty();
  }

  /// The mailshots that can be brought back, the latest first.
  public List<KnownMailshot> mailshots() throws IOException {
    List<KnownMailshot> found = new ArrayList<>();
    for (Path ticket : tickets()) {
      Note note = read(ticket);
      if (!note.id().isEmpty()) {
        found.add(known(note));
      }
    }
    return found;
  }

  /// Deletes for good what was thrown away more than 30 days before `now`.
  ///
  /// @return the mailshots among it
  public List<MailshotId> empty(Instant now) throws IOException {
    List<MailshotId> gone = new ArrayList<>();
    for (Path ticket : tickets()) {
      Note note = read(ticket);
      if (Instant.parse(note.at()).isBefore(now.minus(KEPT))) {
        delete(ticket);
        if (!note.id().isEmpty()) {
          gone.add(MailshotId.of(note.id()));
        }
      }
    }
    return gone;
  }

  /// When each mailshot that can be brought back was thrown away.
  public Map<MailshotId, Instant> times() throws IOException {
    Map<MailshotId, Instant> times = new HashMap<>();
    for (Path ticket : tickets()) {
      Note note = read(ticket);
      if (!note.id().isEmpty()) {
        times.putIfAbsent(MailshotId.of(note.id()), Instant.parse(note.at()));
      }
    }
    return times;
  }

  private void put(Note note) throws IOException {
    // The time goes first, so that the names are in order.
    String when = note.at().replace(':', '-');
    Path ticket = folder.resolve(when + "-" + UUID.randomUUID());
    Files.createDirectories(ticket);
    DurableFiles.write(ticket.resolve(NOTE), json.writeValueAsBytes(note));
    if (!note.from().isEmpty()) {
      Files.move(
          workspace.resolve(note.from()), ticket.resolve(CONTENT), StandardCopyOption.ATOMIC_MOVE);
    }
    DurableFiles.forceFolder(folder);
  }

  private List<Path> tickets() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(ticket -> Files.exists(ticket.resolve(NOTE)))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  private Note read(Path ticket) throws IOException {
    try {
      return json.readValue(Files.readAllBytes(ticket.resolve(NOTE)), Note.class);
    } catch (JacksonException e) {
      throw new IOException(ticket.toString(), e);
    }
  }

  private static KnownMailshot known(Note note) {
    return new KnownMailshot(
        MailshotId.of(note.id()),
        Path.of(note.path()),
        note.name(),
        note.subject(),
        note.people(),
        Instant.parse(note.changed()));
  }

  private static void delete(Path ticket) throws IOException {
    try (Stream<Path> inside = Files.walk(ticket)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
