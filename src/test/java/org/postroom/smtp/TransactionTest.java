package org.postroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Phase;

/// What a session says, and what it keeps to itself.
class TransactionTest {
  private static final String HELLO =
      """
      S: 220 hello
      C: EHLO [127.0.0.1]
      S: 250-hello
      """;
  private static final String UP_TO_DATA =
      HELLO
          + """
          S: 250 8BITMIME
          C: MAIL FROM:<news@riverside.example>
          S: 250 Ok
          C: RCPT TO:<ann@example.org>
          S: 250 Ok
          C: DATA
          """;

  private static Courier.Session session(ScriptedSmtpServer server) {
    return Parcels.opened(
        new SmtpCourier(
            SmtpConfig.withoutSignIn("127.0.0.1", server.port(), Security.NONE)
                .waiting(SmtpTimeouts.within(Duration.ofSeconds(5)))));
  }

  @Test
  void everyLineThatBeginsWithADotGetsOneMoreAndNothingElseChanges() throws IOException {
    String text = "Subject: x\r\n\r\n.\r\n..\r\na.\r\n.b\r\n\tc\r\n\r\n";
    String script = UP_TO_DATA + "S: 354 go\nBODY\nS: 250 Ok\n";
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      session(server).deliver(Parcels.of(text, "ann@example.org"), Parcels.OPEN);
      server.verify();

      assertThat(new String(server.body(), StandardCharsets.UTF_8))
          .isEqualTo("Subject: x\r\n\r\n..\r\n...\r\na.\r\n..b\r\n\tc\r\n\r\n");
    }
  }

  @Test
  void noDotLeavesWhereTheGateSaysNo() throws IOException {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(UP_TO_DATA + "S: 354 go\nNO DOT\n")) {
      Courier.Delivery delivery =
          session(server).deliver(Parcels.to("ann@example.org"), () -> false);
      server.verify();

      assertThat(delivery).isInstanceOf(Courier.Delivery.HeldBack.class);
      assertThat(server.body()).isNotEmpty();
    }
  }

  @Test
  void noDotLeavesWhereTheGateBreaks() throws IOException {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(UP_TO_DATA + "S: 354 go\nNO DOT\n")) {
      Courier.Session session = session(server);
      assertThatThrownBy(
              () ->
                  session.deliver(
                      Parcels.to("ann@example.org"),
                      () -> {
                        throw new IllegalStateException("broken");
                      }))
          .hasMessage("broken");
      server.verify();
      assertThat(session.usable()).isFalse();
    }
  }

  @Test
  void aServerThatRefusesDuringTheBodyGetsNoDot() throws IOException {
    String script = UP_TO_DATA + "S: 354 go\nS: 552 5.3.4 too big\nNO DOT\n";
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      Courier.Session session = session(server);
      StringBuilder big = new StringBuilder("Subject: x\r\n\r\n");
      big.repeat("0123456789\r\n", 100_000);
      Courier.Delivery delivery =
          session.deliver(
              Parcels.of(big.toString(), "ann@example.org"),
              () -> {
                throw new AssertionError("asked for the dot");
              });
      server.verify();

      assertThat(Parcels.outcome(delivery))
          .isInstanceOfSatisfying(
              DeliveryOutcome.Refused.class,
              refused -> assertThat(refused.reply().shown()).isEqualTo("552 5.3.4 too big"));
      assertThat(session.usable()).isFalse();
    }
  }

  @Test
  void whatARefusedLetterLeftOpenIsTakenBackBeforeTheNext() throws IOException {
    String next =
        """
        C: RSET
        S: 250 Ok
        C: MAIL FROM:<news@riverside.example>
        S: 250 Ok
        C: RCPT TO:<%s@example.org>
        S: 250 Ok
        C: DATA
        """;
    String script =
        UP_TO_DATA
            + "S: 354 go\nBODY\nS: 452 4.2.2 mailbox full\n"
            + next.formatted("bob")
            + "S: 451 4.3.0 not now\n"
            + next.formatted("cy")
            + "S: 354 go\nBODY\nS: 250 Ok\n"
            + "C: MAIL FROM:<news@riverside.example>\nS: 250 Ok\n";
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      Courier.Session session = session(server);
      assertThat(Parcels.outcome(session.deliver(Parcels.to("ann@example.org"), Parcels.OPEN)))
          .isInstanceOf(DeliveryOutcome.Deferred.class);
      assertThat(Parcels.outcome(session.deliver(Parcels.to("bob@example.org"), Parcels.OPEN)))
          .isInstanceOf(DeliveryOutcome.Deferred.class);
      assertThat(Parcels.outcome(session.deliver(Parcels.to("cy@example.org"), Parcels.OPEN)))
          .isInstanceOf(DeliveryOutcome.Accepted.class);
      assertThat(Parcels.outcome(session.deliver(Parcels.to("di@example.org"), Parcels.OPEN)))
          .isInstanceOf(DeliveryOutcome.Deferred.class);
      server.verify();
    }
  }

  @Test
  void aReplyToNothingIsNotTakenForAReplyToTheNextCommand() throws IOException {
    String script =
        HELLO
            + """
            S: 250 8BITMIME
            C: MAIL FROM:<news@riverside.example>
            S: 250 Ok
            C: RCPT TO:<ann@example.org>
            S: 250 Ok
            C: DATA
            S: 354 go
            BODY
            S> 250 Ok\\r\\n250 and once more\\r\\n
            GONE
            """;
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      Courier.Session session = session(server);
      assertThat(Parcels.outcome(session.deliver(Parcels.to("ann@example.org"), Parcels.OPEN)))
          .isInstanceOf(DeliveryOutcome.Accepted.class);
      DeliveryOutcome second =
          Parcels.outcome(session.deliver(Parcels.to("bob@example.org"), Parcels.OPEN));
      assertThat(second).isInstanceOf(DeliveryOutcome.Deferred.class);
      server.verify();
    }
  }

  @Test
  void smtpUtf8IsSaidOnlyWhereAnAddressNeedsIt() throws IOException {
    String script =
        HELLO
            + """
            S: 250 SMTPUTF8
            C: MAIL FROM:<news@riverside.example>
            S: 250 Ok
            C: RCPT TO:<ann@example.org>
            S: 550 no
            C: RSET
            S: 250 Ok
            C: MAIL FROM:<news@riverside.example> SMTPUTF8
            S: 250 Ok
            C: RCPT TO:<jürgen@example.org>
            S: 550 no
            C: RSET
            S: 250 Ok
            """;
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      Courier.Session session = session(server);
      session.deliver(Parcels.to("ann@example.org"), Parcels.OPEN);
      session.deliver(Parcels.to("jürgen@example.org"), Parcels.OPEN);
      server.verify();
    }
  }

  @Test
  void anAddressThatTheServerCannotTakeIsRefusedBeforeAnythingIsSaid() throws IOException {
    String script = HELLO + "S: 250 8BITMIME\nC: QUIT\nS: 221 bye\nGONE\n";
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      DeliveryOutcome outcome;
      try (Courier.Session session = session(server)) {
        outcome = Parcels.outcome(session.deliver(Parcels.to("jürgen@example.org"), Parcels.OPEN));
      }
      server.verify();
      assertThat(outcome)
          .isInstanceOfSatisfying(
              DeliveryOutcome.Refused.class,
              refused -> assertThat(refused.reply().phase()).isEqualTo(Phase.LOCAL));
    }
  }

  @Test
  void aLetterOverTheServersSizeIsRefusedBeforeMail() throws IOException {
    String script = HELLO + "S: 250 SIZE 25\nC: QUIT\nS: 221 bye\nGONE\n";
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      DeliveryOutcome outcome;
      try (Courier.Session session = session(server)) {
        outcome = Parcels.outcome(session.deliver(Parcels.to("ann@example.org"), Parcels.OPEN));
      }
      server.verify();
      assertThat(outcome)
          .isInstanceOfSatisfying(
              DeliveryOutcome.Refused.class,
              refused ->
                  assertThat(refused.reply().shown()).startsWith("552 5.3.4 The letter has 26"));
    }
  }

  @Test
  void aLetterOfExactlyTheServersSizeIsSent() throws IOException {
    String script =
        HELLO + "S: 250 SIZE 26\nC: MAIL FROM:<news@riverside.example> SIZE=26\nS: 451 later\n";
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      session(server).deliver(Parcels.to("ann@example.org"), Parcels.OPEN);
      server.verify();
    }
  }
}
