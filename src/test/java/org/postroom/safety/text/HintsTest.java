package org.postroom.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HintsTest {
  private static final Hints HINTS = new Hints(List.of("draft", "secret key"));

  @Test
  void theLinesAroundEachWordAreTaken() {
    assertThat(HINTS.lines("one\ntwo\nA DRAFT here\nfour\nfive"))
        .containsExactly("two\nA DRAFT here\nfour");
    assertThat(HINTS.lines("draft")).containsExactly("draft");
    assertThat(HINTS.lines("nothing\nto see")).isEmpty();
    assertThat(HINTS.lines("")).isEmpty();
  }

  @Test
  void oneWordIsEnough() {
    assertThat(HINTS.anyIn("a draft of it")).isTrue();
    assertThat(HINTS.anyIn("the secret keys")).isTrue();
    assertThat(HINTS.anyIn("a secret, a key")).isFalse();
    assertThat(HINTS.anyIn("")).isFalse();
  }

  @Test
  void everyWordOfALineIsInOnePieceHoweverManyThereAre() {
    String line = "draft draft secret key draft";
    assertThat(HINTS.lines("1\n2\n" + line + "\n4\n5")).containsExactly("2\n" + line + "\n4");
    assertThat(HINTS.lines(line)).containsExactly(line);
    assertThat(HINTS.lines("draft\n\n\ndraft")).containsExactly("draft\n\n\ndraft");
    assertThat(HINTS.lines("draft\n\ndraft")).containsExactly("draft\n\ndraft");
    assertThat(HINTS.lines("\ndraft\n")).containsExactly("\ndraft\n");
  }

  @Test
  void inAVeryLongLineWordsFarApartAreTwoPieces() {
    String far = "draft" + "x".repeat(9_000);
    assertThat(HINTS.lines(far + far)).hasSize(2).allMatch(piece -> piece.contains("draft"));
    String near = "draft" + "x".repeat(1_500);
    assertThat(String.join("", HINTS.lines(near + near + near)))
        .containsSubsequence("draft", "draft", "draft");
  }

  @Test
  void linesCloseTogetherAreOnePieceAndOthersAreNot() {
    assertThat(HINTS.lines("a\ndraft\nb\nc\nSecret Key\nd\ne\nf\ng\ndraft"))
        .containsExactly("a\ndraft\nb\nc\nSecret Key\nd", "g\ndraft");
    assertThat(HINTS.lines("draft\n1\n2\n3\ndraft")).containsExactly("draft\n1", "3\ndraft");
  }

  @Test
  void aVeryLongLineIsTakenInPart() {
    String piece = HINTS.lines("x".repeat(9_000) + "draft" + "y".repeat(9_000)).getFirst();
    assertThat(piece).hasSize(4_000).contains("xxdraftyy");
  }

  @Test
  void signsThatBecomeLongerInLowerCaseMoveNothing() {
    assertThat(HINTS.lines("İİİİ\nİ\nDRAFT\nİ\nx")).containsExactly("İ\nDRAFT\nİ");
  }
}
