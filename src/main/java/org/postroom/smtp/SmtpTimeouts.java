package org.postroom.smtp;

import java.time.Duration;

/// How long to wait; all finite (RFC 5321 section 4.5.3.2). Each is for the whole reply or one
/// block, so that a server that drips does not hold the line for ever.
public final class SmtpTimeouts {
  /// Rule S3: no shorter wait for the reply to the final dot.
  private static final Duration FINAL_DOT = Duration.ofMinutes(10);

  /// A server that announces pipelining and throws away what came early would never answer.
  private static final Duration PIPELINED = Duration.ofMinutes(1);

  private static final SmtpTimeouts STANDARD =
      new SmtpTimeouts(
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(3),
          FINAL_DOT,
          Duration.ofSeconds(3));

  private final Duration connect;
  private final Duration opening;
  private final Duration command;
  private final Duration block;
  private final Duration finalDot;
  private final Duration quit;

  private SmtpTimeouts(
      Duration connect,
      Duration opening,
      Duration command,
      Duration block,
      Duration finalDot,
      Duration quit) {
    this.connect = connect;
    this.opening = opening;
    this.command = command;
    this.block = block;
    this.finalDot = finalDot;
    this.quit = quit;
  }

  public static SmtpTimeouts standard() {
    return STANDARD;
  }

  /// For practice and tests against servers that hang: everything within `patience`.
  static SmtpTimeouts within(Duration patience) {
    return new SmtpTimeouts(patience, patience, patience, patience, patience, patience);
  }

  /// TCP, for each address of the host.
  Duration connect() {
    return connect;
  }

  /// Greeting, EHLO, TLS and sign-in together.
  Duration opening() {
    return opening;
  }

  /// The reply to MAIL, RCPT, DATA or RSET.
  Duration command() {
    return command;
  }

  /// The reply to a command that the server has had since it answered the one before.
  Duration pipelined() {
    return command.compareTo(PIPELINED) < 0 ? command : PIPELINED;
  }

  /// Writing one block of the body.
  Duration block() {
    return block;
  }

  /// The reply to the final dot.
  Duration finalDot() {
    return finalDot;
  }

  /// The rest of something that the server began to say unasked.
  Duration unasked() {
    return quit;
  }

  /// The reply to QUIT, which nobody needs.
  Duration quit() {
    return quit;
  }
}
