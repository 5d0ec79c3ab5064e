package org.postroom.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.address.Mailbox;
import org.postroom.files.DiskFiles;
import org.postroom.files.DurableFiles;
import org.postroom.recipients.RecipientList;
import org.postroom.workspace.ListExport;
import org.postroom.workspace.ListExports;
import org.postroom.workspace.WorkspaceException;

/// Writes lists out, with or without a canary.
final class ListExporting implements ListExporter {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Without letters and digits that are taken for each other.
  private static final String TAG = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int TAG_LENGTH = 7;
  private final Parts parts;
  private final Importer importer;

  ListExporting(Parts parts, Importer importer) {
    this.parts = parts;
    this.importer = importer;
  }

  @Override
  public Exported export(ListRequest list, Order order, WorkProgress progress)
      throws ProblemException {
    requireFree(order.file());
    return write(importer.read(list, progress).list(), order);
  }

  @Override
  public Exported export(MailshotFile mailshot, Order order, WorkProgress progress)
      throws ProblemException {
    requireFree(order.file());
    DiskFiles files = new DiskFiles(mailshot.folder());
    return write(importer.read(mailshot, files, importer.memory(), progress).list(), order);
  }

  @Override
  public List<Export> all() throws ProblemException {
    try {
      return exports().all().stream().map(ListExporting::shown).toList();
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  @Override
  public Optional<Export> whose(String address) throws ProblemException {
    try {
      return exports().find(mailbox(address).key()).map(ListExporting::shown);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private Exported write(RecipientList list, Order order) throws ProblemException {
    Path file = order.file().toAbsolutePath().normalize();
    if (list.people().isEmpty()) {
      throw Problems.of(Problem.Kind.FILE, "export.nobody", list.origin().fileName());
    }
    CanaryWish wish = order.canary();
    try {
      ListExport.@Nullable Canary canary = wish == null ? null : canary(list, wish);
      List<String> row =
          canary == null ? null : new CanaryRow(list, RANDOM).cells(canary.address());
      int place = RANDOM.nextInt(list.people().size() + 1);
      byte[] bytes = bytes(new ListTable(list, row, place), file);
      ListExport export =
          new ListExport(
              UUID.randomUUID(),
              list.origin().fileName(),
              list.origin().sha256(),
              file.toString(),
              sha256(bytes),
              list.people().size(),
              SuppressionRows.oneLine(order.handedTo()),
              parts.user(),
              parts.clock().instant(),
              canary);
      if (!exports().add(export)) {
        throw Problems.of(
            Problem.Kind.DOCUMENT, "export.canary-used", canary == null ? "" : canary.address());
      }
      write(export, file, bytes);
      return new Exported(shown(export), list.leftOut().size());
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private void write(ListExport export, Path file, byte[] bytes)
      throws ProblemException, WorkspaceException {
    try {
      DurableFiles.write(file, bytes);
    } catch (IOException e) {
      exports().remove(export.id());
      throw Problems.of(e, Problem.Kind.FILE, "export.not-written", file.toString());
    }
  }

  private static byte[] bytes(ListTable table, Path file) throws ProblemException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return table.csv();
    }
    if (!name.endsWith(".xlsx")) {
      throw Problems.of(Problem.Kind.DOCUMENT, "export.format", file.toString());
    }
    try {
      byte[] bytes = table.xlsx();
      if (bytes.length == 0) {
        throw Problems.of(Problem.Kind.DOCUMENT, "export.too-large", file.toString());
      }
      return bytes;
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.FILE, "export.not-written", file.toString());
    }
  }

  /// A new address that stands in no list that this workspace knows.
  private ListExport.Canary canary(RecipientList list, CanaryWish wish)
      throws ProblemException, WorkspaceException {
    Mailbox mailbox =
        switch (wish) {
          case CanaryWish.Plus(String own) -> withTag(mailbox(own));
          case CanaryWish.Exactly(String address) -> mailbox(address);
        };
    boolean known =
        list.find(mailbox.key()).isPresent()
            || list.leftOut().stream()
                .anyMatch(row -> row.cells().contains(mailbox.address().wire()))
            || parts.workspace().lists().onAnotherList(mailbox.key(), "");
    if (known) {
      throw Problems.of(Problem.Kind.DOCUMENT, "export.canary-known", mailbox.address().wire());
    }
    if (exports().find(mailbox.key()).isPresent()) {
      throw Problems.of(Problem.Kind.DOCUMENT, "export.canary-used", mailbox.address().wire());
    }
    return new ListExport.Canary(mailbox.key(), mailbox.address().wire());
  }

  private static Mailbox withTag(Mailbox own) throws ProblemException {
    String address = own.address().wire();
    int at = address.lastIndexOf('@');
    String local = address.substring(0, at);
    int plus = local.indexOf('+');
    StringBuilder tagged = new StringBuilder(plus > 0 ? local.substring(0, plus) : local);
    tagged.append('+');
    for (int i = 0; i < TAG_LENGTH; i++) {
      tagged.append(TAG.charAt(RANDOM.nextInt(i == 0 ? TAG.indexOf('2') : TAG.length())));
    }
    return mailbox(tagged + address.substring(at));
  }

  private static Mailbox mailbox(String address) throws ProblemException {
    if (AddressReader.read(address) instanceof AddressReading.One one) {
      return one.mailbox();
    }
    throw Problems.of(Problem.Kind.DOCUMENT, "suppress.no-address", address);
  }

  private static void requireFree(Path file) throws ProblemException {
    if (Files.isRegularFile(file) || Files.isDirectory(file)) {
      throw Problems.of(Problem.Kind.FILE, "suppress.there", file.toString());
    }
  }

  private ListExports exports() {
    return parts.workspace().exports();
  }

  private static Export shown(ListExport export) {
    ListExport.Canary canary = export.canary();
    return new Export(
        export.listFile(),
        export.listSha256(),
        Path.of(export.path()),
        export.sha256(),
        export.people(),
        export.handedTo(),
        export.by(),
        export.at(),
        canary == null ? null : canary.address());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
