package org.postroom.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.template.People.html;
import static org.postroom.template.People.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
  private static String body(String markdown) {
    String html = Markdown.toHtml(markdown);
    String before = "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"></head>\n<body>\n";
    String after = "</body>\n</html>\n";
    assertThat(html).startsWith(before).endsWith(after);
    return html.substring(before.length(), html.length() - after.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->>",
      quoteCharacter = '~',
      value = {
        "Hello **{{First name}}**!  ->> <p>Hello <strong>{{First name}}</strong>!</p>\\n",
        "{{Name|Tom & <Jo>}}  ->> <p>{{Name|Tom &amp; &lt;Jo&gt;}}</p>\\n",
        "# Hi {{A_b*c}}  ->> <h1>Hi {{A_b*c}}</h1>\\n",
        "[pay]({{Link|https://a.example/ b}}) ->> <p><a href=\"{{Link|https://a.example/"
            + " b}}\">pay</a></p>\\n",
        "`{{A}}` ->> <p><code>{{A}}</code></p>\\n",
        "a {{#B}}b *c* {{/B}}d ->> <p>a {{#B}}b <em>c</em> {{/B}}d</p>\\n",
        "https://a.example ->> <p><a href=\"https://a.example\">https://a.example</a></p>\\n",
      })
  void fieldsSurvive(String markdown, String expected) {
    assertThat(body(markdown)).isEqualTo(expected.replace("\\n", "\n"));
  }

  @Test
  void sectionOfWholeParagraphsLeavesNoEmptyParagraph() {
    String expected = "<p>a</p>\n{{#B}}\n<p>b {{B}}</p>\n{{/B}}\n<p>c</p>\n";
    assertThat(body("a\n\n{{#B}}\n\nb {{B}}\n\n{{/B}}\n\nc\n")).isEqualTo(expected);
    assertThat(body("a\n{{#B}}\nb {{B}}\n{{/B}}\nc\n")).isEqualTo(expected);
    assertThat(body("{{A}}\n\n{{B}}")).isEqualTo("<p>{{A}}</p>\n<p>{{B}}</p>\n");
    assertThat(body("{{#A}}{{/A}}")).isEqualTo("{{#A}}{{/A}}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->>",
      quoteCharacter = '~',
      value = {
        "{{#B}}b\\n\\n{{/B}}\\nc ->> <p>b</p>\\n<p>c</p>\\n ->> <p>c</p>\\n",
        "{{#B}}b\\n\\n{{/B}}\\n- c ->> <p>b</p>\\n<ul>\\n<li>c</li>\\n</ul>\\n ->>"
            + " <ul>\\n<li>c</li>\\n</ul>\\n",
        "{{#B}}b\\n\\nc{{/B}} d ->> <p>b</p>\\n<p>c d</p>\\n ->> <p> d</p>\\n",
        "a {{#B}}b\\n- c {{/B}}\\n- d ->> <p>a</p>\\n<p>b</p>\\n<ul>\\n<li>c</li>\\n</ul>\\n<ul>\\n"
            + "<li>d</li>\\n</ul>\\n ->> <p>a</p>\\n<ul>\\n<li>d</li>\\n</ul>\\n",
        "> a {{#B}}b\\n\\nc{{/B}} ->> <blockquote>\\n<p>a</p>\\n</blockquote>\\n<p>b</p>\\n<p>c</p>\\n"
            + " ->> <blockquote>\\n<p>a</p>\\n</blockquote>\\n",
        "- a{{#B}}\\n- b{{/B}}\\n- c ->> <ul>\\n<li>a</li>\\n<li>b</li>\\n<li>c</li>\\n</ul>\\n ->>"
            + " <ul>\\n<li>a</li>\\n<li>c</li>\\n</ul>\\n",
      })
  void sectionOverBlocksLeavesWholeBlocksInBothBranches(
      String markdown, String filled, String empty) {
    String html = Markdown.toHtml(markdown.replace("\\n", "\n"));
    assertThat(lines(html, "x")).isEqualTo(filled.replace("\\n", "\n"));
    assertThat(lines(html, "")).isEqualTo(empty.replace("\\n", "\n"));
  }

  private static String lines(String html, String b) {
    String merged = html(html).merge(with("B", b)).value();
    return merged
        .substring(merged.indexOf("<body>\n") + 7, merged.indexOf("</body>"))
        .replaceAll("\n+", "\n")
        .replaceFirst("^\n", "");
  }

  @Test
  void lineBreaksStay() {
    assertThat(body("Kind regards\n{{A}}\n")).isEqualTo("<p>Kind regards<br />\n{{A}}</p>\n");
    assertThat(HtmlToText.convert(Markdown.toHtml("Kind regards\nThe *committee*\n")))
        .isEqualTo("Kind regards\nThe committee\n");
  }

  @Test
  void tablesAreMadeWithFieldsInTheirCells() {
    assertThat(body("|a|b|\n|-|-|\n|{{A|x}}|2|\n")).contains("<td>{{A|x}}</td>", "<td>2</td>");
  }

  @Test
  void brokenFieldStaysBroken() {
    assertThat(People.broken(Markdown.toHtml("Hello {{First name\n"), Markup.HTML).fault())
        .isEqualTo(TemplateReading.Fault.NOT_CLOSED);
  }

  @Test
  void sourceThatHoldsTheTokensOwnCharactersIsNoTrap() {
    assertThat(body("\uFDD00\uFDD1 {{A}}")).isEqualTo("<p>\uFFFD0\uFFFD {{A}}</p>\n");
  }

  @Test
  void valueFromTheListIsNeverMarkdownOrHtml() {
    assertThat(html(Markdown.toHtml("Hi {{A}}")).merge(with("A", "**b** <i>")).value())
        .contains("<p>Hi **b** &lt;i&gt;</p>");
  }
}
