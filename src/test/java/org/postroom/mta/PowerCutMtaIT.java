package org.postroom.mta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.acceptance.OracleServer;
import org.postroom.acceptance.PlainMailshot;
import org.postroom.acceptance.Reckoning;
import org.postroom.acceptance.Sender;

/// A power cut at many moments of a send by the real program: what it had written and not forced
/// may be gone, in part or whole, and what the servers took before stays taken. The next start
/// finds everybody who may have a letter as accepted or in doubt, and sends to the others once.
///
/// The program runs once under strace, which writes down every change of its files; the files of
/// each moment are made from that.
class PowerCutMtaIT {
  /// `-Dpostroom.seed=…` cuts at other moments.
  private static final long SEED = Long.getLong("postroom.seed", 20_261_122L);

  @TempDir Path folder;

  /// Enough for the log of the ledger to be written back into its file in the middle.
  @Test
  void nobodyTwiceAndNobodyLostOnOneConnection() throws Exception {
    new Cutting(260, 1, true, 40).play();
  }

  @Test
  void nobodyTwiceAndNobodyLostOnThreeConnections() throws Exception {
    new Cutting(40, 3, false, 30).play();
  }

  /// One send, written down, and the power cut at many of its moments.
  private final class Cutting {
    private final int people;
    private final int connections;
    private final boolean pipelining;
    private final int moments;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Path workspace = folder.resolve("workspace");
    private final Path mailshot;

    Cutting(int people, int connections, boolean pipelining, int moments) throws IOException {
      this.people = people;
      this.connections = connections;
      this.pipelining = pipelining;
      this.moments = moments;
      mailshot = PlainMailshot.write(folder.resolve("choir"), "Spring", people, "people.example");
    }

    void play() throws Exception {
      List<Journal.Step> steps = sendAndWriteDown();
      assertThat(taken(steps)).as("as the server saw it").hasSize(people);
      int first = 0;
      while (!(steps.get(first) instanceof Journal.Step.Said)) {
        first++;
      }
      for (int i = 0; i < moments; i++) {
        // Some before the first connection, most while letters leave.
        int moment =
            i % 5 == 0 ? random.nextInt(1, first) : random.nextInt(first, steps.size() + 1);
        Path place = Files.createDirectories(folder.resolve("moment" + i)).resolve("workspace");
        String name =
            "seed %d, cut %d, after step %d of %d".formatted(SEED, i, moment, steps.size());
        try {
          List<Journal.Step> before = steps.subList(0, moment);
          new PowerCut(before, random, i % 3 != 0).leaves(workspace, place);
          goOn(place, taken(before), i % 20 == 7);
        } catch (AssertionError | Exception e) {
          throw new AssertionError(name, e);
        }
      }
    }

    private List<Journal.Step> sendAndWriteDown() throws IOException {
      Path account = folder.resolve("account.txt");
      Files.createDirectory(workspace);
      try (OracleServer server = new OracleServer(pipelining)) {
        Postroom.Run run =
            send(
                new Postroom(workspace, Map.of(), List.of())
                    .wrapped(
                        Traced.command(account, Journal.OPTIONS.toArray(String[]::new))
                            .toArray(String[]::new)),
                server);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(server.taken()).hasSize(people);
      }
      return Journal.read(account, workspace);
    }

    /// @param asProgram in a process of its own, as a person starts it
    private void goOn(Path place, List<String> taken, boolean asProgram) throws Exception {
      Reckoning found = Reckoning.of(place, mailshot).holdsAgainst(taken, connections);
      try (OracleServer server = new OracleServer(pipelining)) {
        if (asProgram) {
          Postroom program = new Postroom(place, Map.of(), List.of());
          Postroom.Run run = found.isPlanned() ? resume(program, server) : send(program, server);
          assertThat(run.exit()).as(run.err()).isEqualTo(found.inDoubt().isEmpty() ? 0 : 5);
          assertThat(run.out() + run.err()).doesNotContain("\tat ").doesNotContain("Exception");
        } else {
          String ended = Sender.send(place, mailshot, server.port(), connections);
          assertThat(ended).isEqualTo("Completed[]");
        }
        server.finishReading();
        List<String> all = new ArrayList<>(taken);
        all.addAll(server.taken());
        Reckoning after = Reckoning.of(place, mailshot).holdsAgainst(all, connections);
        after.reachesAll(people);
        assertThat(after.inDoubt()).as("resent by itself").isEqualTo(found.inDoubt());
        assertThat(server.mistakes()).isEmpty();
      }
      Reckoning.chainIsWhole(place);
    }

    private Postroom.Run send(Postroom program, OracleServer server) {
      return run(program, server, "send", "--confirm", Integer.toString(people));
    }

    private Postroom.Run resume(Postroom program, OracleServer server) {
      return run(program, server, "resume");
    }

    private Postroom.Run run(Postroom program, OracleServer server, String verb, String... more) {
      List<String> arguments = new ArrayList<>(List.of(verb, mailshot.toString()));
      arguments.addAll(List.of("--smtp", "smtp://127.0.0.1:" + server.port() + "?tls=none"));
      arguments.addAll(List.of("--connections", Integer.toString(connections)));
      arguments.addAll(List.of("--max-per-minute", "0"));
      arguments.addAll(List.of(more));
      return program.run(arguments.toArray(String[]::new));
    }
  }

  /// For whom the final dot had left: the server may have taken these, and did in the end.
  private static List<String> taken(List<Journal.Step> steps) {
    Map<String, StringBuilder> said = new HashMap<>();
    for (Journal.Step step : steps) {
      if (step instanceof Journal.Step.Said(String socket, String text)) {
        said.computeIfAbsent(socket, _ -> new StringBuilder()).append(text);
      }
    }
    List<String> taken = new ArrayList<>();
    for (StringBuilder one : said.values()) {
      String to = "";
      boolean body = false;
      for (String line : one.toString().split("\r\n", -1)) {
        if (body) {
          if (line.equals(".")) {
            taken.add(to);
            body = false;
          }
        } else if (line.startsWith("RCPT TO:<")) {
          to = line.substring(9, line.indexOf('>'));
        } else if (line.equals("DATA")) {
          body = true;
        }
      }
    }
    return taken;
  }
}
