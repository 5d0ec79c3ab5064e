package org.postroom.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the table `how-we-read-lists.tsv`, and holds the page that is made of it.
class BehaviourTest {
  private static final Path PAGE = Path.of("src/site/markdown/how-we-read-lists.md");

  static List<Behaviour> behaviours() {
    return Behaviour.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("behaviours")
  void whatIsReadIsWhatTheTableSays(Behaviour behaviour) {
    assertThat(BehaviourReadings.of(behaviour))
        .as(behaviour.why())
        .allSatisfy(read -> assertThat(read).isEqualTo(Behaviour.text(behaviour.read())));
  }

  @Test
  void eachLineHasItsOwnNameAndAReason() {
    assertThat(Behaviour.all()).hasSizeGreaterThanOrEqualTo(250);
    assertThat(Behaviour.all()).extracting(Behaviour::id).doesNotHaveDuplicates();
    assertThat(Behaviour.all()).allMatch(behaviour -> behaviour.why().length() > 10);
  }

  /// To write the page anew: `-Dpostroom.pages=write`.
  @Test
  void thePageEqualsTheTable() throws IOException {
    String page = Files.readString(PAGE);
    String byHand = page.substring(0, page.indexOf(BehaviourPage.MARK));
    String whole = byHand + BehaviourPage.render(Behaviour.all());
    if ("write".equals(System.getProperty("postroom.pages"))) {
      Files.writeString(PAGE, whole);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(whole);
  }
}
