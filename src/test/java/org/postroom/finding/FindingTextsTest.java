package org.postroom.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingTextsTest {
  private static final FindingTexts TEXTS = new FindingTexts(Locale.UK);
  private static final Pattern MADE = Pattern.compile("Finding\\s*\\.of\\(\\s*\"([a-z.-]+)\"");

  /// Import, planning, document, engine and checks alike.
  @Test
  void everyIdThatTheSourcesMakeHasItsTexts() {
    assertThat(made()).isNotEmpty().allSatisfy(id -> assertThat(TEXTS.has(id)).as(id).isTrue());
  }

  @Test
  void everyTextIsAWholePattern() {
    Set<String> ids = new TreeSet<>();
    for (String key : TEXTS.keys()) {
      if (key.endsWith(".title")) {
        ids.add(key.substring(0, key.length() - ".title".length()));
      }
    }
    assertThat(ids).hasSizeGreaterThan(60);
    for (String id : ids) {
      for (int count = 1; count <= 3; count++) {
        Finding finding = finding(id, count, 1, 2, 3, 4, 5);
        assertThat(TEXTS.title(finding)).as(id).doesNotContain("{").doesNotEndWith(".");
        assertThat(TEXTS.why(finding))
            .as(id)
            .matches("(?:[\\p{Lu}“\\d]|a@b).*\\.")
            .doesNotContain("{");
        assertThat(TEXTS.checked(id)).as(id).isNotEqualTo(id);
      }
    }
  }

  @Test
  void aBlockDoesNotOfferToConfirm() {
    Finding block =
        Finding.of("content.lists-people", Severity.BLOCK)
            .at(Place.part("text"), "x")
            .args(3, "x")
            .build();
    assertThat(TEXTS.message(block))
        .isEqualTo(
            "3 people are named in the text. Everybody who gets this would see these people’s data."
                + " Take it out; there is no way to send it like this.");
    for (String key : TEXTS.keys()) {
      assertThat(key).matches("[a-z.A-Z-]+");
    }
  }

  @Test
  void aNoteAboutEmptyAddressesAsksForNothing() {
    Finding.Builder rows = Finding.of("list.left-out", Severity.NOTE).at(Place.row(62, null), "");
    assertThat(TEXTS.why(rows.build()))
        .contains("row 62", "nothing to do")
        .doesNotContainIgnoringCase("confirm");
    Finding lost =
        Finding.of("list.left-out", Severity.CONFIRM)
            .at(Place.row(62, null), "a;b@example.org")
            .build();
    assertThat(TEXTS.why(lost)).contains("row 62", "confirm that they stay out");
  }

  @Test
  void anUnknownIdReadsAsItselfAndNeverThrows() {
    Finding finding = finding("future.thing", 1);
    assertThat(TEXTS.title(finding)).isEqualTo("future.thing");
    assertThat(TEXTS.message(finding))
        .isEqualTo("future.thing. Look at the place that is named before you go on.");
    assertThat(TEXTS.checked("future.thing")).isEqualTo("future.thing");
  }

  @Test
  void aMissingValueReadsAsDots() {
    assertThat(TEXTS.title(finding("list.is-attachment", 1))).isEqualTo("“…” is a list of people");
    for (String key : TEXTS.keys()) {
      if (key.endsWith(".title")) {
        String id = key.substring(0, key.length() - ".title".length());
        assertThat(TEXTS.message(finding(id, 1))).isNotBlank();
      }
    }
  }

  @Test
  void oneAndManyAreSaidInTheirOwnWords() {
    assertThat(TEXTS.title(finding("merge.empty-value", 1, "First name")))
        .isEqualTo("“First name” is empty for 1 person");
    assertThat(TEXTS.title(finding("merge.empty-value", 1200, "First name")))
        .isEqualTo("“First name” is empty for 1,200 people");
    assertThat(TEXTS.why(finding("merge.empty-value", 2, "First name")))
        .contains("row 1", "leave these rows out");
  }

  @Test
  void placesAreSaidInWords() {
    assertThat(TEXTS.place("attachment:a:b.csv")).isEqualTo("the file “a:b.csv”");
    assertThat(TEXTS.place("html")).isEqualTo("the HTML text");
    assertThat(TEXTS.place("somewhere")).isEqualTo("the message");
    assertThat(TEXTS.place(null)).isEqualTo("the message");
  }

  private static Finding finding(String id, int count, Object... args) {
    Finding.Builder builder = Finding.of(id, Severity.CONFIRM).args(args).quote("the very words");
    for (int row = 1; row <= count; row++) {
      builder.at(new Place("text", row, "a@b.example"), "value");
    }
    return builder.build();
  }

  private static Set<String> made() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> ids(file))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> ids(Path file) {
    try {
      Matcher matcher = MADE.matcher(Files.readString(file));
      return matcher.results().map(found -> found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
