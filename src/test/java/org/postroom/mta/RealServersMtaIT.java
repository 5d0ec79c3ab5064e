package org.postroom.mta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 200 letters through a real Postfix with TLS and sign-in, read back from a real Dovecot, and
/// compared byte for byte with the preview.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealServersMtaIT {
  private static final int PEOPLE = 200;
  private static final List<String> NAMES =
      List.of("Siân Pugh", "O'Brien, \"Ted\"", "Zoë Fairbairn", "李娜", "Ana <3", "Çelik; Ömer");
  private static final List<String> BOXES =
      IntStream.rangeClosed(1, PEOPLE).mapToObj("member%03d"::formatted).toList();

  @TempDir static Path dir;
  private static RealMailServers servers;
  private static Postroom postroom;
  private static Path mailshot;

  @BeforeAll
  static void startServers() throws IOException {
    // The servers run as users of their own, which must be able to pass through.
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
    servers = new RealMailServers(Files.createDirectory(dir.resolve("servers")), BOXES);
    postroom = program(RealMailServers.PASSWORD);
    mailshot = writeMailshot(dir.resolve("choir"), PEOPLE);
  }

  @AfterAll
  static void stopServers() {
    servers.close();
  }

  @Test
  @Order(1)
  void theMailshotIsClear() throws IOException {
    Postroom.Run check = postroom.run("check", mailshot.toString(), "--json");
    assertThat(check.exit()).as(check.out() + check.err()).isZero();
    assertThat(json(check.out()).path("people").asInt()).isEqualTo(PEOPLE);
  }

  @Test
  @Order(2)
  void aWrongPasswordPausesAndNothingIsLost() {
    Postroom.Run send = send(program("not the password"), mailshot, PEOPLE, starttls());
    assertThat(send.exit()).as(send.out() + send.err()).isEqualTo(6);
    assertThat(json(send.out()).path("notYetSent").asInt()).isEqualTo(PEOPLE);
    assertThat(send.out() + send.err()).doesNotContain("not the password");
  }

  @Test
  @Order(3)
  void twoHundredLettersArriveAsPreviewed() throws Exception {
    Path preview = dir.resolve("preview");
    Postroom.Run shown =
        postroom.run("preview", mailshot.toString(), "--all", "--out", preview.toString());
    assertThat(shown.exit()).as(shown.err()).isZero();

    Postroom.Run send =
        postroom.run("resume", mailshot.toString(), "--smtp", starttls(), "--max-per-minute", "0");
    assertThat(send.exit()).as(send.out() + send.err()).isZero();

    Imap imap = new Imap(servers.imapsPort());
    for (int i = 0; i < PEOPLE; i++) {
      String box = BOXES.get(i);
      awaitMail(box);
      List<byte[]> inbox = imap.inbox(box);
      assertThat(inbox).as(box).hasSize(1);
      String received = withoutTrace(new String(inbox.getFirst(), ISO_8859_1));
      String previewed = Files.readString(preview.resolve("%06d.eml".formatted(i + 1)), ISO_8859_1);
      assertThat(withoutDate(received)).as(box).isEqualTo(withoutDate(previewed));
      assertThat(received).contains("\r\nTo: ").contains("<" + box + "@choir.test>");
    }
    JsonNode report = json(postroom.run("report", mailshot.toString(), "--json").out());
    assertThat(report.path("accepted").asInt()).isEqualTo(PEOPLE);
    assertThat(report.path("planned").asInt()).isEqualTo(PEOPLE);
  }

  @Test
  @Order(4)
  void theSecondSendIsRefused() {
    Postroom.Run again = send(postroom, mailshot, PEOPLE, starttls());
    assertThat(again.exit()).as(again.out() + again.err()).isEqualTo(3);
  }

  @Test
  @Order(5)
  void implicitTlsWorksAsWell() throws Exception {
    Path small = writeMailshot(dir.resolve("small"), 3);
    Files.writeString(
        small.resolveSibling("letter.txt"), "A second letter to {{First name|friend}}.\n");
    String url = "smtps://news@localhost:" + servers.submissionsPort();
    Postroom.Run send = send(postroom, small, 3, url);
    assertThat(send.exit()).as(send.out() + send.err()).isZero();
  }

  @Test
  @Order(6)
  void aCertificateNobodyVouchesForIsNotTrusted() throws IOException {
    Path other = writeMailshot(dir.resolve("untrusted"), 2);
    Files.writeString(other.resolveSibling("letter.txt"), "A third letter.\n");
    Postroom stranger =
        new Postroom(
            dir.resolve("workspace"),
            Map.of("POSTROOM_SMTP_PASSWORD", RealMailServers.PASSWORD),
            List.of());
    Postroom.Run send = send(stranger, other, 2, starttls());
    assertThat(send.exit()).as(send.out() + send.err()).isEqualTo(6);
    assertThat(send.err()).containsIgnoringCase("certificate").doesNotContain("Exception");
  }

  private static Postroom.Run send(Postroom program, Path mailshot, int people, String url) {
    return program.run(
        "send",
        mailshot.toString(),
        "--confirm",
        Integer.toString(people),
        "--smtp",
        url,
        "--max-per-minute",
        "0",
        "--json");
  }

  private static String starttls() {
    return "smtp://news@localhost:" + servers.submissionPort();
  }

  private static Postroom program(String password) {
    return new Postroom(
        dir.resolve("workspace"),
        Map.of("POSTROOM_SMTP_PASSWORD", password),
        List.of(
            "-Djavax.net.ssl.trustStore=" + servers.trustStore(),
            "-Djavax.net.ssl.trustStorePassword=changeit"));
  }

  private static Path writeMailshot(Path folder, int people) throws IOException {
    Files.createDirectories(folder);
    StringBuilder list = new StringBuilder("Email,Name,First name,Voice\r\n");
    for (int i = 0; i < people; i++) {
      String name = i % 7 == 6 ? "Member " + i : NAMES.get(i % 7);
      String first = i % 11 == 0 ? "" : "Member" + i;
      list.append(BOXES.get(i)).append("@choir.test,\"").append(name.replace("\"", "\"\""));
      list.append("\",").append(first).append(",Alto\r\n");
    }
    Files.writeString(folder.resolve("members.csv"), list);
    Files.writeString(
        folder.resolve("letter.txt"),
        """
        Dear {{First name|friend}},

        .A line that begins with a dot, and one with only a dot:
        .
        Our concert is near. ÄÖÜ — {{Voice}} voices meet at 17:45.
        """);
    Files.writeString(
        folder.resolve("letter.html"),
        "<p>Dear {{First name|friend}},</p><p>.A line that begins with a dot.</p>"
            + "<p>Our concert is near. ÄÖÜ — {{Voice}} voices meet at 17:45.</p>");
    Files.writeString(folder.resolve("programme.txt"), "Programme\r\n\r\n1. Carol\r\n", UTF_8);
    Path file = folder.resolve("spring.mailshot");
    Files.writeString(
        file,
        """
        {
          "postroom": 1,
          "name": "%s",
          "kind": "personal",
          "delivery": "individual",
          "from": "Riverside Choir <news@choir.test>",
          "recipients": {
            "file": "members.csv",
            "nameColumn": "Name",
            "basis": "members of the choir, list kept by the secretary"
          },
          "subject": "Hello {{First name|friend}}, see you at the concert",
          "text": "letter.txt",
          "html": "letter.html",
          "attachments": [ { "file": "programme.txt" } ]
        }
        """
            .formatted(folder.getFileName()));
    return file;
  }

  private static JsonNode json(String text) {
    return JsonMapper.builder().build().readTree(text);
  }

  /// Without the trace fields that servers put in front (RFC 5321 section 4.4).
  private static String withoutTrace(String message) {
    return message.replaceFirst(
        "\\A(?:(?:Return-Path|X-Original-To|Delivered-To|Received):[^\\r\\n]*\\r\\n"
            + "(?:[ \\t][^\\r\\n]*\\r\\n)*)+",
        "");
  }

  private static String withoutDate(String message) {
    return message.replaceFirst("(?m)^Date: [^\\r\\n]*\\r\\n", "");
  }

  /// Waits until a mailbox has a message: Postfix delivers after it accepted. At most 60 seconds.
  private static void awaitMail(String box) throws IOException {
    Path inbox = dir.resolve("servers/mail").resolve(box).resolve("Maildir");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < deadline) {
      for (String folder : List.of("new", "cur")) {
        Path there = inbox.resolve(folder);
        if (Files.isDirectory(there)) {
          try (var files = Files.list(there)) {
            if (files.findAny().isPresent()) {
              return;
            }
          }
        }
      }
      CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS))
          .join();
    }
    throw new AssertionError("no mail for " + box + " after 60 seconds");
  }
}
