package org.postroom.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.template.People.broken;
import static org.postroom.template.People.html;
import static org.postroom.template.People.with;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.recipients.FieldName;

/// Rule V4: values are escaped by where they stand.
class HtmlMergeTest {
  private static String merged(String source, String value) {
    return html(source).merge(with("X", value)).value();
  }

  @Test
  void valueBetweenTagsIsText() {
    assertThat(merged("<p>{{X}}</p>", "<b>a</b> & \"c\" 'd'"))
        .isEqualTo("<p>&lt;b&gt;a&lt;/b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>");
  }

  @Test
  void lineBreaksOfAValueAreShown() {
    assertThat(merged("<p>{{X}}</p>", "1 Mill Lane\r\nA\nB\rC"))
        .isEqualTo("<p>1 Mill Lane<br>\nA<br>\nB<br>\nC</p>");
    assertThat(merged("<title>{{X}}</title>", "a\nb<")).isEqualTo("<title>a&#10;b&lt;</title>");
    assertThat(merged("<img alt=\"{{X}}\">", "a\rb")).isEqualTo("<img alt=\"a&#13;b\">");
  }

  @Test
  void valueInAnAttributeStaysInIt() {
    assertThat(merged("<p title=\"a {{X}}\">", "\" onclick=\"x"))
        .isEqualTo("<p title=\"a &quot; onclick=&quot;x\">");
    assertThat(merged("<p title='{{X}}'>", "' x")).isEqualTo("<p title='&#39; x'>");
  }

  @Test
  void attributeWithoutQuotesGetsSome() {
    assertThat(merged("<p title={{X}}-a class=b>", "a onclick=x"))
        .isEqualTo("<p title=\"a onclick=x-a\" class=b>");
    assertThat(merged("<p title={{X}}>", "")).isEqualTo("<p title=\"\">");
    assertThat(merged("<p title=q\"{{X}} b>", "v")).isEqualTo("<p title=\"q&quot;v\" b>");
    assertThat(merged("<a href={{X}}>", "https://a.example/ b"))
        .isEqualTo("<a href=\"https://a.example/%20b\">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://choir.example/a?b=c#d",
        "http://choir.example",
        "HTTPS://choir.example",
        "mailto:ann@choir.example",
        "tel:+44-1",
      })
  void linkOfAllowedSchemeStands(String link) {
    assertThat(Jsoup.parse(merged("<a href='{{X}}'>x</a>", link)).select("a").attr("href"))
        .isEqualTo(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\u0001javascript:alert(1)",
        "javascript&#58;alert(1)",
        "javascript&colon;alert(1)",
        "javascript%3Aalert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://choir.example",
        "cid:1",
        "www.choir.example",
        "//choir.example",
        "http:",
        "\u200Bjavascript:x",
      })
  void linkOfAnotherSchemeIsLeftEmptyAndNamed(String link) {
    MergedText text = html("<a href=\"{{X}}\">x</a>").merge(with("X", link));
    assertThat(text.value()).isEqualTo("<a href=\"\">x</a>");
    assertThat(text.refusedLinks()).containsExactly(FieldName.of("X"));
    assertThat(text.spans()).isEmpty();
  }

  @Test
  void emptyLinkIsNotRefusedButEmpty() {
    MergedText text = html("<a href=\"{{X}}\">x</a>").merge(with("X", ""));
    assertThat(text.refusedLinks()).isEmpty();
    assertThat(text.empty()).containsExactly(FieldName.of("X"));
  }

  @Test
  void schemeIsNotMadeOfPieces() {
    assertThat(
            html("<a href=\"{{A}}{{B}}\">")
                .merge(with("A", "javascript", "B", ":alert(1)"))
                .refusedLinks())
        .containsExactly(FieldName.of("A"), FieldName.of("B"));
    assertThat(merged("<a href=\"{{X}}:alert(1)\">", "javascript")).isEqualTo("<a href=\"\">");
    assertThat(merged("<a href=\"http&#{{X}};//a.example\">", "58"))
        .isEqualTo("<a href=\"http&#58;//a.example\">");
    assertThat(merged("<a href=\"&#106;avascript:https:{{X}}\">", "a")).isEqualTo("<a href=\"\">");
    assertThat(merged("<a href=\"x-https:{{X}}\">", "a")).isEqualTo("<a href=\"\">");
    assertThat(merged("<a href=\"HTTPS:{{X}}\">", "javascript:a"))
        .isEqualTo("<a href=\"HTTPS:javascript%3Aa\">");
    assertThat(merged("<a href=\"java{{X}}\">", "script:alert(1)"))
        .isEqualTo("<a href=\"javascript%3Aalert%281%29\">");
    assertThat(merged("<a href=\"&#{{X}};avascript:alert(1)\">", "106")).isEqualTo("<a href=\"\">");
    assertThat(merged("<a href=\"javascript:{{X}}\">", "alert")).isEqualTo("<a href=\"\">");
    assertThat(merged("<a href=\" \t{{X}}\">", "javascript:x")).isEqualTo("<a href=\"\">");
    assertThat(merged("<a href=\"{{#X}}javascript:{{/X}}{{X}}\">", "a")).isEqualTo("<a href=\"\">");
  }

  @Test
  void valueWithinALinkCannotLeaveItsPart() {
    assertThat(merged("<a href=\"https://c.example/?id={{X}}&amp;a=b\">", "1&x=/?#é %"))
        .isEqualTo("<a href=\"https://c.example/?id=1%26x%3D%2F%3F%23%C3%A9%20%25&amp;a=b\">");
    assertThat(merged("<a href=\"mailto:{{X}}\">", "a@b.example?bcc=c@d.example"))
        .isEqualTo("<a href=\"mailto:a@b.example%3Fbcc%3Dc@d.example\">");
    assertThat(merged("<a href=\"mailto:x@y.example?cc={{X}}\">", "a@b"))
        .isEqualTo("<a href=\"mailto:x@y.example?cc=a%40b\">");
    assertThat(merged("<a href=\"tel:{{X}}\">", "+44 1")).isEqualTo("<a href=\"tel:+44%201\">");
    assertThat(merged("<a href=\"/p/{{X}}\">", "a:b~_.-")).isEqualTo("<a href=\"/p/a%3Ab~_.-\">");
    assertThat(merged("<img src=\"#{{X}}\">", "a")).isEqualTo("<img src=\"#a\">");
  }

  @Test
  void wholeLinkKeepsWhatLinksAreMadeOf() {
    assertThat(merged("<a href=\"{{X}}\">", "https://müller.example/a'b\"<>|^`{}\\ %20&x"))
        .isEqualTo(
            "<a href=\"https://müller.example/a&#39;b%22%3C%3E%7C%5E%60%7B%7D%5C%20%20&amp;x\">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>{{X}}</script>",
        "<script>'</p>{{X}}'</script>",
        "<script>a</scriptx>{{X}}</script>",
        "<STYLE>p{{X}}</STYLE>",
        "<style>{{X}}",
        "<!-- {{X}} -->",
        "<!-- > {{X}} -->",
        "<!--[if mso]>{{X}}<![endif]-->",
        "<!doctype {{X}}>",
        "<?php {{X}} ?>",
        "<![CDATA[{{X}}]]>",
        "<{{X}}>",
        "<p{{X}}>",
        "</{{X}}>",
        "</p{{X}}>",
        "<p {{X}}>",
        "<p {{X}}=\"a\">",
        "<p a{{X}}=\"a\">",
        "<p a {{X}}>",
        "<p a='b'{{X}}>",
        "<p style=\"color:{{X}}\">",
        "<p onclick=\"a('{{X}}')\">",
        "<p ONCLICK={{X}}>",
        "<img srcset=\"{{X}} 2x\">",
        "<iframe srcdoc='{{X}}'>",
        "<iframe>{{X}}</iframe>",
        "<meta content=\"{{X}}\">",
        "<base href=\"{{X}}\">",
        "<link href=\"{{X}}\">",
        "<object data=\"{{X}}\">",
        "<script src=\"{{X}}\"></script>",
        "<svg>{{X}}</svg>",
        "<svg><a href=\"{{X}}\"></a></svg>",
        "<svg><title><a href=\"{{X}}\"></a></title></svg>",
        "<math><p title='{{X}}'></math>",
        "<plaintext>a</plaintext>{{X}}",
        "<p title=\"{{X}}",
        "<a ping='{{X}}'>",
      })
  void valueMayNotStandThere(String source) {
    assertThat(broken(source, Markup.HTML).fault())
        .isEqualTo(TemplateReading.Fault.FORBIDDEN_PLACE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!-- a -->{{X}} | <!-- a -->&lt;",
        "<!-->{{X}} | <!-->&lt;",
        "<!--->{{X}} | <!--->&lt;",
        "<!--a--!>{{X}} | <!--a--!>&lt;",
        "<!doctype html>{{X}} | <!doctype html>&lt;",
        "<script>a</script>{{X}} | <script>a</script>&lt;",
        "<script>a</SCRIPT >{{X}} | <script>a</SCRIPT >&lt;",
        "<style>a</style/>{{X}} | <style>a</style/>&lt;",
        "a < b {{X}} | a < b &lt;",
        "a <3 {{X}} | a <3 &lt;",
        "</ a>{{X}} | </ a>&lt;",
        "<p/title='{{X}}'> | <p/title='&lt;'>",
        "<p title = '{{X}}' > | <p title = '&lt;' >",
        "<p a='>' b=\">\">{{X}} | <p a='>' b=\">\">&lt;",
        "<p a=b/>{{X}} | <p a=b/>&lt;",
        "<p =a>{{X}} | <p =a>&lt;",
        "<p a=>{{X}} | <p a=>&lt;",
        "<p a>{{X}} | <p a>&lt;",
        "<textarea><p></textarea>{{X}} | <textarea><p></textarea>&lt;",
        "<title>a {{X}}</title> | <title>a &lt;</title>",
        "<svg><path d='a'/></svg>{{X}} | <svg><path d='a'/></svg>&lt;",
        "<svg/>{{X}} | <svg/>&lt;",
        "</svg>{{X}} | </svg>&lt;",
        "<p\ttitle='{{X}}'> | <p\ttitle='&lt;'>",
        "{{X}} < | &lt; <",
        "{{X}} <p | &lt; <p",
        "{{X}} <p a= | &lt; <p a=",
        "{{X}} </ | &lt; </",
        "{{X}} <!-- | &lt; <!--",
      })
  void placesAreFoundWhateverStandsBefore(String source, String expected) {
    assertThat(merged(source, "<")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{#X}}<p title='{{/X}}'>",
        "<p title='{{#X}}' class='{{/X}}'>",
        "<title>{{#X}}</title>{{/X}}",
        "<a href='{{#X}}'>{{/X}}</a>",
      })
  void sectionThatWouldTearTheHtmlIsRefused(String source) {
    assertThat(broken(source, Markup.HTML).fault())
        .isEqualTo(TemplateReading.Fault.FORBIDDEN_PLACE);
  }

  @Test
  void sectionsMayStandInsideAnAttribute() {
    String source = "<a href=\"{{#X}}https://a.example/{{X}}{{/X}}{{^X}}https://b.example{{/X}}\">";
    assertThat(merged(source, "1")).isEqualTo("<a href=\"https://a.example/1\">");
    assertThat(merged(source, "")).isEqualTo("<a href=\"https://b.example\">");
    assertThat(merged("{{#X}}<b>{{X}}</b>{{/X}}", "v")).isEqualTo("<b>v</b>");
    assertThat(merged("<p title=\"{{#X}}a{{/X}}\" class='b'>", "v"))
        .isEqualTo("<p title=\"a\" class='b'>");
  }

  @Test
  void twoLinksAreJudgedEachByItself() {
    MergedText text =
        html("<a href=\"{{A}}\">a</a><a href=\"{{B}}\">b</a><p title=\"{{A}}\">")
            .merge(with("A", "x:y", "B", "https://b.example"));
    assertThat(text.value())
        .isEqualTo("<a href=\"\">a</a><a href=\"https://b.example\">b</a><p title=\"x:y\">");
    assertThat(text.refusedLinks()).containsExactly(FieldName.of("A"));
    assertThat(text.spans()).hasSize(2);
  }

  @Test
  void namesAndFallbacksAreReadAsHtml() {
    MergeTemplate template = html("{{Tom &amp; co|a &lt; b}}{{First&nbsp;name}}");
    assertThat(template.merge(with("Tom & co", "", "First name", "v")).value())
        .isEqualTo("a &lt; bv");
    assertThat(broken("{{<b>A</b>}}", Markup.HTML).fault())
        .isEqualTo(TemplateReading.Fault.NO_NAME);
    assertThat(broken("{{A|a>b}}", Markup.HTML).fault()).isEqualTo(TemplateReading.Fault.NO_NAME);
  }

  @Test
  void bracesOfAStyleSheetAreNoFields() {
    String css = "<style>@media print{p{color:red}}</style>";
    assertThat(html(css).fixed().orElseThrow().value()).isEqualTo(css);
  }
}
