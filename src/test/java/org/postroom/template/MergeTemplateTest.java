package org.postroom.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.template.People.broken;
import static org.postroom.template.People.plain;
import static org.postroom.template.People.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.finding.Severity;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;

class MergeTemplateTest {
  private static final Recipient ANN = with("First name", "Ann", "Section", "", "Fee", " 12 ");

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '`',
      value = {
        "Hello {{First name}}! = Hello Ann!",
        "Hello {{first NAME}}! = Hello Ann!",
        "Hello {{  First name  }}! = Hello Ann!",
        "{{Section|friend}} = friend",
        "{{Section | friend }}. = friend.",
        "{{First name|friend}} = Ann",
        "a{{Section|}}b = ab",
        "{{Section|a|b}} = a|b",
        "{{Fee}}. = 12.",
        "{{#Fee}}pay {{Fee}}{{/Fee}} = pay 12",
        "x{{#Section}}sings{{/Section}} = x",
        "{{^Section}}no section{{/Section}} = no section",
        "x{{^Fee}}free{{/Fee}} = x",
        "{{#Fee}}a{{^Section}}b{{/Section}}c{{/Fee}} = abc",
        "{{#fee}}a{{/ FEE }} = a",
        "{{#Section}}a{{#Fee}}b{{/Fee}}{{/Section}}c = c",
        "a { b } c }} d = a { b } c }} d",
      })
  void fieldsFallbacksAndSections(String source, String expected) {
    assertThat(plain(source).merge(ANN).value()).isEqualTo(expected);
  }

  @Test
  void eachListHasItsColumnsInItsOwnOrder() {
    MergeTemplate template = plain("{{#A}}{{A}} {{/A}}{{B|b}}");
    for (int time = 0; time < 2; time++) {
      assertThat(template.merge(with("A", "1", "B", "2")).value()).isEqualTo("1 2");
      assertThat(template.merge(with("B", "3", "X", "", "A", "4")).value()).isEqualTo("4 3");
      assertThat(template.merge(with("A", "5")).value()).isEqualTo("5 b");
    }
  }

  @Test
  void aValueIsNeverReadForFieldsAgain() {
    assertThat(plain("{{A}}{{B}}").merge(with("A", "{{B}}", "B", "{{#A}}")).value())
        .isEqualTo("{{B}}{{#A}}");
  }

  @Test
  void lineOfASectionMarkAloneLeavesNoEmptyLine() {
    String source = "Hello\n  {{#Fee}}  \nPay.\n{{/Fee}}\n{{#Section}}\nSing.\n{{/Section}}\nBye\n";
    assertThat(plain(source).merge(ANN).value()).isEqualTo("Hello\nPay.\nBye\n");
    assertThat(plain(source.replace("\n", "\r\n")).merge(ANN).value())
        .isEqualTo("Hello\r\nPay.\r\nBye\r\n");
  }

  @Test
  void sectionMarkBesideWordsKeepsItsLine() {
    assertThat(plain("a\nb {{#Fee}}\nc{{/Fee}}\nd").merge(ANN).value()).isEqualTo("a\nb \nc\nd");
    assertThat(plain("{{#Fee}} x {{/Fee}}").merge(ANN).value()).isEqualTo(" x ");
    assertThat(plain("{{#Fee}}{{/Fee}}").merge(ANN).value()).isEmpty();
  }

  @Test
  void emptyAndUnknownFieldsAreNamedOnceAndTheLetterIsMadeWithoutThem() {
    MergedText text =
        plain("{{Section}}{{Section}}{{Nmae}}{{Nmae|x}}{{#Gone}}y{{/Gone}}{{Fee}}").merge(ANN);
    assertThat(text.value()).isEqualTo("x12");
    assertThat(text.empty()).containsExactly(FieldName.of("Section"));
    assertThat(text.unknown()).containsExactly(FieldName.of("Nmae"), FieldName.of("Gone"));
  }

  @Test
  void fallbackThatIsStatedAsNothingIsNotAnEmptyValue() {
    assertThat(plain("{{Section|}}").merge(ANN).empty()).isEmpty();
  }

  @Test
  void sectionThatIsLeftOutAsksForNoValue() {
    assertThat(plain("{{#Section}}{{Section}}{{Nmae}}{{/Section}}").merge(ANN).unknown()).isEmpty();
    assertThat(plain("{{#Section}}{{Section}}{{/Section}}").merge(ANN).empty()).isEmpty();
  }

  @Test
  void spansSayWhatCameFromTheList() {
    MergedText text = plain("Dear {{First name}}, {{Section|all}}!").merge(ANN);
    assertThat(text.value()).isEqualTo("Dear Ann, all!");
    assertThat(text.spans())
        .containsExactly(
            new MergedText.Span(5, 8, FieldName.of("First name"), false),
            new MergedText.Span(10, 13, FieldName.of("Section"), true));
    assertThat(text.markup()).isEqualTo(Markup.PLAIN);
  }

  @Test
  void lettersWithTheSameBranchesHaveTheSameShape() {
    MergeTemplate template = plain("{{A}}{{B|x}}{{#C}}c{{/C}}{{^C}}d{{/C}}");
    String full = template.merge(with("A", "1", "B", "2", "C", "3")).shape();
    assertThat(template.merge(with("A", "9", "B", "8", "C", "7")).shape()).isEqualTo(full);
    assertThat(template.merge(with("A", "", "B", "8", "C", "7")).shape()).isNotEqualTo(full);
    assertThat(template.merge(with("A", "9", "B", "", "C", "7")).shape()).isNotEqualTo(full);
    assertThat(template.merge(with("A", "9", "B", "8", "C", "")).shape()).isNotEqualTo(full);
    assertThat(template.merge(with("A", "", "B", "8", "C", "7")).shape())
        .isNotEqualTo(template.merge(with("A", "9", "B", "", "C", "7")).shape());
  }

  @Test
  void fieldsAreListedOnceInOrder() {
    assertThat(plain("{{A}}{{b|x}}{{#C}}{{a}}{{/C}}{{^C}}{{/C}}{{B}}").fields())
        .containsExactly(
            new MergeField(FieldName.of("A"), null, false),
            new MergeField(FieldName.of("b"), "x", false),
            new MergeField(FieldName.of("C"), null, true),
            new MergeField(FieldName.of("B"), null, false));
  }

  @Test
  void onlyATextWithoutFieldsIsFixed() {
    assertThat(plain("a }} b").fixed().orElseThrow().value()).isEqualTo("a }} b");
    assertThat(plain("a").fixed().orElseThrow().markup()).isEqualTo(Markup.PLAIN);
    assertThat(plain("{{A}}").fixed()).isEmpty();
    assertThat(plain("{{#A}}x{{/A}}").fixed()).isEmpty();
    assertThat(plain("{{A}} b").source()).isEqualTo("{{A}} b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '`',
      value = {
        "Hello {{First name = NOT_CLOSED",
        "Hello {{First {{name}} = NOT_CLOSED",
        "{{#A}}x = NOT_CLOSED",
        "{{#A}}{{#B}}{{/B}} = NOT_CLOSED",
        "{{/A}} = NOT_OPENED",
        "{{#A}}{{#B}}{{/A}}{{/B}} = NOT_OPENED",
        "{{#A}}{{/B}} = NOT_OPENED",
        "{{}} = NO_NAME",
        "{{  }} = NO_NAME",
        "{{#}} = NO_NAME",
        "{{|x}} = NO_NAME",
        "{{{A}}} = NO_NAME",
        "{{A}}} = NO_NAME",
        "{{a{b}} = NO_NAME",
        "{{#A}}{{^A}}x{{/A}}{{/A}} = INSIDE_ITSELF",
        "{{#A}}{{#B}}{{#a}}{{/a}}{{/B}}{{/A}} = INSIDE_ITSELF",
      })
  void brokenFieldsAreRefused(String source, TemplateReading.Fault fault) {
    assertThat(broken(source, Markup.PLAIN).fault()).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\nb\n{{A',3",
    "'a\rb\r{{A',3",
    "'a\r\nb\r\n{{A',3",
    "'{{A\n}}',1",
    "'{{B}}\n{{/A}}',2"
  })
  void brokenFieldIsNamedWithItsLine(String source, int line) {
    assertThat(broken(source, Markup.PLAIN).line()).isEqualTo(line);
    assertThat(broken(source, Markup.PLAIN).what())
        .startsWith("{{")
        .contains("A")
        .doesNotContain("\n");
  }

  @Test
  void brokenFieldIsABlock() {
    var finding = broken("x {{#A}}", Markup.PLAIN).finding("text");
    assertThat(finding.id()).isEqualTo("merge.syntax");
    assertThat(finding.severity()).isEqualTo(Severity.BLOCK);
    assertThat(finding.where().part()).isEqualTo("text");
    assertThat(finding.args()).containsExactly("{{#A}}", 1, 0);
  }

  @Test
  void subjectStaysOneLineAndSaysWhatItFolded() {
    MergeTemplate subject = plain("Re: {{A}} {{B}}");
    MergedText line = subject.mergeLine(with("A", "x\r\nBcc: b@evil.example", "B", "ok"));
    assertThat(line.value()).isEqualTo("Re: x Bcc: b@evil.example ok");
    assertThat(line.folded()).containsExactly(FieldName.of("A"));
    assertThat(line.spans().getFirst().end()).isEqualTo(4 + "x Bcc: b@evil.example".length());
    assertThat(subject.mergeLine(with("A", "a\u2028b\u0085c\u0000d\te", "B", "\u007f")).value())
        .isEqualTo("Re: a b c d e  ");
    assertThat(subject.mergeLine(with("A", "a b", "B", "ok")).folded()).isEmpty();
    assertThat(subject.merge(with("A", "a\nb", "B", "ok")).value()).isEqualTo("Re: a\nb ok");
  }

  @Test
  void htmlHasNoNul() {
    MergeTemplate template = People.html("<a title='{{A}}'>{{A}}</a>");
    assertThat(template.merge(with("A", "a\u0000b")).value())
        .isEqualTo("<a title='a\uFFFDb'>a\uFFFDb</a>");
  }

  @Test
  void endingIsNotReadForFields() {
    MergeTemplate longer = plain("Hi {{A}}").withEnding("\n{{A}}");
    assertThat(longer.merge(with("A", "x")).value()).isEqualTo("Hi x\n{{A}}");
    assertThat(longer.source()).isEqualTo("Hi {{A}}\n{{A}}");
    assertThat(plain("").withEnding("x").fixed().orElseThrow().value()).isEqualTo("x");
  }

  @Test
  void endingOfHtmlStandsInItsBody() {
    MergeTemplate html = People.html("<body>{{A}}<p>x</p></BODY></html>").withEnding("<hr>");
    assertThat(html.merge(with("A", "v")).value()).isEqualTo("<body>v<p>x</p><hr></BODY></html>");
    assertThat(html.source()).isEqualTo("<body>{{A}}<p>x</p><hr></BODY></html>");
    assertThat(People.html("<p>{{A}}").withEnding("<hr>").merge(with("A", "v")).value())
        .isEqualTo("<p>v<hr>");
    assertThat(People.html("</body>{{A}}").withEnding("<hr>").merge(with("A", "v")).value())
        .isEqualTo("</body>v<hr>");
  }
}
