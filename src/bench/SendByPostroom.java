import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.StopSignal;
import org.postroom.dispatch.Waiting;
import org.postroom.engine.Draft;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Parts;
import org.postroom.engine.Passwords;
import org.postroom.engine.PostroomEngine;
import org.postroom.engine.SendEnd;
import org.postroom.engine.TabularListReader;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;
import org.postroom.safety.TextExtractor;
import org.postroom.workspace.Workspace;

/// The real engine on a workspace of its own.
final class SendByPostroom implements AutoCloseable {
  private final Path folder;
  private final Path mailshot;
  private long allocated;
  private long processor;

  SendByPostroom(int letters, int kib) throws IOException {
    this(letters, kib, Path.of(System.getProperty("java.io.tmpdir")));
  }

  SendByPostroom(int letters, int kib, Path disk) throws IOException {
    folder = Files.createTempDirectory(disk, "sendbench");
    StringBuilder list = new StringBuilder("Email,Name\n");
    for (int i = 1; i <= letters; i++) {
      list.append("person%d@people%d.example,Person %d\n".formatted(i, i % 50, i));
    }
    Files.writeString(folder.resolve("members.csv"), list);
    boolean big = kib > 20;
    Files.writeString(
        folder.resolve("letter.txt"), "Dear {{Name}},\n\n" + SendBench.text(big ? 1 : kib - 1));
    Files.writeString(folder.resolve("programme.txt"), SendBench.text(big ? kib : 1));
    mailshot =
        Files.writeString(
            folder.resolve("bench.mailshot"),
            """
            {
              "postroom": 1,
              "name": "Bench",
              "from": "Riverside Choir <news@riverside.example>",
              "recipients": {"file": "members.csv", "basis": "members of the choir"},
              "subject": "We sing on Friday, {{Name}}",
              "attachments": [%s],
              "text": "letter.txt"
            }
            """
                .formatted(big ? "{\"file\": \"programme.txt\"}" : ""));
  }

  /// @return seconds from the first letter's beginning to the last one's outcome
  double send(SendBench.Way way) throws Exception {
    Through through =
        new Through.Server(
            "127.0.0.1",
            way.port(),
            way.tls() ? Through.Security.IMPLICIT_TLS : Through.Security.NONE,
            null,
            false,
            way.connections(),
            0);
    DispatchOptions options =
        new DispatchOptions(Pace.UNLIMITED, Duration.ZERO, Duration.ZERO, false);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    AtomicLong begun = new AtomicLong();
    AtomicLong ended = new AtomicLong();
    AtomicLong bytes = new AtomicLong();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    AtomicLong cpu = new AtomicLong();
    try (Workspace workspace = Workspace.open(folder.resolve("workspace"));
        PostroomEngine engine = new PostroomEngine(parts(workspace))) {
      MailshotFile file = engine.open(mailshot);
      Draft draft = engine.draft(file, engine.way(through), WorkProgress.NONE);
      SafetyReview.Reviewed reviewed = engine.review(draft, ReviewProgress.NONE);
      AtomicInteger accepted = new AtomicInteger();
      SendEnd end =
          engine.send(
              draft,
              reviewed,
              draft.people(),
              file.document().acknowledge(),
              through,
              options,
              new StopSignal(),
              new DispatchListener() {
                @Override
                public void settled(int index, DeliveryOutcome outcome) {
                  ended.set(System.nanoTime());
                  if (accepted.incrementAndGet() == draft.people()) {
                    bytes.addAndGet(threads.getTotalThreadAllocatedBytes());
                    cpu.addAndGet(system.getProcessCpuTime());
                  }
                }

                @Override
                public void waiting(String why, long seconds) {}

                @Override
                public void leaving() {
                  bytes.set(-threads.getTotalThreadAllocatedBytes());
                  cpu.set(-system.getProcessCpuTime());
                  begun.set(System.nanoTime());
                }
              });
      if (accepted.get() != draft.people()) {
        throw new IllegalStateException(end.toString());
      }
    }
    allocated = bytes.get();
    processor = cpu.get();
    return (ended.get() - begun.get()) / 1e9;
  }

  /// Octets that all threads allocated at the last sending.
  long allocated() {
    return allocated;
  }

  /// Nanoseconds that all processors worked for this process at the last sending.
  long processor() {
    return processor;
  }

  private static Parts parts(Workspace workspace) {
    return new Parts(
        workspace,
        InstantSource.system(),
        ZoneOffset.UTC,
        Waiting.REAL,
        new TabularListReader(),
        (name, type, content) ->
            new TextExtractor.Extraction.Text(
                List.of(new TextExtractor.Piece("", new String(content, StandardCharsets.UTF_8)))),
        Passwords.NONE,
        "bench");
  }

  @Override
  public void close() throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(each);
      }
    }
  }
}
