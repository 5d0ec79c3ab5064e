package org.postroom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.message.BlobChangedException;
import org.postroom.message.FileCandidate;
import org.postroom.message.KnownLists;
import org.postroom.message.MailshotId;
import org.postroom.message.PersonalFiles.Found;
import org.postroom.workspace.KnownMailshot;
import org.postroom.workspace.Workspace;

class OutboxTest {
  private static final MailshotId SHOT = new MailshotId(new UUID(3, 4));
  private static final byte[] DOCUMENT = "{\"postroom\": 1}".getBytes(StandardCharsets.UTF_8);
  private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path folder;
  private Workspace workspace;
  private Path mailshot;
  private DiskFiles disk;

  @BeforeEach
  void write() throws Exception {
    workspace = Workspace.open(folder.resolve("workspace"));
    mailshot = folder.resolve("mailshot");
    Files.createDirectories(mailshot.resolve("invoices"));
    Files.writeString(mailshot.resolve("members.csv"), "Email\nann@club.example\n");
    Files.writeString(mailshot.resolve("letter.txt"), "Dear {{Name}}");
    Files.writeString(mailshot.resolve("invoices/ann.pdf"), "%PDF-ann");
    disk = new DiskFiles(mailshot);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private void readAll() {
    disk.read("members.csv");
    disk.read("letter.txt");
    disk.personal("invoices", KnownLists.NONE).find("ann.pdf");
  }

  private static FileCandidate found(SourceFiles files, String name) {
    return switch (files.read(name)) {
      case SourceFiles.Reading.Found(FileCandidate file) -> file;
      case SourceFiles.Reading.Missing _, SourceFiles.Reading.Unreadable _ ->
          throw new AssertionError(name);
    };
  }

  @Test
  void whatIsFrozenReadsTheSameAfterTheOriginalsAreGone() throws Exception {
    readAll();
    FileCandidate letter = found(disk, "letter.txt");
    Found.File invoice = (Found.File) disk.personal("invoices", KnownLists.NONE).find("ann.pdf");
    Outbox outbox = new Outbox(workspace, false);
    outbox.freeze(SHOT, 1, DOCUMENT, disk);
    Files.delete(mailshot.resolve("letter.txt"));
    Files.writeString(mailshot.resolve("invoices/ann.pdf"), "%PDF-bob");

    FrozenFiles frozen = new Outbox(workspace, false).open(SHOT, 1).orElseThrow();

    assertThat(frozen.document()).isEqualTo(DOCUMENT);
    FileCandidate again = found(frozen, "letter.txt");
    assertThat(again.content().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("Dear {{Name}}");
    assertThat(again.fileName()).isEqualTo("letter.txt");
    assertThat(again.contentType()).isEqualTo(letter.contentType());
    assertThat(again.fileKey()).isEqualTo(letter.fileKey());
    Found.File same = (Found.File) frozen.personal("invoices", KnownLists.NONE).find(" ann.pdf");
    assertThat(same.identity()).isEqualTo(invoice.identity());
    assertThat(same.attachment().content().bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("%PDF-ann");
    assertThat(frozen.read("other.txt")).isEqualTo(new SourceFiles.Reading.Missing("other.txt"));
    assertThat(frozen.personal("invoices", KnownLists.NONE).find("bob.pdf"))
        .isEqualTo(new Found.Missing("bob.pdf"));
  }

  @Test
  void aFileThatChangedSinceItWasReadIsNotFrozen() throws Exception {
    readAll();
    Files.writeString(mailshot.resolve("letter.txt"), "Dear {{Nobody}}");
    Outbox outbox = new Outbox(workspace, false);
    assertThatThrownBy(() -> outbox.freeze(SHOT, 1, DOCUMENT, disk))
        .isInstanceOf(BlobChangedException.class)
        .hasMessage("letter.txt");
    assertThat(outbox.open(SHOT, 1)).isEmpty();
  }

  @Test
  void aFrozenFileThatWasTouchedIsNoticed() throws Exception {
    readAll();
    Outbox outbox = new Outbox(workspace, false);
    outbox.freeze(SHOT, 1, DOCUMENT, disk);
    FileCandidate frozen = found(outbox.open(SHOT, 1).orElseThrow(), "letter.txt");
    Path blob = workspace.folder().resolve("outbox/" + SHOT + "/1/" + frozen.content().sha256());
    Files.writeString(blob, "Dear all");
    assertThatThrownBy(() -> frozen.content().bytes()).isInstanceOf(BlobChangedException.class);
  }

  @Test
  void whenSettledItIsDeletedAndPracticeLiesApart() throws Exception {
    readAll();
    Outbox outbox = new Outbox(workspace, false);
    Outbox practice = new Outbox(workspace, true);
    outbox.freeze(SHOT, 1, DOCUMENT, disk);
    practice.freeze(SHOT, 1, DOCUMENT, disk);
    outbox.delete(SHOT, 1);
    assertThat(outbox.open(SHOT, 1)).isEmpty();
    assertThat(practice.open(SHOT, 1)).isPresent();
    assertThat(workspace.folder().resolve("outbox/" + SHOT + "/1")).doesNotExist();
    outbox.delete(SHOT, 1);
  }

  @Test
  void aMissingFileAndAFolderAreMissing() {
    assertThat(disk.read("no.txt")).isEqualTo(new SourceFiles.Reading.Missing("no.txt"));
    assertThat(disk.read("invoices")).isEqualTo(new SourceFiles.Reading.Missing("invoices"));
    assertThat(disk.read("a\u0000b")).isEqualTo(new SourceFiles.Reading.Missing("a\u0000b"));
  }

  @Test
  void aTypeIsToldByEndingElseByContent() throws Exception {
    Files.writeString(mailshot.resolve("a.DOCX"), "x");
    Files.writeString(mailshot.resolve("scan"), "%PDF-1.7");
    Files.writeString(mailshot.resolve("old.eml"), "To: x");
    assertThat(found(disk, "a.DOCX").contentType()).endsWith("wordprocessingml.document");
    assertThat(found(disk, "scan").contentType()).isEqualTo("application/pdf");
    assertThat(found(disk, "old.eml").contentType()).isEqualTo("application/octet-stream");
  }

  @Test
  void theBinTakesAMailshotOfTheWorkspaceAndGivesItBack() throws Exception {
    Path own = workspace.mailshotFolder(SHOT);
    Path document = Files.write(own.resolve("choir.mailshot"), DOCUMENT);
    KnownMailshot known = new KnownMailshot(SHOT, document, "Choir", "Hello", 40, AT);
    Bin bin = new Bin(workspace);

    bin.put(known, AT);
    assertThat(own).doesNotExist();
    assertThat(bin.mailshots()).containsExactly(known);
    bin.empty(AT.plus(Duration.ofDays(29)));

    assertThat(bin.restore(SHOT)).contains(known);
    assertThat(document).hasBinaryContent(DOCUMENT);
    assertThat(bin.restore(SHOT)).isEmpty();
  }

  @Test
  void theBinNeverTouchesFilesOutsideTheWorkspace() throws Exception {
    Path document = Files.write(mailshot.resolve("choir.mailshot"), DOCUMENT);
    Bin bin = new Bin(workspace);
    bin.put(new KnownMailshot(SHOT, document, "Choir", "Hello", 40, AT), AT);
    assertThat(document).hasBinaryContent(DOCUMENT);
    bin.empty(AT.plus(Duration.ofDays(31)));
    assertThat(bin.mailshots()).isEmpty();
    assertThat(document).hasBinaryContent(DOCUMENT);
    assertThatThrownBy(() -> bin.put(mailshot, AT)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void afterThirtyDaysTheBinIsEmptied() throws Exception {
    Path mail = workspace.practiceMail(SHOT);
    Files.writeString(mail.resolve("000001.eml"), "To: x");
    Bin bin = new Bin(workspace);
    bin.put(mail, AT);
    assertThat(mail).doesNotExist();
    assertThat(workspace.folder().resolve("bin")).isNotEmptyDirectory();
    bin.empty(AT.plus(Duration.ofDays(31)));
    assertThat(workspace.folder().resolve("bin")).isEmptyDirectory();
  }
}
