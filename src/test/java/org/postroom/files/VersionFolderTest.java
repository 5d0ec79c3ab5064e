package org.postroom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.files.VersionFolder.Kept;

/// Versions are kept by time, thinned out, and never the newest away.
class VersionFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:30Z");

  @TempDir Path folder;
  private VersionFolder versions = new VersionFolder(Path.of(""));

  @BeforeEach
  void open() {
    versions = new VersionFolder(folder);
  }

  @Test
  void whatIsKeptComesBack() throws IOException {
    Kept kept = new Kept("{\"postroom\": 1}", Map.of("letter.md", "Grüße 🎄\n"));
    versions.keep(kept, NOW, false);
    assertThat(versions.oldestFirst())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kept()).isEqualTo(kept);
              assertThat(entry.at()).isEqualTo(NOW);
              assertThat(versions.read(entry.key())).isEqualTo(kept);
            });
  }

  @Test
  void theSameIsKeptOnce() throws IOException {
    keep("a", Duration.ofMinutes(9), false);
    keep("a", Duration.ofMinutes(4), false);
    assertThat(documents()).containsExactly("a");
  }

  @Test
  void ofOneMinuteTheLastStays() throws IOException {
    for (int second = 0; second < 20; second++) {
      keep("typed " + second, Duration.ofSeconds(20 - second), false);
    }
    assertThat(documents()).containsExactly("typed 19");
  }

  @Test
  void whatIsKeptForSureStaysBesideOthersOfItsMinute() throws IOException {
    keep("mine", Duration.ofSeconds(3), true);
    keep("theirs", Duration.ofSeconds(2), true);
    keep("then", Duration.ofSeconds(1), false);
    assertThat(documents()).containsExactly("mine", "theirs", "then");
  }

  @Test
  void whatIsThereAlreadyIsKeptForSureFromThenOn() throws IOException {
    keep("mine", Duration.ofSeconds(3), false);
    keep("mine", Duration.ofSeconds(2), true);
    keep("then", Duration.ofSeconds(1), false);
    assertThat(documents()).containsExactly("mine", "then");
  }

  @Test
  void olderOnesAreFewer() throws IOException {
    Duration[] ages = {
      Duration.ofDays(40),
      Duration.ofDays(35),
      Duration.ofDays(3).plusHours(2),
      Duration.ofDays(3).plusHours(1),
      Duration.ofHours(5).plusMinutes(4),
      Duration.ofHours(5).plusMinutes(2),
      Duration.ofMinutes(30),
      Duration.ofMinutes(20),
      Duration.ZERO
    };
    for (int i = 0; i < ages.length; i++) {
      keep("v" + i, ages[i], i == 1);
    }
    assertThat(documents()).containsExactly("v3", "v5", "v6", "v7", "v8");
  }

  @Test
  void theNewestStaysHoweverOldItIs() throws IOException {
    keep("only", Duration.ofDays(400), false);
    assertThat(documents()).containsExactly("only");
  }

  @Test
  void aClockThatWasSetBackKeepsTheOrder() throws IOException {
    keep("first", Duration.ZERO, true);
    keep("second", Duration.ofHours(2), true);
    assertThat(documents()).containsExactly("first", "second");
  }

  @Test
  void aDamagedVersionIsLeftOutAndTheOthersStand() throws IOException {
    keep("whole", Duration.ofMinutes(10), false);
    keep("damaged", Duration.ZERO, false);
    try (Stream<Path> files = Files.list(folder)) {
      Path newest = files.sorted().toList().getLast();
      Files.write(newest, new byte[] {1, 2, 3});
    }
    assertThat(documents()).containsExactly("whole");
  }

  @Test
  void aKeyLeadsNowhereElse() {
    assertThatThrownBy(() -> versions.read("../../postroom")).isInstanceOf(IOException.class);
  }

  private void keep(String document, Duration ago, boolean sure) throws IOException {
    versions.keep(new Kept(document, Map.of()), NOW.minus(ago), sure);
  }

  private List<String> documents() throws IOException {
    return versions.oldestFirst().stream().map(entry -> entry.kept().document()).toList();
  }
}
