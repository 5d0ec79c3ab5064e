package org.postroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Reply;

/// Flights of [final dot, MAIL, RCPT, DATA] (RFC 2920 section 3.1), line by line: the server has
/// heard all of a flight before it answers any of it.
class PipeliningTest {
  private static final String HELLO =
      """
      S: 220 hello
      C: EHLO [127.0.0.1]
      S: 250-hello
      S: 250 PIPELINING
      """;
  private static final Courier.Parcel ANN = Parcels.to("ann@example.org");
  private static final Courier.Parcel BOB = Parcels.to("bob@example.org");
  private static final Courier.Parcel CY = Parcels.to("cy@example.org");

  private static String said(String who) {
    return """
        C: MAIL FROM:<news@riverside.example>
        C: RCPT TO:<%s@example.org>
        C: DATA
        """
        .formatted(who);
  }

  private static final String FINE = "S: 250 sender\nS: 250 recipient\nS: 354 go\n";

  /// Up to where Ann's body and Bob's announcement are heard, and nothing of it is answered.
  private static final String BOB_ANNOUNCED = HELLO + said("ann") + FINE + "BODY\n" + said("bob");

  /// The transaction is taken back, and Cy's letter is accepted.
  private static final String RESET_AND_CY =
      "C: RSET\n" + said("cy") + "S: 250 reset\n" + FINE + "BODY\nS: 250 three\n";

  private static final String HUNG_UP = "the connection is of no more use";

  private static SmtpCourier courier(ScriptedSmtpServer server) {
    return new SmtpCourier(
        SmtpConfig.withoutSignIn("127.0.0.1", server.port(), Security.NONE)
            .waiting(SmtpTimeouts.within(Duration.ofSeconds(5))));
  }

  /// Lets the dot leave, and `next` with it.
  private record Announcing(Courier.@Nullable Parcel next) implements Courier.Gate {
    @Override
    public boolean mayCommit() {
      return true;
    }
  }

  private static String came(Courier.Delivery delivery) {
    return switch (Parcels.outcome(delivery)) {
      case DeliveryOutcome.Accepted(Reply reply) -> "accepted " + reply.shown();
      case DeliveryOutcome.Deferred(Reply reply) when reply.code() == 0 -> "goes again";
      case DeliveryOutcome.Deferred(Reply reply) -> "deferred " + reply.shown();
      case DeliveryOutcome.Refused(Reply reply) -> "refused " + reply.shown();
      case DeliveryOutcome.InDoubt _ -> "in doubt";
    };
  }

  /// Ann's letter with Bob's announced, then Bob's.
  private static List<String> annAndBob(Courier.Session session) {
    String ann = came(session.deliver(ANN, new Announcing(BOB)));
    return List.of(ann, came(session.deliver(BOB, Parcels.OPEN)));
  }

  @Test
  void theNextLetterIsAnnouncedWithTheEndOfTheOneBefore() throws IOException {
    String script =
        BOB_ANNOUNCED
            + "S: 250 one\n"
            + FINE
            + "BODY\n"
            + said("cy")
            + "S: 250 two\n"
            + FINE
            + "BODY\nS: 250 three\nC: QUIT\nS: 221 bye\n";
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      try (Courier.Session session = Parcels.opened(courier(server))) {
        assertThat(session.pipelines()).isTrue();
        assertThat(came(session.deliver(ANN, new Announcing(BOB)))).isEqualTo("accepted 250 one");
        assertThat(came(session.deliver(BOB, new Announcing(CY)))).isEqualTo("accepted 250 two");
        assertThat(came(session.deliver(CY, Parcels.OPEN))).isEqualTo("accepted 250 three");
        assertThat(session.remark()).isEmpty();
      }
      server.verify();
    }
  }

  @Test
  void theBodyOfTheNextWaitsForItsOwn354() throws IOException {
    String script = BOB_ANNOUNCED + "S: 250 one\nS: 250 sender\nS: 250 recipient\nHANG\n";
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script);
        Courier.Session session =
            Parcels.opened(
                new SmtpCourier(
                    SmtpConfig.withoutSignIn("127.0.0.1", server.port(), Security.NONE)
                        .waiting(SmtpTimeouts.within(Duration.ofMillis(300)))))) {
      assertThat(annAndBob(session)).containsExactly("accepted 250 one", "goes again");
      server.verify();
    }
  }

  @Test
  void aLetterThatIsAnnouncedAndNotSentEndsTheConnectionWithoutADot() throws IOException {
    String script =
        BOB_ANNOUNCED + "S> 250 one\\r\\n250 sender\\r\\n250 recipient\\r\\n354 go\\r\\n\nGONE\n";
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      try (Courier.Session session = Parcels.opened(courier(server))) {
        session.deliver(ANN, new Announcing(BOB));
      }
      server.verify();
    }
  }

  @Test
  void noDotForAnAnnouncedLetterThatTheGateHoldsBack() throws IOException {
    String script = BOB_ANNOUNCED + "S: 250 one\n" + FINE + "NO DOT\n";
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script);
        Courier.Session session = Parcels.opened(courier(server))) {
      session.deliver(ANN, new Announcing(BOB));
      assertThat(session.deliver(BOB, () -> false)).isInstanceOf(Courier.Delivery.HeldBack.class);
      server.verify();
    }
  }

  /// What a server answers to the end of Ann's letter with Bob's announcement behind it.
  enum Answer {
    A_REFUSED_BODY_LEAVES_THE_NEXT_LETTER_VALID(
        "S: 554 5.7.1 spam\n" + FINE + "BODY\nS: 250 two\n" + said("cy"),
        "refused 554 5.7.1 spam",
        "accepted 250 two",
        "goes again"),
    NOBODY_TAKEN_AND_YET_354_IS_ENDED_WITH_A_LONE_DOT(
        "S: 250 one\nS: 250 sender\nS: 550 5.1.1 unknown\nS: 354 go\n"
            + "C: .\nS: 554 5.5.1 no valid recipients\n"
            + RESET_AND_CY,
        "accepted 250 one",
        "refused 550 5.1.1 unknown",
        "accepted 250 three"),
    NOBODY_TAKEN_AND_NO_354_IS_TAKEN_BACK_WITH_THE_NEXT_FLIGHT(
        "S: 250 one\nS: 250 sender\nS: 450 4.2.0 greylisted\nS: 503 5.5.1 no recipients\n"
            + RESET_AND_CY,
        "accepted 250 one",
        "deferred 450 4.2.0 greylisted",
        "accepted 250 three"),
    A_RECIPIENT_WITHOUT_A_SENDER_NEVER_GETS_A_LONE_DOT(
        "S: 250 one\nS: 552 5.3.4 too big\nS: 250 recipient\nS: 354 go\nGONE\n",
        "accepted 250 one",
        "refused 552 5.3.4 too big",
        HUNG_UP),
    CLOSING_INSTEAD_OF_ANSWERING_THE_DOT_LEAVES_ONE_LETTER_IN_DOUBT(
        "CLOSE\n", "in doubt", "goes again", HUNG_UP),
    A_421_AT_THE_DOT_DEFERS_THAT_LETTER_AND_THE_NEXT_GOES_AGAIN(
        "S: 421 4.3.2 closing\nGONE\n", "deferred 421 4.3.2 closing", "goes again", HUNG_UP);

    private final String script;
    private final String ann;
    private final String bob;
    private final String cy;

    /// @param cy what comes of a third letter, announced by nobody
    Answer(String script, String ann, String bob, String cy) {
      this.script = script;
      this.ann = ann;
      this.bob = bob;
      this.cy = cy;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAnsweredToOneLetterIsNotTakenForTheOther(Answer answer) throws IOException {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(BOB_ANNOUNCED + answer.script)) {
      Courier.Session session = Parcels.opened(courier(server));
      assertThat(annAndBob(session)).containsExactly(answer.ann, answer.bob);
      assertThat(session.usable()).isEqualTo(!answer.cy.equals(HUNG_UP));
      if (session.usable()) {
        assertThat(came(session.deliver(CY, Parcels.OPEN))).isEqualTo(answer.cy);
        assertThat(session.remark()).isEmpty();
      }
      server.verify();
    }
  }

  @Test
  void aServerThatKeepsARefusedLetterOpenGetsNoBodyForTheNext() throws IOException {
    String script =
        BOB_ANNOUNCED
            + "S> 451 4.3.0 not now\\r\\n503 5.5.1 nested MAIL\\r\\n250 recipient\\r\\n354 go\\r\\n\n"
            + "GONE\n";
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      SmtpCourier courier = courier(server);
      Courier.Session session = Parcels.opened(courier);
      assertThat(annAndBob(session)).containsExactly("deferred 451 4.3.0 not now", "goes again");
      assertThat(session.usable()).isFalse();
      assertThat(session.pipelines()).isFalse();
      assertThat(session.remark()).contains("one step at a time");
      server.verify();
    }
  }

  @Test
  void aServerThatMindsThePipelineIsSpokenToOneStepAtATimeFromThenOn() throws IOException {
    String script =
        HELLO + said("ann") + "S: 250 sender\nS: 503 5.5.0 improper use of pipelining\nGONE\n";
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      Courier.Session session = Parcels.opened(courier(server));
      assertThat(came(session.deliver(ANN, Parcels.OPEN))).isEqualTo("goes again");
      assertThat(session.pipelines()).isFalse();
      assertThat(session.remark()).contains("127.0.0.1");
      server.verify();
    }
  }

  @Test
  void onlyTheLetterThatWasAnnouncedCanFollow() throws IOException {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(BOB_ANNOUNCED + "S: 250 one\nGONE\n")) {
      Courier.Session session = Parcels.opened(courier(server));
      session.deliver(ANN, new Announcing(BOB));
      assertThatThrownBy(() -> session.deliver(CY, Parcels.OPEN))
          .isInstanceOf(IllegalStateException.class);
      server.verify();
    }
  }

  @Test
  void whatTheServerCannotTakeIsNotAnnounced() throws IOException {
    String script = HELLO + said("ann") + FINE + "BODY\nS: 250 one\nC: QUIT\nS: 221 bye\n";
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(script)) {
      Courier.Parcel abroad = Parcels.to("jürgen@example.org");
      try (Courier.Session session = Parcels.opened(courier(server))) {
        session.deliver(ANN, new Announcing(abroad));
        assertThat(came(session.deliver(abroad, Parcels.OPEN))).startsWith("refused 550 5.6.7");
      }
      server.verify();
    }
  }
}
