package org.postroom.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The real engine in a process of its own whose files may not grow beyond a size, so that the
/// ledger's writes fail in the middle of a send: the operating system itself refuses them below
/// SQLite (EFBIG, as ENOSPC on a full disk). The letter at hand is not completed, the send pauses,
/// and when there is room again everybody gets it once. The server keeps an account of its own.
class FullDiskSendTest {
  private static final int PEOPLE = 300;

  /// In units of 512 bytes, as `ulimit` of POSIX counts; the program's own files need some room.
  private static final List<Integer> LIMITS = List.of(4_000, 5_500, 7_900);

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> nobodyTwiceNobodyLostAndNothingCompletedThatCouldNotBeWritten() {
    return LIMITS.stream()
        .map(limit -> DynamicTest.dynamicTest(limit * 512 + " bytes", () -> play(limit)));
  }

  private void play(int limit) throws Exception {
    Path place = Files.createDirectories(folder.resolve("limit" + limit));
    Path mailshot = PlainMailshot.write(place, "Spring", PEOPLE, "people.example");
    try (OracleServer server = new OracleServer(limit % 200 == 0)) {
      String limited = run(place, mailshot, server.port(), limit);
      server.finishReading();
      int taken = server.taken().size();
      // It noticed: it neither went on without a ledger nor ended as if nothing had been.
      assertThat(limited).doesNotContain("Completed");
      assertThat(taken).isLessThan(PEOPLE);
      // One connection: the letter whose outcome could not be written.
      Reckoning.of(place.resolve("workspace"), mailshot).holdsAgainst(server.taken(), 1);

      assertThat(run(place, mailshot, server.port(), 0)).contains("Completed");
      server.finishReading();
      assertThat(server.mistakes()).isEmpty();
      Reckoning.of(place.resolve("workspace"), mailshot)
          .holdsAgainst(server.taken(), 1)
          .reachesAll(PEOPLE);
      Reckoning.chainIsWhole(place.resolve("workspace"));
    }
  }

  /// @param limit 0 for none
  /// @return what it said on both streams
  private static String run(Path place, Path mailshot, int port, int limit)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (limit > 0) {
      command.addAll(List.of("sh", "-c", "ulimit -f \"$0\"; exec \"$@\"", "" + limit));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Sender.class.getName());
    command.addAll(List.of(place.resolve("workspace").toString(), mailshot.toString()));
    command.addAll(List.of(Integer.toString(port), "1"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.append(line).append('\n');
      }
    }
    process.waitFor();
    return said.toString();
  }
}
