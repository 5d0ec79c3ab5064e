package org.postroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.engine.MailClients.NotShown;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.finding.Severity;
import org.postroom.richtext.HtmlWriter;
import org.postroom.richtext.MarkdownReader;

/// What some mail programs do not show, with the line.
class MailClientsTest {
  @Test
  void aPropertyInAStyleIsNamedWithItsLineAndTheProgram() {
    assertThat(MailClients.in("<p>One</p>\n<p>Two</p>\n<p style=\"border-radius: 4px\">Three</p>"))
        .containsExactly(new NotShown("Outlook for Windows", "border-radius", 3));
  }

  @Test
  void aPropertyInAStyleSheetIsNamedWithItsLine() {
    String html =
        """
        <html><head>
        <style>
        /* display: flex is
           not used here */
        a:hover { color: red }
        .row { display: flex; color: blue }
        @import url(x.css);
        </style></head>
        <body><p>Text</p></body></html>
        """;
    assertThat(MailClients.in(html))
        .containsExactly(
            new NotShown("Outlook for Windows", "display: flex", 6),
            new NotShown("Gmail", "@import", 7));
  }

  @Test
  void anElementIsNamed() {
    assertThat(MailClients.in("<p>A film:</p>\n<video src=\"a.mp4\"></video>"))
        .extracting(NotShown::what, NotShown::line)
        .containsExactly(org.assertj.core.api.Assertions.tuple("<video>", 2));
  }

  @Test
  void wordsThatOnlySpeakOfItAreNotMeant() {
    assertThat(MailClients.in("<p>border-radius: 4px</p><!-- <video> --><a href='#float:x'>x</a>"))
        .isEmpty();
  }

  /// A note on every letter would be read by nobody.
  @Test
  void whatTheEditorWritesHasNoNote() {
    String markdown =
        "# News\n\nDear {{Name}},\n\n- one\n- **two**\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    assertThat(MailClients.in(HtmlWriter.write(MarkdownReader.read(markdown)))).isEmpty();
  }

  @Test
  void manyThingsAreOneNoteThatHoldsNothingUp() {
    Finding finding =
        MailClients.finding(
                "<p style='float:left;opacity:0;filter:none;position:fixed;clear:both;"
                    + "transform:none'>x</p>")
            .orElseThrow();
    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
    assertThat(finding.count()).isEqualTo(6);
    assertThat(new FindingTexts(java.util.Locale.UK).message(finding))
        .startsWith("Not every mail program shows 6 things of the HTML. ")
        .contains("Outlook for Windows does not show “float” (line 1).", "And 1 more.");
  }

  @Test
  void hostileHtmlIsReadToItsEnd() {
    for (String html : List.of("", "<", "<style>", "<p style=\"a:b:c;;:;\">", "\0<svg onload=x>")) {
      assertThat(MailClients.in(html)).hasSizeLessThan(2);
    }
  }
}
