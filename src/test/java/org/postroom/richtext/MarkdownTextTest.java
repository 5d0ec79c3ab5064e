package org.postroom.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {
  /// What people write by hand opens in the editor and is written back byte for byte.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear {{First name|friend}},\n\nOur **concert** is *soon*.\n",
        "With warm wishes,\nHelen Marsh, secretary\n",
        "# Concert\n\n## When\n\nSaturday, see https://choir.example/a_b or news@choir.example.\n",
        "- one\n- two\n  - two and a half\n- three\n",
        "1. first\n2. second\n\nThen:\n\n- bullet\n",
        "{{#Subs owed}}\nYou still owe {{Subs owed}} for 2026.\n{{/Subs owed}}\n\nBye\n",
        "{{^Voice}}\nA\n\nB\n{{/Voice}}\n",
        "You owe {{#Subs owed}}{{Subs owed}}{{/Subs owed}}{{^Subs owed}}nothing{{/Subs owed}}.\n",
        "[our page](https://choir.example/?for={{Code}})\n",
        "![The hall](pictures/hall%20one.png)\n",
        "> Sing!\n> Always.\n>\n> Every day.\n\n---\n\nEnd\n",
        "| Voice | Time |\n| --- | --- |\n| Alto | 17:45 |\n",
        "It costs 3 \\* 4, \\<b>not bold\\</b>, snake_case and 100% \\[sic\\].\n",
        "\\- no list\n\n\\# no heading\n\n12\\. December\n",
        ""
      })
  void isWrittenBackAsItWas(String markdown) {
    assertThat(MarkdownReader.isWhole(markdown)).isTrue();
    assertThat(MarkdownWriter.write(MarkdownReader.read(markdown))).contains(markdown);
  }

  /// What the editor has no word for would be lost in it; these stay in the Markdown view.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A <b>tag</b>\n",
        "<table><tr><td>x</td></tr></table>\n",
        "`code`\n",
        "```\ncode\n```\n",
        "#### too deep\n",
        "3. from three\n",
        "- loose\n\n- list\n",
        "[x](https://x.example \"title\")\n",
        "> - list in a quote\n"
      })
  void isNotWholeWhereSomethingWouldBeLost(String markdown) {
    assertThat(MarkdownReader.isWhole(markdown)).isFalse();
  }

  @Test
  void whatIsWrittenDifferentlyAndMeansTheSameIsWhole() {
    assertThat(MarkdownReader.isWhole("* a\n* b\n")).isTrue();
    assertThat(MarkdownReader.isWhole("Title\n=====\n\ntext  \nline\n\n***\n")).isTrue();
    assertThat(MarkdownReader.isWhole("a __bold__ word\r\nline\r\n")).isTrue();
  }

  @Test
  void aParagraphForSomePeopleLiesBetweenItsMarks() {
    String oneLine = "A\n\n{{#Subs owed}}You owe {{Subs owed}}.{{/Subs owed}}\n\nB\n";

    assertThat(MarkdownReader.isWhole(oneLine)).isTrue();
    assertThat(MarkdownWriter.write(MarkdownReader.read(oneLine)))
        .contains("A\n\n{{#Subs owed}}\nYou owe {{Subs owed}}.\n{{/Subs owed}}\n\nB\n");
  }

  @Test
  void coloursUnderlinesAndWidthsNeedHtml() {
    for (TextStyle style :
        List.of(TextStyle.PLAIN.withHue(Hue.RED), TextStyle.PLAIN.withUnderline(true))) {
      RichText text =
          new RichText(List.of(Block.Paragraph.of(Shape.PARAGRAPH, new Inline.Text("x", style))));
      assertThat(MarkdownWriter.write(text)).isEmpty();
    }
    assertThat(
            MarkdownWriter.write(
                new RichText(
                    List.of(
                        Block.Paragraph.of(
                            Shape.PARAGRAPH,
                            new Inline.Picture("a.png", "A", 200, TextStyle.PLAIN))))))
        .isEmpty();
  }

  @Test
  void anAddressThatWasTypedIsALink() {
    RichText typed =
        new RichText(
            List.of(
                Block.Paragraph.of(
                    Shape.PARAGRAPH,
                    new Inline.Text("see https://choir.example.", TextStyle.PLAIN))));

    assertThat(MarkdownWriter.write(typed)).isEmpty();
    assertThat(MarkdownWriter.write(typed.linked())).contains("see https://choir.example.\n");
  }
}
