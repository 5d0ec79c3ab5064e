package org.postroom.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Rule V4 against a second parser: no value changes what elements and attributes a letter has, and
/// no link leads elsewhere than to the web, a mailbox or a telephone.
class HtmlContextPropertiesTest {
  @Property(tries = 3000)
  void valueNeverMakesMarkup(@ForAll("templates") String source, @ForAll("values") String value) {
    if (MergeTemplate.parse(source, Markup.HTML) instanceof TemplateReading.Read(var template)) {
      Document hostile = Jsoup.parse(template.merge(People.with("X", value)).value());
      Document tame = Jsoup.parse(template.merge(People.with("X", "x")).value());
      assertThat(shape(hostile)).isEqualTo(shape(tame));
      for (Element link : hostile.select("[href]")) {
        assertThat(link.attr("href").strip().toLowerCase(java.util.Locale.ROOT))
            .doesNotStartWith("javascript:")
            .doesNotStartWith("data:")
            .doesNotStartWith("vbscript:");
      }
    }
  }

  @Property(tries = 2000)
  void anySourceIsReadOrBroken(@ForAll("sources") String source) {
    for (Markup markup : Markup.values()) {
      if (MergeTemplate.parse(source, markup) instanceof TemplateReading.Read(var template)) {
        MergedText text = template.merge(People.with("X", "v", "Y", ""));
        for (MergedText.Span span : text.spans()) {
          assertThat(span.start()).isLessThan(span.end());
          assertThat(span.end()).isLessThanOrEqualTo(text.value().length());
        }
        template.fixed().ifPresent(fixed -> assertThat(fixed.value()).isEqualTo(source));
      }
    }
    assertThat(HtmlToText.convert(source)).isEqualTo(HtmlToText.convert(source));
    assertThat(Markdown.toHtml(source)).isEqualTo(Markdown.toHtml(source));
  }

  /// Elements with the names of their attributes, line breaks of values apart.
  private static List<String> shape(Document document) {
    return document.getAllElements().stream()
        .filter(element -> !element.normalName().equals("br"))
        .map(
            element ->
                element.normalName()
                    + element.attributes().asList().stream().map(a -> a.getKey()).toList())
        .toList();
  }

  @Provide
  Arbitrary<String> templates() {
    return Arbitraries.of(
            "<p>",
            "</p>",
            "{{X}}",
            "{{X}}",
            "<a href='{{X}}'>",
            "<a href={{X}}>",
            "</a>",
            "<img alt=\"a {{X}}\" src='cid:1'>",
            "<title>{{X}}</title>",
            "<a title={{X}} x>",
            "{{#X}}",
            "{{/X}}",
            "<a href='https://a.example/?q={{X}}&b'>",
            "<!-- c -->",
            "<style>p{}</style>",
            "<textarea>",
            "</textarea>",
            "<script>",
            "</script>",
            "&amp;",
            "<",
            "\"",
            "'",
            " ",
            "<svg>",
            "</svg>",
            "<a href=\"java{{X}}\">",
            "<a href='{{X}}:{{X}}'>")
        .list()
        .ofMaxSize(7)
        .map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
            "<b>",
            "\"",
            "'",
            ">",
            "<",
            "&",
            "javascript:",
            "alert(1)",
            " onload=x ",
            "\n",
            "--",
            "-->",
            "</title>",
            "</textarea>",
            "<script>",
            "data:",
            "https://",
            "x",
            "=",
            "`",
            "/",
            "\t",
            "&#106;",
            "\u0000",
            "{{X}}",
            "]]>")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(list -> String.join("", list))
        .filter(value -> !value.isBlank());
  }

  @Provide
  Arbitrary<String> sources() {
    return Arbitraries.of(
            "{{",
            "}}",
            "{{X}}",
            "{{Y|f}}",
            "{{#X}}",
            "{{/X}}",
            "{{^Y}}",
            "{{/Y}}",
            "{",
            "}",
            "|",
            "<p>",
            "<a href='",
            "'>",
            "\n",
            "\r\n",
            "# ",
            "- ",
            "* ",
            "> ",
            "text",
            "<!--",
            "-->",
            "<li>",
            "<ul>",
            "<table>",
            "<td>",
            "<pre>",
            "`",
            "[a](",
            ")",
            "\uFDD0",
            "\uFDD1",
            "0")
        .list()
        .ofMaxSize(10)
        .map(list -> String.join("", list));
  }
}
