package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.Waiting;
import org.postroom.engine.BinnedMailshot;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;

/// What is moved to the Bin is seen there, and nowhere else, until it is put back.
class BinTest {
  @TempDir Path workspace;
  private Instant now = Instant.parse("2026-11-21T14:02:00Z");

  private synchronized Instant aSecondLater() {
    now = now.plusSeconds(1);
    return now;
  }

  @Test
  void aMailshotIsInTheBinUntilItIsPutBack() throws Exception {
    try (Postroom engine = RealEngine.open(workspace, this::aSecondLater, Waiting.REAL)) {
      MailshotFile first = engine.create("Spring concert");
      MailshotFile second = engine.create("Coach times");
      assertThat(engine.bin()).isEmpty();
      engine.moveToBin(first.id());
      engine.moveToBin(second.id());

      assertThat(engine.mailshots()).isEmpty();
      assertThat(engine.bin())
          .extracting(BinnedMailshot::name)
          .containsExactly("Coach times", "Spring concert");
      engine.restoreFromBin(first.id());

      assertThat(engine.bin()).extracting(BinnedMailshot::id).containsExactly(second.id());
      assertThat(engine.mailshots()).singleElement().matches(e -> e.id().equals(first.id()));
      assertThat(engine.open(first.path()).document().name()).isEqualTo("Spring concert");
    }
  }
}
