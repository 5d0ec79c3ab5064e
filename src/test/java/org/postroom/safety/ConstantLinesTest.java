package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.postroom.safety.text.HtmlWords;

class ConstantLinesTest {
  private static final String FIELD = "{{F}}";

  @Test
  void wholeRunsArePassedOver() {
    ConstantLines constant = constant("html", "<p>one</p>\n<p>two</p>\n<p>{{F}}</p>\n<p>three</p>");

    ConstantLines.Rest rest =
        constant.rest("<p>one</p>\n<p>two</p>\n<p>Ann</p>\n<p>three</p>", true);

    assertThat(rest.text()).isEqualTo("<p>Ann</p>\n");
    assertThat(rest.said()).isTrue();
  }

  @Test
  void aConstantLineIsKnownAsWrittenAndAsRead() {
    ConstantLines constant = constant("html", "<p>one</p>\n<p>{{F}}</p>");

    assertThat(constant.others("<p>one</p>\none\n\n  \ntwo")).containsExactly("two");
  }

  @Test
  void aRunThatSaysNothingIsNotSaid() {
    ConstantLines.Rest rest = constant("html", "<p>\n</p>\n{{F}}").rest("<p>\n</p>\n...", true);

    assertThat(rest.text()).isEqualTo("...");
    assertThat(rest.said()).isFalse();
  }

  @Test
  void aCommentThatOpensInAValueGoesOnIntoTheRun() {
    ConstantLines constant = constant("html", "{{F}}\n<p>all</p>\n{{F}}\n");

    assertThat(constant.rest("<!-- bea\n<p>all</p>\nann -->\n", true).text())
        .isEqualTo("<!-- bea\n<p>all</p>\nann -->\n");
  }

  @Test
  void aRunInAnotherPlaceIsStillARun() {
    ConstantLines constant = constant("text", "{{F}}\nlong may they sing\nand dance\n");

    assertThat(constant.rest("long may they sing\nand dance\nBea\n", false).text())
        .isEqualTo("Bea\n");
    assertThat(constant.rest("long may they sing\nand danced\n", false).text())
        .isEqualTo("long may they sing\nand danced\n");
    assertThat(constant.others("long may they sing\nand danced\n")).containsExactly("and danced");
  }

  @Test
  void theLongestRunIsPassedOver() {
    ConstantLines constant = constant("text", "{{F}}\n\n{{F}}\n\nsing\nand dance\n");

    assertThat(constant.rest("Ann\n\nBea\n\nsing\nand dance\n", false).text())
        .isEqualTo("Ann\nBea\n");
  }

  /// Passing over runs changes nothing of what is left to look at, whatever the values hold.
  @Property
  void whatIsLeftIsWhatTheWholeWouldLeave(
      @ForAll("pieces") List<String> template, @ForAll("values") List<String> values) {
    String source = String.join("", template);
    ConstantLines constant = constant("html", source);
    StringBuilder letter = new StringBuilder();
    int value = 0;
    for (String piece : template) {
      letter.append(piece.equals(FIELD) ? values.get(value++ % values.size()) : piece);
    }
    String whole = letter.toString();
    ConstantLines.Rest rest = constant.rest(whole, true);

    assertThat(constant.others(HtmlWords.of(rest.text())))
        .isEqualTo(constant.others(HtmlWords.of(whole)));
    assertThat(rest.said() || Material.Words.says(rest.text(), HtmlWords.of(rest.text())))
        .isEqualTo(Material.Words.says(whole, HtmlWords.of(whole)));
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            FIELD,
            FIELD,
            "\n",
            "\n",
            "\n",
            "<p>",
            "</p>",
            "one",
            "two words",
            "<!-- ",
            " -->",
            "<style>",
            "</style>",
            "<b>",
            "</b>",
            "<a title=\"",
            "\">",
            "&amp;",
            "<br/>",
            "<")
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<String>> values() {
    return Arbitraries.of(
            "Ann",
            "",
            "<!-- ",
            "-->",
            "<style>",
            "</style>",
            "<a title=\"",
            "\">",
            "\n",
            "one",
            "<p>\nBea",
            "Li\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static ConstantLines constant(String part, String source) {
    String words = part.equals("html") ? HtmlWords.of(source) : source;
    return new ConstantLines(
        List.of(
            new Material.Words(
                part, source, words, words.lines().toList(), List.of(source, words), true)));
  }
}
