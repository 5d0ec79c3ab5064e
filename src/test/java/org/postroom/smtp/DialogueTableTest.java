package org.postroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Reply;

/// The table of dialogues in `dialogues.txt`: what the server said, and what the letter came to.
class DialogueTableTest {
  private static final String HELLO =
      """
      S: 220 mx.example.org ESMTP
      C: EHLO [127.0.0.1]
      S: 250-mx.example.org
      S: 250 SIZE 100000
      """;

  private record Case(
      String id,
      List<String> to,
      String script,
      String outcome,
      List<String> refused,
      boolean usable) {
    static Case of(String block) {
      String id = "";
      List<String> to = List.of();
      String outcome = "";
      List<String> refused = new ArrayList<>();
      boolean usable = false;
      StringBuilder script = new StringBuilder(HELLO);
      for (String line : block.lines().toList()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("to: ")) {
          to = List.of(line.substring(4).split(", ", -1));
        } else if (line.startsWith("= ")) {
          outcome = line.substring(2);
        } else if (line.startsWith("refused: ")) {
          refused.add(line.substring(9));
        } else if (line.equals("usable")) {
          usable = true;
        } else if (!line.equals("closed") && !line.startsWith("why: ")) {
          script.append(line.replace("\\e", "\u001b")).append('\n');
        }
      }
      return new Case(id, to, script.toString(), outcome, refused, usable);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyDialogueComesToWhatTheTableSays() throws IOException {
    return cases().stream().map(row -> DynamicTest.dynamicTest(row.id(), () -> play(row)));
  }

  private static List<Case> cases() throws IOException {
    try (InputStream in = DialogueTableTest.class.getResourceAsStream("dialogues.txt")) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("\n\n", -1))
          .filter(block -> block.startsWith("id: "))
          .map(Case::of)
          .toList();
    }
  }

  private static void play(Case row) throws IOException {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.of(row.script())) {
      SmtpConfig config =
          SmtpConfig.withoutSignIn("127.0.0.1", server.port(), Security.NONE)
              .waiting(SmtpTimeouts.within(patience(row)));
      Courier.Session session = Parcels.opened(new SmtpCourier(config));

      Courier.Delivery delivery =
          session.deliver(Parcels.to(row.to().toArray(String[]::new)), Parcels.OPEN);

      assertThat(delivery).isInstanceOf(Courier.Delivery.Done.class);
      Courier.Delivery.Done done = (Courier.Delivery.Done) delivery;
      assertThat(shown(done.outcome())).startsWith(row.outcome());
      assertThat(done.refusedRecipients())
          .map(refused -> refused.address() + " " + refused.reply().shown())
          .containsExactlyElementsOf(expectedRefusals(row));
      assertThat(session.usable()).isEqualTo(row.usable());
      server.verify();
    }
  }

  /// Short only where a silence has to be waited out.
  private static Duration patience(Case row) {
    return row.script().contains("HANG") ? Duration.ofMillis(700) : Duration.ofSeconds(30);
  }

  /// With one recipient the outcome is the recipient's, and the list repeats it.
  private static List<String> expectedRefusals(Case row) {
    if (!row.refused().isEmpty() || row.to().size() > 1 || !row.script().contains("C: RSET")) {
      return row.refused();
    }
    return List.of(
        row.to().getFirst() + " " + row.outcome().substring(row.outcome().indexOf(' ') + 1));
  }

  private static String shown(DeliveryOutcome outcome) {
    return switch (outcome) {
      case DeliveryOutcome.Accepted(Reply reply) -> "accepted " + reply.shown();
      case DeliveryOutcome.Deferred(Reply reply) -> "deferred " + reply.shown();
      case DeliveryOutcome.Refused(Reply reply) -> "refused " + reply.shown();
      case DeliveryOutcome.InDoubt(String what) -> "in-doubt " + what;
    };
  }
}
