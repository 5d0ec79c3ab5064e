package org.postroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.practice.PracticeServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Letters through the practice server, which uses the very code of real sending.
class PracticeCourierTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T09:00:00Z"));

  @TempDir private Path folder;

  @Test
  void whatIsKeptIsByteForByteWhatWasGiven() throws IOException {
    String text =
        "Subject: Dots\r\n\r\n.\r\n..\r\n.hidden\r\na.b\r\n\r\n.\r\n"
            + "x".repeat(998)
            + "\r\n"
            + ".".repeat(998)
            + "\r\n\r\n";
    try (PracticeServer server = PracticeServer.start(0, folder, CLOCK);
        Courier.Session session = Parcels.opened(new PracticeCourier(server))) {
      Courier.Delivery delivery =
          session.deliver(Parcels.of(text, "ann@example.org"), Parcels.OPEN);

      assertThat(Parcels.outcome(delivery)).isInstanceOf(DeliveryOutcome.Accepted.class);
      assertThat(Files.readString(folder.resolve("000001.eml"))).isEqualTo(text);
    }
  }

  @Test
  void aBigLetterWithADotAtEveryBlocksEdgeArrivesUnchanged() throws IOException {
    String line = "." + "y".repeat(61) + "\r\n";
    String text = "Subject: Big\r\n\r\n" + "z".repeat(46) + "\r\n" + line.repeat(4096);
    try (PracticeServer server = PracticeServer.start(0, folder, CLOCK);
        Courier.Session session = Parcels.opened(new PracticeCourier(server))) {
      session.deliver(Parcels.of(text, "ann@example.org"), Parcels.OPEN);

      assertThat(Files.readString(folder.resolve("000001.eml"))).isEqualTo(text);
    }
  }

  @Test
  void theEnvelopeIsKeptBesideTheMessage() throws IOException {
    try (PracticeServer server = PracticeServer.start(0, folder, CLOCK);
        Courier.Session session = Parcels.opened(new PracticeCourier(server))) {
      session.deliver(Parcels.to("ann@example.org", "bob@example.org"), Parcels.OPEN);
    }

    JsonNode envelope =
        JsonMapper.builder().build().readTree(Files.readAllBytes(folder.resolve("000001.json")));
    assertThat(envelope.get("mailFrom").asString()).isEqualTo("news@riverside.example");
    assertThat(envelope.get("rcptTo").valueStream().map(JsonNode::asString))
        .containsExactly("ann@example.org", "bob@example.org");
    assertThat(envelope.get("receivedAt").asString()).isEqualTo("2026-11-21T09:00:00Z");
    assertThat(envelope.propertyNames()).containsExactly("mailFrom", "rcptTo", "receivedAt");
  }

  @Test
  void aSecondRunGoesOnCounting() throws IOException {
    for (String person : List.of("ann@example.org", "bob@example.org")) {
      try (PracticeServer server = PracticeServer.start(0, folder, CLOCK);
          Courier.Session session = Parcels.opened(new PracticeCourier(server))) {
        session.deliver(Parcels.to(person), Parcels.OPEN);
      }
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())).sorted())
          .containsExactly("000001.eml", "000001.json", "000002.eml", "000002.json");
    }
  }

  @Test
  void aLetterThatWasHeldBackBeforeItsDotIsNotKept() throws IOException {
    try (PracticeServer server = PracticeServer.start(0, folder, CLOCK)) {
      try (Courier.Session session = Parcels.opened(new PracticeCourier(server))) {
        Courier.Delivery delivery = session.deliver(Parcels.to("ann@example.org"), () -> false);

        assertThat(delivery).isInstanceOf(Courier.Delivery.HeldBack.class);
        assertThat(session.usable()).isFalse();
      }
      try (Courier.Session session = Parcels.opened(new PracticeCourier(server))) {
        session.deliver(Parcels.to("bob@example.org"), Parcels.OPEN);
      }
      assertThat(Files.readString(folder.resolve("000001.json"))).contains("bob@example.org");
      assertThat(folder.resolve("000002.eml")).doesNotExist();
    }
  }

  @Test
  void anotherRunsCertificateIsNotBelieved() throws IOException {
    try (PracticeServer first = PracticeServer.start(0, folder, CLOCK);
        PracticeServer second = PracticeServer.start(0, folder.resolve("other"), CLOCK)) {
      SmtpConfig wrong =
          SmtpConfig.withoutSignIn("127.0.0.1", first.port(), Security.STARTTLS)
              .trusting(new Trust.Only(second.certificate()));

      assertThat(new SmtpCourier(wrong).open())
          .isInstanceOfSatisfying(
              Courier.Opening.Failed.class,
              failed -> assertThat(failed.fault()).isEqualTo(Courier.OpeningFault.TLS));
    }
  }

  @Test
  void aFullFolderDefersTheLetterAndKeepsNothing() throws IOException {
    Path gone = folder.resolve("gone");
    try (PracticeServer server = PracticeServer.start(0, gone, CLOCK);
        Courier.Session session = Parcels.opened(new PracticeCourier(server))) {
      Files.delete(gone);
      Courier.Delivery delivery = session.deliver(Parcels.to("ann@example.org"), Parcels.OPEN);

      assertThat(Parcels.outcome(delivery))
          .isInstanceOfSatisfying(
              DeliveryOutcome.Deferred.class,
              deferred -> assertThat(deferred.reply().shown()).startsWith("452 4.3.1"));
    }
  }

  @Test
  void otherProgramsMayUseItInPlainTextAndSignInWithAnything() throws IOException {
    try (PracticeServer server = PracticeServer.start(0, folder, CLOCK)) {
      SmtpConfig plain =
          SmtpConfig.withoutSignIn("127.0.0.1", server.port(), Security.NONE)
              .signingIn("anybody", "anything"::toCharArray)
              .allowingPlainPassword();
      try (Courier.Session session = Parcels.opened(new SmtpCourier(plain))) {
        session.deliver(Parcels.to("ann@example.org"), Parcels.OPEN);
      }
      assertThat(folder.resolve("000001.eml")).exists();
    }
  }

  @Test
  void whoHangsUpInTheMiddleOfAMessageLeavesNothingBehind() throws IOException {
    try (PracticeServer server = PracticeServer.start(0, folder, CLOCK)) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream();
        String dialogue =
            "EHLO me\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\nhalf\r\n";
        out.write(dialogue.getBytes(StandardCharsets.US_ASCII));
        socket.shutdownOutput();
        assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
            .contains("354")
            .doesNotContain("Kept for practice");
      }
      assertThat(folder.resolve("000001.eml")).doesNotExist();
    }
  }

  @Test
  void aPortThatIsTakenIsSaidSo() throws IOException {
    try (PracticeServer first = PracticeServer.start(0, folder, CLOCK)) {
      assertThatThrownBy(() -> PracticeServer.start(first.port(), folder, CLOCK))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot be used");
    }
  }
}
