package org.postroom.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.template.HtmlToText;

class HtmlWriterTest {
  @Test
  void aLetterIsCleanAndTheSameEveryTime() {
    RichText letter =
        new RichText(
            List.of(
                Block.Paragraph.of(Shape.HEADING_1, words("Concert")),
                Block.Paragraph.of(
                    Shape.PARAGRAPH,
                    words("Dear "),
                    Inline.Field.of("First name", "dear \"friend\" & singer"),
                    words(","),
                    new Inline.Break(),
                    new Inline.Text("red", TextStyle.PLAIN.withHue(Hue.RED).withBold(true))),
                new Block.Mark(new FieldTag(FieldTag.Kind.WHERE_FILLED, "Subs owed", null)),
                Block.Paragraph.of(Shape.BULLET, words("one")),
                new Block.Paragraph(Shape.NUMBER, 1, List.of(words("in it"))),
                Block.Paragraph.of(Shape.BULLET, words("two")),
                new Block.Mark(new FieldTag(FieldTag.Kind.END, "Subs owed", null))));

    assertThat(HtmlWriter.body(letter))
        .isEqualTo(
            """
            <h1 style="margin:0 0 12px;line-height:1.3;font-size:26px">Concert</h1>
            <p style="margin:0 0 16px">Dear {{First name|dear &quot;friend&quot; &amp; singer}},<br>
            <span style="color:#c62828"><strong>red</strong></span></p>
            {{#Subs owed}}
            <ul style="margin:0 0 16px;padding:0 0 0 28px">
            <li style="margin:0 0 4px">one
            <ol style="margin:0 0 0;padding:0 0 0 28px">
            <li style="margin:0 0 4px">in it</li>
            </ol>
            </li>
            <li style="margin:0 0 4px">two</li>
            </ul>
            {{/Subs owed}}
            """);
    assertThat(HtmlToText.convert(HtmlWriter.write(letter)))
        .isEqualTo(
            """
            Concert

            Dear {{First name|dear "friend" & singer}},
            red

            {{#Subs owed}}
            - one
              1. in it
            - two

            {{/Subs owed}}
            """);
  }

  /// Found by a property: the words after a mark within an item lay deeper than any item before.
  @Test
  void aMarkWithinAnItemEndsTheList() {
    Inline mark =
        new Inline.Field(new FieldTag(FieldTag.Kind.WHERE_FILLED, "Name", null), TextStyle.PLAIN);
    RichText text =
        new RichText(
            List.of(
                Block.Paragraph.of(Shape.BULLET, words("one")),
                new Block.Paragraph(
                    Shape.BULLET, 1, List.of(mark, new Inline.Break(), words("two")))));

    assertThat(new RichText(text.blocks())).isEqualTo(text);
    assertThat(text.blocks().getLast()).isEqualTo(Block.Paragraph.of(Shape.BULLET, words("two")));
  }

  @Test
  void htmlOfOthersIsReadButNotCalledOurs() {
    String page = "<h2>Hello</h2><p>to <b>all</b><table><tr><td>a<td>b</table>";

    assertThat(HtmlReader.isOurs(page)).isFalse();
    assertThat(HtmlReader.read(page).text().blocks())
        .containsExactly(
            Block.Paragraph.of(Shape.HEADING_2, words("Hello")),
            Block.Paragraph.of(
                Shape.PARAGRAPH,
                words("to "),
                new Inline.Text("all", TextStyle.PLAIN.withBold(true))),
            Block.Paragraph.of(Shape.PARAGRAPH, words("a")),
            Block.Paragraph.of(Shape.PARAGRAPH, words("b")));
  }

  /// A mailshot lives longer than a version of the program.
  @Test
  void whatStandsAroundTheTextMayBeOfAnotherVersion() {
    String now =
        HtmlWriter.write(
            new RichText(List.of(Block.Paragraph.of(Shape.PARAGRAPH, words("Hello")))));
    String earlier =
        now.replaceAll("<meta name=\"[a-z]*-?color-scheme.*>\n", "")
            .replace("max-width:600px;margin:0 auto;", "");

    assertThat(HtmlReader.isOurs(now)).isTrue();
    assertThat(HtmlReader.isOurs(now.replace("\n", "\r\n"))).isTrue();
    assertThat(earlier).isNotEqualTo(now);
    assertThat(HtmlReader.isOurs(earlier)).isTrue();
    assertThat(HtmlReader.isOurs(now.replace("<div style=\"", "<div style=\"background:pink;")))
        .isFalse();
    assertThat(HtmlReader.isOurs(now.replace("</head>", "<style>p{color:red}</style>\n</head>")))
        .isFalse();
    assertThat(HtmlReader.isOurs(now.replace("<body>", "<body bgcolor=\"pink\">"))).isFalse();
    assertThat(HtmlReader.isOurs(now.replace("Hello", "<blink>Hello</blink>"))).isFalse();
  }

  /// Hues of the palette can be read on white and on black.
  @Test
  void everyHueStandsOutOnWhiteAndOnBlack() {
    for (Hue hue : Hue.values()) {
      double light = luminance(hue.css());
      assertThat(1.05 / (light + 0.05)).as(hue.key()).isGreaterThan(4.5);
      assertThat((light + 0.05) / 0.05).as(hue.key()).isGreaterThan(3);
    }
  }

  /// WCAG 2.2, relative luminance.
  private static double luminance(String css) {
    int rgb = Integer.parseInt(css.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 255) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static Inline.Text words(String text) {
    return new Inline.Text(text, TextStyle.PLAIN);
  }
}
