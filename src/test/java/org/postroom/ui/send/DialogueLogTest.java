package org.postroom.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postroom.ui.send.DialogueLog.Line;

class DialogueLogTest {
  private final DialogueLog log = new DialogueLog();

  @Test
  void nothingIsKeptUnlessSomebodyLooks() {
    log.said(1, "DATA");
    assertThat(log.wanted()).isFalse();
    assertThat(log.lines()).isEmpty();

    log.want(true);
    log.said(1, "DATA");
    assertThat(log.wanted()).isTrue();
    assertThat(log.lines()).containsExactly(new Line(1, true, "DATA"));

    log.want(false);
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void theLastLinesOfEachConnectionStandTogether() {
    log.want(true);
    for (int i = 1; i <= DialogueLog.MOST + 1; i++) {
      log.said(2, "NOOP " + i);
    }
    log.heard(1, "220 hello");
    assertThat(log.lines())
        .hasSize(DialogueLog.MOST + 1)
        .startsWith(new Line(1, false, "220 hello"), new Line(2, true, "NOOP 2"));
  }

  @Test
  void theLastWordsOfALostConnectionStayUntilAnotherTakesItsPlace() {
    log.want(true);
    log.heard(1, "421 go away");
    log.ended(1);
    assertThat(log.lines()).containsExactly(new Line(1, false, "421 go away"));
    log.heard(1, "220 hello");
    assertThat(log.lines()).containsExactly(new Line(1, false, "220 hello"));
  }
}
