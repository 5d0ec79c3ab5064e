package org.postroom.cli;

import java.io.PrintWriter;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchListener;

/// How far a send is, on standard error: a bar on a terminal, elsewhere one line per 1,000 letters.
final class Progress implements DispatchListener {
  private static final int EVERY = 1000;
  private static final int WIDTH = 30;
  private final PrintWriter err;
  private final boolean terminal;
  private final int letters;
  private int settled;
  private String lastWait = "";

  Progress(Surroundings around, int letters) {
    this.err = around.err();
    this.terminal = around.terminal();
    this.letters = letters;
  }

  @Override
  public synchronized void settled(int index, DeliveryOutcome outcome) {
    settled++;
    lastWait = "";
    if (terminal) {
      int filled =
          letters == 0 ? WIDTH : (int) ((long) Math.min(settled, letters) * WIDTH / letters);
      String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
      err.print("\r[" + bar + "] " + CliTexts.text("send.progress", settled, letters));
      if (settled == letters) {
        err.println();
      }
    } else if (settled % EVERY == 0) {
      err.println(CliTexts.text("send.progress", settled, letters));
    }
    err.flush();
  }

  @Override
  public synchronized void waiting(String why, long seconds) {
    if (seconds < 2 || why.equals(lastWait)) {
      return;
    }
    lastWait = why;
    err.println((terminal ? "\r" : "") + CliTexts.text("send.waiting." + why, seconds));
    err.flush();
  }

  @Override
  public synchronized void remarked(String text) {
    err.println((terminal ? "\r" : "") + text);
    err.flush();
  }

  @Override
  public void leaving() {
    // The next line that is printed says so.
  }
}
