package org.postroom.smtp;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.postroom.address.AddrSpec;
import org.postroom.dispatch.Reply;

/// Tries a server as a send would, as far as MAIL FROM, and takes that back with RSET (RFC 5321
/// section 4.1.1.5): no message is sent. A server that judges senders only at RCPT says yes here.
public final class ConnectionProbe {
  /// How long each answer may take.
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SmtpCourier courier;

  public ConnectionProbe(SmtpConfig config) {
    this(new SmtpCourier(config.waiting(SmtpTimeouts.within(PATIENCE))));
  }

  ConnectionProbe(SmtpCourier courier) {
    this.courier = courier;
  }

  /// What came of it.
  public sealed interface Outcome {
    record Passed() implements Outcome {}

    /// @param step the one that failed; those before it passed
    /// @param reply the server's words, or ours where it said nothing
    /// @param date where a certificate ran out or begins, as `2026-11-20`; otherwise empty
    record Failed(ConnectionStep step, Obstacle obstacle, Reply reply, String date)
        implements Outcome {}
  }

  /// Blocks until it is decided.
  ///
  /// @param from MAIL FROM
  public Outcome run(AddrSpec from, Milestones told) {
    Set<ConnectionStep> open = EnumSet.allOf(ConnectionStep.class);
    Milestones once =
        step -> {
          if (open.remove(step)) {
            told.reached(step);
          }
        };
    return switch (courier.attempt(once)) {
      case SmtpCourier.Tried.Failed(Obstacle obstacle, Reply reply, String date) ->
          new Outcome.Failed(open.iterator().next(), obstacle, reply, date);
      case SmtpCourier.Tried.Opened(SmtpSession session) -> {
        try (session) {
          Reply refused = session.refuses(from);
          if (refused == null) {
            once.reached(ConnectionStep.ALLOWED);
            yield new Outcome.Passed();
          }
          Obstacle obstacle = refused.code() == 0 ? Obstacle.LOST : Obstacle.SENDER_REFUSED;
          yield new Outcome.Failed(ConnectionStep.ALLOWED, obstacle, refused, "");
        }
      }
    };
  }
}
