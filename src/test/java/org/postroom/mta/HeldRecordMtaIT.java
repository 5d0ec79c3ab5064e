package org.postroom.mta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.acceptance.OracleServer;
import org.postroom.acceptance.OracleServer.Moment;
import org.postroom.acceptance.PlainMailshot;
import org.postroom.acceptance.Reckoning;

/// The real program while somebody else holds its record: a program that makes a backup, a second
/// Postroom, a volume that may only be read. Nobody gets two letters, nobody is lost, and the
/// program says what happened, what was not lost and how to go on.
class HeldRecordMtaIT {
  private static final int PEOPLE = 12;

  @TempDir Path folder;
  private OracleServer server;
  private Path workspace;
  private Path mailshot;
  private Postroom postroom;

  @BeforeEach
  void write() throws IOException {
    server = new OracleServer(true);
    workspace = folder.resolve("workspace");
    mailshot = PlainMailshot.write(folder.resolve("choir"), "Spring", PEOPLE, "people.example");
    postroom = new Postroom(workspace, Map.of(), List.of());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /// Longer than the program waits for it.
  @Test
  void aRecordThatSomebodyElseWritesForLongPausesTheSendAndItGoesOnAfterwards() throws Exception {
    CompletableFuture<Connection> other = new CompletableFuture<>();
    at(Moment.TAKEN, 5, () -> other.complete(held("BEGIN IMMEDIATE")));

    Postroom.Run run = send(mailshot);

    assertThat(run.err())
        .contains("Another program holds the record", "nothing is lost", "\"postroom resume\"")
        .doesNotContain("Exception", "\tat ");
    assertThat(run.exit()).as(run.err()).isEqualTo(5);
    Reckoning now = reckoning(1);
    assertThat(now.accepted()).isEqualTo(4);
    assertThat(now.inDoubt()).containsExactly("person5@people.example");

    other.join().close();
    assertThat(resume(mailshot).exit()).isEqualTo(5);
    assertThat(reckoning(1).inDoubt()).isEqualTo(now.inDoubt());
    reckoning(1).reachesAll(PEOPLE);
  }

  @Test
  void aRecordThatSomebodyElseWritesForAMomentIsWaitedFor() throws Exception {
    CompletableFuture<Connection> other = new CompletableFuture<>();
    CompletableFuture<Void> letGo =
        other.thenAcceptAsync(
            HeldRecordMtaIT::close, CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));
    at(Moment.TAKEN, 5, () -> other.complete(held("BEGIN IMMEDIATE")));

    Postroom.Run run = send(mailshot);

    letGo.join();
    assertThat(run.exit()).as(run.err()).isZero();
    reckoning(0).reachesAll(PEOPLE);
  }

  /// As a backup does that copies the file by its own pages, from before the first letter on.
  @Test
  void whoeverReadsTheRecordAllTheWhileHoldsNothingUp() throws Exception {
    assertThat(postroom.run("report", mailshot.toString()).exit()).isZero();
    try (Connection other = held("BEGIN");
        Statement reading = other.createStatement();
        ResultSet events = reading.executeQuery("SELECT COUNT(*) FROM event")) {
      assertThat(events.next()).isTrue();
      Postroom.Run run = send(mailshot);
      assertThat(run.exit()).as(run.err()).isZero();
    }
    reckoning(0).reachesAll(PEOPLE);
  }

  @Test
  void aSecondPostroomIsKeptFromTheSameMailshotOnlyAndMayReport() throws Exception {
    Path second = PlainMailshot.write(folder.resolve("second"), "Summer", PEOPLE, "others.example");
    CompletableFuture<Postroom.Run> resumed = new CompletableFuture<>();
    CompletableFuture<Postroom.Run> reported = new CompletableFuture<>();
    CompletableFuture<Postroom.Run> sent = new CompletableFuture<>();
    at(
        Moment.MAIL,
        5,
        () -> {
          // While the first waits for the server's answer.
          server.tell(_ -> {});
          resumed.complete(resume(mailshot));
          reported.complete(postroom.run("report", mailshot.toString(), "--json"));
          sent.complete(send(second));
        });

    Postroom.Run first = send(mailshot);

    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(resumed.join().exit()).isEqualTo(7);
    assertThat(resumed.join().err()).contains("another Postroom").doesNotContain("Exception");
    assertThat(reported.join().exit()).isZero();
    assertThat(reported.join().out()).contains("\"planned\" : " + PEOPLE);
    assertThat(sent.join().exit()).as(sent.join().err()).isZero();
    server.finishReading();
    assertThat(server.taken()).hasSize(2 * PEOPLE).doesNotHaveDuplicates();
    Reckoning.of(workspace, mailshot).reachesAll(PEOPLE);
    Reckoning.of(workspace, second).reachesAll(PEOPLE);
    Reckoning.chainIsWhole(workspace);
  }

  /// In a mount namespace of its own; `unshare` is in util-linux.
  @Test
  void aVolumeThatMayOnlyBeReadSendsNothingAndStillReports() throws Exception {
    Path other = PlainMailshot.write(folder.resolve("other"), "Summer", 3, "others.example");
    assertThat(send(other).exit()).isZero();
    server.finishReading();
    int before = server.taken().size();
    Postroom onlyRead =
        postroom.wrapped(
            "unshare",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"",
            workspace.toString());

    Postroom.Run run = run(onlyRead, mailshot, "send", "--confirm", Integer.toString(PEOPLE));

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err())
        .contains("may not write in", "then try again")
        .doesNotContain("Exception", "\tat ");
    server.finishReading();
    assertThat(server.taken()).hasSize(before);
    Postroom.Run now = send(mailshot);
    assertThat(now.exit()).as(now.err()).isZero();
  }

  private Reckoning reckoning(int mostInDoubt) throws Exception {
    server.finishReading();
    Reckoning.chainIsWhole(workspace);
    return Reckoning.of(workspace, mailshot).holdsAgainst(server.taken(), mostInDoubt);
  }

  private void at(Moment wanted, int letter, Runnable what) {
    AtomicInteger left = new AtomicInteger(letter);
    server.tell(
        moment -> {
          if (moment == wanted && left.decrementAndGet() == 0) {
            what.run();
          }
        });
  }

  private Connection held(String how) {
    try {
      Connection other =
          DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("postroom.db"));
      try (Statement statement = other.createStatement()) {
        statement.execute(how);
      }
      return other;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void close(Connection other) {
    try {
      other.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Postroom.Run send(Path what) {
    try {
      int people = Files.readAllLines(what.resolveSibling("members.csv")).size() - 1;
      return run(postroom, what, "send", "--confirm", Integer.toString(people));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Postroom.Run resume(Path what) {
    return run(postroom, what, "resume");
  }

  private Postroom.Run run(Postroom program, Path what, String verb, String... further) {
    List<String> arguments = new ArrayList<>(List.of(verb, what.toString()));
    arguments.addAll(List.of("--smtp", "smtp://127.0.0.1:" + server.port() + "?tls=none"));
    arguments.addAll(List.of("--max-per-minute", "0"));
    arguments.addAll(List.of(further));
    return program.run(arguments.toArray(String[]::new));
  }
}
