package org.postroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.dispatch.Courier;
import org.postroom.practice.TestCertificates;

/// Connecting, TLS and sign-in: what works, and which fault is said when it does not.
class OpeningTest {
  private static final String HOST = "mail.riverside.example";
  private static final String SECRET = "correct horse battery";
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final TestCertificates good = certificate(HOST, -1, 1);

  private TestCertificates certificate(String host, int fromDays, int untilDays) {
    return TestCertificates.of(
        host, now.plus(Duration.ofDays(fromDays)), now.plus(Duration.ofDays(untilDays)));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private SmtpConfig config(int port, Security security) {
    return SmtpConfig.withoutSignIn(HOST, port, security)
        .trusting(new Trust.Authorities(good.trustStore()))
        .waiting(SmtpTimeouts.within(Duration.ofSeconds(5)));
  }

  private static SmtpCourier courier(SmtpConfig config) {
    return new SmtpCourier(config, _ -> new InetAddress[] {InetAddress.getLoopbackAddress()});
  }

  private static void assertFault(
      Courier.Opening opening, Courier.OpeningFault fault, String words) {
    assertThat(opening).isInstanceOf(Courier.Opening.Failed.class);
    Courier.Opening.Failed failed = (Courier.Opening.Failed) opening;
    assertThat(failed.fault()).isEqualTo(fault);
    assertThat(failed.reply().shown()).contains(words).doesNotContain(SECRET);
  }

  @Test
  void startTlsComesBeforeSignInAndEverythingElse() throws IOException {
    String script =
        """
        S: 220 hello
        C: EHLO [127.0.0.1]
        S: 250-hello
        S: 250 STARTTLS
        C: STARTTLS
        S: 220 go
        TLS
        C: EHLO [127.0.0.1]
        S: 250-hello
        S: 250-SMTPUTF8
        S: 250-SIZE 5000
        S: 250 AUTH LOGIN PLAIN
        C: AUTH PLAIN %s
        S: 235 2.7.0 welcome
        C: QUIT
        S: 221 bye
        GONE
        """
            .formatted(base64("\0ann\0" + SECRET));
    try (ScriptedSmtpServer server = ScriptedSmtpServer.secured(script, good.serverContext())) {
      SmtpConfig config =
          config(server.port(), Security.STARTTLS).signingIn("ann", SECRET::toCharArray);
      try (Courier.Session session = Parcels.opened(courier(config))) {
        assertThat(session.maxSize()).isEqualTo(5000);
        assertThat(session.offersSmtpUtf8()).isTrue();
      }
      server.verify();
    }
  }

  @Test
  void implicitTlsAndLogin() throws IOException {
    String script =
        """
        S: 220 hello
        C: EHLO [127.0.0.1]
        S: 250-hello
        S: 250 AUTH LOGIN
        C: AUTH LOGIN
        S: 334 VXNlcm5hbWU6
        C: %s
        S: 334 UGFzc3dvcmQ6
        C: %s
        S: 235 2.7.0 welcome
        """
            .formatted(base64("ann"), base64(SECRET));
    try (ScriptedSmtpServer server = ScriptedSmtpServer.implicit(script, good.serverContext())) {
      SmtpConfig config =
          config(server.port(), Security.IMPLICIT_TLS).signingIn("ann", SECRET::toCharArray);
      Courier.Session session = Parcels.opened(courier(config));
      assertThat(session.maxSize()).isZero();
      assertThat(session.offersSmtpUtf8()).isFalse();
      server.verify();
    }
  }

  @Test
  void anAccessTokenGoesByXoauth2() throws IOException {
    String script =
        """
        S: 220 hello
        C: EHLO [127.0.0.1]
        S: 250-hello
        S: 250 AUTH PLAIN XOAUTH2
        C: AUTH XOAUTH2 %s
        S: 235 2.7.0 welcome
        """
            .formatted(base64("user=ann\u0001auth=Bearer " + SECRET + "\u0001\u0001"));
    try (ScriptedSmtpServer server = ScriptedSmtpServer.implicit(script, good.serverContext())) {
      SmtpConfig config =
          config(server.port(), Security.IMPLICIT_TLS)
              .signingInWithToken("ann", SECRET::toCharArray);
      assertThat(Parcels.opened(courier(config)).usable()).isTrue();
      server.verify();
    }
  }

  @Test
  void withoutStartTlsNothingIsSaidFurther() throws IOException {
    String script =
        """
        S: 220 hello
        C: EHLO [127.0.0.1]
        S: 250-hello
        S: 250 AUTH PLAIN
        GONE
        """;
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      SmtpConfig config =
          config(server.port(), Security.STARTTLS).signingIn("ann", SECRET::toCharArray);
      assertFault(courier(config).open(), Courier.OpeningFault.TLS, "STARTTLS");
      server.verify();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mail.riverside.example, -9, -2, ran out on",
    "mail.riverside.example, 2, 9, not valid before",
    "mail.impostor.example, -1, 1, not for the name mail.riverside.example",
    "mail.riverside.example, -1, 1, Nobody whom this computer trusts"
  })
  void whatIsWrongWithACertificateIsSaidApart(
      String name, int fromDays, int untilDays, String words) throws IOException {
    TestCertificates shown = certificate(name, fromDays, untilDays);
    boolean known = words.startsWith("not for");
    Trust trust = new Trust.Authorities((known ? shown : good).trustStore());
    try (ScriptedSmtpServer server = ScriptedSmtpServer.implicit("", shown.serverContext())) {
      Courier.Opening opening =
          courier(config(server.port(), Security.IMPLICIT_TLS).trusting(trust)).open();
      assertFault(opening, Courier.OpeningFault.TLS, words);
    }
  }

  @Test
  void aServerThatCannotSpeakTlsAfterAll() throws IOException {
    String script =
        """
        S: 220 hello
        C: EHLO [127.0.0.1]
        S: 250-hello
        S: 250 STARTTLS
        C: STARTTLS
        S: 454 4.7.0 TLS not available
        GONE
        """;
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      assertFault(
          courier(config(server.port(), Security.STARTTLS)).open(),
          Courier.OpeningFault.TLS,
          "454 4.7.0 TLS not available");
      server.verify();
    }
  }

  @Test
  void aRefusedPasswordIsToldWithTheServersWordsButNeverWithThePassword() throws IOException {
    String script =
        """
        S: 220 hello
        C: EHLO [127.0.0.1]
        S: 250-hello
        S: 250 AUTH PLAIN
        C: AUTH PLAIN %s
        S: 535 5.7.8 No such user with %s or %s
        GONE
        """
            .formatted(base64("\0ann\0" + SECRET), SECRET, base64("\0ann\0" + SECRET));
    try (ScriptedSmtpServer server = ScriptedSmtpServer.implicit(script, good.serverContext())) {
      SmtpConfig config =
          config(server.port(), Security.IMPLICIT_TLS).signingIn("ann", SECRET::toCharArray);
      Courier.Opening opening = courier(config).open();
      assertFault(opening, Courier.OpeningFault.SIGN_IN, "535 5.7.8 No such user with … or …");
      assertThat(opening.toString()).doesNotContain(base64("\0ann\0" + SECRET));
      assertThat(config.toString()).doesNotContain(SECRET);
    }
  }

  @Test
  void aServerThatOffersNoSignInIsNotUsedWithoutOne() throws IOException {
    String script =
        """
        S: 220 hello
        C: EHLO [127.0.0.1]
        S: 250 hello
        GONE
        """;
    try (ScriptedSmtpServer server = ScriptedSmtpServer.implicit(script, good.serverContext())) {
      SmtpConfig config =
          config(server.port(), Security.IMPLICIT_TLS).signingIn("ann", SECRET::toCharArray);
      assertFault(courier(config).open(), Courier.OpeningFault.SIGN_IN, "no way of signing in");
    }
  }

  @Test
  void aServerThatOffersOnlyWhatWeDoNotKnow() throws IOException {
    String script =
        """
        S: 220 hello
        C: EHLO [127.0.0.1]
        S: 250-hello
        S: 250 AUTH GSSAPI
        GONE
        """;
    try (ScriptedSmtpServer server = ScriptedSmtpServer.implicit(script, good.serverContext())) {
      SmtpConfig config =
          config(server.port(), Security.IMPLICIT_TLS).signingIn("ann", SECRET::toCharArray);
      assertFault(courier(config).open(), Courier.OpeningFault.SIGN_IN, "no way of signing in");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "S: 554 5.7.1 Go away, REFUSED, 554 5.7.1 Go away",
    "S: 421 4.3.2 Too many connections, REFUSED, 421 4.3.2 Too many connections",
    "S: SSH-2.0-OpenSSH_9.6, UNREACHABLE, is no mail server",
    "CLOSE, UNREACHABLE, is no mail server",
    "RESET, UNREACHABLE, Nothing was sent",
    "HANG, UNREACHABLE, did not answer in time"
  })
  void greetings(String step, Courier.OpeningFault fault, String words) throws IOException {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(step)) {
      SmtpConfig config =
          config(server.port(), Security.NONE).waiting(SmtpTimeouts.within(Duration.ofMillis(500)));
      assertFault(courier(config).open(), fault, words);
    }
  }

  @Test
  void aServerThatKnowsOnlyHeloIsUsedWithoutExtensions() throws IOException {
    String script =
        """
        S: 220 hello
        C: EHLO [127.0.0.1]
        S: 502 what
        C: HELO [127.0.0.1]
        S: 250 hello
        C: MAIL FROM:<news@riverside.example>
        S: 250 Ok
        C: RCPT TO:<ann@example.org>
        S: 250 Ok
        C: DATA
        S: 354 go
        BODY
        S: 250 Ok
        """;
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      Courier.Session session = Parcels.opened(courier(config(server.port(), Security.NONE)));
      session.deliver(Parcels.to("ann@example.org"), Parcels.OPEN);
      server.verify();
    }
  }

  @Test
  void plainTextGoesToALoopbackAddressOnlyAndTheNameIsLookedUpOnce() {
    AtomicInteger asked = new AtomicInteger();
    Resolver elsewhere =
        _ -> {
          asked.incrementAndGet();
          return new InetAddress[] {
            InetAddress.getLoopbackAddress(),
            InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1})
          };
        };
    Courier.Opening opening = new SmtpCourier(config(2525, Security.NONE), elsewhere).open();

    assertFault(opening, Courier.OpeningFault.TLS, "is another computer");
    assertThat(asked).hasValue(1);
  }

  @Test
  void aPasswordOverPlainTextNeedsTheFlagAndIsNotEvenAskedFor() {
    SmtpConfig config =
        config(2525, Security.NONE)
            .signingIn(
                "ann",
                () -> {
                  throw new AssertionError("asked for");
                });
    assertFault(courier(config).open(), Courier.OpeningFault.SIGN_IN, "--plain-password");
  }

  @Test
  void anUnknownHost() {
    Resolver nobody =
        host -> {
          throw new UnknownHostException(host);
        };
    assertFault(
        new SmtpCourier(config(587, Security.STARTTLS), nobody).open(),
        Courier.OpeningFault.UNREACHABLE,
        "no server named mail.riverside.example");
  }

  @Test
  void nobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertFault(
        courier(config(port, Security.STARTTLS)).open(),
        Courier.OpeningFault.UNREACHABLE,
        "did not answer on port " + port);
  }

  @Test
  void theWaitForTheFinalReplyIsTenMinutesAtLeast() {
    assertThat(SmtpTimeouts.standard().finalDot()).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
  }
}
