package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.address.AddressMask;
import org.postroom.app.Office.Outcome;
import org.postroom.richtext.HtmlReader;
import org.postroom.spelling.WrittenWord;
import org.postroom.template.Markdown;

/// Small files whose shape repeats or nests without end: a search or a reader that goes one call
/// deeper for each would end in a stack overflow. They are read, or what could not be checked is
/// said; nothing breaks.
class EndlessShapesTest {
  private static final int RUNS = 10_000;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text     |           | `'a`       |
          text     | bla       | ` bla`     |
          text     | test      | ` test`    |
          text     | a@        | a.         | com
          text     |           | a@b.       |
          text     | `"`       | a          | `" b@c`
          text     |           | `(`        |
          text     |           | {{#Name}}  |
          text     | http://   | a.         | example
          html     | <p>       | <div>      | x
          html     | <p>       | <b>        | x
          html     | <p>       | <span>     | x
          html     |           | <blockquote> | x
          html     |           | <ul><li>   | x
          html     |           | <table><tr><td> | x
          html     | `<a href="mailto:a@` | a. | `com">x</a>`
          html     | `<a href="http://`   | a. | `com">x</a>`
          html     | <p>       | `<font size=1><i>` | x
          html     | <p        | ` a=b`     | >x
          html     | <!--      | <!--       | x-->
          html     | `<p style="` | `a:b;`  | `">x`
          html     | `<img src="data:image/png` | ;a | `;base64,x">`
          markdown |           | `> `       | x
          markdown |           | [          | x
          markdown |           | `* `       | x
          markdown |           | **a        |
          markdown |           | `![a](`    | x
          markdown |           | {{Name}}\\s | x
          a.html   |           | <div>      | x
          a.html   |           | <a><b>     | x
          a.xml    |           | <a>        | x
          a.json   |           | [          |
          a.json   |           | `{"a":`    |
          a.svg    | `<svg xmlns="http://www.w3.org/2000/svg">` | <g> | x
          a.vcf    |           | `BEGIN:VCARD\\n` | x
          a.ics    |           | `BEGIN:VEVENT\\n` | x
          a.txt    |           | `'a`       |
          a.txt    |           | `"a",`     |
          a.csv    | `'a'`     | `,'a'`     |
          a.eml    | `Subject: x\\nContent-Type: text/plain; a=` | `"b" ` | `\\n\\nx`
          a.eml    | `From: `  | `(`        | `\\n\\nx`
          a.eml    | `To: `    | `a@b.example, ` | `\\n\\nx`
          list     | `Email,Name\\na@b.example,'a'` | `,'a'` | `\\n`
          list     | `'Email'` | `,'a'`     | `\\n'a@b.example'\\n`
          list     | `Email,Name\\n` | `mailto:<` | `a@b.example,x\\n`
          list     | `Email,Name\\na@b.example,test` | ` test` | `\\n`
          list     | `Email,Name\\n"` | `(`  | `a@b.example",x\\n`
          """)
  void isReadOrSaidToBeUnreadable(String part, String head, String again, String tail) {
    String content = text(head) + text(again).repeat(RUNS) + text(tail);
    Office office = new Office(folder);
    office.list(5);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String mailshot =
        switch (part) {
          case "text" -> {
            office.write("letter.txt", bytes);
            yield office.document("\"subject\": \"Rehearsal\", \"text\": \"letter.txt\"");
          }
          case "html", "markdown" -> {
            office.write("letter." + part, bytes);
            yield office.document(
                "\"subject\": \"Rehearsal\", \"%s\": \"letter.%s\"".formatted(part, part));
          }
          case "list" -> {
            office.write("members.csv", bytes);
            yield office.mailshot("\"kind\": \"personal\"");
          }
          default -> {
            office.write(part, bytes);
            yield office.mailshot("\"attachments\": [{\"file\": \"%s\"}]".formatted(part));
          }
        };

    Outcome outcome = office.run("check", mailshot, "--json");

    assertThat(outcome.code()).as("%s%n%s", outcome.out(), outcome.err()).isIn(0, 2, 3, 4);
    assertThat(outcome.err()).doesNotContain("Error", "Exception", "\tat ");
    assertThat(outcome.out().length() + outcome.err().length()).isLessThan(400_000);
  }

  /// What is looked at without a command: logs, the editor, the views of a text.
  @Test
  void whatIsSearchedWhileOneWritesStandsALongRun() {
    int most = 200_000;
    String quoted = "\"" + "a".repeat(most) + "\" b@c.example";
    assertThat(AddressMask.whole(quoted)).isEqualTo(quoted.replace("b@c.example", "…@…"));
    assertThat(WrittenWord.of("a" + "'a".repeat(most))).hasSize(1);
    assertThat(Markdown.toHtml("{{Name}} ".repeat(most))).contains("{{Name}}");
    assertThat(HtmlReader.isOurs("<div style=\"" + "margin:0;".repeat(most) + "\">")).isFalse();
  }

  private static String text(String cell) {
    return cell == null ? "" : cell.translateEscapes();
  }
}
