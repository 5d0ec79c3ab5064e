package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.finding.Finding;
import org.postroom.safety.check.Apology;
import org.postroom.safety.text.Sentences;

/// What a letter that mends an earlier one may show again, and how much of it.
class ApologyTest {
  private static final String SORRY = "Sorry, the date in our last mail was wrong.";
  private static final String OF_FILE = "Sorry, the wrong file went with our last mail.";

  /// The earlier letter's sentences; an x is one that is said again.
  @ParameterizedTest
  @CsvSource({
    "xx--, true",
    "xx---, false",
    "x-x-, true",
    "--xx, false",
    "x--xx, false",
    "-xx-x, true",
    "x, false",
    "xx, true",
    "'', false"
  })
  void halfOfTheFirstLetterAndOfItsBeginningIsThatLetter(String sentences, boolean asked) {
    Kit kit = Kit.choir(9).text(SORRY).memory(said(sentences, Set.of()));
    assertThat(args(kit)).isEqualTo(asked ? List.of(List.of(2, "Spring", "")) : List.of());
  }

  @Test
  void aCorrectionThatSaysWhatIsRightIsNothingToAskAbout() {
    Kit kit = Kit.choir(9).memory(said("xx", Set.of()));
    assertThat(args(kit.text("We meet on Monday in the hall."))).isEmpty();
    assertThat(args(kit.text("Sorry, I was wrong."))).as("about no message").isEmpty();
    assertThat(args(kit.text("Write us a mail where the list is wrong."))).isEmpty();
    assertThat(args(Kit.choir(9).text(SORRY))).as("and nothing is shown").isEmpty();
  }

  @Test
  void aSentenceThatTheFirstLetterHadTooIsNotAboutIt() {
    Set<String> again = Set.of(Sentences.folded(SORRY));
    assertThat(args(Kit.choir(9).text(SORRY).memory(said("xx", again)))).isEmpty();
    assertThat(args(Kit.choir(9).text(SORRY + "\n\n" + OF_FILE).memory(said("xx", again))))
        .hasSize(1);
  }

  @Test
  void theSubjectSaysItAsWell() {
    Kit kit = Kit.choir(9).subject("Correction: spring concert").memory(said("xx", Set.of()));
    assertThat(kit.findings(new Apology()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.where().part()).isEqualTo("subject");
              assertThat(finding.quote()).isEqualTo("Correction: spring concert");
            });
    assertThat(args(kit.text(SORRY).html("<p>" + SORRY + "</p>"))).as("once").hasSize(1);
  }

  @Test
  void aRecallIsAskedAboutInAnyCase() {
    Kit kit = Kit.choir(9).text("Please disregard my previous email. " + SORRY);
    assertThat(kit.memory(said("xx", Set.of())).findings(new Apology())).isEmpty();
  }

  @Test
  void theFileGoesAlongAgainWhereAFileWasWrong() {
    Memory memory =
        repeated(
            new Memory.Repeated("May", Set.of(), List.of(), List.of()),
            new Memory.Repeated("Spring", Set.of(), List.of(), List.of("a.txt", "b.txt")));
    assertThat(args(Kit.choir(9).text(OF_FILE).memory(memory)))
        .containsExactly(List.of(3, "Spring", "a.txt"));
    assertThat(args(Kit.choir(9).text(SORRY).memory(memory))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann Archer, Ben Bishop and Ana Maria de la Cruz | true",
        "Ann Archer, Ben Bishop and Cem | false",
        "Ann Archer, Ben Bishop | false",
        "Ann Archer, Ben Bishop and Helen Price | false",
        "Ann Archer, Ben Bishop and Ann Archer | false"
      })
  void threePeopleOfTheListAreShownAgain(String people, boolean asked) {
    Kit kit =
        Kit.list("Name", "Email")
            .names("Name")
            .row("Ann Archer", "a@x.example")
            .row("Ben Bishop", "b@x.example")
            .row("Ana Maria de la Cruz", "c@x.example")
            .row("Cem", "d@x.example")
            .row("Helen Price", "helen@x.example")
            .row("Ann Archer", "f@x.example")
            .from("helen@x.example")
            .text("Our last mail went to " + people + " by mistake.");
    assertThat(args(kit)).isEqualTo(asked ? List.of(List.of(4, "", "Ann Archer")) : List.of());
  }

  private static List<List<Object>> args(Kit kit) {
    return kit.findings(new Apology()).stream().map(Finding::args).toList();
  }

  private static Memory said(String sentences, Set<String> again) {
    List<Boolean> inOrder = sentences.chars().mapToObj(c -> c == 'x').toList();
    return repeated(new Memory.Repeated("Spring", again, inOrder, List.of()));
  }

  private static Memory repeated(Memory.Repeated... earlier) {
    return new NoMemory() {
      @Override
      public List<Repeated> repeated(Said said) {
        return Arrays.asList(earlier);
      }
    };
  }
}
