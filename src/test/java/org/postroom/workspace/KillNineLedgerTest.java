package org.postroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.LetterState;

/// Real processes, killed as by `kill -9` at random points.
class KillNineLedgerTest {
  private static final int PEOPLE = 200;
  private static final int KILLS = 8;

  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostAndNoDotLeavesTwice() throws Exception {
    try (Workspace workspace = Workspace.open(folder);
        MailshotLock lock = Fixture.lock(workspace)) {
      Fixture.plan(workspace.records(false), lock, 1, PEOPLE);
    }
    Random random = new Random(4711);
    Set<Integer> dots = new HashSet<>();
    Set<Integer> kept = new HashSet<>();
    boolean done = false;
    for (int kill = 1; kill <= KILLS && !done; kill++) {
      done = run(random.nextInt(2 * PEOPLE / KILLS), dots, kept);
      compare(dots, kept, kill);
    }
    while (!done) {
      done = run(Integer.MAX_VALUE, dots, kept);
    }
    assertThat(compare(dots, kept, KILLS)).doesNotContainKey(LetterState.PLANNED);
  }

  /// Starts a process, kills it after some lines.
  ///
  /// @return true where it came to its end
  private boolean run(int lines, Set<Integer> dots, Set<Integer> kept) throws Exception {
    Process child = start();
    try (BufferedReader out = child.inputReader(StandardCharsets.US_ASCII)) {
      int read = 0;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals("done")) {
          return true;
        }
        int letter = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
        if (line.startsWith("dot ")) {
          assertThat(dots.add(letter)).as("letter %d leaves once", letter).isTrue();
        } else {
          kept.add(letter);
        }
        if (read++ == lines) {
          // It goes on while this happens: the point is as random as the machine. By its handle,
          // because what the process said before it died is still to be read.
          child.toHandle().destroyForcibly();
        }
      }
      return false;
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private Process start() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LedgerChild.class.getName(), folder.toString()));
    command.add(Integer.toString(PEOPLE));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// What the ledger says now, which must agree with what the oracle saw.
  private Map<LetterState, Integer> compare(Set<Integer> dots, Set<Integer> kept, int kills)
      throws Exception {
    try (Workspace workspace = Workspace.open(folder)) {
      Optional<MailshotLock> held = workspace.lock(Fixture.SHOT);
      assertThat(held).as("the lock died with the process").isPresent();
      try (MailshotLock lock = held.orElseThrow()) {
        Records records = workspace.records(false);
        assertThat(records.firstBrokenEvent()).isEmpty();
        SqliteLedger ledger = Fixture.ledger(workspace, lock);
        for (int i = 0; i < PEOPLE; i++) {
          LetterState state = ledger.state(Fixture.id(i));
          if (kept.contains(i)) {
            assertThat(state).as("acknowledged letter %d", i).isEqualTo(LetterState.ACCEPTED);
          } else if (dots.contains(i)) {
            assertThat(state).isIn(LetterState.ACCEPTED, LetterState.IN_DOUBT);
          }
        }
        Map<LetterState, Integer> counts = records.counts(Fixture.SHOT, 1);
        assertThat(counts.getOrDefault(LetterState.IN_DOUBT, 0)).isLessThanOrEqualTo(kills);
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(PEOPLE);
        return counts;
      }
    }
  }
}
