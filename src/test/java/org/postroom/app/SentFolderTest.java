package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.engine.Account;
import org.postroom.engine.Postroom;
import org.postroom.engine.Through;
import tools.jackson.databind.JsonNode;

/// A letter in doubt is looked up in the folder of sent mail when somebody asks: what is found is
/// offered as accepted, what is not says nothing, and nothing is changed or sent by looking.
class SentFolderTest {
  @TempDir Path folder;
  private MoodyServer server;
  private ScriptedMailbox mailbox;
  private Office office;
  private String mailshot;
  private JsonNode doubts;

  @BeforeEach
  void twoInDoubt() throws Exception {
    server =
        new MoodyServer()
            .silentAfterTheDotOf(Office.address(2))
            .silentAfterTheDotOf(Office.address(3));
    mailbox = new ScriptedMailbox();
    office = new Office(folder, Map.of("POSTROOM_SMTP_PASSWORD", ScriptedMailbox.PASSWORD));
    office.list(4);
    mailshot = office.mailshot();
    office
        .run("send", mailshot, "--confirm", "4", "--smtp", server.url(), "--max-per-minute", "0")
        .exits(5);
    account("choir");
    doubts = office.run("report", mailshot, "--json").exits(0).json().get("letters");
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    mailbox.close();
  }

  private void account(String name) throws Exception {
    try (Postroom engine = RealEngine.open(office.workspace())) {
      engine.saveAccount(
          new Account(
              name,
              "news@choir.example",
              new Through.Server(
                  "127.0.0.1",
                  server.port(),
                  Through.Security.NONE,
                  "news@choir.example",
                  true,
                  1,
                  0),
              "",
              null),
          null,
          null);
    }
  }

  private Office.Outcome look() {
    String[] args = {
      "sent",
      mailshot,
      "--account",
      "choir",
      "--imap",
      "imap://127.0.0.1:" + mailbox.port() + "?tls=none",
      "--json"
    };
    return office.run(args);
  }

  private String messageId(int person) {
    for (JsonNode letter : doubts) {
      if (letter.get("address").asString().equals(Office.address(person))) {
        return letter.get("messageId").asString();
      }
    }
    throw new AssertionError("nobody of that number");
  }

  @Test
  void whatLiesThereIsFoundAndWhatDoesNotStaysInDoubt() {
    mailbox.keeps(messageId(2));
    JsonNode looked = look().exits(0).json();

    assertThat(looked.get("folder").asString()).isEqualTo("Sent Items");
    assertThat(looked.get("found"))
        .extracting(JsonNode::asString)
        .containsExactly(Office.address(2));
    assertThat(looked.get("missing"))
        .extracting(JsonNode::asString)
        .containsExactly(Office.address(3));
    assertThat(mailbox.asked())
        .contains("EXAMINE", "SEARCH")
        .doesNotContain("SELECT", "FETCH", "STORE", "APPEND", "COPY", "EXPUNGE");
    // Looking decides nothing and sends nothing.
    assertThat(office.run("report", mailshot, "--json").json().get("inDoubt").asInt()).isEqualTo(2);
    assertThat(server.taken()).hasSize(4);
    office
        .run(
            "decide",
            mailshot,
            "--to",
            Office.address(2),
            "--accepted",
            "--reason",
            "It is in Sent")
        .exits(0);
    assertThat(office.run("report", mailshot, "--json").json().get("inDoubt").asInt()).isEqualTo(1);
  }

  @Test
  void whereTheMailboxWasLookedIntoIsRemembered() {
    look().exits(0);
    office.run("sent", mailshot, "--account", "choir").exits(0);
    assertThat(mailbox.asked()).filteredOn("LOGOUT"::equals).hasSize(2);
  }

  @Test
  void aMailboxThatIsNotKnownIsAskedFor() {
    assertThat(office.run("sent", mailshot, "--account", "choir").exits(2).err())
        .contains("--imap");
    assertThat(mailbox.asked()).isEmpty();
  }

  @Test
  void aMailboxWithoutAFolderOfSentMailSaysSo() {
    mailbox.hasNoSentFolder();
    assertThat(look().exits(6).err()).contains("no folder of sent mail", "stay in doubt");
  }

  @Test
  void aWrongPasswordIsSaidAndNotShown() {
    office = new Office(folder, Map.of("POSTROOM_SMTP_PASSWORD", "wrong"));
    assertThat(look().exits(6).err())
        .contains("did not accept the sign-in")
        .doesNotContain("open sesame", "“wrong”");
  }

  @Test
  void aPasswordGoesOverAPlainLineToThisComputerOnly() {
    assertThat(
            office
                .run("sent", mailshot, "--account", "choir", "--imap", "imap://192.0.2.1?tls=none")
                .exits(6)
                .err())
        .contains("to this computer itself only");
  }
}
