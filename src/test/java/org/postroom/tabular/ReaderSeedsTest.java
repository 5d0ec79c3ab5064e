package org.postroom.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The seeds of the profile `fuzz`, and everything that it ever found, without its agent. A new
/// finding is a file beside the seeds, named after what it broke.
class ReaderSeedsTest {
  private static final Path SEEDS = Path.of("src/test/resources/org/postroom/tabular/fuzz");

  record Seed(ReaderTarget target, Path file) {
    @Override
    public String toString() {
      return SEEDS.relativize(file).toString();
    }
  }

  static List<Seed> seeds() {
    return Arrays.stream(ReaderTarget.values()).flatMap(ReaderSeedsTest::of).toList();
  }

  private static Stream<Seed> of(ReaderTarget target) {
    Path folder = SEEDS.resolve(target.name().toLowerCase(Locale.ROOT));
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(file -> new Seed(target, file)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("seeds")
  void eachHolds(Seed seed) throws IOException {
    byte[] bytes = Files.readAllBytes(seed.file());
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> seed.target().run(bytes));
  }

  /// Large ones slow the fuzzer down, and say less.
  @Test
  void seedsAreSmall() throws IOException {
    for (Seed seed : seeds()) {
      assertThat(Files.size(seed.file())).as(seed.toString()).isBetween(1L, 64L * 1024);
    }
  }
}
