package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.dispatch.Waiting;
import org.postroom.engine.Counts;
import org.postroom.engine.Passwords;
import org.postroom.engine.Postroom;
import org.subethamail.smtp.server.SMTPServer;

/// A real process that sends is told to end while a letter waits for its reply: that letter is
/// finished and recorded, no other leaves, and nothing is in doubt. The window ended with its
/// process and left the letter in doubt.
class SignalTest {
  private static final int PEOPLE = 20;
  private static final int HELD = 4;

  /// SIGINT's number, everywhere.
  private static final int INTERRUPT = 2;

  @TempDir Path folder;
  private final AtomicInteger received = new AtomicInteger();
  private final CountDownLatch fourth = new CountDownLatch(1);
  private final CountDownLatch told = new CountDownLatch(1);
  private SMTPServer server;

  @BeforeEach
  void startServer() {
    server =
        SMTPServer.port(0)
            .messageHandler(
                (_, _, _, data) -> {
                  if (data.length > 0 && received.incrementAndGet() == HELD) {
                    fourth.countDown();
                    await(told);
                  }
                })
            .build();
    server.start();
  }

  @AfterEach
  void stopServer() {
    told.countDown();
    server.stop();
  }

  @ParameterizedTest
  @CsvSource({"window, TERM", "window, INT", "line, TERM", "line, INT"})
  void theLetterThatIsCommittingIsFinishedAndRecorded(String face, String signal) throws Exception {
    Office office = new Office(folder);
    office.list(PEOPLE);
    String mailshot = office.mailshot();
    Process child = start(office, mailshot, face);
    try (BufferedReader out = child.inputReader(StandardCharsets.US_ASCII)) {
      assertThat(fourth.await(60, TimeUnit.SECONDS)).as("the fourth letter").isTrue();
      assertThat(
              new ProcessBuilder("kill", "-" + signal, Long.toString(child.pid()))
                  .start()
                  .waitFor())
          .isZero();
      assertThat(line(out)).isEqualTo("stop");
      told.countDown();
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).as("it ends by itself").isTrue();
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(received).hasValue(HELD);
    try (Postroom engine =
        RealEngine.open(office.workspace(), InstantSource.system(), Waiting.REAL, Passwords.NONE)) {
      assertThat(engine.report(engine.open(Path.of(mailshot)), false).orElseThrow().counts())
          .isEqualTo(new Counts(PEOPLE, HELD, 0, 0, 0, PEOPLE - HELD, 0));
    }
  }

  private Process start(Office office, String mailshot, String face) throws Exception {
    List<String> command = new ArrayList<>();
    if (ignoresInterrupts()) {
      // What runs in the background of a script ignores SIGINT, and so would its children.
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(SignalChild.class.getName(), office.workspace().toString(), mailshot));
    command.addAll(List.of(Integer.toString(server.getPortAllocated()), face));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// Whether this process was started so, where the system tells (Linux).
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElseThrow()
            .substring("SigIgn:".length())
            .strip();
    return (Long.parseUnsignedLong(ignored, 16) & 1L << (INTERRUPT - 1)) != 0;
  }

  /// The next line; fails where none comes.
  private static String line(BufferedReader out) {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return String.valueOf(out.readLine());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            task -> Thread.ofPlatform().daemon().start(task))
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
