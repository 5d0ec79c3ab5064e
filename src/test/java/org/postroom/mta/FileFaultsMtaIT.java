package org.postroom.mta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.acceptance.OracleServer;
import org.postroom.acceptance.PlainMailshot;
import org.postroom.acceptance.Reckoning;

/// The real program whose ledger cannot be written: the operating system itself refuses the n-th
/// write or the n-th force of its files, once or from then on, with "no space left" or
/// "input/output error". Nobody gets two letters, nobody is lost, what is in doubt is shown, and
/// when the disk is well again `resume` finishes the rest. The server keeps an account of its own.
class FileFaultsMtaIT {
  private static final int PEOPLE = 40;

  /// Calls of a run without any fault, spread over which the faults lie.
  private static final int WRITES = 10;

  private static final int FORCES = 6;

  private static final String WRITE = "pwrite64";
  private static final String FORCE = "fsync,fdatasync";

  @TempDir Path folder;

  /// @param calls as strace names them
  /// @param number of the call that fails, for each thread
  private record Fault(String calls, String error, int number, boolean forGood, int connections) {
    String options() {
      return calls + ":error=" + error + ":when=" + number + (forGood ? "+" : "");
    }

    String name() {
      return options().replaceAll("[^a-zA-Z0-9]+", "-") + "-" + connections;
    }
  }

  @TestFactory
  Stream<DynamicTest> nobodyTwiceAndNobodyLostWhereTheLedgerCannotBeWritten() throws Exception {
    List<Fault> faults = new ArrayList<>();
    int writes = callsOfAWholeRun(WRITE);
    for (int i = 0; i < WRITES; i++) {
      faults.add(
          new Fault(WRITE, i % 2 == 0 ? "ENOSPC" : "EIO", spread(i, WRITES, writes), i % 4 < 2, 1));
    }
    int forces = callsOfAWholeRun(FORCE);
    for (int i = 0; i < FORCES; i++) {
      faults.add(new Fault(FORCE, "EIO", spread(i, FORCES, forces), i % 2 == 0, 1));
    }
    faults.add(new Fault(WRITE, "ENOSPC", 25, true, 3));
    faults.add(new Fault(FORCE, "EIO", 4, false, 3));
    return faults.stream()
        .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> new Sending(fault).play()));
  }

  /// From the first of the calls to one among the last.
  private static int spread(int i, int of, int calls) {
    return 1 + (calls - 3) * i / (of - 1);
  }

  private int callsOfAWholeRun(String calls) throws Exception {
    Sending whole = new Sending(new Fault(calls, "EIO", 60_000, false, 1));
    Postroom.Run run = whole.sendAndFail();
    assertThat(run.exit()).as(run.err()).isZero();
    return whole.called();
  }

  /// One mailshot, sent while the ledger's files fail, and gone on with when they do not any more.
  private final class Sending {
    private final Fault fault;
    private final Path place;
    private final Path workspace;
    private final Path mailshot;
    private final Path log;
    private final Postroom postroom;

    Sending(Fault fault) throws IOException {
      this.fault = fault;
      place = Files.createDirectories(folder.resolve(fault.name()));
      workspace = place.resolve("workspace");
      log = place.resolve("calls.txt");
      mailshot = PlainMailshot.write(place, "Spring", PEOPLE, "people.example");
      postroom = new Postroom(workspace, Map.of(), List.of());
    }

    Postroom.Run sendAndFail() throws IOException {
      try (OracleServer server = new OracleServer(true)) {
        return sendAndFail(server);
      }
    }

    private Postroom.Run sendAndFail(OracleServer server) throws IOException {
      List<String> options = new ArrayList<>(Traced.onlyTheLedger(workspace));
      options.addAll(List.of("-e", "trace=" + fault.calls(), "-e", "inject=" + fault.options()));
      Postroom failing =
          postroom.wrapped(
              Traced.command(log, options.toArray(String[]::new)).toArray(String[]::new));
      Postroom.Run run = send(failing, server);
      server.finishReading();
      return run;
    }

    void play() throws Exception {
      try (OracleServer server = new OracleServer(fault.number() % 2 == 0)) {
        Postroom.Run failed = sendAndFail(server);
        assertThat(Files.readString(log)).as("a call failed").contains("(INJECTED)");
        Reckoning now =
            Reckoning.of(workspace, mailshot).holdsAgainst(server.taken(), mostInDoubt());
        itSaysWhatHappened(failed, now);

        Postroom.Run on = now.isPlanned() ? resume(server) : send(postroom, server);
        server.finishReading();
        assertThat(server.mistakes()).isEmpty();
        Reckoning after =
            Reckoning.of(workspace, mailshot).holdsAgainst(server.taken(), mostInDoubt());
        after.reachesAll(PEOPLE);
        assertThat(after.inDoubt()).as("resent by itself").isEqualTo(now.inDoubt());
        assertThat(on.exit()).as(on.err()).isEqualTo(after.inDoubt().isEmpty() ? 0 : 5);
        Reckoning.chainIsWhole(workspace);
      }
    }

    /// One for each connection; where one write failed and the next did not, nobody. A number
    /// counts for each thread, so that with several connections more than one write fails.
    private int mostInDoubt() {
      return fault.forGood() || fault.connections() > 1 ? fault.connections() : 0;
    }

    private void itSaysWhatHappened(Postroom.Run run, Reckoning now) {
      assertThat(run.out() + run.err()).doesNotContain("\tat ").doesNotContain("Exception");
      if (now.accepted() == PEOPLE) {
        // Only what tidies up at the end failed.
        assertThat(run.exit()).as(run.err()).isZero();
        return;
      }
      assertThat(run.err())
          .contains(
              fault.error().equals("ENOSPC") && fault.calls().equals(WRITE)
                  ? "The disk that holds " + workspace.resolve("postroom.db") + " is full."
                  : "could not be read or written: [SQLITE_IOERR_")
          .containsAnyOf("nothing is lost", "what could not be recorded was not sent");
      if (!now.isPlanned()) {
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        return;
      }
      assertThat(run.err()).contains("\"postroom resume\" goes on");
      assertThat(run.exit()).as(run.err()).isEqualTo(run.out().contains("in doubt") ? 5 : 6);
      for (String person : now.inDoubt()) {
        assertThat(run.out()).contains(" " + person + ": in-doubt What the server answered");
      }
    }

    private Postroom.Run send(Postroom program, OracleServer server) {
      return run(program, server, "send", "--confirm", Integer.toString(PEOPLE));
    }

    private Postroom.Run resume(OracleServer server) {
      return run(postroom, server, "resume");
    }

    private Postroom.Run run(
        Postroom program, OracleServer server, String verb, String... further) {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  verb,
                  mailshot.toString(),
                  "--smtp",
                  "smtp://127.0.0.1:" + server.port() + "?tls=none",
                  "--connections",
                  Integer.toString(fault.connections()),
                  "--max-per-minute",
                  "0"));
      arguments.addAll(List.of(further));
      return program.run(arguments.toArray(String[]::new));
    }

    int called() throws IOException {
      try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
        return (int) lines.count();
      }
    }
  }
}
