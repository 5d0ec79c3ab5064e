package org.postroom.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.acceptance.OracleServer.Moment;
import org.postroom.dispatch.StopSignal;

/// A send by the real engine while the clock jumps: everybody has one letter all the same, and the
/// ledger's order is the order of what happened.
class ClockSendTest {
  private static final int PEOPLE = 12;

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-10-25T00:59:00Z"));
  private final InstantSource clock = now::get;
  private OracleServer server;
  private Path mailshot;

  @BeforeEach
  void write() throws Exception {
    server = new OracleServer(true);
    mailshot = PlainMailshot.write(folder.resolve("choir"), "Spring", PEOPLE, "people.example");
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  private String send(ZoneId zone, StopSignal stop) throws Exception {
    String ended =
        Sender.send(folder.resolve("workspace"), mailshot, server.port(), clock, zone, stop);
    server.finishReading();
    return ended;
  }

  private Reckoning reckoning() throws Exception {
    Reckoning.chainIsWhole(folder.resolve("workspace"));
    return Reckoning.of(folder.resolve("workspace"), mailshot).holdsAgainst(server.taken(), 0);
  }

  /// At the n-th letter, when the server has it and before it says so.
  private void at(int letter, Runnable what) {
    AtomicInteger left = new AtomicInteger(letter);
    server.tell(
        moment -> {
          if (moment == Moment.TAKEN && left.decrementAndGet() == 0) {
            what.run();
          }
        });
  }

  private void set(Duration by) {
    now.updateAndGet(time -> time.plus(by));
  }

  @Test
  void aClockThatIsSetBackByAYearInTheMiddleChangesNothing() throws Exception {
    at(5, () -> set(Duration.ofDays(-365)));

    assertThat(send(ZoneOffset.UTC, new StopSignal())).isEqualTo("Completed[]");

    reckoning().reachesAll(PEOPLE);
    assertThat(server.taken()).hasSize(PEOPLE);
  }

  @Test
  void whatWasStoppedGoesOnThoughTheClockWasSetBackMeanwhile() throws Exception {
    StopSignal stop = new StopSignal();
    at(5, stop::press);
    assertThat(send(ZoneOffset.UTC, stop)).isEqualTo("Stopped[]");
    int before = server.taken().size();
    assertThat(before).isBetween(5, 6);
    assertThat(reckoning().accepted()).isEqualTo(before);

    set(Duration.ofDays(-2));
    assertThat(send(ZoneOffset.UTC, new StopSignal())).isEqualTo("Completed[]");

    reckoning().reachesAll(PEOPLE);
    assertThat(server.taken()).hasSize(PEOPLE);
  }

  /// At 03:00 summer time it is 02:00 again.
  @Test
  void inTheHourThatComesTwiceEachDateSaysWhichOfTheTwoItIs() throws Exception {
    server.tell(
        moment -> {
          if (moment == Moment.TOLD) {
            set(Duration.ofSeconds(15));
          }
        });

    assertThat(send(ZoneId.of("Europe/Berlin"), new StopSignal())).isEqualTo("Completed[]");

    reckoning().reachesAll(PEOPLE);
    assertThat(server.dates()).hasSize(PEOPLE);
    assertThat(server.dates().getFirst()).contains("25 Oct 2026 02:59:").endsWith("+0200");
    assertThat(server.dates().getLast()).contains("25 Oct 2026 02:0").endsWith("+0100");
    assertThat(server.dates())
        .extracting(
            date -> OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
        .isSorted();
  }
}
