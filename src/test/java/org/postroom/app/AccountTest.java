package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.Pace;
import org.postroom.engine.Account;
import org.postroom.engine.AccountSaved;
import org.postroom.engine.ConnectionCheck;
import org.postroom.engine.ConnectionStep;
import org.postroom.engine.PasswordState;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.Through;

/// Accounts on the real engine against a provider with TLS and sign-in: the connection test, where
/// the password is kept, and sending through the account.
class AccountTest {
  private static final String NAME = TlsMailServer.USER;

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void list() {
    office = new Office(folder, Map.of("POSTROOM_PASSPHRASE", "a long walk home"));
    office.list(3);
  }

  private static Through.Server at(int port) {
    return new Through.Server("localhost", port, Through.Security.STARTTLS, NAME, false, 1, -1);
  }

  private static Account account(Through.Server server) {
    return new Account(NAME, NAME, server, "", Instant.parse("2026-11-21T14:02:00Z"));
  }

  private ConnectionCheck test(
      Through.Server server, String from, String password, List<ConnectionStep> passed)
      throws Exception {
    try (Postroom engine = RealEngine.open(office.workspace())) {
      return engine.testConnection(server, from, password.toCharArray(), passed::add);
    }
  }

  private Problem failed(ConnectionStep step, Through.Server server, String from, String password)
      throws Exception {
    List<ConnectionStep> passed = new ArrayList<>();
    ConnectionCheck check = test(server, from, password, passed);
    assertThat(check).isInstanceOf(ConnectionCheck.Failed.class);
    ConnectionCheck.Failed failed = (ConnectionCheck.Failed) check;
    assertThat(failed.step()).isEqualTo(step);
    assertThat(passed).containsExactlyElementsOf(before(step));
    assertThat(failed.problem().message()).doesNotContain(TlsMailServer.PASSWORD, "Exception");
    assertThat(failed.problem().kept()).isNotEmpty();
    assertThat(failed.problem().next()).isNotEmpty();
    return failed.problem();
  }

  private static List<ConnectionStep> before(ConnectionStep step) {
    return Stream.of(ConnectionStep.values()).takeWhile(each -> each != step).toList();
  }

  @Test
  void theFourStepsPassAndNoMessageIsSent() throws Exception {
    try (TlsMailServer server = TlsMailServer.start().trusted(folder)) {
      List<ConnectionStep> passed = new ArrayList<>();
      assertThat(test(at(server.port()), NAME, TlsMailServer.PASSWORD, passed))
          .isEqualTo(new ConnectionCheck.Passed());
      assertThat(passed).containsExactly(ConnectionStep.values());
      assertThat(server.envelopes()).isEmpty();
    }
  }

  @Test
  void aRefusedPasswordAndARefusedSenderAreSaidApart() throws Exception {
    try (TlsMailServer server = TlsMailServer.start().trusted(folder)) {
      Through.Server way = at(server.port());
      assertThat(failed(ConnectionStep.SIGNED_IN, way, NAME, "battery staple").message())
          .startsWith("The server did not accept the password. Nothing was sent")
          .contains("app password");
      assertThat(
              failed(
                      ConnectionStep.ALLOWED,
                      way,
                      "stranger@harbourmail.example",
                      TlsMailServer.PASSWORD)
                  .message())
          .contains("does not take letters from stranger@harbourmail.example");
    }
  }

  @Test
  void aCertificateThatRanOutOrThatNobodyVouchesForKeepsThePasswordHere() throws Exception {
    try (TlsMailServer expired =
        TlsMailServer.start(Duration.ofDays(-9), Duration.ofDays(-2)).trusted(folder)) {
      assertThat(
              failed(ConnectionStep.ENCRYPTED, at(expired.port()), NAME, TlsMailServer.PASSWORD)
                  .message())
          .startsWith("The certificate of localhost ran out on 20")
          .contains("Your password was not sent");
    }
    try (TlsMailServer unknown = TlsMailServer.start()) {
      assertThat(
              failed(ConnectionStep.ENCRYPTED, at(unknown.port()), NAME, TlsMailServer.PASSWORD)
                  .message())
          .startsWith("Nobody whom this computer trusts");
    }
  }

  @Test
  void noServerAndNoAnswer() throws Exception {
    int free = free();
    assertThat(failed(ConnectionStep.FOUND, at(free), NAME, "x").message())
        .startsWith("No answer from localhost on port " + free);
    Through.Server nowhere =
        new Through.Server("nowhere.invalid", 587, Through.Security.STARTTLS, NAME, false, 1, -1);
    assertThat(failed(ConnectionStep.FOUND, nowhere, NAME, "x").message())
        .startsWith("No server named nowhere.invalid was found. Your password was not sent");
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void withoutAKeychainAPassphraseLocksThePasswordAndTheCommandLineOpensIt() throws Exception {
    try (TlsMailServer server = TlsMailServer.start().trusted(folder)) {
      Account account = account(at(server.port()));
      char[] password = TlsMailServer.PASSWORD.toCharArray();
      try (Postroom engine = RealEngine.open(office.workspace())) {
        assertThat(engine.hasKeychain()).isFalse();
        assertThat(engine.saveAccount(account, password, null))
            .isEqualTo(AccountSaved.PASSPHRASE_NEEDED);
        assertThat(engine.accounts()).isEmpty();
        assertThat(engine.saveAccount(account, password, "a long walk home".toCharArray()))
            .isEqualTo(AccountSaved.SAVED);
        assertThat(engine.passwordState(account.server())).isEqualTo(PasswordState.KEPT);
      }
      thePasswordIsNowhereInClear();
      try (Postroom engine = RealEngine.open(office.workspace())) {
        assertThat(engine.accounts()).containsExactly(account);
        assertThat(engine.passwordState(account.server())).isEqualTo(PasswordState.LOCKED);
      }
      String mailshot =
          office.mailshot(
              "\"acknowledge\": [{\"finding\": \"account.mismatch\", \"reason\": \"ours\"}]");
      Office forgetful = new Office(folder, Map.of("POSTROOM_PASSPHRASE", "another walk"));
      assertThat(
              forgetful.run("send", mailshot, "--confirm", "3", "--account", NAME).exits(6).err())
          .contains("no password is known");
      assertThat(office.run("account", "list").exits(0).out())
          .contains(NAME + ": localhost", "STARTTLS", "locked by a passphrase");
      assertThat(office.run("account", "test", NAME).exits(0).out())
          .contains("Server found", "Signed in");
      assertThat(forgetful.run("account", "test", NAME).exits(6).err())
          .contains("No password is known");
      assertThat(office.run("account", "test", "club").exits(2).err()).contains(NAME);
      assertThat(office.run("account", "test").exits(2).err()).contains("Which account?");
      assertThat(server.envelopes()).as("a test sends nothing").isEmpty();
      office.run("resume", mailshot, "--account", NAME).exits(0);
      assertThat(server.envelopes())
          .containsExactlyInAnyOrder(
              List.of(Office.address(1)), List.of(Office.address(2)), List.of(Office.address(3)));
      office.run("account", "remove", NAME).exits(0);
      assertThat(office.run("account", "list").exits(0).err()).contains("no account");
    }
  }

  private void thePasswordIsNowhereInClear() throws IOException {
    try (Stream<Path> files = Files.walk(office.workspace())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(TlsMailServer.PASSWORD);
      }
    }
  }

  @Test
  void anAccountsOwnLimitsAreKeptAndARemovedAccountTakesItsPasswordWithIt() throws Exception {
    Through.Server own =
        new Through.Server(
            "mail.club.example",
            587,
            Through.Security.STARTTLS,
            NAME,
            false,
            1,
            -1,
            new Pace(60, 1000, 5000));
    Account account = new Account(NAME, NAME, own, "their letter of 3 September 2026", null);
    char[] words = "x".toCharArray();
    try (Postroom engine = RealEngine.open(office.workspace())) {
      assertThat(engine.pace(at(587))).isEqualTo(Pace.CAREFUL);
      engine.saveAccount(account, "secret".toCharArray(), words);
      assertThat(engine.accounts()).containsExactly(account);
      assertThat(engine.pace(engine.accounts().getFirst().server()))
          .isEqualTo(new Pace(60, 1000, 5000));
      engine.removeAccount(NAME);
      assertThat(engine.accounts()).isEmpty();
      assertThat(engine.passwordState(own)).isEqualTo(PasswordState.MISSING);
    }
    assertThat(office.files(office.workspace().resolve("keys"), ""))
        .noneMatch(file -> file.getFileName().toString().startsWith("password-"));
  }

  @Test
  void theServerOfAWellKnownProviderIsFoundFromBuiltInData() throws Exception {
    try (Postroom engine = RealEngine.open(office.workspace())) {
      Through.Server server = engine.serverFor("Choir@GMail.com").orElseThrow();
      assertThat(server.host()).isEqualTo("smtp.gmail.com");
      assertThat(server.security()).isEqualTo(Through.Security.STARTTLS);
      assertThat(engine.profile(server.host()).name()).isEqualTo("Google");
      assertThat(engine.profile(server.host()).source()).contains("November 2026");
      assertThat(engine.serverFor("news@riverside.example")).isEmpty();
      assertThat(engine.profile("mail.riverside.example").pace()).isEqualTo(Pace.CAREFUL);
    }
  }
}
