package org.postroom.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postroom.safety.Checks;
import org.postroom.safety.SafetyCheck;

/// The sources beside the table of findings: no id and no weight that the table does not have.
class FindingTableTest {
  private static final Pattern MADE =
      Pattern.compile("Finding\\s*\\.of\\(\\s*([\\w.\"() -]+?)\\s*,\\s*([^;]*?)\\)");
  private static final Pattern CONSTANT = Pattern.compile("String (\\w+) =\\s*\"([^\"]+)\"");
  private static final Pattern WEIGHT = Pattern.compile("Severity\\.([A-Z]+)");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z-]+)\"");

  private record Made(String file, String id, String severity) {}

  @Test
  void everyCheckNamesItsFindingsAsTheTableDoes() {
    assertThat(Checks.all())
        .flatExtracting(SafetyCheck::ids)
        .isNotEmpty()
        .allSatisfy(id -> assertThat(FindingTable.ids()).contains(id));
  }

  @Test
  void everyFindingOfTheTableHasItsTextsAndNoOther() {
    Set<String> told = new TreeSet<>();
    for (String key : new FindingTexts(Locale.UK).keys()) {
      if (key.endsWith(".title")) {
        told.add(key.substring(0, key.length() - ".title".length()));
      }
    }
    assertThat(told).containsExactlyElementsOf(FindingTable.ids());
  }

  @Test
  void whereTheSourcesMakeAFindingTheTableAgrees() {
    List<Made> made = made();
    assertThat(made).hasSizeGreaterThan(50);
    for (Made one : made) {
      assertThat(FindingTable.ids()).as(one.toString()).contains(one.id());
      List<Severity> weights =
          WEIGHT.matcher(one.severity()).results().map(found -> severity(found)).toList();
      assertThat(FindingTable.of(one.id())).as(one.toString()).containsAll(weights);
    }
  }

  /// An id that is chosen at run time stands as a literal beside its choice.
  @Test
  void inTheChecksEveryWordThatLooksLikeAnIdIsOne() {
    Set<String> areas = new TreeSet<>();
    FindingTable.ids().forEach(id -> areas.add(id.substring(0, id.indexOf('.'))));
    Set<String> literals = new TreeSet<>();
    for (Map.Entry<Path, String> file : sources().entrySet()) {
      if (file.getKey().toString().contains("safety")) {
        LITERAL.matcher(file.getValue()).results().forEach(found -> literals.add(found.group(1)));
      }
    }
    literals.removeIf(word -> !areas.contains(word.substring(0, word.indexOf('.'))));
    assertThat(literals).hasSizeGreaterThan(40);
    assertThat(FindingTable.ids()).containsAll(literals);
  }

  private static List<Made> made() {
    Map<Path, String> sources = sources();
    Map<String, String> constants = new HashMap<>();
    sources.forEach(
        (path, source) -> {
          Matcher constant = CONSTANT.matcher(source);
          while (constant.find()) {
            constants.put(name(path) + "." + constant.group(1), constant.group(2));
          }
        });
    List<Made> made = new ArrayList<>();
    sources.forEach(
        (path, source) -> {
          Matcher found = MADE.matcher(source);
          while (found.find()) {
            String first = found.group(1);
            String id =
                first.startsWith("\"")
                    ? first.substring(1, first.length() - 1)
                    : constants.get(first.contains(".") ? first : name(path) + "." + first);
            if (id != null) {
              made.add(new Made(name(path), id, found.group(2)));
            }
          }
        });
    return made;
  }

  private static Severity severity(MatchResult found) {
    return Severity.valueOf(found.group(1));
  }

  private static String name(Path path) {
    return path.getFileName().toString().replace(".java", "");
  }

  private static Map<Path, String> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      Map<Path, String> sources = new HashMap<>();
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        sources.put(file, Files.readString(file));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
