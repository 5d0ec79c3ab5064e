package org.postroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postroom.composition.Letters;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Dialogue;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.Dispatcher;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;
import org.postroom.dispatch.StopSignal;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Delivery;

/// A file that everyone gets is encoded once, and nowhere on its way to the line is it put together
/// again: composed, compared with what was cleared, read by the guard, sent, its digest taken.
class AllocationTest {
  private static final int LETTERS = 30;

  /// The first letters make what all others share.
  private static final int FIRST = 10;

  private static final int WORDS = 6 * 1024;
  private static final int SMALL = 200 * 1024;
  private static final int LARGE = 2 * 1024 * 1024;
  private static final long MOST_MORE = 16 * 1024;

  @Test
  void whatALetterAllocatesDoesNotDependOnTheFileThatEveryoneGets() throws IOException {
    long small = perLetter(SMALL);
    long large = perLetter(LARGE);
    assertThat(large - small).as("%d and %d octets a letter", small, large).isLessThan(MOST_MORE);
    assertThat(small).isLessThan(SMALL);
  }

  /// Octets that the thread of the connection allocates for one letter.
  private static long perLetter(int file) throws IOException {
    byte[] content = new byte[file];
    new Random(file).nextBytes(content);
    AttachmentSlot slot =
        new AttachmentSlot.ForAll(Letters.file("a.bin", "application/octet-stream", content));
    String text =
        "Hello {{Name}}\n" + "We sing on Friday, and all are welcome.\n".repeat(WORDS / 40);
    try (Line line = new Line()) {
      Dispatcher dispatcher =
          new Dispatcher(
              new States(new HashMap<>()),
              () -> new Courier.Opening.Opened(line),
              InstantSource.fixed(Instant.parse("2026-11-21T09:00:00Z")),
              ZoneOffset.UTC);
      DispatchResult result =
          dispatcher.send(
              ClearedLetters.plan(LETTERS, Delivery.INDIVIDUAL, text, List.of(slot)),
              new DispatchOptions(Pace.UNLIMITED, Duration.ZERO, Duration.ZERO, false),
              new StopSignal(),
              DispatchListener.NONE);
      assertThat(result).isInstanceOf(DispatchResult.Completed.class);
      assertThat(line.allocated).hasSize(LETTERS);
      return (line.allocated.getLast() - line.allocated.get(FIRST)) / (LETTERS - 1 - FIRST);
    }
  }

  /// A real line whose other end takes whatever comes and says nothing.
  private static final class Line implements Courier.Session {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Long> allocated = new ArrayList<>();
    private final Socket near;
    private final SmtpWire wire;

    Line() throws IOException {
      try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        near = new Socket(listening.getInetAddress(), listening.getLocalPort());
        Socket far = listening.accept();
        Thread.ofVirtual().start(() -> take(far));
        wire = new SmtpWire(near, near, new Talk(Dialogue.NONE, new Talk.Lines(), null, null));
      }
    }

    private static void take(Socket far) {
      try (far) {
        far.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Courier.Delivery deliver(Courier.Parcel parcel, Courier.Gate gate) {
      allocated.add(THREADS.getCurrentThreadAllocatedBytes());
      assertThat(wire.body(parcel.letter(), Duration.ofMinutes(1))).isTrue();
      assertThat(gate.mayCommit()).isTrue();
      return new Courier.Delivery.Done(
          new DeliveryOutcome.Accepted(new Reply(Phase.FINAL_DOT, 250, "2.0.0", "Ok")), List.of());
    }

    @Override
    public boolean usable() {
      return true;
    }

    @Override
    public long maxSize() {
      return 0;
    }

    @Override
    public boolean offersSmtpUtf8() {
      return false;
    }

    @Override
    public void close() {
      wire.hangUp();
    }
  }
}
