package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.Waiting;
import org.postroom.document.DocumentEdit;
import org.postroom.engine.DiskState;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.Version;
import org.postroom.engine.Version.Change;

/// Versions of a mailshot, what another program changes, moved folders, and the Bin's 30 days.
class HistoryTest {
  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private Postroom engine;

  @BeforeEach
  void open() {
    engine = RealEngine.open(folder.resolve("workspace"), () -> now, Waiting.REAL);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void everyVersionSaysWhatChanged() throws Exception {
    MailshotFile file = written();
    file = subject(file, "Second");
    text(file, "Another text\n");
    List<Version> versions = engine.history().versions(file);
    assertThat(versions).extracting(Version::subject).containsExactly("Second", "Second", "First");
    assertThat(versions)
        .extracting(Version::changes)
        .containsExactly(Set.of(Change.TEXT), Set.of(Change.SUBJECT), Set.of());
    assertThat(versions.getFirst().words()).isEqualTo("Another text");
  }

  /// Two versions of one minute began with the same words, and with braces.
  @Test
  void aVersionIsKnownByWhatIsNewInIt() throws Exception {
    MailshotFile file = subject(written(), "{{Name|friend}}, news");
    String text = "Dear {{Name|friend}}, our rehearsal moves to **Tuesday** at 19:30.\n\nHelen\n";
    text(file, text);
    text(file, text.replace("Helen", "{{#Subs}}Please tell us.{{/Subs}} Helen"));

    List<Version> versions = engine.history().versions(file);

    assertThat(versions.getFirst().subject()).isEqualTo("‹Name›, news");
    assertThat(versions.getFirst().words())
        .isEqualTo("…moves to Tuesday at 19:30. Please tell us. Helen");
    assertThat(versions.get(1).words())
        .isEqualTo("Dear ‹Name›, our rehearsal moves to Tuesday at 19:30. Helen");
  }

  @Test
  void goingBackCanBeUndoneAlsoAfterARestart() throws Exception {
    MailshotFile file = written();
    file = subject(file, "Second");
    text(file, "Another text\n");
    engine.close();
    open();
    file = engine.open(file.path());
    MailshotFile back = engine.history().takeBack(file, engine.history().versions(file).getLast());
    assertThat(back.document().subject()).isEqualTo("First");
    assertThat(engine.readBody(back, "letter.md")).isEqualTo("One text\n");
    assertThat(engine.open(file.path()).document().subject()).isEqualTo("First");

    engine.close();
    open();
    Version was = engine.history().versions(back).get(1);
    MailshotFile undone = engine.history().takeBack(back, was);
    assertThat(undone.document().subject()).isEqualTo("Second");
    assertThat(engine.readBody(undone, "letter.md")).isEqualTo("Another text\n");
  }

  @Test
  void whatAnotherProgramChangesIsSeenByName() throws Exception {
    MailshotFile file = written();
    DiskState known = engine.history().onDisk(file);
    assertThat(known.changedTo(engine.history().onDisk(file))).isEmpty();
    Files.writeString(file.folder().resolve("letter.md"), "Elsewhere\n");
    assertThat(known.changedTo(engine.history().onDisk(file))).containsExactly("letter.md");
    Files.writeString(file.path(), Files.readString(file.path()).replace("First", "Other"));
    assertThat(known.changedTo(engine.history().onDisk(file)))
        .containsExactly(String.valueOf(file.path().getFileName()), "letter.md");
    Files.delete(file.folder().resolve("letter.md"));
    assertThat(known.changedTo(engine.history().onDisk(file))).contains("letter.md");
  }

  /// A document, its list, its text and its files are one folder: wherever that goes, it works.
  @Test
  void aFolderThatWasMovedKeepsWorkingWithItsVersions() throws Exception {
    Office office = new Office(folder);
    Path here = Files.createDirectories(folder.resolve("choir"));
    Files.writeString(here.resolve("members.csv"), "Name,Email\nAnn,ann@choir.example\n");
    Files.writeString(here.resolve("letter.txt"), "Dear {{Name}},\n\nwe meet on Thursday.\n");
    Files.writeString(here.resolve("programme.txt"), "Carols, then tea.\n");
    Files.writeString(
        here.resolve("choir.mailshot"),
        """
        {"postroom": 1, "name": "Thursday", "from": "Choir <news@choir.example>",
         "recipients": {"file": "members.csv", "basis": "members"},
         "subject": "News", "text": "letter.txt",
         "attachments": [{"file": "programme.txt"}]}
        """);
    MailshotFile file = subject(engine.open(here.resolve("choir.mailshot")), "Other news");
    int versions = engine.history().versions(file).size();
    Path there = folder.resolve("elsewhere/choir 2026");
    Files.createDirectories(there.resolveSibling(""));
    Files.move(here, there);

    office.run("check", there.resolve("choir.mailshot").toString()).exits(0);
    MailshotFile moved = engine.open(there.resolve("choir.mailshot"));
    assertThat(moved.id()).isEqualTo(file.id());
    assertThat(engine.history().versions(moved)).hasSize(versions);
    assertThat(engine.mailshots()).singleElement().matches(e -> e.path().equals(moved.path()));
    assertThat(
            engine
                .draft(
                    moved,
                    engine.way(new org.postroom.engine.Through.Practice(null)),
                    org.postroom.engine.WorkProgress.NONE)
                .people())
        .isEqualTo(1);
  }

  @Test
  void theBinIsEmptiedAfterThirtyDaysAndNotBefore() throws Exception {
    MailshotFile file = written();
    Path history = folder.resolve("workspace/history").resolve(file.id().toString());
    engine.moveToBin(file.id());
    assertThat(engine.bin())
        .singleElement()
        .satisfies(binned -> assertThat(binned.until()).isEqualTo(now.plus(Duration.ofDays(30))));
    now = now.plus(Duration.ofDays(29));
    assertThat(engine.bin()).hasSize(1);
    assertThat(history).exists();
    now = now.plus(Duration.ofDays(2));
    assertThat(engine.bin()).isEmpty();
    assertThat(history).doesNotExist();
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void theBinIsEmptiedWithoutAnybodyLookingIntoIt() throws Exception {
    MailshotFile file = written();
    engine.moveToBin(file.id());
    now = now.plus(Duration.ofDays(31));
    engine.close();
    open();
    assertThat(engine.mailshots()).isEmpty();
    try (var left = Files.list(folder.resolve("workspace/bin"))) {
      assertThat(left).isEmpty();
    }
  }

  private MailshotFile written() throws Exception {
    MailshotFile file = engine.create("Spring");
    file =
        file.with(
            new DocumentEdit(file.document()).subject("First").markdown("letter.md").document());
    engine.writeBody(file, "letter.md", "One text\n");
    MailshotFile saved = engine.save(file);
    engine.history().keep(saved);
    return saved;
  }

  private MailshotFile subject(MailshotFile file, String subject) throws Exception {
    engine.history().keep(file);
    now = now.plusSeconds(90);
    MailshotFile saved =
        engine.save(file.with(new DocumentEdit(file.document()).subject(subject).document()));
    engine.history().keep(saved);
    return saved;
  }

  private void text(MailshotFile file, String text) throws Exception {
    now = now.plusSeconds(90);
    engine.writeBody(file, "letter.md", text);
    engine.history().keep(file);
  }
}
