package org.postroom.smtp;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A server that goes wrong once, at a chosen point and in a chosen way, and afterwards serves
/// every connection well. It keeps its own account of what it took responsibility for.
public final class FaultySmtpServer implements AutoCloseable {
  /// Where it goes wrong: instead of, or after, the reply to this.
  public enum Point {
    GREETING,
    EHLO,
    MAIL,
    RCPT,
    DATA,
    /// In the middle of the body.
    BODY,
    /// The body is there and the final dot is not.
    BEFORE_DOT,
    /// The dot is there, the message is not taken.
    AFTER_DOT,
    /// The message is taken, and nobody is told.
    AFTER_TAKING,
    /// The message is taken, and 250 was said.
    AFTER_REPLY
  }

  /// How it goes wrong.
  public enum Kind {
    CLOSE,
    RESET,
    GARBAGE,
    /// Half a reply, then silence.
    HALF,
    HANG,
    /// Bytes of a reply that never ends, one by one.
    DRIP,
    BUSY_421,
    NOT_NOW_451,
    NEVER_554;

    /// Whether only the client's patience ends it.
    boolean silent() {
      return this == HALF || this == HANG || this == DRIP;
    }

    /// Short where somebody has to wait it out; elsewhere a busy machine must not look like a
    /// fault.
    SmtpTimeouts patience() {
      return SmtpTimeouts.within(silent() ? Duration.ofMillis(300) : Duration.ofSeconds(30));
    }
  }

  /// How it takes commands.
  public enum Style {
    /// One at a time.
    SEQUENTIAL,
    /// Several at once (RFC 2920).
    PIPELINING,
    /// The same, and it says 354 even where it took nobody.
    LENIENT
  }

  /// Told whose letter has come to its final dot, before anything is decided.
  public interface Witness {
    void dot(String recipient);
  }

  private final ServerSocket listening;
  private final Point point;
  private final Kind kind;
  private final Style style;
  private final int letter;
  private final Witness witness;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final CountDownLatch bodyIsThere = new CountDownLatch(1);
  private final CountDownLatch wentWrong = new CountDownLatch(1);

  public FaultySmtpServer(Point point, Kind kind) throws IOException {
    this(point, kind, Style.SEQUENTIAL, 1, _ -> {});
  }

  /// @param letter the one at which the first connection goes wrong, from 1
  FaultySmtpServer(Point point, Kind kind, Style style, int letter, Witness witness)
      throws IOException {
    this.point = point;
    this.kind = kind;
    this.style = style;
    this.letter = letter;
    this.witness = witness;
    this.listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  public int port() {
    return listening.getLocalPort();
  }

  /// Recipients of the messages that it took responsibility for.
  public List<String> taken() {
    return List.copyOf(taken);
  }

  /// To be called between the body and the final dot: lets the fault happen just there.
  void beforeTheDot() {
    bodyIsThere.countDown();
    if (point == Point.BEFORE_DOT) {
      try {
        wentWrong.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private void serve() {
    boolean faulty = true;
    while (true) {
      try {
        Socket socket = listening.accept();
        boolean thisOne = faulty;
        faulty = false;
        Thread.ofVirtual().start(() -> talk(socket, thisOne));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket socket, boolean faulty) {
    try (socket) {
      Dialogue dialogue = new Dialogue(socket, faulty);
      dialogue.run();
    } catch (IOException e) {
      // The client is gone, or this end of the line was broken on purpose.
      wentWrong.countDown();
    }
  }

  /// One connection.
  private final class Dialogue {
    private final Socket socket;
    private final boolean wicked;
    private final BufferedReader in;
    private final OutputStream out;
    private boolean faulty;
    private int letters;
    private String recipient = "";

    Dialogue(Socket socket, boolean faulty) throws IOException {
      this.socket = socket;
      this.wicked = faulty;
      this.faulty = faulty;
      this.in =
          new BufferedReader(
              new InputStreamReader(
                  new BufferedInputStream(socket.getInputStream()), StandardCharsets.UTF_8));
      this.out = socket.getOutputStream();
    }

    void run() throws IOException {
      answer(Point.GREETING, "220 hello");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
        switch (verb) {
          case "EHLO" ->
              answer(
                  Point.EHLO,
                  style == Style.SEQUENTIAL ? "250 hello" : "250-hello\r\n250 PIPELINING");
          case "MAIL" -> {
            recipient = "";
            letters++;
            faulty = wicked && letters == letter;
            answer(Point.MAIL, "250 Ok");
          }
          case "RCPT" -> {
            if (answer(Point.RCPT, "250 Ok")) {
              recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            }
          }
          case "DATA" -> data();
          case "RSET" -> say("250 Ok");
          case "QUIT" -> {
            say("221 bye");
            return;
          }
          default -> say("500 what?");
        }
      }
    }

    private void data() throws IOException {
      if (recipient.isEmpty() && style == Style.PIPELINING) {
        say("503 5.5.1 no recipients");
        return;
      }
      if (!answer(Point.DATA, "354 go")) {
        return;
      }
      int lines = 0;
      boolean given = false;
      for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
        if (line == null) {
          return;
        }
        boolean here =
            point == Point.BODY
                ? ++lines == 2
                : point == Point.BEFORE_DOT && line.equals("last line");
        if (faulty && here) {
          goWrong();
          given = kind == Kind.NOT_NOW_451 || kind == Kind.NEVER_554;
        }
      }
      if (given) {
        // It has said no, and hears the rest of the body to its end.
        return;
      }
      if (recipient.isEmpty()) {
        say("554 5.5.1 no valid recipients");
        return;
      }
      witness.dot(recipient);
      if (faulty && point == Point.AFTER_DOT) {
        goWrong();
        return;
      }
      taken.add(recipient);
      if (faulty && point == Point.AFTER_TAKING) {
        goWrong();
        return;
      }
      say("250 Ok");
      if (faulty && point == Point.AFTER_REPLY) {
        goWrong();
      }
    }

    /// @return true where the reply was given
    private boolean answer(Point here, String reply) throws IOException {
      if (faulty && point == here) {
        goWrong();
        return false;
      }
      say(reply);
      return true;
    }

    private void say(String reply) throws IOException {
      raw(reply + "\r\n");
    }

    private void raw(String words) throws IOException {
      out.write(words.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    private void goWrong() throws IOException {
      switch (kind) {
        case CLOSE -> end();
        case RESET -> {
          socket.setSoLinger(true, 0);
          end();
        }
        case GARBAGE -> raw("\u0000\u0001 what is this?\r\n");
        case HALF -> raw("250");
        case HANG -> {}
        case DRIP -> drip();
        case BUSY_421 -> {
          say("421 4.3.2 closing");
          end();
        }
        case NOT_NOW_451 -> say("451 4.3.0 not now");
        case NEVER_554 -> say("554 5.7.1 never");
      }
      wentWrong.countDown();
      if (kind.silent()) {
        while (in.read() >= 0) {
          // Silent until the client hangs up.
        }
        throw new IOException("gone");
      }
    }

    private void end() throws IOException {
      socket.close();
      throw new IOException("broken on purpose");
    }

    private void drip() throws IOException {
      for (int i = 0; i < 40; i++) {
        raw("2");
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
