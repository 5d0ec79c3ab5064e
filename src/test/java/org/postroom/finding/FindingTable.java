package org.postroom.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The table `severities.tsv`: every id, and how much it may weigh.
public final class FindingTable {
  private static final Map<String, Set<Severity>> SEVERITIES = read();

  private FindingTable() {}

  public static Set<String> ids() {
    return SEVERITIES.keySet();
  }

  public static Set<Severity> of(String id) {
    return SEVERITIES.getOrDefault(id, Set.of());
  }

  /// Holds for whatever a test lets the review find.
  public static void assertKnown(List<Finding> findings) {
    assertThat(findings)
        .allSatisfy(
            finding -> assertThat(of(finding.id())).as(finding.id()).contains(finding.severity()));
  }

  private static Map<String, Set<Severity>> read() {
    try (InputStream file = FindingTable.class.getResourceAsStream("severities.tsv")) {
      String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .collect(
              Collectors.toMap(
                  line -> line[0], line -> severities(line[1]), (one, _) -> one, TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<Severity> severities(String words) {
    return Arrays.stream(words.split(" ", -1))
        .map(word -> Severity.valueOf(word.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }
}
