package org.postroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postroom.address.AddrSpec;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.message.Cut;
import org.postroom.practice.TestCertificates;

/// On a real line, secured or not, a letter of many blocks and pieces arrives as one.
class LetterInPiecesTest {
  private static final String HOST = "mail.riverside.example";
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final TestCertificates certificates =
      TestCertificates.of(HOST, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));

  @ParameterizedTest
  @EnumSource(names = {"NONE", "IMPLICIT_TLS"})
  void arrivesAsOne(Security security) throws IOException {
    String text = text();
    Random random = new Random(7);
    List<Integer> cuts = random.ints(60, 0, text.length()).boxed().toList();
    Courier.Parcel parcel =
        new Courier.Parcel(
            AddrSpec.of("news@riverside.example"),
            List.of(AddrSpec.of("ann@example.org")),
            Cut.at(text.getBytes(StandardCharsets.US_ASCII), cuts));
    String script =
        """
        S: 220 hello
        C: EHLO [127.0.0.1]
        S: 250-hello
        S: 250 SIZE 1000000
        C: MAIL FROM:<news@riverside.example> SIZE=%d
        S: 250 Ok
        C: RCPT TO:<ann@example.org>
        S: 250 Ok
        C: DATA
        S: 354 go
        BODY
        S: 250 Ok
        """
            .formatted(text.length());
    try (ScriptedSmtpServer server =
        security == Security.NONE
            ? ScriptedSmtpServer.of(script)
            : ScriptedSmtpServer.implicit(script, certificates.serverContext())) {
      SmtpConfig config =
          SmtpConfig.withoutSignIn(HOST, server.port(), security)
              .trusting(new Trust.Authorities(certificates.trustStore()))
              .waiting(SmtpTimeouts.within(Duration.ofSeconds(10)));
      Courier.Session session =
          Parcels.opened(
              new SmtpCourier(config, _ -> new InetAddress[] {InetAddress.getLoopbackAddress()}));
      assertThat(Parcels.outcome(session.deliver(parcel, Parcels.OPEN)))
          .isInstanceOf(DeliveryOutcome.Accepted.class);
      server.verify();
      assertThat(new String(server.body(), StandardCharsets.US_ASCII))
          .isEqualTo(text.replace("\r\n.", "\r\n.."));
    }
  }

  /// Four blocks and a half, every fifth line with a dot before it.
  private static String text() {
    StringBuilder text = new StringBuilder("Subject: x\r\n\r\n");
    for (int line = 0; text.length() < 145_000; line++) {
      text.append(line % 5 == 0 ? "." : "").append("line ").append(line).append(".\r\n");
    }
    return text.toString();
  }
}
