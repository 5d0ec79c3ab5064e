package org.postroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.composition.LetterDigest;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.Dispatcher;
import org.postroom.dispatch.Ledger;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;
import org.postroom.dispatch.StopSignal;
import org.postroom.message.Delivery;
import org.postroom.plan.LetterId;
import org.postroom.safety.ClearedPlan;
import org.postroom.smtp.FaultySmtpServer.Kind;
import org.postroom.smtp.FaultySmtpServer.Point;
import org.postroom.smtp.FaultySmtpServer.Style;

/// The real dispatcher and courier over a pipelining server that goes wrong once, at every point
/// and in every way, at the first letter of a connection and at one that was announced. The
/// server's own account is the oracle: nobody twice, nobody lost, no dot before the ledger has it,
/// and only the letter whose dot was out can be in doubt.
class PipelinedFaultsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final int PEOPLE = 5;
  private static final Set<Point> ANNOUNCED = EnumSet.of(Point.MAIL, Point.RCPT, Point.DATA);

  @TestFactory
  List<DynamicTest> nobodyTwiceNobodyLostAndOnlyTheLetterAtTheDotInDoubt() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Point point : Point.values()) {
      for (Kind kind : Kind.values()) {
        if (saysNo(point, kind)) {
          continue;
        }
        add(tests, point, kind, Style.PIPELINING, 2);
        if (ANNOUNCED.contains(point) && !kind.silent()) {
          add(tests, point, kind, Style.PIPELINING, 1);
          add(tests, point, kind, Style.LENIENT, 2);
        }
      }
    }
    return tests;
  }

  private static void add(
      List<DynamicTest> tests, Point point, Kind kind, Style style, int letter) {
    tests.add(
        DynamicTest.dynamicTest(
            point + " " + kind + " " + style + " " + letter,
            () -> play(point, kind, style, letter)));
  }

  private static void play(Point point, Kind kind, Style style, int letter) throws IOException {
    ClearedPlan plan =
        ClearedLetters.plan(PEOPLE, Delivery.INDIVIDUAL, "Hello {{Name}}\nlast line");
    String unlucky = ClearedLetters.address(letter - 1);
    Account account = new Account();
    try (FaultySmtpServer server =
        new FaultySmtpServer(point, kind, style, letter, account::atDot)) {
      SmtpCourier courier =
          new SmtpCourier(
              SmtpConfig.withoutSignIn("127.0.0.1", server.port(), Security.NONE)
                  .waiting(kind.patience()));
      for (int run = 0; run < 3; run++) {
        send(plan, account, courier, server, unlucky);
      }

      assertThat(send(plan, account, courier, server, unlucky))
          .isInstanceOf(DispatchResult.Completed.class);
      judge(account, server.taken());
    }
  }

  private static DispatchResult send(
      ClearedPlan plan,
      Account account,
      SmtpCourier courier,
      FaultySmtpServer server,
      String unlucky) {
    Courier held =
        () ->
            courier.open() instanceof Courier.Opening.Opened(Courier.Session session)
                ? new Courier.Opening.Opened(new Watched(session, server, unlucky))
                : new Courier.Opening.Failed(
                    Courier.OpeningFault.REFUSED, new Reply(Phase.GREETING, 421, "", "not now"));
    Dispatcher dispatcher =
        new Dispatcher(
            account,
            held,
            InstantSource.fixed(NOW),
            ZoneOffset.UTC,
            _ -> false,
            (signal, _) -> signal.isPressed(),
            new SplittableRandom(1));
    return dispatcher.send(
        plan,
        new DispatchOptions(Pace.UNLIMITED, Duration.ZERO, Duration.ZERO, false),
        new StopSignal(),
        DispatchListener.NONE);
  }

  private static void judge(Account account, List<String> taken) {
    assertThat(account.earlyDots).as("no dot before the ledger has it").isEmpty();
    assertThat(taken).as("nobody twice").doesNotHaveDuplicates();
    int inDoubt = 0;
    for (int i = 0; i < PEOPLE; i++) {
      String address = ClearedLetters.address(i);
      LetterState state = account.states.getOrDefault(address, LetterState.PLANNED);
      switch (state) {
        case ACCEPTED -> assertThat(taken).contains(address);
        case IN_DOUBT -> inDoubt++;
        case REFUSED, DEFERRED -> assertThat(taken).doesNotContain(address);
        case PLANNED, CLAIMED, COMMITTING, WITHDRAWN ->
            throw new AssertionError(address + " is " + state);
      }
    }
    assertThat(inDoubt).isLessThanOrEqualTo(1);
  }

  /// A server that takes a message and then says in so many words that it did not cannot be helped.
  private static boolean saysNo(Point point, Kind kind) {
    return point == Point.AFTER_TAKING
        && (kind == Kind.BUSY_421 || kind == Kind.NOT_NOW_451 || kind == Kind.NEVER_554);
  }

  /// Lets the fault happen between body and dot, where it is to happen there.
  private record Watched(Courier.Session session, FaultySmtpServer server, String unlucky)
      implements Courier.Session {
    @Override
    public Courier.Delivery deliver(Courier.Parcel parcel, Courier.Gate gate) {
      return session.deliver(
          parcel,
          new Courier.Gate() {
            @Override
            public boolean mayCommit() {
              boolean may = gate.mayCommit();
              if (parcel.rcptTo().getFirst().wire().equals(unlucky)) {
                server.beforeTheDot();
              }
              return may;
            }

            @Override
            public Courier.@Nullable Parcel next() {
              return gate.next();
            }
          });
    }

    @Override
    public boolean pipelines() {
      return session.pipelines();
    }

    @Override
    public boolean usable() {
      return session.usable();
    }

    @Override
    public long maxSize() {
      return session.maxSize();
    }

    @Override
    public boolean offersSmtpUtf8() {
      return session.offersSmtpUtf8();
    }

    @Override
    public void close() {
      session.close();
    }
  }

  /// A ledger that is asked by the server, too.
  private static final class Account implements Ledger {
    private final Map<String, LetterState> states = new ConcurrentHashMap<>();
    private final List<String> earlyDots = new CopyOnWriteArrayList<>();

    void atDot(String recipient) {
      if (states.get(recipient) != LetterState.COMMITTING) {
        earlyDots.add(recipient + " " + states.get(recipient));
      }
    }

    @Override
    public LetterState state(LetterId letter) {
      return states.getOrDefault(letter.recipient(), LetterState.PLANNED);
    }

    @Override
    public void claim(LetterId letter, LetterDigest digest, Instant at) {
      assertThat(state(letter))
          .isIn(LetterState.PLANNED, LetterState.CLAIMED, LetterState.DEFERRED);
      states.put(letter.recipient(), LetterState.CLAIMED);
    }

    @Override
    public void committing(LetterId letter, String messageId, String sha256, Instant at) {
      assertThat(state(letter)).isEqualTo(LetterState.CLAIMED);
      states.put(letter.recipient(), LetterState.COMMITTING);
    }

    @Override
    public void record(
        LetterId letter,
        DeliveryOutcome outcome,
        List<Courier.RefusedRecipient> refusedRecipients,
        Instant at) {
      assertThat(state(letter)).isIn(LetterState.CLAIMED, LetterState.COMMITTING);
      states.put(
          letter.recipient(),
          switch (outcome) {
            case DeliveryOutcome.Accepted _ -> LetterState.ACCEPTED;
            case DeliveryOutcome.Deferred _ -> LetterState.DEFERRED;
            case DeliveryOutcome.Refused _ -> LetterState.REFUSED;
            case DeliveryOutcome.InDoubt _ -> LetterState.IN_DOUBT;
          });
    }

    @Override
    public void withdraw(LetterId letter, String reason, Instant at) {
      throw new AssertionError("nobody was suppressed");
    }
  }
}
