package org.postroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;
import org.postroom.dispatch.StopSignal;

/// How far a send is, on a terminal and in a file.
class ProgressTest {
  private static final DeliveryOutcome ACCEPTED =
      new DeliveryOutcome.Accepted(new Reply(Phase.FINAL_DOT, 250, "2.0.0", "Ok"));
  private final StringWriter err = new StringWriter();
  private Instant now = Instant.parse("2026-11-21T14:36:00Z");

  private Progress progress(boolean terminal, int letters) {
    return progress(terminal, letters, false);
  }

  private Progress progress(boolean terminal, int letters, boolean dialogue) {
    return new Progress(
        new Surroundings(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            Map.of(),
            terminal,
            _ -> Optional.empty(),
            new StopSignal()),
        letters,
        dialogue,
        () -> now);
  }

  @Test
  void theDialogueHasLinesOfItsOwnAndLeavesNothingOfTheBarBesideThem() {
    Progress progress = progress(true, 3, true);
    progress.settled(0, ACCEPTED);
    progress.dialogue().said(2, "DATA");
    progress.dialogue().heard(2, "354 go on");
    assertThat(progress.dialogue().wanted()).isTrue();
    int bar = "[##########--------------------] 1 of 3 letters".length();
    assertThat(err.toString().split("\\R"))
        .contains("2 > DATA" + " ".repeat(bar - 8), "2 < 354 go on" + " ".repeat(bar - 13));
  }

  @Test
  void nobodyIsToldWhatIsSaidUnasked() {
    assertThat(progress(false, 3).dialogue().wanted()).isFalse();
  }

  private void settle(Progress progress, int letters, Duration each) {
    for (int i = 0; i < letters; i++) {
      now = now.plus(each);
      progress.settled(i, ACCEPTED);
    }
  }

  private String lastLine() {
    String all = err.toString();
    return all.substring(all.lastIndexOf('\r') + 1).strip();
  }

  @Test
  void aTerminalShowsTheRateAndTheTimeLeftOnceThereIsSomethingToGoBy() {
    Progress progress = progress(true, 312);
    settle(progress, 19, Duration.ofSeconds(2));
    assertThat(lastLine()).endsWith("19 of 312 letters");

    settle(progress, 150, Duration.ofSeconds(2));
    assertThat(lastLine()).endsWith("169 of 312 letters, 30 a minute, about 4 minutes left");
    settle(progress, 142, Duration.ofSeconds(2));
    assertThat(lastLine()).endsWith("311 of 312 letters, 30 a minute, less than a minute left");
    settle(progress, 1, Duration.ofSeconds(2));
    assertThat(lastLine()).endsWith("312 of 312 letters");
    assertThat(err.toString()).endsWith(System.lineSeparator());
  }

  @Test
  void aShorterLineLeavesNothingOfALongerOne() {
    Progress progress = progress(true, 30);
    settle(progress, 29, Duration.ofSeconds(2));
    int longer = err.toString().length() - err.toString().lastIndexOf('\r');
    settle(progress, 1, Duration.ofSeconds(2));
    String all = err.toString().stripTrailing() + " ".repeat(longer);
    assertThat(all.length()).isGreaterThan(longer);
    assertThat(err.toString().substring(err.toString().lastIndexOf('\r')).length())
        .isGreaterThanOrEqualTo(longer);
  }

  @Test
  void aFileGetsOneLineForAThousandLetters() {
    settle(progress(false, 2_500), 2_500, Duration.ofMillis(10));
    assertThat(err.toString().lines())
        .containsExactly("1,000 of 2,500 letters", "2,000 of 2,500 letters");
  }
}
