package org.postroom.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.acceptance.OracleServer.Moment;

/// The real engine in processes of its own, killed as by `kill -9` fifty times during sends of 300,
/// at random moments of the dialogue and before it. Two of them work on one workspace at any time,
/// each on a mailshot of its own. Two servers in this process, one of which takes several commands
/// at once, know what they took.
class KillNineSendTest {
  private static final int LINES = 2;

  /// `mvn -Pkill verify` kills a thousand times.
  private static final int KILLS_PER_LINE = Integer.getInteger("postroom.kills", 50) / LINES;

  /// `-Dpostroom.seed=…` kills at other moments.
  private static final long SEED = Long.getLong("postroom.seed", 20_261_121L);

  /// More than one line ever sends: each has numbers of its own.
  private static final int MAILSHOTS = 10_000;

  /// Of the second line.
  private static final int CONNECTIONS = 3;

  private static final int PEOPLE = 300;

  /// The letter at which a run is killed at the latest.
  private static final int FURTHEST = 45;

  private static final List<Moment> MOMENTS = List.of(Moment.values());

  @TempDir Path folder;

  @Test
  void nobodyTwiceNobodyLostAndAtMostOneInDoubtForEachKillAndConnection() throws Exception {
    List<Callable<Integer>> lines = new ArrayList<>();
    for (int line = 1; line <= LINES; line++) {
      int number = line;
      lines.add(() -> new Killing(number).killAll());
    }
    int kills = 0;
    try (ExecutorService both = Executors.newFixedThreadPool(LINES)) {
      for (Future<Integer> line : both.invokeAll(lines)) {
        kills += line.get();
      }
    }
    assertThat(kills).isEqualTo(LINES * KILLS_PER_LINE);
    Reckoning.chainIsWhole(folder.resolve("workspace"));
  }

  /// One mailshot after the other, sent by one process after the other.
  private final class Killing {
    private final int line;
    private final Random random;
    private final int connections;
    private int kills;

    Killing(int line) {
      this.line = line;
      this.connections = line % 2 == 0 ? CONNECTIONS : 1;
      this.random = new Random(SEED + line);
    }

    int killAll() throws Exception {
      try (OracleServer server = new OracleServer(line % 2 == 0)) {
        for (int mailshot = 1; kills < KILLS_PER_LINE; mailshot++) {
          int number = MAILSHOTS * line + mailshot;
          sendWithKills(
              server,
              PlainMailshot.write(
                  folder.resolve("mailshot" + number),
                  "Spring " + number,
                  PEOPLE,
                  "people%d.example".formatted(number)));
        }
        assertThat(server.mistakes()).isEmpty();
      }
      return kills;
    }

    private void sendWithKills(OracleServer server, Path mailshot) throws Exception {
      int before = server.taken().size();
      int killed = 0;
      boolean ended = false;
      while (!ended) {
        ended = run(server, mailshot, kills < KILLS_PER_LINE);
        killed += ended ? 0 : 1;
        kills += ended ? 0 : 1;
        List<String> all = server.taken();
        Reckoning reckoning =
            Reckoning.of(folder.resolve("workspace"), mailshot)
                .holdsAgainst(all.subList(before, all.size()), killed * connections);
        if (ended) {
          reckoning.reachesAll(PEOPLE);
        }
      }
    }

    /// @return true where it came to its end
    private boolean run(OracleServer server, Path mailshot, boolean mayKill) throws Exception {
      Process child = start(server.port(), mailshot, connections);
      AtomicBoolean dead = new AtomicBoolean();
      if (mayKill) {
        Moment when = MOMENTS.get(random.nextInt(MOMENTS.size()));
        // A connection is made once in a run.
        int letter = when == Moment.CONNECTED ? 1 : 1 + random.nextInt(FURTHEST);
        AtomicInteger left = new AtomicInteger(letter);
        server.tell(
            moment -> {
              if (moment == when && left.decrementAndGet() == 0) {
                kill(child, dead);
              }
            });
      }
      @Nullable String ended = null;
      // Some are killed while they freeze and record the plan.
      boolean early = mayKill && random.nextInt(3) == 0;
      try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
        for (String said = out.readLine(); said != null; said = out.readLine()) {
          if (said.equals("sending") && early) {
            kill(child, dead);
          }
          if (said.startsWith("ended ")) {
            ended = said;
          }
        }
      } finally {
        child.waitFor();
        server.tell(_ -> {});
        server.finishReading();
      }
      if (!dead.get()) {
        assertThat(ended).isEqualTo("ended Completed[]");
      }
      return ended != null;
    }
  }

  /// By its handle, because what it said before it died is still to be read.
  private static void kill(Process child, AtomicBoolean dead) {
    dead.set(true);
    child.toHandle().destroyForcibly();
    child.onExit().join();
  }

  private Process start(int port, Path mailshot, int connections) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Sender.class.getName());
    command.addAll(List.of(folder.resolve("workspace").toString(), mailshot.toString()));
    command.add(Integer.toString(port));
    command.add(Integer.toString(connections));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
