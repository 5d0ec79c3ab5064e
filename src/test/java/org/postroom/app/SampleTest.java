package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.cli.Surroundings;
import org.postroom.dispatch.StopSignal;
import org.postroom.richtext.HtmlReader;

class SampleTest {
  @TempDir Path folder;

  @Test
  void theSampleGoesThroughCheckPreviewPracticeAndReportInTheTerminal() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Map<String, String> environment = Map.of("POSTROOM_WORKSPACE", folder.toString());
    Surroundings around =
        new Surroundings(
            new PrintWriter(out),
            new PrintWriter(err),
            environment,
            false,
            _ -> Optional.empty(),
            new StopSignal());

    int code = new TerminalSample(around, new Wiring(environment)).run();

    assertThat(code).as("%s%n%s", out, err).isZero();
    assertThat(out.toString())
        .contains("Step 1 of 4", "40 people to write to, 4 left out", "Clear")
        .contains("000001.eml")
        .contains("40 of 40 accepted", "Step 4 of 4")
        .doesNotContain("BLOCKED", "CONFIRM ");
  }

  /// The first letter that somebody opens here is there to be written in.
  @Test
  void theEditorHasWordsForAllOfTheSample() throws IOException {
    try (InputStream letter =
        SampleTest.class.getResourceAsStream("/org/postroom/sample/letter.html")) {
      byte[] html = Objects.requireNonNull(letter).readAllBytes();
      assertThat(HtmlReader.isOurs(new String(html, StandardCharsets.UTF_8))).isTrue();
    }
  }
}
