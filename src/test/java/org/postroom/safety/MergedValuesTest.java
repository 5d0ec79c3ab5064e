package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.finding.Finding;

/// Which values of a list look as if a program wrote them, and which do not: `values.tsv`, under
/// all checks at once.
class MergedValuesTest {
  @TestFactory
  Stream<DynamicTest> values() throws IOException {
    return lines().map(line -> DynamicTest.dynamicTest(line[1] + " " + line[2], () -> holds(line)));
  }

  private static void holds(String[] line) {
    Kit kit =
        Kit.list("Email", line[1])
            .row("a@x.example", line[2])
            .row("b@x.example", "something")
            .text("It says {{" + line[1] + "}} here.");
    List<String> found =
        kit.review(Checks.all(), ReviewProgress.NONE).review().findings().stream()
            .map(Finding::id)
            .toList();
    assertThat(found)
        .as(line[3])
        .isEqualTo(line[0].equals("-") ? List.of() : List.of("merge.suspect-value"));
  }

  private static Stream<String[]> lines() throws IOException {
    try (InputStream file = MergedValuesTest.class.getResourceAsStream("values.tsv")) {
      String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return all
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .toList()
          .stream();
    }
  }
}
