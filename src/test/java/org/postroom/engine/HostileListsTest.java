package org.postroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files made to do harm are refused in words, at once, and without much memory: the process that
/// reads them has no more than the smallest computer gives it.
class HostileListsTest {
  /// Of work, not of the clock: the machine may have other things to do. The worst of them, half a
  /// gigabyte of XML, takes ten seconds.
  private static final long MOST_MILLIS = 30_000;

  @Test
  void eachIsRefusedInWordsAndNoneHangs(@TempDir Path folder) throws Exception {
    Map<String, List<String>> said = read(folder);
    SoftAssertions softly = new SoftAssertions();
    for (HostileLists.Hostile hostile : HostileLists.all()) {
      List<String> line = said.getOrDefault(hostile.file(), List.of("0", "nothing at all"));
      softly.assertThat(line.get(1)).as(hostile.file()).contains(hostile.words());
      softly
          .assertThat(Long.parseLong(line.get(0)))
          .as("milliseconds for " + hostile.file())
          .isLessThan(MOST_MILLIS);
      // What happened, what was not lost, the next step.
      if (!hostile.words().equals("read")) {
        softly.assertThat(line.get(1).split("\\|", -1)).as(hostile.file()).hasSize(3);
        softly.assertThat(line.get(1)).as(hostile.file()).contains("nothing was changed or sent");
      }
    }
    softly.assertAll();
  }

  /// Each file's milliseconds and what came of it.
  private static Map<String, List<String>> read(Path folder) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            HostileListsChild.class.getName(),
            folder.toString());
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Map<String, List<String>> said = new HashMap<>();
    try (InputStream out = child.getInputStream()) {
      lines(out)
          .map(line -> line.split("\t", 3))
          .forEach(line -> said.put(line[0], List.of(line[1], line[2])));
      assertThat(child.waitFor()).isZero();
    } finally {
      child.destroyForcibly().waitFor();
    }
    return said;
  }

  private static Stream<String> lines(InputStream out) throws IOException {
    return new String(out.readAllBytes(), StandardCharsets.UTF_8).lines();
  }
}
