package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;

/// What words make which finding, and which make none: `wording.tsv`, under all checks at once.
class WordingTest {
  @TestFactory
  Stream<DynamicTest> words() throws IOException {
    return lines()
        .map(line -> DynamicTest.dynamicTest(line[0] + ": " + line[3], () -> holds(line)));
  }

  @Test
  void whatTheListBroughtInIsCountedByLetter() {
    List<Finding> findings =
        Kit.choir(9)
            .tamper(
                message ->
                    message.to().matches("m[235]@.*")
                        ? Kit.withText(message, "Dear {{Name}},\nthe venue is TBC.\n")
                        : message)
            .review(Checks.all(), ReviewProgress.NONE)
            .review()
            .findings();
    assertThat(findings)
        .extracting(WordingTest::say, Finding::count, finding -> finding.where().row())
        .containsExactly(
            tuple("merge.left-over block text", 3, 2), tuple("draft.mark block text", 3, 2));
  }

  @Test
  void aPlaceholderInATagIsLeftOverToo() {
    assertThat(
            Kit.choir(2)
                .html("<p>Dear all</p>")
                .tamper(
                    message ->
                        Kit.withHtml(
                            message, "<p><a href=\"https://x.example/{{Id}}\">here</a></p>"))
                .review(Checks.all(), ReviewProgress.NONE)
                .review()
                .findings())
        .extracting(WordingTest::say, Finding::count)
        .containsExactly(tuple("merge.left-over block html", 2));
  }

  @Test
  void aRecallSaysWhetherItShowsTheFirstMessageAgain() {
    String recall = "Please disregard my previous email.\n";
    assertThat(why(recall)).doesNotContain("once more, below");
    assertThat(why(recall + "\n-----Original Message-----\nFrom: Helen\n"))
        .contains("once more, below");
  }

  private static String why(String text) {
    List<Finding> findings =
        Kit.choir(9).text(text).review(Checks.all(), ReviewProgress.NONE).review().findings();
    assertThat(findings).extracting(Finding::id).containsExactly("text.recall");
    return new FindingTexts(Locale.UK).why(findings.getFirst());
  }

  private static void holds(String[] line) {
    String words = line[3].replace("\\n", "\n");
    Kit kit = Kit.choir(3);
    switch (line[2]) {
      case "subject" -> kit.subject(words);
      case "text" -> kit.text(words);
      case "html" -> kit.html(words);
      default -> throw new IllegalArgumentException(line[2]);
    }
    List<String> found =
        kit.review(Checks.all(), ReviewProgress.NONE).review().findings().stream()
            .map(WordingTest::say)
            .toList();
    if (line[0].equals("-")) {
      assertThat(found).as(line[4]).isEmpty();
    } else {
      assertThat(found).as(line[4]).contains(line[0] + " " + line[1] + " " + line[2]);
    }
  }

  private static String say(Finding finding) {
    return finding.id()
        + " "
        + finding.severity().name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + finding.where().part();
  }

  private static Stream<String[]> lines() throws IOException {
    try (InputStream file = WordingTest.class.getResourceAsStream("wording.tsv")) {
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
