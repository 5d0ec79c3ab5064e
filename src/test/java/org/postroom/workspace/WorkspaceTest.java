package org.postroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.address.MailboxKey;
import org.postroom.dispatch.LedgerException;
import org.postroom.dispatch.LetterState;
import org.postroom.message.MailshotId;
import org.postroom.safety.ListCells;
import org.postroom.safety.Memory;

class WorkspaceTest {
  @TempDir Path folder;

  @Test
  void onlyItsOwnerMayEnterIt() throws Exception {
    Path inside = folder.resolve("a/b");
    try (Workspace workspace = Workspace.open(inside)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inside)))
          .isEqualTo("rwx------");
      workspace.records(true);
      for (String file : List.of("postroom.db", "practice.db", "keys/workspace", "keys/lists")) {
        assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(inside.resolve(file))))
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void aFolderThatHoldsOtherThingsKeepsItsPermissions() throws Exception {
    Files.writeString(folder.resolve("letter.txt"), "mine");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Workspace.open(folder).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwxr-xr-x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nfs4", "cifs", "SMB2", "smbfs", "fuse.sshfs", "afpfs"})
  void networkFileSystemsAreKnownByName(String type) {
    assertThat(NetworkFolders.isNetwork(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "btrfs", "apfs", "NTFS", "tmpfs", "overlay", "zfs"})
  void localFileSystemsAreNotRefused(String type) {
    assertThat(NetworkFolders.isNetwork(type)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(WorkspaceException.Fault.class)
  void everyFaultSaysWhatHappenedWhatWasNotLostAndWhatToDo(WorkspaceException.Fault fault) {
    WorkspaceException told = new WorkspaceException(fault, Path.of("here"), "why", null);
    assertThat(told.happened()).contains("here").endsWith(".").doesNotContain("{");
    assertThat(told.kept()).endsWith(".");
    assertThat(told.next()).endsWith(".").doesNotContain("''");
  }

  @Test
  void aReadOnlyFileSystemIsToldApart() {
    Path readOnly = Path.of(URI.create("jrt:/modules")).resolve("workspace");
    assertThat(fault(readOnly)).isEqualTo(WorkspaceException.Fault.READ_ONLY);
  }

  @Test
  void aFileInTheWayIsToldApart() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(fault(file)).isEqualTo(WorkspaceException.Fault.NOT_A_FOLDER);
    assertThat(fault(file.resolve("below"))).isEqualTo(WorkspaceException.Fault.NOT_A_FOLDER);
  }

  @Test
  void aDamagedRecordIsToldApart() throws Exception {
    Files.writeString(folder.resolve("postroom.db"), "no database".repeat(1000));
    assertThat(fault(folder)).isEqualTo(WorkspaceException.Fault.DAMAGED);
  }

  @Test
  void aDamagedKeyIsNotReplaced() throws Exception {
    Workspace.open(folder).close();
    Files.writeString(folder.resolve("keys/workspace"), "0123");
    assertThat(fault(folder)).isEqualTo(WorkspaceException.Fault.DAMAGED);
    assertThat(folder.resolve("keys/workspace")).hasContent("0123");
  }

  @Test
  void aRecordOfANewerPostroomIsLeftAlone() throws Exception {
    Workspace.open(folder).close();
    sql("INSERT INTO migration (number, at_utc) VALUES (999, 'later')");
    assertThat(fault(folder)).isEqualTo(WorkspaceException.Fault.NEWER);
  }

  @Test
  void itsKeysStayTheSame() throws Exception {
    Workspace.open(folder).close();
    byte[] before = Files.readAllBytes(folder.resolve("keys/workspace"));
    Workspace.open(folder).close();
    assertThat(folder.resolve("keys/workspace")).hasBinaryContent(before);
    assertThat(before).hasSize(64);
  }

  @Test
  void aFullDiskStopsTheLetterBeforeItsDotAndLosesNothing() throws Exception {
    try (Workspace workspace = Workspace.open(folder);
        MailshotLock lock = Fixture.lock(workspace)) {
      Fixture.plan(workspace.records(false), lock, 1, 200);
      SqliteLedger ledger = Fixture.ledger(workspace, lock);
      // SQLite refuses to grow, as it does where the disk is full.
      workspace.database().pragma("max_page_count=1");

      LedgerException full = null;
      int accepted = 0;
      for (int i = 0; i < 200 && full == null; i++) {
        try {
          Fixture.accept(ledger, i);
          accepted++;
        } catch (LedgerException e) {
          full = e;
        }
      }

      assertThat(full)
          .isNotNull()
          .cause()
          .isInstanceOfSatisfying(
              WorkspaceException.class,
              cause -> assertThat(cause.fault()).isEqualTo(WorkspaceException.Fault.FULL));
      Records records = workspace.records(false);
      assertThat(records.counts(Fixture.SHOT, 1).getOrDefault(LetterState.ACCEPTED, 0))
          .isEqualTo(accepted);
      assertThat(records.firstBrokenEvent()).isEmpty();
      // With room again it goes on where it stood.
      workspace.database().pragma("max_page_count=1000000");
      int next = accepted;
      assertThat(ledger.state(Fixture.id(next)))
          .isIn(LetterState.PLANNED, LetterState.CLAIMED, LetterState.COMMITTING);
      Fixture.accept(ledger, next + 1);
      assertThat(records.firstBrokenEvent()).isEmpty();
    }
  }

  @Test
  void aFullOrReadOnlyDiskRemembersAListAndAnExportWhollyOrNotAtAll() throws Exception {
    ListsSeen.Seen seen =
        new ListsSeen.Seen(
            "22".repeat(32),
            "key",
            "members.csv",
            5_000,
            0,
            "news@club.example",
            "personal",
            Fixture.AT,
            new ListsSeen.Origin("Members", "/home/helen/members.csv", null, "members", "helen"));
    List<ListPerson> people = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      people.add(person(i, i + 1, "data"));
    }
    ListExport export =
        new ListExport(
            new UUID(3, 4),
            "members.csv",
            seen.sha256(),
            "/home/helen/out.csv",
            "33".repeat(32),
            5_000,
            "x".repeat(200_000),
            "helen",
            Fixture.AT,
            new ListExport.Canary(key(9), "p9@club.example"));
    try (Workspace workspace = Workspace.open(folder)) {
      for (String broken : List.of("max_page_count=1", "query_only=ON")) {
        workspace.database().pragma(broken);
        assertThatThrownBy(() -> workspace.lists().register(seen, people))
            .isInstanceOf(WorkspaceException.class);
        assertThatThrownBy(() -> workspace.exports().add(export))
            .isInstanceOf(WorkspaceException.class);
        assertThat(workspace.lists().all()).isEmpty();
        assertThat(workspace.exports().all()).isEmpty();
        assertThat(workspace.lists().onAnotherList(key(1), "")).isFalse();
        workspace.database().pragma("query_only=OFF");
        workspace.database().pragma("max_page_count=1000000");
      }
      workspace.lists().register(seen, people);
      assertThat(workspace.exports().add(export)).isTrue();
      ListExport second =
          new ListExport(
              new UUID(5, 6),
              export.listFile(),
              export.listSha256(),
              export.path(),
              export.sha256(),
              export.people(),
              "",
              "",
              export.at(),
              export.canary());
      assertThat(workspace.exports().add(second)).as("one canary, one export").isFalse();
      workspace.database().pragma("query_only=ON");
      assertThatThrownBy(() -> workspace.lists().forget(seen.sha256(), "why", Fixture.AT))
          .isInstanceOf(WorkspaceException.class);
    }
    try (Workspace workspace = Workspace.open(folder)) {
      assertThat(workspace.lists().find(seen.sha256()).orElseThrow().last()).isEqualTo(seen);
      assertThat(workspace.exports().find(key(9))).contains(export);
      workspace.exports().remove(export.id());
      assertThat(workspace.exports().all()).isEmpty();
    }
  }

  @Test
  void aReadOnlyRecordStopsTheLetterBeforeItsDot() throws Exception {
    try (Workspace workspace = Workspace.open(folder);
        MailshotLock lock = Fixture.lock(workspace)) {
      Fixture.plan(workspace.records(false), lock, 1, 1);
      SqliteLedger ledger = Fixture.ledger(workspace, lock);
      ledger.claim(Fixture.id(0), Fixture.digest(0), Fixture.AT);
      workspace.database().pragma("query_only=ON");
      assertThatThrownBy(() -> ledger.committing(Fixture.id(0), "<m@x>", "", Fixture.AT))
          .isInstanceOf(LedgerException.class)
          .cause()
          .isInstanceOfSatisfying(
              WorkspaceException.class,
              cause -> assertThat(cause.fault()).isEqualTo(WorkspaceException.Fault.READ_ONLY));
      assertThat(ledger.state(Fixture.id(0))).isEqualTo(LetterState.CLAIMED);
    }
  }

  @Test
  void aRecordHeldByAnotherProgramStopsTheLetterBeforeItsDot() throws Exception {
    try (Workspace workspace = Workspace.open(folder);
        MailshotLock lock = Fixture.lock(workspace);
        Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("postroom.db"));
        Statement statement = other.createStatement()) {
      Fixture.plan(workspace.records(false), lock, 1, 1);
      SqliteLedger ledger = Fixture.ledger(workspace, lock);
      workspace.database().pragma("busy_timeout=1");
      statement.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> ledger.claim(Fixture.id(0), Fixture.digest(0), Fixture.AT))
          .isInstanceOf(LedgerException.class)
          .cause()
          .isInstanceOfSatisfying(
              WorkspaceException.class,
              cause -> assertThat(cause.fault()).isEqualTo(WorkspaceException.Fault.LOCKED));
      statement.execute("ROLLBACK");
      Fixture.accept(ledger, 0);
    }
  }

  @Test
  void eventsAreNeverChangedDeletedOrPutInBetween() throws Exception {
    recorded(2);
    for (String attempt :
        List.of(
            "UPDATE event SET state = 'ACCEPTED'",
            "DELETE FROM event WHERE seq = 1",
            "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 1",
            "INSERT INTO event SELECT 99, mailshot, revision, letter, place, state, at_utc, phase,"
                + " code, enhanced, reply, reason, digest, message_id, sha256, commitment,"
                + " previous, hash FROM event WHERE seq = 1")) {
      assertThatThrownBy(() -> sql(attempt)).as(attempt).hasMessageContaining("event");
    }
  }

  @Test
  void anEventThatWasChangedBehindTheTriggersIsFound() throws Exception {
    recorded(3);
    sql("DROP TRIGGER event_is_never_changed");
    sql("UPDATE event SET at_utc = '2020-01-01T00:00:00.000Z' WHERE seq = 2");
    try (Workspace workspace = Workspace.open(folder)) {
      assertThat(workspace.records(false).firstBrokenEvent()).contains(2);
    }
  }

  @Test
  void anEventThatWasTakenOutBehindTheTriggersIsFound() throws Exception {
    recorded(3);
    sql("DROP TRIGGER event_is_never_deleted");
    sql("DELETE FROM event WHERE seq = 2");
    try (Workspace workspace = Workspace.open(folder)) {
      assertThat(workspace.records(false).firstBrokenEvent()).contains(2);
    }
  }

  @Test
  void theSameContentIsRememberedWhereItMayHaveArrivedEvenAfterErasing() throws Exception {
    recorded(3);
    try (Workspace workspace = Workspace.open(folder)) {
      try (MailshotLock lock = Fixture.lock(workspace)) {
        SqliteLedger ledger = Fixture.ledger(workspace, lock);
        Fixture.accept(ledger, 0);
        Fixture.commit(ledger, 1);
      }
      workspace.records(false).erasePeople(Fixture.AT.plusSeconds(100));
      Memory memory = workspace.memory(false, Fixture.SHOT, "");
      Memory.Earlier earlier = new Memory.Earlier(Fixture.SHOT, "Spring", true);
      Memory.Content first = new Memory.Content(key(0), Fixture.content(0));
      Memory.Content second = new Memory.Content(key(1), Fixture.content(1));
      Memory.Content third = new Memory.Content(key(2), Fixture.content(2));
      Memory.Content otherWords = new Memory.Content(key(0), "other words");
      assertThat(memory.sentBefore(List.of(third, first, otherWords, second, first)))
          .containsExactly(
              Optional.empty(),
              Optional.of(earlier),
              Optional.empty(),
              Optional.of(earlier),
              Optional.of(earlier));
      assertThat(memory.sentBefore(List.of())).isEmpty();
      List<Memory.Content> many = new ArrayList<>(Collections.nCopies(1_200, otherWords));
      many.add(second);
      assertThat(memory.sentBefore(many))
          .as("by the piece")
          .hasSize(1_201)
          .endsWith(Optional.of(earlier))
          .filteredOn(Optional::isPresent)
          .hasSize(1);
      assertThat(workspace.memory(true, Fixture.SHOT, "").sentBefore(List.of(first)))
          .as("practice knows nothing of real mail")
          .containsExactly(Optional.empty());
    }
  }

  @Test
  void toHowManyPeopleOtherMailshotsWentIsRemembered() throws Exception {
    recorded(3);
    MailshotId other = new MailshotId(new UUID(8, 9));
    try (Workspace workspace = Workspace.open(folder)) {
      assertThat(workspace.memory(false, other, "").usualCounts())
          .as("nothing was accepted yet")
          .isEmpty();
      try (MailshotLock lock = Fixture.lock(workspace)) {
        Fixture.accept(Fixture.ledger(workspace, lock), 0);
      }
      assertThat(workspace.memory(false, other, "").usualCounts()).containsExactly(3);
      assertThat(workspace.memory(false, Fixture.SHOT, "").usualCounts())
          .as("its own number is not another's")
          .isEmpty();
    }
  }

  @Test
  void whoCameWhoWentAndWhoseDataChangedIsKnownFromFingerprints() throws Exception {
    String sha256 = "22".repeat(32);
    ListsSeen.Seen seen =
        new ListsSeen.Seen(
            sha256,
            "key",
            "members.csv",
            3,
            0,
            "news@club.example",
            "personal",
            Fixture.AT,
            ListsSeen.Origin.UNKNOWN);
    ListPerson ann = person(0, 1, "Ann");
    try (Workspace workspace = Workspace.open(folder)) {
      ListsSeen lists = workspace.lists();
      assertThat(lists.changeSince(sha256, List.of(ann), List.of())).isEmpty();
      lists.register(seen, List.of(ann, person(1, 2, "Ben"), person(2, 3, "Cem")));
      assertThat(
              lists.changeSince(
                  sha256, List.of(person(2, 1, "Cem"), ann), List.of(person(1, 2, "Ben"))))
          .as("another order is no change")
          .contains(new ListChange(List.of(), List.of(), List.of()));
      assertThat(
              lists.changeSince(
                  sha256, List.of(ann, person(2, 2, "Cem Ö"), person(3, 3, "Dora")), List.of()))
          .contains(
              new ListChange(
                  List.of(person(3, 3, "Dora")), List.of(2), List.of(person(2, 2, "Cem Ö"))));
    }
    assertThat(Files.readString(folder.resolve("postroom.db"), StandardCharsets.ISO_8859_1))
        .doesNotContain("Ann", "Cem");
    Files.delete(folder.resolve("keys/lists"));
    try (Workspace workspace = Workspace.open(folder)) {
      assertThat(workspace.lists().changeSince(sha256, List.of(ann), List.of())).isEmpty();
    }
  }

  @Test
  void registeringAListCanBeStoppedAndLeavesNothing() throws Exception {
    ListsSeen.Seen seen =
        new ListsSeen.Seen(
            "33".repeat(32),
            "key",
            "members.csv",
            3_000,
            0,
            "news@club.example",
            "personal",
            Fixture.AT,
            ListsSeen.Origin.UNKNOWN);
    List<ListPerson> people =
        IntStream.range(0, 3_000).mapToObj(i -> person(i, i + 1, "a")).toList();
    AtomicInteger asked = new AtomicInteger();
    try (Workspace workspace = Workspace.open(folder)) {
      assertThatThrownBy(
              () ->
                  workspace
                      .lists()
                      .register(seen, people, ListCells.NONE, () -> asked.incrementAndGet() > 2))
          .isInstanceOf(CancellationException.class);
      assertThat(workspace.lists().all()).isEmpty();
      assertThat(workspace.lists().onAnotherList(key(0), "other")).isFalse();
      workspace.lists().register(seen, people);
      assertThat(workspace.lists().onAnotherList(key(2_999), "other")).isTrue();
    }
  }

  @Test
  void aListIsRememberedByItsDigestAndKeyedFingerprintsAndCanBeForgotten() throws Exception {
    ListsSeen.Seen seen =
        new ListsSeen.Seen(
            "11".repeat(32),
            "key",
            "members.csv",
            2,
            0,
            "news@club.example",
            "personal",
            Fixture.AT,
            ListsSeen.Origin.UNKNOWN);
    try (Workspace workspace = Workspace.open(folder)) {
      workspace.lists().register(seen, List.of(person(0, 1, "a"), person(1, 2, "b")));
      workspace.lists().register(seen, List.of(person(0, 1, "a"), person(1, 2, "b")));
      assertThat(workspace.lists().all()).hasSize(1);
      assertThat(workspace.lists().find(seen.sha256())).isPresent();
      assertThat(workspace.lists().onAnotherList(key(0), "other")).isTrue();
      assertThat(workspace.lists().onAnotherList(key(0), seen.sha256())).isFalse();
      assertThat(workspace.lists().onAnotherList(key(2), "other")).isFalse();
      assertThat(workspace.lists().notComparable()).isZero();
    }
    assertThat(Files.readString(folder.resolve("postroom.db"), StandardCharsets.ISO_8859_1))
        .contains("members.csv")
        .doesNotContain("p0@club.example");
    Files.delete(folder.resolve("keys/lists"));
    try (Workspace workspace = Workspace.open(folder)) {
      assertThat(workspace.lists().notComparable()).isEqualTo(1);
      workspace.lists().forget(seen.sha256(), "imported by mistake", Fixture.AT);
      assertThat(workspace.lists().all()).isEmpty();
      assertThat(workspace.lists().notComparable()).isZero();
    }
  }

  @Test
  void anAccountAndASuppressionOfTheFirstSchemaMeanWhatTheyMeant() throws Exception {
    try (Workspace workspace = Workspace.open(folder)) {
      workspace
          .database()
          .write(
              connection -> {
                try (Statement old = connection.createStatement()) {
                  for (String column :
                      List.of("per_hour", "per_day", "limit_source", "tested_at")) {
                    old.execute("ALTER TABLE account DROP COLUMN " + column);
                  }
                  old.execute("DROP TABLE list_cells");
                  old.execute("DROP TABLE list_words");
                  old.execute("DROP TABLE list_print");
                  old.execute(
                      "CREATE TABLE list_print (print TEXT NOT NULL, list_sha256 TEXT NOT NULL,"
                          + " PRIMARY KEY (print, list_sha256))");
                  old.execute("DROP INDEX list_seen_number");
                  old.execute("ALTER TABLE list_seen DROP COLUMN number");
                  old.execute("ALTER TABLE suppression DROP COLUMN reason");
                  old.execute("DROP TABLE suppression_lifted");
                  old.execute("DROP TABLE list_forgotten");
                  old.execute("DROP TABLE list_export");
                  for (String column : List.of("sheet", "path", "modified", "basis", "first_by")) {
                    old.execute("ALTER TABLE list_seen DROP COLUMN " + column);
                  }
                  old.execute("DROP INDEX plan_list");
                  for (String column :
                      List.of(
                          "list_file",
                          "list_sheet",
                          "list_sha256",
                          "list_imported",
                          "list_imported_by",
                          "list_basis",
                          "sender",
                          "kind")) {
                    old.execute("ALTER TABLE plan DROP COLUMN " + column);
                  }
                  old.execute("DELETE FROM migration WHERE number > 1");
                  old.execute(
                      "INSERT INTO suppression VALUES ('a@gone.example', '550 5.1.1 gone', 'x',"
                          + " '2026-09-03T09:00:00.000Z')");
                  return old.executeUpdate(
                      "INSERT INTO account VALUES ('club', 'a@club.example', 'mail.club.example',"
                          + " 587, 'STARTTLS', 'a', 0, 1, -1)");
                }
              });
    }
    try (Workspace workspace = Workspace.open(folder)) {
      assertThat(workspace.accounts().all())
          .containsExactly(
              new AccountRecord(
                  "club",
                  "a@club.example",
                  "mail.club.example",
                  587,
                  "STARTTLS",
                  "a",
                  false,
                  new AccountRecord.Limits(1, -1, -1, -1, ""),
                  null));
      assertThat(workspace.suppressions().all())
          .containsExactly(
              new Suppression(
                  new MailboxKey("a@gone.example"),
                  "550 5.1.1 gone",
                  true,
                  Instant.parse("2026-09-03T09:00:00Z")));
    }
  }

  @Test
  void smallThingsAreKept() throws Exception {
    KnownMailshot known =
        new KnownMailshot(
            Fixture.SHOT, folder.resolve("x.mailshot"), "Spring", "Hi", 3, Fixture.AT);
    AccountRecord account =
        new AccountRecord(
            "club",
            "news@club.example",
            "mail.club.example",
            587,
            "STARTTLS",
            null,
            false,
            new AccountRecord.Limits(1, 30, 400, 900, "their letter of 3 September 2026"),
            Fixture.AT);
    try (Workspace workspace = Workspace.open(folder)) {
      workspace.settings().put("theme", "dark");
      workspace.settings().put("theme", "light");
      workspace.accounts().save(account);
      workspace.accounts().save(account);
      workspace.mailshots().remember(known);
      workspace.suppressions().suppress(key(1), Fixture.noSuchUser(1), Fixture.SHOT, Fixture.AT);
    }
    try (Workspace workspace = Workspace.open(folder)) {
      assertThat(workspace.settings().get("theme")).contains("light");
      assertThat(workspace.settings().get("size")).isEmpty();
      assertThat(workspace.accounts().all()).containsExactly(account);
      assertThat(workspace.mailshots().find(Fixture.SHOT)).contains(known);
      assertThat(workspace.mailshots().all()).containsExactly(known);
      assertThat(workspace.suppressions().all())
          .containsExactly(
              new Suppression(key(1), Fixture.noSuchUser(1).shown(), true, Fixture.AT));
      assertThat(workspace.suppressions().contains(key(1))).isTrue();
      assertThat(workspace.suppressions().lift(key(1), "it is back", Fixture.AT)).isTrue();
      assertThat(workspace.suppressions().lift(key(1), "it is back", Fixture.AT)).isFalse();
      workspace.accounts().remove("club");
      workspace.mailshots().forget(Fixture.SHOT);
      assertThat(workspace.suppressions().all()).isEmpty();
      assertThat(workspace.accounts().all()).isEmpty();
      assertThat(workspace.mailshots().all()).isEmpty();
    }
  }

  @Test
  void aPersonsWishReplacesWhatAServerSaidAndIsNotReplacedByIt() throws Exception {
    try (Workspace workspace = Workspace.open(folder)) {
      Suppressions suppressions = workspace.suppressions();
      Suppression wish = new Suppression(key(1), "asked", false, Fixture.AT.plusSeconds(1));
      suppressions.suppress(key(1), Fixture.noSuchUser(1), Fixture.SHOT, Fixture.AT);
      assertThat(suppressions.add(List.of(wish))).containsExactly(key(1));
      suppressions.suppress(key(1), Fixture.noSuchUser(1), Fixture.SHOT, Fixture.AT);
      assertThat(suppressions.all()).containsExactly(wish);
      Suppression later = new Suppression(key(1), "asked again", false, Fixture.AT.plusSeconds(2));
      Suppression other = new Suppression(key(2), "asked", false, Fixture.AT);
      assertThat(suppressions.add(List.of(later, other))).containsExactly(key(2));
      assertThat(suppressions.all()).containsExactly(wish, other);
    }
  }

  @Test
  void aMailshotHasOneHolderAlsoWithinThisProcess() throws Exception {
    try (Workspace workspace = Workspace.open(folder);
        Workspace again = Workspace.open(folder)) {
      try (MailshotLock lock = Fixture.lock(workspace)) {
        assertThat(lock.mailshot()).isEqualTo(Fixture.SHOT);
        assertThat(again.lock(Fixture.SHOT)).isEmpty();
        assertThat(workspace.lock(Fixture.SHOT)).isEmpty();
      }
      again.lock(Fixture.SHOT).orElseThrow().close();
    }
  }

  private static MailboxKey key(int number) {
    return Fixture.address(number).key();
  }

  private void recorded(int people) throws Exception {
    try (Workspace workspace = Workspace.open(folder);
        MailshotLock lock = Fixture.lock(workspace)) {
      Fixture.plan(workspace.records(false), lock, 1, people);
    }
  }

  private void sql(String statement) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("postroom.db"));
        Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA recursive_triggers=ON");
      sql.execute(statement);
    }
  }

  private static WorkspaceException.Fault fault(Path place) {
    return catchThrowableOfType(WorkspaceException.class, () -> Workspace.open(place).close())
        .fault();
  }

  private static ListPerson person(int number, int row, String data) {
    return new ListPerson(key(number), row, data);
  }
}
