package org.postroom.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.postroom.document.DocumentEdit;
import org.postroom.document.DocumentReader;
import org.postroom.document.DocumentReading;
import org.postroom.document.DocumentWriter;
import org.postroom.document.MailshotDocument;
import org.postroom.engine.Version.Change;
import org.postroom.files.VersionFolder;
import org.postroom.files.VersionFolder.Kept;
import org.postroom.message.MailshotId;
import org.postroom.richtext.FieldTag;
import org.postroom.workspace.WorkspaceException;

/// Versions in the workspace, by mailshot.
final class History implements DocumentHistory {
  private final Parts parts;
  private final Documents documents;

  History(Parts parts, Documents documents) {
    this.parts = parts;
    this.documents = documents;
  }

  @Override
  public DiskState onDisk(MailshotFile file) throws ProblemException {
    Map<String, String> found = new LinkedHashMap<>();
    found.put(documentName(file), sha256(file.path()));
    for (String name : texts(file.document())) {
      found.put(name, sha256(file.folder().resolve(name)));
    }
    return new DiskState(found);
  }

  @Override
  public void keep(MailshotFile file) throws ProblemException {
    keep(file.id(), written(file), false);
  }

  @Override
  public void keepForSure(MailshotFile file) throws ProblemException {
    keep(file.id(), written(file), true);
  }

  @Override
  public void keepForSure(MailshotFile file, Map<String, String> texts) throws ProblemException {
    keep(file.id(), new Kept(json(file), new TreeMap<>(texts)), true);
  }

  private void keep(MailshotId id, Kept kept, boolean forSure) throws ProblemException {
    try {
      folder(id).keep(kept, parts.clock().instant(), forSure);
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.WORKSPACE, "versions.failed");
    }
  }

  @Override
  public List<Version> versions(MailshotFile file) throws ProblemException {
    try {
      VersionFolder folder = folder(file.id());
      List<Version> versions = new ArrayList<>();
      Read before = null;
      for (VersionFolder.Entry entry : folder.oldestFirst()) {
        if (DocumentReader.read(entry.kept().document().getBytes(StandardCharsets.UTF_8))
            instanceof DocumentReading.Read(MailshotDocument document)) {
          Read now = new Read(document, entry.kept().texts());
          versions.addFirst(
              new Version(
                  entry.key(),
                  entry.at(),
                  FieldTag.named(document.subject()),
                  VersionWords.of(now.texts(), before == null ? now.texts() : before.texts()),
                  before == null ? Set.of() : changes(before, now)));
          before = now;
        }
      }
      return versions;
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.WORKSPACE, "versions.failed");
    }
  }

  @Override
  public MailshotFile takeBack(MailshotFile file, Version version) throws ProblemException {
    try {
      Kept then = folder(file.id()).read(version.key());
      if (!(DocumentReader.read(then.document().getBytes(StandardCharsets.UTF_8))
          instanceof DocumentReading.Read(MailshotDocument document))) {
        throw Problems.of(Problem.Kind.WORKSPACE, "versions.failed");
      }
      keepForSure(file);
      for (Map.Entry<String, String> text : then.texts().entrySet()) {
        documents.writeBody(file, text.getKey(), text.getValue());
      }
      MailshotFile saved = documents.save(file.with(document));
      keep(saved);
      return saved;
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.WORKSPACE, "versions.failed");
    }
  }

  /// A version that can be read.
  private record Read(MailshotDocument document, Map<String, String> texts) {}

  private static Set<Change> changes(Read before, Read now) {
    MailshotDocument was = before.document();
    MailshotDocument is = now.document();
    Set<Change> changes = EnumSet.noneOf(Change.class);
    add(changes, Change.NAME, was.name().equals(is.name()));
    add(
        changes,
        Change.SENDER,
        was.from().equals(is.from())
            && String.valueOf(was.replyTo()).equals(String.valueOf(is.replyTo())));
    add(changes, Change.SUBJECT, was.subject().equals(is.subject()));
    add(changes, Change.TEXT, before.texts().equals(now.texts()));
    add(changes, Change.PEOPLE, was.recipients().equals(is.recipients()));
    add(changes, Change.FILES, was.attachments().equals(is.attachments()));
    boolean same = was.equals(is);
    if (changes.isEmpty()) {
      add(changes, Change.SETTINGS, same);
    }
    return changes;
  }

  private static void add(Set<Change> changes, Change change, boolean same) {
    if (!same) {
      changes.add(change);
    }
  }

  private Kept written(MailshotFile file) throws ProblemException {
    Map<String, String> texts = new TreeMap<>();
    for (String name : texts(file.document())) {
      texts.put(name, documents.readBody(file, name));
    }
    return new Kept(json(file), texts);
  }

  /// With the id, so that a version of a mailshot that was never saved is one of it, too.
  private static String json(MailshotFile file) {
    return new String(
        DocumentWriter.write(new DocumentEdit(file.document()).id(file.id().value()).document()),
        StandardCharsets.UTF_8);
  }

  private static List<String> texts(MailshotDocument document) {
    List<String> names = new ArrayList<>();
    for (String name : new String[] {document.text(), document.html(), document.markdown()}) {
      if (name != null && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private VersionFolder folder(MailshotId id) throws ProblemException {
    try {
      return new VersionFolder(parts.workspace().history(id));
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private static String documentName(MailshotFile file) {
    return String.valueOf(file.path().getFileName());
  }

  private static String sha256(Path path) throws ProblemException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(path)));
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw Problems.of(
          e, Problem.Kind.FILE, "text.unreadable", String.valueOf(path.getFileName()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
