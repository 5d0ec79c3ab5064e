package org.postroom.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.template.People.plain;
import static org.postroom.template.People.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlToTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "->>",
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "<p>a</p><p>b</p> ->> a//b/",
        "<h1>A</h1><p>b</p> ->> A//b/",
        "<div>a</div><div>b</div> ->> a/b/",
        "a<br>b ->> a/b/",
        "a<br><br><br>b ->> a//b/",
        "<p>a <b>b</b>\t c</p> ->> a b c/",
        "<p>a</p> <!-- c --> <p>b</p> ->> a//b/",
        "<ul><li>a</li><li>b</li></ul> ->> - a/- b/",
        "<ul><li><p>a</p><p>b</p></li><li>c</li></ul> ->> - a//  b//- c/",
        "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul> ->> - a/  - b/- c/",
        "<p>x</p><ol start=`9`><li>a</li><li>b</li></ol><p>y</p> ->> x//9. a/10. b//y/",
        "<ol><li>a</li></ol> ->> 1. a/",
        "<blockquote><p>a</p><p>b</p></blockquote>c ->> > a/>/> b//c/",
        "<p>a</p><hr><p>b</p> ->> a//* * *//b/",
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> ->> a | b/c/",
        "<table><tr><td> </td><td>b</td></tr></table> ->> b/",
        "<img alt=`our choir` src=x> ->> [our choir]/",
        "a<img src=x>b ->> ab/",
        "<p style=`display: none`>a</p>b ->> b/",
        "<p hidden>a</p>b ->> b/",
        "<p style=`VISIBILITY:hidden`>a</p>b ->> b/",
        "<style>a</style><script>b</script><title>t</title>c ->> c/",
        "a&nbsp;&amp;&lt;b ->> a &<b/",
        "<pre>a  b<br> c</pre>d ->> a  b/ c//d/",
        "<p>a<span>b</span></p> ->> ab/",
      })
  void wordsAreWrittenAsPeopleWriteThem(String html, String expected) {
    assertThat(HtmlToText.convert(html.replace('`', '"'))).isEqualTo(expected.replace("/", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a href='https://a.example/b'>our page</a>. | our page <https://a.example/b>.",
        "<a href='https://a.example'>https://a.example</a> | https://a.example",
        "<a href='https://a.example'>a.example</a> | a.example",
        "<a href='http://a.example'>A.example</a> | A.example",
        "<a href='mailto:a@b.example'>a@b.example</a> | a@b.example",
        "<a href='MAILTO:a@b.example'>write</a> | write <a@b.example>",
        "<a href='#top'>top</a> | top",
        "<a>x</a> | x",
        "<a href='https://a.example'></a> | <https://a.example>",
        "<a href='https://a.example'><img alt='logo'></a> | [logo] <https://a.example>",
        "<a href='https://a.example/{{Id}}'>pay {{Fee}}</a> | pay {{Fee}}"
            + " <https://a.example/{{Id}}>",
        "<a href='{{Link}}'>pay</a> | pay <{{Link}}>",
      })
  void linksShowTheirTarget(String html, String expected) {
    assertThat(HtmlToText.convert(html)).isEqualTo(expected + "\n");
  }

  @Test
  void fieldsAndSectionsSurvive() {
    String html =
        "<p>Dear {{Name|Tom &amp; Jo}},</p>{{#Fee}}<p>pay {{Fee}}</p>{{/Fee}}"
            + "<table>{{#B}}<tr><td>{{B}}</td></tr>{{/B}}</table><img alt='{{C}}'>";
    String text = HtmlToText.convert(html);
    assertThat(text).contains("Dear {{Name|Tom & Jo}},");
    assertThat(plain(text).merge(with("Name", "Ann", "Fee", "5", "B", "b", "C", "c")).value())
        .contains("Dear Ann,", "pay 5", "b", "[c]")
        .doesNotContain("{{");
    assertThat(plain(text).merge(with("Name", "Ann", "Fee", "", "B", "", "C", "c")).value())
        .doesNotContain("pay");
    assertThat(text.indexOf("{{#B}}")).isLessThan(text.indexOf("{{B}}"));
    assertThat(text.indexOf("{{B}}")).isLessThan(text.indexOf("{{/B}}"));
  }

  @Test
  void wholeParagraphLeftOutLeavesNoGap() {
    String text = HtmlToText.convert(Markdown.toHtml("a\n\n{{#B}}\n\nb\n\n{{/B}}\n\nc\n"));
    assertThat(plain(text).merge(with("B", "1")).value()).isEqualTo("a\n\nb\n\nc\n");
    assertThat(plain(text).merge(with("B", "")).value()).isEqualTo("a\n\nc\n");
  }

  @Test
  void brokenFieldStaysBroken() {
    assertThat(HtmlToText.convert("<p>Hi {{Name</p>")).isEqualTo("Hi {{Name\n");
  }

  @Test
  void nothingToReadIsNothing() {
    assertThat(HtmlToText.convert("<p> </p>")).isEmpty();
    assertThat(HtmlToText.convert("")).isEmpty();
  }
}
