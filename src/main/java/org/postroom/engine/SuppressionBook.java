package org.postroom.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.address.MailboxKey;
import org.postroom.files.DurableFiles;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.RecipientList;
import org.postroom.workspace.Suppression;
import org.postroom.workspace.Suppressions;
import org.postroom.workspace.WorkspaceException;

/// The suppression list of the workspace, as people keep it.
final class SuppressionBook implements SuppressionList {
  private final Parts parts;
  private final Importer importer;

  SuppressionBook(Parts parts, Importer importer) {
    this.parts = parts;
    this.importer = importer;
  }

  @Override
  public List<Suppressed> all() throws ProblemException {
    return stored().stream()
        .map(
            one -> new Suppressed(one.address().value(), one.reason(), one.byServer(), one.since()))
        .toList();
  }

  @Override
  public boolean add(String address, String reason) throws ProblemException {
    Suppression wish = new Suppression(key(address), words(reason), false, parts.clock().instant());
    try {
      return !suppressions().add(List.of(wish)).isEmpty();
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  @Override
  public void remove(String address, String reason) throws ProblemException {
    MailboxKey key = key(address);
    try {
      if (!suppressions().lift(key, words(reason), parts.clock().instant())) {
        throw Problems.of(Problem.Kind.DOCUMENT, "suppress.nobody", key.value());
      }
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  @Override
  public Imported importFrom(ListRequest list, @Nullable String reason, WorkProgress progress)
      throws ProblemException {
    String name = String.valueOf(list.file().getFileName());
    String words = reason == null ? Problems.text("suppress.imported", name) : words(reason);
    RecipientList read = importer.readWhole(list, progress).list();
    FieldName addresses = read.addressColumn();
    if (addresses == null && read.rows() > 0) {
      throw Problems.of(Problem.Kind.FILE, "suppress.no-column", name);
    }
    SuppressionRows rows = new SuppressionRows(read, words, this::instant);
    try {
      return rows.counted(suppressions().add(rows.wishes()));
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  @Override
  public int export(Path csv) throws ProblemException {
    if (Files.isRegularFile(csv) || Files.isDirectory(csv)) {
      throw Problems.of(Problem.Kind.FILE, "suppress.there", csv.toString());
    }
    List<Suppression> people = stored();
    try {
      DurableFiles.write(csv, SuppressionCsv.bytes(people));
      return people.size();
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.FILE, "suppress.not-written", csv.toString());
    }
  }

  /// What a cell says, or now.
  private Instant instant(String cell) {
    try {
      return cell.isEmpty() ? parts.clock().instant() : Instant.parse(cell);
    } catch (DateTimeException e) {
      return parts.clock().instant(); // Somebody else's column of that name.
    }
  }

  private List<Suppression> stored() throws ProblemException {
    try {
      return suppressions().all();
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private Suppressions suppressions() {
    return parts.workspace().suppressions();
  }

  private static MailboxKey key(String address) throws ProblemException {
    if (AddressReader.read(address) instanceof AddressReading.One one) {
      return one.mailbox().key();
    }
    throw Problems.of(Problem.Kind.DOCUMENT, "suppress.no-address", address);
  }

  private static String words(String reason) throws ProblemException {
    String words = SuppressionRows.oneLine(reason);
    if (words.isEmpty()) {
      throw Problems.of(Problem.Kind.DOCUMENT, "suppress.no-reason");
    }
    return words;
  }
}
