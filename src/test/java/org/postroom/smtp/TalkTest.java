package org.postroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Dialogue;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;

/// What somebody who looks at the dialogue is told: what was said, in its order, and neither the
/// password nor an address, whatever the server repeats.
class TalkTest {
  private static final String SECRET = "hunter2 is no password";

  private static final String ECHOING =
      """
      S: 220 mail.riverside.example
      C: EHLO [127.0.0.1]
      S: 250-mail.riverside.example greets news@riverside.example
      S: 250 AUTH PLAIN
      C: AUTH PLAIN %1$s
      S: 235 2.7.0 news@riverside.example with hunter2 is no password, said as %1$s or %2$s
      C: MAIL FROM:<news@riverside.example>
      S: 250 2.1.0 news@riverside.example, still hunter2 is no password
      C: RCPT TO:<ann.o'neill@choir.example>
      S: 250 2.1.5 <ann.o'neill@choir.example> and "ann o'neill"@choir.example=ok
      C: DATA
      S: 354 go on, %1$s
      BODY
      S: 250 2.0.0 queued for ann.o'neill@choir.example
      C: QUIT
      S: 221 bye
      GONE
      """
          .formatted(base64("\0news@riverside.example\0" + SECRET), base64(SECRET));

  private static final String SERVER_REFUSING =
      """
      S: 220 mail.riverside.example
      C: EHLO [127.0.0.1]
      S: 250-mail.riverside.example
      S: 250 AUTH PLAIN
      C: AUTH PLAIN %1$s
      S: 235 2.7.0 welcome
      C: MAIL FROM:<news@riverside.example>
      S: 550 5.7.1 you are hunter2 is no password to me, %2$s
      C: QUIT
      S: 221 bye
      GONE
      """
          .formatted(base64("\0news@riverside.example\0" + SECRET), base64(SECRET));

  private final Told told = new Told();

  /// Everything that was told, and whether anybody looks.
  private static final class Told implements Dialogue {
    private final List<String> lines = new ArrayList<>();
    private boolean wanted = true;

    @Override
    public synchronized boolean wanted() {
      return wanted;
    }

    @Override
    public synchronized void said(int connection, String line) {
      lines.add(connection + " > " + line);
    }

    @Override
    public synchronized void heard(int connection, String line) {
      lines.add(connection + " < " + line);
    }

    @Override
    public synchronized void ended(int connection) {
      lines.add(connection + " ended");
    }

    private synchronized List<String> take() {
      List<String> taken = List.copyOf(lines);
      lines.clear();
      return taken;
    }
  }

  @Test
  void aServerThatRepeatsEverythingTellsNobody() throws IOException {
    deliver();
    List<String> lines = told.take();
    assertThat(lines)
        .containsExactly(
            "1 < 220 mail.riverside.example",
            "1 > EHLO [127.0.0.1]",
            "1 < 250-mail.riverside.example greets … 250 AUTH PLAIN",
            "1 > AUTH PLAIN …",
            "1 < 235 2.7.0 … with …, said as … or …",
            "1 > MAIL FROM:<…>",
            "1 < 250 2.1.0 …, still …",
            "1 > RCPT TO:<…@…>",
            "1 < 250 2.1.5 <…@…> and …@…",
            "1 > DATA",
            "1 < 354 go on, …",
            "1 > [the letter, 26 bytes]",
            "1 > .",
            "1 < 250 2.0.0 queued for …@…",
            "1 > QUIT",
            "1 < 221 bye",
            "1 ended");
    assertThat(String.join("\n", lines))
        .doesNotContain("hunter2", "neill", "choir", base64(SECRET), "news@");
  }

  /// A reply is kept in the ledger and shown in reports.
  @Test
  void whatIsKeptOfAReplyHoldsNoSecretAndAllElse() {
    Talk talk = new Talk(told, new Talk.Lines(), "news@riverside.example", SECRET);
    String plain = base64("\0news@riverside.example\0" + SECRET);
    String id = "queued as 4gR7ZkAbCdEfGhIjKlMnOpQrSt for news@riverside.example";
    Reply reply = new Reply(Phase.FINAL_DOT, 250, "2.0.0", id + ", " + SECRET + ", " + plain + ".");

    assertThat(talk.kept(new Heard.Answer(reply)))
        .isEqualTo(new Heard.Answer(new Reply(Phase.FINAL_DOT, 250, "2.0.0", id + ", …, ….")));
    assertThat(talk.kept(new Heard.Garbled())).isEqualTo(new Heard.Garbled());
  }

  @Test
  void aReplyThatRepeatsThePasswordIsKeptWithoutIt() throws IOException {
    told.wanted = false;
    Courier.Delivery delivery = deliver(SERVER_REFUSING);

    assertThat(delivery)
        .isEqualTo(
            new Courier.Delivery.Done(
                new DeliveryOutcome.Refused(
                    new Reply(Phase.MAIL, 550, "5.7.1", "you are … to me, …")),
                List.of()));
  }

  @Test
  void nothingIsToldWhereNobodyLooks() throws IOException {
    told.wanted = false;
    deliver();
    assertThat(told.take()).containsExactly("1 ended");
  }

  @Test
  void anUnfinishedReplyAndALostConnectionAreSaidAsSuch() throws IOException {
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.of(
            """
            S: 220 hello
            C: EHLO [127.0.0.1]
            S: 250 hello
            C: MAIL FROM:<news@riverside.example>
            CLOSE
            """)) {
      try (Courier.Session session = Parcels.opened(courier(config(server)))) {
        session.deliver(Parcels.to("ann@choir.example"), Parcels.OPEN);
      }
      server.verify();
    }
    assertThat(told.take())
        .endsWith("1 > MAIL FROM:<…@…>", "1 < [the connection ended]", "1 ended");
  }

  /// A word of 300 characters may be an address of which the `@` is yet to come.
  @Test
  void aLongLineIsCutBetweenWords() {
    Talk talk = new Talk(told, new Talk.Lines(), null, null);
    talk.heard("250 " + "word ".repeat(70) + "x".repeat(300) + "@choir.example");
    talk.heard("x".repeat(500));
    assertThat(told.take()).containsExactly("1 < 250 " + "word ".repeat(70) + "…", "1 < …");
  }

  @Test
  void aConnectionHasTheLowestNumberThatIsFree() {
    Talk.Lines lines = new Talk.Lines();
    Talk first = new Talk(told, lines, null, null);
    Talk second = new Talk(told, lines, null, null);
    second.said("NOOP");
    first.over();
    first.over();
    new Talk(told, lines, null, null).said("NOOP");
    new Talk(told, lines, null, null).said("NOOP");
    assertThat(told.take()).containsExactly("2 > NOOP", "1 ended", "1 > NOOP", "3 > NOOP");
  }

  private void deliver() throws IOException {
    deliver(ECHOING);
  }

  private Courier.Delivery deliver(String dialogue) throws IOException {
    Courier.Delivery delivery;
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(dialogue)) {
      SmtpConfig config =
          config(server)
              .signingIn("news@riverside.example", SECRET::toCharArray)
              .allowingPlainPassword();
      try (Courier.Session session = Parcels.opened(courier(config))) {
        delivery = session.deliver(Parcels.to("ann.o'neill@choir.example"), Parcels.OPEN);
      }
      server.verify();
    }
    return delivery;
  }

  private static SmtpConfig config(ScriptedSmtpServer server) {
    return SmtpConfig.withoutSignIn("127.0.0.1", server.port(), Security.NONE)
        .waiting(SmtpTimeouts.within(Duration.ofSeconds(5)));
  }

  private Courier courier(SmtpConfig config) {
    return new SmtpCourier(config, told);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
