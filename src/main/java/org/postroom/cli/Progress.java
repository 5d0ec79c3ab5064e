package org.postroom.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Dialogue;
import org.postroom.dispatch.DispatchListener;

/// How far a send is, on standard error: a bar on a terminal with how fast it goes and how long it
/// still takes, elsewhere one line per 1,000 letters.
final class Progress implements DispatchListener {
  private static final int EVERY = 1000;
  private static final int WIDTH = 30;
  private static final int RATE_OF = 30;
  private static final int SETTLED_BEFORE_ESTIMATE = 20;
  private static final Duration ONE_MINUTE = Duration.ofMinutes(1);
  private final PrintWriter err;
  private final boolean terminal;
  private final int letters;
  private final InstantSource clock;
  private final boolean dialogue;

  /// When the last few outcomes came.
  private final Deque<Instant> last = new ArrayDeque<>();

  private int shown;
  private int settled;
  private String lastWait = "";

  /// @param dialogue true to say what is said on the connections, too
  Progress(Surroundings around, int letters, boolean dialogue) {
    this(around, letters, dialogue, InstantSource.system());
  }

  Progress(Surroundings around, int letters, boolean dialogue, InstantSource clock) {
    this.clock = clock;
    this.dialogue = dialogue;
    this.err = around.err();
    this.terminal = around.terminal();
    this.letters = letters;
  }

  /// How fast it goes now and how long that takes, once there is something to go by.
  private String left() {
    Instant now = clock.instant();
    last.addLast(now);
    if (last.size() > RATE_OF) {
      last.removeFirst();
    }
    long millis = Duration.between(last.getFirst(), now).toMillis();
    if (settled < SETTLED_BEFORE_ESTIMATE || millis <= 0 || settled >= letters) {
      return "";
    }
    double perMinute = (last.size() - 1) * 60_000.0 / millis;
    Duration left = Duration.ofMillis(Math.round((letters - settled) / perMinute * 60_000));
    return left.compareTo(ONE_MINUTE) < 0
        ? CliTexts.text("send.progress.seconds", Math.round(perMinute), left.toSeconds())
        : CliTexts.text("send.progress.minutes", Math.round(perMinute), left.toMinutes());
  }

  @Override
  public synchronized void settled(int index, DeliveryOutcome outcome) {
    settled++;
    lastWait = "";
    if (terminal) {
      int filled =
          letters == 0 ? WIDTH : (int) ((long) Math.min(settled, letters) * WIDTH / letters);
      String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
      String line = "[" + bar + "] " + CliTexts.text("send.progress", settled, letters) + left();
      // A shorter line leaves nothing of a longer one.
      err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
      shown = line.length();
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
  public void remarked(String text) {
    line(text);
  }

  /// A line of its own; where there is a bar, nothing of that stays beside it.
  private synchronized void line(String text) {
    err.println(terminal ? "\r" + text + " ".repeat(Math.max(0, shown - text.length())) : text);
    err.flush();
  }

  @Override
  public Dialogue dialogue() {
    return new Lines();
  }

  /// Each line with the number of its connection and an arrow from whoever said it.
  private final class Lines implements Dialogue {
    @Override
    public boolean wanted() {
      return dialogue;
    }

    @Override
    public void said(int connection, String text) {
      line(connection + " > " + text);
    }

    @Override
    public void heard(int connection, String text) {
      line(connection + " < " + text);
    }

    @Override
    public void ended(int connection) {
      // The line before it said why.
    }
  }

  @Override
  public void leaving() {
    // The next line that is printed says so.
  }
}
