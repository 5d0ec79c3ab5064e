package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postroom.finding.FindingTable;
import org.postroom.finding.FindingTexts;

/// Holds the page `checks.md`, which is made of the classes of the checks and their texts.
class ChecksPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/checks.md");
  private static final String MARK = "<!-- From here on written by ChecksPageTest. -->";

  private final CheckTexts texts = new CheckTexts(Locale.UK);
  private final FindingTexts findings = new FindingTexts(Locale.UK);

  @Test
  void eachCheckSaysWhatItLooksForAndWhatItCannotSee() {
    assertThat(texts.names())
        .containsExactlyInAnyOrderElementsOf(
            Checks.all().stream().map(check -> check.getClass().getSimpleName()).toList());
    for (SafetyCheck check : Checks.all()) {
      for (String text : List.of(texts.looksFor(check), texts.cannotSee(check))) {
        assertThat(text).as("%s", check.getClass()).hasSizeGreaterThan(20).endsWith(".");
      }
      assertThat(check.ids()).isNotEmpty().allMatch(FindingTable.ids()::contains);
    }
  }

  /// To write the page anew: `-Dpostroom.pages=write`.
  @Test
  void thePageEqualsTheClasses() throws IOException {
    String page = Files.readString(PAGE);
    String whole = page.substring(0, page.indexOf(MARK)) + render();
    if ("write".equals(System.getProperty("postroom.pages"))) {
      Files.writeString(PAGE, whole);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(whole);
  }

  private String render() {
    StringBuilder page = new StringBuilder(MARK).append("\n");
    for (SafetyCheck check : Checks.all()) {
      page.append("\n## ").append(check.getClass().getSimpleName()).append("\n\n");
      page.append(texts.looksFor(check)).append("\n\n");
      page.append("*Cannot see:* ").append(texts.cannotSee(check)).append("\n\n");
      page.append("| finding | weighs | where nothing was found |\n|---|---|---|\n");
      for (String id : check.ids()) {
        page.append("| `").append(id).append("` | ").append(weight(id)).append(" | ");
        page.append(findings.checked(id)).append(" |\n");
      }
    }
    return page.toString();
  }

  private static String weight(String id) {
    return FindingTable.of(id).stream()
        .sorted()
        .map(severity -> severity.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" or "));
  }
}
