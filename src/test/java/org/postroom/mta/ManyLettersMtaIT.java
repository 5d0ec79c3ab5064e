package org.postroom.mta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.acceptance.Reckoning;

/// 20,000 letters on four connections through a real Postfix, which is stopped and started again in
/// the middle: in the end everybody has one, and nobody two.
class ManyLettersMtaIT {
  private static final int PEOPLE = Integer.getInteger("postroom.letters", 20_000);
  private static final int BEFORE_THE_RESTART = PEOPLE / 5;
  private static final List<String> BOXES =
      IntStream.rangeClosed(1, PEOPLE).mapToObj("member%05d"::formatted).toList();

  private static final Pattern RECIPIENT = Pattern.compile("(?m)^To: .*<(.+)>$");
  private static final Pattern QUEUE_ID =
      Pattern.compile("by mail\\.choir\\.test \\(Postfix\\) with \\w+ id (\\w+)");

  @TempDir Path dir;
  private RealMailServers servers;
  private Postroom postroom;
  private Path mailshot;
  private String url;

  @BeforeEach
  void start() throws IOException {
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path place = Files.createDirectory(dir.resolve("servers"));
    servers = new RealMailServers(place, BOXES, _ -> "all");
    postroom =
        new Postroom(
            dir.resolve("workspace"),
            Map.of("POSTROOM_SMTP_PASSWORD", RealMailServers.PASSWORD),
            List.of(
                "-Djavax.net.ssl.trustStore=" + servers.trustStore(),
                "-Djavax.net.ssl.trustStorePassword=changeit"));
    mailshot = write(dir.resolve("choir"));
    url = "smtp://news@localhost:" + servers.submissionPort();
  }

  @AfterEach
  void stop() {
    servers.close();
  }

  @Test
  void everybodyHasOneAfterARestartInTheMiddle() throws Exception {
    Path box = servers.delivered("all");

    CompletableFuture<Postroom.Run> sending =
        CompletableFuture.supplyAsync(
            () -> run("send", "--confirm", Integer.toString(PEOPLE)),
            // A thread of its own: the shared ones hear of a process's end.
            task -> Thread.ofPlatform().start(task));
    until(() -> sending.isDone() || messages(box) >= BEFORE_THE_RESTART);
    assertThat(sending).as("it still sends").isNotDone();
    servers.stopPostfix();
    servers.startPostfix();
    Postroom.Run sent = sending.get(8, TimeUnit.MINUTES);
    // Where a connection ended after the last dot and before its answer there is a letter in
    // doubt; where the server was away for too long it paused.
    assertThat(sent.exit()).as(sent.err()).isIn(0, 5, 6);
    if (sent.exit() == 6) {
      assertThat(run("resume").exit()).isIn(0, 5);
    }
    settle(box);

    // Nothing is on its way any more.
    until(() -> servers.queued() == 0);
    Reckoning.of(dir.resolve("workspace"), mailshot)
        .holdsAgainst(recipients(box), 0)
        .reachesAll(PEOPLE);
    Reckoning.chainIsWhole(dir.resolve("workspace"));
  }

  /// As a person would: who has it counts as accepted, who has not gets it once more.
  private void settle(Path box) throws Exception {
    List<String> inDoubt = Reckoning.of(dir.resolve("workspace"), mailshot).inDoubt();
    assertThat(inDoubt.size()).as("one for each connection").isLessThanOrEqualTo(4);
    if (inDoubt.isEmpty()) {
      return;
    }
    // What is still on its way is there as well.
    until(() -> servers.queued() == 0);
    List<String> there = recipients(box);
    boolean again = false;
    for (String address : inDoubt) {
      boolean has = there.contains(address);
      again |= !has;
      Postroom.Run decided =
          postroom.run(
              "decide",
              mailshot.toString(),
              "--to",
              address,
              has ? "--accepted" : "--resend",
              "--reason",
              "looked into the mailbox");
      assertThat(decided.exit()).as(decided.err()).isZero();
    }
    if (again) {
      assertThat(run("resume").exit()).isZero();
    }
  }

  private Postroom.Run run(String verb, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                verb,
                mailshot.toString(),
                "--smtp",
                url,
                "--connections",
                "4",
                "--max-per-minute",
                "0"));
    arguments.addAll(List.of(more));
    return postroom.run(arguments.toArray(String[]::new));
  }

  private static int messages(Path box) {
    String[] names = box.toFile().list();
    return names == null ? 0 : names.length;
  }

  /// To whom each letter went that Postfix accepted, by the id it gave when it did. The files alone
  /// would not tell: stopped after it has put a letter into the mailbox and before it has noted
  /// that, Postfix delivers the same letter, with the same id, once more when it is back.
  private static List<String> recipients(Path box) throws IOException {
    Map<String, String> byId = new HashMap<>();
    try (Stream<Path> files = Files.list(box)) {
      for (Path file : files.toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String recipient = found(RECIPIENT, text);
        String before = byId.put(found(QUEUE_ID, text), recipient);
        assertThat(before).as("another letter of the same id").isIn(null, recipient);
      }
    }
    return List.copyOf(byId.values());
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  /// Asks again and again, for at most eight minutes.
  private static void until(BooleanSupplier so) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(8);
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in eight minutes").isLessThan(deadline);
      CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS))
          .join();
    }
  }

  private static Path write(Path place) throws IOException {
    Files.createDirectories(place);
    StringBuilder list = new StringBuilder("Email,Name\n");
    for (int i = 0; i < PEOPLE; i++) {
      list.append(BOXES.get(i)).append('@').append(RealMailServers.DOMAIN);
      list.append(",Person ").append(i + 1).append('\n');
    }
    Files.writeString(place.resolve("members.csv"), list);
    Files.writeString(
        place.resolve("letter.txt"), "Dear {{Name}},\n\nwe sing on Friday.\n\nHelen\n");
    return Files.writeString(
        place.resolve("spring.mailshot"),
        """
        {
          "postroom": 1,
          "name": "Spring",
          "from": "Choir <news@choir.test>",
          "recipients": { "file": "members.csv", "basis": "members of the choir" },
          "subject": "We sing on Friday, {{Name}}",
          "text": "letter.txt"
        }
        """);
  }
}
