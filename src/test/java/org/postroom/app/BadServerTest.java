package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.app.Office.Outcome;

/// Servers that are not as they should be, met by the command line: an expired certificate, a
/// refused password, one that hangs up after the final dot. Nobody gets a letter twice unasked.
class BadServerTest {
  private static final int PEOPLE = 5;

  @TempDir Path folder;
  private Office office;
  private String mailshot;

  @BeforeEach
  void write() {
    office = new Office(folder, Map.of("POSTROOM_SMTP_PASSWORD", TlsMailServer.PASSWORD));
    office.list(PEOPLE);
    mailshot =
        office.mailshot(
            "\"acknowledge\": [{\"finding\": \"account.mismatch\", \"reason\": \"ours\"}]");
  }

  private static String url(TlsMailServer server) {
    return "smtp://" + TlsMailServer.USER + "@localhost:" + server.port();
  }

  private Outcome send(Office from, String url, String... more) {
    String[] start = {"send", mailshot, "--confirm", Integer.toString(PEOPLE), "--smtp", url};
    return from.run(concat(start, more));
  }

  private static String[] concat(String[] start, String... more) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(start), java.util.Arrays.stream(more))
        .toArray(String[]::new);
  }

  private int report(String count) {
    return office.run("report", mailshot, "--json").exits(0).json().get(count).asInt();
  }

  @Test
  void anExpiredCertificatePausesAndThePasswordStaysHere() {
    try (TlsMailServer server =
        TlsMailServer.start(Duration.ofDays(-9), Duration.ofDays(-2)).trusted(folder)) {
      Outcome outcome = send(office, url(server)).exits(6);
      assertThat(outcome.err())
          .contains("the password was not sent", "ran out on 20", "resume")
          .doesNotContain(TlsMailServer.PASSWORD);
      assertThat(server.envelopes()).isEmpty();
    }
    assertThat(report("notYetSent")).isEqualTo(PEOPLE);
  }

  @Test
  void aRefusedPasswordPausesAndTheRightOneGoesOn() {
    Office wrong = new Office(folder, Map.of("POSTROOM_SMTP_PASSWORD", "battery staple"));
    try (TlsMailServer server = TlsMailServer.start().trusted(folder)) {
      Outcome outcome = send(wrong, url(server)).exits(6);
      assertThat(outcome.err())
          .contains("did not accept the sign-in", "535", "app password", "resume")
          .doesNotContain("battery staple");
      assertThat(server.envelopes()).isEmpty();
      assertThat(report("notYetSent")).isEqualTo(PEOPLE);

      office.run("resume", mailshot, "--smtp", url(server)).exits(0);
      assertThat(server.envelopes()).hasSize(PEOPLE).doesNotHaveDuplicates();
    }
  }

  @Test
  void aLetterInDoubtIsNeverSentAgainUnaskedAndIsDecidedAsAccepted() throws Exception {
    String doubted = Office.address(3);
    try (MoodyServer server = new MoodyServer().silentAfterTheDotOf(doubted)) {
      Outcome sent = send(office, server.url(), "--max-per-minute", "0").exits(5);
      assertThat(sent.err() + sent.out()).contains(doubted);
      assertThat(report("inDoubt")).isEqualTo(1);
      assertThat(report("accepted")).isEqualTo(PEOPLE - 1);

      office.run("resume", mailshot, "--smtp", server.url()).exits(5);
      assertThat(server.taken()).as("not again").hasSize(PEOPLE).doesNotHaveDuplicates();
      assertThat(send(office, server.url()).exits(2).err()).contains("decide");

      assertThat(
              office
                  .run("decide", mailshot, "--to", doubted, "--accepted", "--reason", " ")
                  .exits(2)
                  .err())
          .contains("needs a reason");
      office
          .run("decide", mailshot, "--to", doubted, "--accepted", "--reason", "she rang me")
          .exits(0);
      assertThat(report("accepted")).isEqualTo(PEOPLE);
      assertThat(report("inDoubt")).isZero();
      office.run("resume", mailshot, "--smtp", server.url()).exits(0);
      assertThat(server.taken()).hasSize(PEOPLE);
      assertThat(
              office
                  .run("decide", mailshot, "--to", doubted, "--resend", "--reason", "late")
                  .exits(2)
                  .err())
          .contains("it is accepted");
    }
  }

  @Test
  void aLetterInDoubtThatIsSentOnceMoreGoesToThatPersonAlone() throws Exception {
    String doubted = Office.address(2);
    try (MoodyServer server = new MoodyServer().silentAfterTheDotOf(doubted)) {
      send(office, server.url(), "--max-per-minute", "0").exits(5);
      assertThat(
              office
                  .run("decide", mailshot, "--to", doubted, "--resend", "--reason", "not there")
                  .exits(0)
                  .err())
          .contains("once more");
      assertThat(report("notYetSent")).isEqualTo(1);
      office.run("resume", mailshot, "--smtp", server.url()).exits(0);
      assertThat(server.taken()).hasSize(PEOPLE + 1);
      assertThat(server.taken().getLast()).isEqualTo(doubted);
      assertThat(report("accepted")).isEqualTo(PEOPLE);
    }
  }

  @Test
  void duringTheHoldNobodyIsConnectedTo() throws Exception {
    try (MoodyServer server = new MoodyServer()) {
      long start = System.nanoTime();
      Outcome sent = send(office, server.url(), "--hold", "2", "--max-per-minute", "0").exits(0);
      assertThat(sent.err()).contains("Nothing has left yet");
      assertThat(server.firstConnection() - start)
          .isGreaterThanOrEqualTo(Duration.ofSeconds(2).toNanos());
      assertThat(server.taken()).hasSize(PEOPLE);
    }
    assertThat(send(office, "smtp://127.0.0.1:9?tls=none", "--hold", "-1").exits(2).err())
        .contains("negative");
  }

  @Test
  void aRefusalAmongTheFirstFiveOfAStagedSendWaitsForAPerson() throws Exception {
    office.list(8);
    try (MoodyServer server = new MoodyServer().refusing(Office.address(4))) {
      Outcome sent =
          office
              .run(
                  "send",
                  mailshot,
                  "--confirm",
                  "8",
                  "--staged",
                  "--smtp",
                  server.url(),
                  "--max-per-minute",
                  "0")
              .exits(6);
      assertThat(sent.err()).contains("resume");
      assertThat(server.taken())
          .containsExactly(Office.address(1), Office.address(2), Office.address(3));
      office.run("resume", mailshot, "--smtp", server.url(), "--max-per-minute", "0").exits(1);
      assertThat(server.taken()).hasSize(7).doesNotHaveDuplicates();
      assertThat(report("refused")).isEqualTo(1);
    }
  }

  @Test
  void anAccountThatIsNotThereIsNamedWithThoseThatAre() {
    Outcome outcome = office.run("send", mailshot, "--confirm", "5", "--account", "club").exits(2);
    assertThat(outcome.err()).contains("\"club\"", "Nothing was done", "none yet");
  }
}
