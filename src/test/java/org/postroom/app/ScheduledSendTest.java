package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.StopSignal;
import org.postroom.dispatch.Waiting;
import org.postroom.engine.Account;
import org.postroom.engine.Postroom;
import org.postroom.engine.Through;

/// A send for a chosen time by the whole command line, with the time in the test's hand: nobody
/// connects to the server before, whoever resumes early waits as well, and what slept past its time
/// asks. And a plan that cannot be done in time is refused before anybody connects.
class ScheduledSendTest implements InstantSource, Waiting {
  private static final Instant DUE = Instant.parse("2026-12-01T08:00:00Z");
  private static final String NOT_BEFORE =
      "\"send\": {\"notBefore\": \"2026-12-01T09:00:00+01:00\"}";

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-30T20:00:00Z");
  private Duration asleep = Duration.ZERO;
  private Runnable whileWaiting = () -> {};
  private final List<Instant> connectedDuringWaits = new ArrayList<>();
  private MoodyServer server;
  private Office office;
  private String mailshot;

  @BeforeEach
  void threePeople() throws IOException {
    server = new MoodyServer();
    office = new Office(folder, this, this);
    office.list(3);
    mailshot = office.mailshot(NOT_BEFORE);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public boolean await(StopSignal stop, Duration time) {
    if (server.firstConnection() != 0 && now.isBefore(DUE)) {
      connectedDuringWaits.add(now);
    }
    now = now.plus(time).plus(asleep);
    whileWaiting.run();
    return stop.isPressed();
  }

  private Office.Outcome send(StopSignal stop) {
    return office.run(stop, "send", mailshot, "--confirm", "3", "--smtp", server.url());
  }

  @Test
  void nobodyConnectsBeforeTheChosenTimeAndThenItLeaves() {
    Office.Outcome sent = send(new StopSignal()).exits(0);

    assertThat(connectedDuringWaits).isEmpty();
    assertThat(now).isEqualTo(DUE);
    assertThat(server.taken()).hasSize(3);
    assertThat(sent.err()).contains("Nothing leaves before ");
  }

  @Test
  void whoeverResumesBeforeTheTimeWaitsForItToo() {
    StopSignal stop = new StopSignal();
    whileWaiting = stop::press;
    send(stop).exits(130);
    assertThat(server.firstConnection()).isZero();
    whileWaiting = () -> {};
    // Also where the document says nothing of it any more.
    office.mailshot();

    office.run("resume", mailshot, "--as-cleared", "--smtp", server.url()).exits(0);
    assertThat(connectedDuringWaits).isEmpty();
    assertThat(now).isEqualTo(DUE);
    assertThat(server.taken()).hasSize(3);
  }

  @Test
  void whatSleptPastItsTimeAsksAndGoesOnWhenSomebodySaysSo() {
    asleep = Duration.ofHours(14);
    Office.Outcome paused = send(new StopSignal()).exits(6);
    assertThat(server.firstConnection()).isZero();
    assertThat(paused.err()).contains("slept").contains("Nothing has left");
    asleep = Duration.ZERO;

    office.run("resume", mailshot, "--smtp", server.url()).exits(0);
    assertThat(server.taken()).hasSize(3);
  }

  @Test
  void whatCannotBeDoneWhileTheClearanceIsGoodIsRefusedBeforeAnybodyConnects() throws Exception {
    office.list(30);
    mailshot = office.mailshot();
    account(new Pace(0, 1, 0));
    Office.Outcome refused =
        office.run("send", mailshot, "--confirm", "30", "--account", "slow").exits(4);

    assertThat(refused.err())
        .contains("30 letters through slow: done at about ")
        .contains("That is ")
        .contains("nothing has left");
    assertThat(server.firstConnection()).isZero();
    assertThat(office.run("report", mailshot).exits(0).out()).doesNotContain("Spring: 0 of 30");
  }

  private void account(Pace pace) throws Exception {
    try (Postroom engine = RealEngine.open(office.workspace(), this, this)) {
      engine.saveAccount(
          new Account(
              "slow",
              "news@choir.example",
              new Through.Server(
                  "127.0.0.1", server.port(), Through.Security.NONE, null, false, 1, -1, pace),
              "",
              now),
          null,
          null);
    }
  }
}
