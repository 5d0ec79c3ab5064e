package org.postroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;

/// Every point of the dialogue × every way of going wrong, against the server's own account of what
/// it took. Never accepted without the server having taken it; never refused or deferred where it
/// had; in doubt only after the final dot.
class FaultInjectionTest {
  private static final String TEXT = "Subject: Hello\r\n\r\nHello.\r\nlast line\r\n";

  @TestFactory
  List<DynamicTest> whatIsSaidOfALetterIsNeverMoreThanTheServerKnows() {
    List<DynamicTest> tests = new ArrayList<>();
    for (FaultySmtpServer.Point point : FaultySmtpServer.Point.values()) {
      for (FaultySmtpServer.Kind kind : FaultySmtpServer.Kind.values()) {
        tests.add(DynamicTest.dynamicTest(point + " " + kind, () -> play(point, kind)));
      }
    }
    return tests;
  }

  private static void play(FaultySmtpServer.Point point, FaultySmtpServer.Kind kind)
      throws IOException {
    try (FaultySmtpServer server = new FaultySmtpServer(point, kind)) {
      SmtpCourier courier =
          new SmtpCourier(
              SmtpConfig.withoutSignIn("127.0.0.1", server.port(), Security.NONE)
                  .waiting(kind.patience()));
      switch (courier.open()) {
        case Courier.Opening.Failed failed -> {
          assertThat(point).isIn(FaultySmtpServer.Point.GREETING, FaultySmtpServer.Point.EHLO);
          assertThat(failed.fault())
              .isIn(Courier.OpeningFault.UNREACHABLE, Courier.OpeningFault.REFUSED);
        }
        case Courier.Opening.Opened(Courier.Session session) -> {
          DeliveryOutcome outcome = deliver(session, server, "ann@example.org");
          judge(point, kind, outcome, server.taken());
          session.close();
        }
      }
      try (Courier.Session next = Parcels.opened(courier)) {
        assertThat(deliver(next, server, "bob@example.org"))
            .isInstanceOf(DeliveryOutcome.Accepted.class);
      }
      assertThat(server.taken()).containsOnlyOnce("bob@example.org");
    }
  }

  private static DeliveryOutcome deliver(
      Courier.Session session, FaultySmtpServer server, String to) {
    return Parcels.outcome(
        session.deliver(
            Parcels.of(TEXT, to),
            () -> {
              server.beforeTheDot();
              return true;
            }));
  }

  private static void judge(
      FaultySmtpServer.Point point,
      FaultySmtpServer.Kind kind,
      DeliveryOutcome outcome,
      List<String> taken) {
    if (outcome instanceof DeliveryOutcome.Accepted) {
      assertThat(taken).containsExactly("ann@example.org");
    }
    if (!taken.isEmpty() && !saysNo(point, kind)) {
      assertThat(outcome)
          .isInstanceOfAny(DeliveryOutcome.Accepted.class, DeliveryOutcome.InDoubt.class);
    }
    switch (point) {
      case GREETING, EHLO -> {}
      case MAIL, RCPT, DATA ->
          assertThat(outcome).isInstanceOf(said(kind, DeliveryOutcome.Deferred.class));
      case BODY, BEFORE_DOT ->
          // Whether the fault was noticed before the dot left is a matter of microseconds.
          assertThat(outcome)
              .isInstanceOfAny(
                  said(kind, DeliveryOutcome.Deferred.class),
                  said(kind, DeliveryOutcome.InDoubt.class));
      case AFTER_DOT, AFTER_TAKING ->
          assertThat(outcome).isInstanceOf(said(kind, DeliveryOutcome.InDoubt.class));
      case AFTER_REPLY -> assertThat(outcome).isInstanceOf(DeliveryOutcome.Accepted.class);
    }
  }

  /// A server that takes a message and then says in so many words that it did not cannot be helped.
  private static boolean saysNo(FaultySmtpServer.Point point, FaultySmtpServer.Kind kind) {
    return point == FaultySmtpServer.Point.AFTER_TAKING
        && (kind == FaultySmtpServer.Kind.BUSY_421
            || kind == FaultySmtpServer.Kind.NOT_NOW_451
            || kind == FaultySmtpServer.Kind.NEVER_554);
  }

  /// What the server said in so many words, or else `otherwise`.
  private static Class<? extends DeliveryOutcome> said(
      FaultySmtpServer.Kind kind, Class<? extends DeliveryOutcome> otherwise) {
    return switch (kind) {
      case CLOSE, RESET, GARBAGE, HALF, HANG, DRIP -> otherwise;
      case BUSY_421, NOT_NOW_451 -> DeliveryOutcome.Deferred.class;
      case NEVER_554 -> DeliveryOutcome.Refused.class;
    };
  }
}
