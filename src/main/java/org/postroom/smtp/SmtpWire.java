package org.postroom.smtp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;
import org.postroom.message.WireBytes;

/// The line to a server after sign-in: commands, replies and bodies, each within its time.
final class SmtpWire {
  private static final int BLOCK = 32 * 1024;
  private static final byte[] DOT = {'.', '\r', '\n'};

  private final Socket tcp;
  private final Socket secured;
  private final InputStream in;
  private final OutputStream out;
  private final Talk talk;
  private boolean open = true;

  /// @param tcp the connection itself
  /// @param secured the same socket, or the one layered on it
  /// @param talk told what is said
  SmtpWire(Socket tcp, Socket secured, Talk talk) throws IOException {
    this.tcp = tcp;
    this.talk = talk;
    this.secured = secured;
    this.in = new BufferedInputStream(secured.getInputStream());
    this.out = new BufferedOutputStream(secured.getOutputStream(), BLOCK);
  }

  boolean isOpen() {
    return open;
  }

  /// Says a command and hears its reply. What was said before it was asked for is heard first and
  /// taken as the reply: a server that closes says so unasked.
  Heard ask(Phase phase, String command, Duration limit) {
    Heard unasked = unasked(phase, limit);
    if (unasked != null) {
      return unasked;
    }
    try (Watchdog watchdog = new Watchdog(tcp, limit)) {
      try {
        out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        talk.said(command);
      } catch (IOException e) {
        return lost(watchdog);
      }
      return hear(phase, watchdog);
    }
  }

  /// Says several commands in one piece (RFC 2920 section 3.1); their replies are heard one by one.
  ///
  /// @return what the server said before it was asked anything, or null
  @Nullable Heard say(Phase phase, List<String> commands, Duration limit) {
    Heard unasked = unasked(phase, limit);
    if (unasked != null) {
      return unasked;
    }
    try (Watchdog watchdog = new Watchdog(tcp, limit)) {
      try {
        out.write(lines(commands));
        out.flush();
        talk.said(commands);
        return null;
      } catch (IOException e) {
        return lost(watchdog);
      }
    }
  }

  private static byte[] lines(List<String> commands) {
    StringBuilder lines = new StringBuilder();
    commands.forEach(command -> lines.append(command).append("\r\n"));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The next reply.
  Heard listen(Phase phase, Duration limit) {
    try (Watchdog watchdog = new Watchdog(tcp, limit)) {
      return hear(phase, watchdog);
    }
  }

  /// Sends the body with dots stuffed (RFC 5321 section 4.5.2), down to its last line end and no
  /// further.
  ///
  /// @return false where the line broke
  boolean body(WireBytes letter, Duration block) {
    DotStuffing body = new DotStuffing(letter);
    try {
      while (!body.isDone()) {
        try (Watchdog _ = new Watchdog(tcp, block)) {
          body.write(out, BLOCK);
          out.flush();
        }
      }
      talk.letter(letter.size());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// The final dot and its reply. Whatever goes wrong from here on leaves the letter in doubt.
  ///
  /// @param next commands that leave in one piece with the dot; their replies follow its own
  Heard dot(List<String> next, Duration limit) {
    try (Watchdog watchdog = new Watchdog(tcp, limit)) {
      try {
        out.write(DOT);
        out.write(lines(next));
        out.flush();
        talk.said(".");
        talk.said(next);
      } catch (IOException e) {
        return lost(watchdog);
      }
      return hear(Phase.FINAL_DOT, watchdog);
    }
  }

  /// What the server said without being asked, or null where it is silent.
  @Nullable Heard unasked(Phase phase, Duration limit) {
    try {
      if (in.available() == 0 && (tcp.getInputStream().available() == 0 || !audible())) {
        return null;
      }
    } catch (IOException e) {
      open = false;
      return new Heard.Lost(false);
    }
    try (Watchdog watchdog = new Watchdog(tcp, limit)) {
      Heard heard = hear(phase, watchdog);
      if (heard instanceof Heard.Answer(Reply reply) && reply.code() < 400) {
        // A reply to nothing: from here on replies and commands would not match.
        hangUp();
        return new Heard.Garbled();
      }
      hangUp();
      return heard;
    }
  }

  /// Under TLS something may have come that is no text, such as a session ticket.
  private boolean audible() throws IOException {
    if (tcp.equals(secured)) {
      return true;
    }
    int before = secured.getSoTimeout();
    secured.setSoTimeout(1);
    try {
      in.mark(1);
      int octet = in.read();
      in.reset();
      if (octet < 0) {
        throw new IOException("the connection ended");
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      secured.setSoTimeout(before);
    }
  }

  private Heard hear(Phase phase, Watchdog watchdog) {
    try {
      Heard heard = talk.kept(ReplyReader.read(in, phase));
      talk.heard(heard);
      if (heard instanceof Heard.Garbled) {
        hangUp();
      }
      return heard;
    } catch (IOException e) {
      return lost(watchdog);
    }
  }

  /// What the server said before it hung up on us, if it said anything.
  Heard lastWords(Phase phase) {
    try (Watchdog watchdog = new Watchdog(tcp, Duration.ofSeconds(2))) {
      Heard heard = hear(phase, watchdog);
      hangUp();
      return heard;
    }
  }

  private Heard lost(Watchdog watchdog) {
    Heard lost = new Heard.Lost(watchdog.bit());
    talk.heard(lost);
    hangUp();
    return lost;
  }

  /// Closes the connection as it is: no dot, no QUIT.
  void hangUp() {
    open = false;
    Watchdog.Closing.quietly(tcp);
    talk.over();
  }
}
