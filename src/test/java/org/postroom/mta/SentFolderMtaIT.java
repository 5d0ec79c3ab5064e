package org.postroom.mta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.acceptance.OracleServer;
import org.postroom.acceptance.PlainMailshot;
import org.postroom.acceptance.Sender;
import org.postroom.engine.Account;
import org.postroom.engine.PostroomEngine;
import org.postroom.engine.Through;
import org.postroom.workspace.Workspace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Letters in doubt, looked up by their Message-ID in the folder of sent mail of a real Dovecot
/// over TLS: a folder of 5,000 messages that only its mark shows to be the one (RFC 6154).
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SentFolderMtaIT {
  private static final int PEOPLE = 8;

  /// Of those in doubt these lie in the folder.
  private static final List<Integer> KEPT = List.of(2, 5);

  private static final List<Integer> LOST = List.of(3, 7);
  private static final int OTHERS = 5_000;

  /// As IMAP writes `Envoyés-2026` (RFC 3501 section 5.1.3).
  private static final String SENT = ".Envoy&AOk-s-2026";

  @TempDir static Path dir;
  private static RealMailServers servers;
  private static Postroom postroom;
  private static Path mailshot;

  @BeforeAll
  static void fourLettersAreInDoubt() throws Exception {
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
    servers = new RealMailServers(Files.createDirectory(dir.resolve("servers")), List.of("news"));
    postroom = program(RealMailServers.PASSWORD, trusting());
    mailshot = PlainMailshot.write(dir.resolve("choir"), "Spring", PEOPLE, "people.example");
    try (OracleServer server = new OracleServer(true)) {
      for (List<Integer> some : List.of(KEPT, LOST)) {
        some.forEach(person -> server.hangsUpAfterTheDotOf(address(person)));
      }
      Postroom.Run sent =
          postroom.run(
              "send",
              mailshot.toString(),
              "--confirm",
              Integer.toString(PEOPLE),
              "--smtp",
              "smtp://127.0.0.1:" + server.port() + "?tls=none",
              "--max-per-minute",
              "0");
      assertThat(sent.exit()).as(sent.out() + sent.err()).isEqualTo(5);
    }
    fillTheFolder();
    try (Workspace workspace = Workspace.open(dir.resolve("workspace"));
        PostroomEngine engine = new PostroomEngine(Sender.parts(workspace))) {
      Through.Server server =
          new Through.Server(
              "localhost",
              servers.submissionPort(),
              Through.Security.STARTTLS,
              "news",
              false,
              1,
              0);
      engine.saveAccount(
          new Account("choir", "news@riverside.example", server, "", null), null, null);
    }
  }

  @AfterAll
  static void stopTheServers() {
    servers.close();
  }

  @Test
  @Order(1)
  void aServerNobodyVouchesForIsNotGivenThePassword() {
    Postroom.Run looked = look(program(RealMailServers.PASSWORD, List.of()));
    assertThat(looked.exit()).as(looked.out()).isEqualTo(6);
    assertThat(looked.err())
        .contains("could not be looked into", "stay in doubt")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  @Order(2)
  void aWrongPasswordIsSaidAndNotShown() {
    Postroom.Run looked = look(program("not the password", trusting()));
    assertThat(looked.exit()).as(looked.out()).isEqualTo(6);
    assertThat(looked.err())
        .contains("did not accept the sign-in", "stay in doubt")
        .doesNotContain("not the password", "Exception", "\tat ");
  }

  @Test
  @Order(3)
  void whatLiesInTheMarkedFolderIsFoundAmongFiveThousandOthers() {
    Postroom.Run looked = look(postroom);
    assertThat(looked.exit()).as(looked.err()).isZero();
    JsonNode json = JsonMapper.builder().build().readTree(looked.out());
    assertThat(json.path("folder").asString()).isEqualTo("Envoyés-2026");
    assertThat(json.path("found"))
        .extracting(JsonNode::asString)
        .containsExactlyElementsOf(KEPT.stream().map(SentFolderMtaIT::address).toList());
    assertThat(json.path("missing"))
        .extracting(JsonNode::asString)
        .containsExactlyElementsOf(LOST.stream().map(SentFolderMtaIT::address).toList());
  }

  @Test
  @Order(4)
  void lookingDecidesNothingAndAPersonDoes() {
    assertThat(report().path("inDoubt").asInt()).isEqualTo(KEPT.size() + LOST.size());
    for (int person : KEPT) {
      Postroom.Run decided =
          postroom.run(
              "decide",
              mailshot.toString(),
              "--to",
              address(person),
              "--accepted",
              "--reason",
              "It lies in Sent");
      assertThat(decided.exit()).as(decided.err()).isZero();
    }
    JsonNode report = report();
    assertThat(report.path("inDoubt").asInt()).isEqualTo(LOST.size());
    assertThat(report.path("accepted").asInt()).isEqualTo(PEOPLE - LOST.size());
  }

  private static Postroom.Run look(Postroom program) {
    return program.run(
        "sent",
        mailshot.toString(),
        "--account",
        "choir",
        "--imap",
        "imaps://localhost:" + servers.imapsPort(),
        "--json");
  }

  private static JsonNode report() {
    return JsonMapper.builder()
        .build()
        .readTree(postroom.run("report", mailshot.toString(), "--json").out());
  }

  private static String address(int person) {
    return "person" + person + "@people.example";
  }

  private static Postroom program(String password, List<String> jvm) {
    return new Postroom(dir.resolve("workspace"), Map.of("POSTROOM_SMTP_PASSWORD", password), jvm);
  }

  private static List<String> trusting() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + servers.trustStore(),
        "-Djavax.net.ssl.trustStorePassword=changeit");
  }

  /// And a folder that is called `Sent` and is none, with a letter that did not leave.
  private static void fillTheFolder() throws IOException {
    List<String> kept = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (JsonNode letter : report().path("letters")) {
      String id = letter.path("messageId").asString();
      if (KEPT.stream().anyMatch(one -> address(one).equals(letter.path("address").asString()))) {
        kept.add(id);
      } else if (letter.path("state").asString().equals("in-doubt")) {
        lost.add(id);
      }
    }
    assertThat(kept).hasSameSizeAs(KEPT);
    assertThat(lost).hasSameSizeAs(LOST);
    for (int i = 0; i < OTHERS; i++) {
      kept.add(i, "<other-%d@riverside.example>".formatted(i));
    }
    servers.keep("news", SENT, kept.stream().map(SentFolderMtaIT::message).toList());
    servers.keep("news", ".Sent", lost.stream().map(SentFolderMtaIT::message).toList());
  }

  private static byte[] message(String id) {
    return """
    From: news@riverside.example
    To: somebody@people.example
    Subject: We sing on Friday
    Message-ID: %s
    Date: Fri, 20 Nov 2026 10:00:00 +0000

    We sing on Friday.
    """
        .formatted(id.startsWith("<") ? id : "<" + id + ">")
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
