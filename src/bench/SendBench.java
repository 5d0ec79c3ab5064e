import com.sun.management.ThreadMXBean;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.angus.mail.smtp.SMTPTransport;
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

/// How fast letters leave, beside others in the same run: plain Angus, and Postfix's smtp-source
/// where it is installed. A server of our own in another process takes everything and counts how
/// often it had to answer before more came (round trips); a relay there puts the server 50 ms away.
/// Postroom sends with all it has: ledger on the disk, digest compared, guard. Ratios count.
///
///     mvn -q -Pbench process-classes -Dbench=SendBench
///     mvn -q -Pbench process-classes -Dbench=SendBench -Dbench.rows=4000 -Dbench.runs=3
public final class SendBench {
  private static final int MOST = 20_000;
  private static final Duration AWAY = Duration.ofMillis(50);

  private SendBench() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      new Sink().serve();
      return;
    }
    int rows = Integer.getInteger("bench.rows", 2_000);
    int letters = rows > MOST ? 2_000 : rows;
    int runs = Math.min(3, Integer.getInteger("bench.runs", 1));
    System.out.printf(
        Locale.ROOT,
        "%d letters, %d processors, the server %d ms away where it is far%n",
        letters,
        Runtime.getRuntime().availableProcessors(),
        AWAY.toMillis());
    System.out.printf(Locale.ROOT, "one forced write takes %.2f ms%n", forcedWrite());
    Process sink =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "src/bench/SendBench.java",
                "sink")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = sink.inputReader(StandardCharsets.US_ASCII)) {
      int near = Integer.parseInt(said.readLine());
      int far = Integer.parseInt(said.readLine());
      try (Postroom warm = new Postroom(500, 1)) {
        warm.send(near, 1);
      }
      angus(near, 500, text(6), 1);
      for (int run = 0; run < runs; run++) {
        compare("near,  6 KB,  1 connection ", near, near, letters, 6, 1);
        compare("near,  6 KB, 16 connections", near, near, letters * 2, 6, 16);
        compare("near, 200 KB, 1 connection ", near, near, letters / 4, 200, 1);
        compare("near, 200 KB, 16 connections", near, near, letters / 4, 200, 16);
        compare("far,   6 KB,  1 connection ", far, near, letters / 20, 6, 1);
        compare("far,   6 KB, 16 connections", far, near, letters / 2, 6, 16);
        compare("far, 200 KB,  1 connection ", far, near, letters / 40, 200, 1);
        ledgerCost(near, letters, 1);
        ledgerCost(near, letters * 2, 16);
        ledgerCost(far, letters / 20, 1);
      }
    } finally {
      sink.destroy();
    }
  }

  /// @param kib about the size of one letter
  private static void compare(
      String what, int port, int asked, int letters, int kib, int connections) throws Exception {
    if (!what.contains(System.getProperty("bench.only", ""))) {
      return;
    }
    double postroom;
    double trips;
    long allocated;
    try (Postroom engine = new Postroom(letters, kib)) {
      stat(asked);
      postroom = letters / engine.send(port, connections);
      trips = stat(asked) / (double) letters;
      allocated = engine.allocated / letters;
    }
    int fewer = connections == 1 && port != asked ? Math.max(10, letters / 4) : letters;
    double angus = fewer / angus(port, fewer, text(kib), connections);
    double angusTrips = stat(asked) / (double) fewer;
    double source = smtpSource(port, letters, kib, connections);
    double sourceTrips = stat(asked) / (double) letters;
    System.out.printf(
        Locale.ROOT,
        "%s  Postroom %,8.1f/s %.2f round trips %,8d bytes allocated a letter | Angus %,8.1f/s %.2f"
            + " (x %.2f) | smtp-source %,8.1f/s %.2f (x %.2f)%n",
        what,
        postroom,
        trips,
        allocated,
        angus,
        angusTrips,
        postroom / angus,
        source,
        sourceTrips,
        source == 0 ? 0 : postroom / source);
  }

  /// The same letters with the workspace on the disk and in memory, where there is such a folder.
  private static void ledgerCost(int port, int letters, int connections) throws Exception {
    Path memory = Path.of("/dev/shm");
    if (!Files.isDirectory(memory) || !"ledger".contains(System.getProperty("bench.only", ""))) {
      return;
    }
    try (Postroom onDisk = new Postroom(letters, 6);
        Postroom inMemory = new Postroom(letters, 6, memory)) {
      double disk = onDisk.send(port, connections) / letters;
      double none = inMemory.send(port, connections) / letters;
      System.out.printf(
          Locale.ROOT,
          "ledger on the disk %.2f ms a letter, in memory %.2f ms, %d connections (+ %.1f %%)%n",
          disk * 1000,
          none * 1000,
          connections,
          (disk / none - 1) * 100);
    }
  }

  private static double forcedWrite() throws IOException {
    Path file = Files.createTempFile("sendbench", ".force");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long begun = System.nanoTime();
      for (int i = 0; i < 50; i++) {
        channel.write(ByteBuffer.wrap(new byte[4096]));
        channel.force(false);
      }
      return (System.nanoTime() - begun) / 50 / 1e6;
    } finally {
      Files.delete(file);
    }
  }

  private static String text(int kib) {
    Random random = new Random(kib);
    String[] words = {"choir", "sings", "on", "Friday", "in", "the", "hall", "and", "all", "come"};
    StringBuilder text = new StringBuilder();
    int column = 0;
    while (text.length() < kib * 1000) {
      String word = words[random.nextInt(words.length)];
      text.append(word).append((column += word.length() + 1) > 66 ? '\n' : ' ');
      column = column > 66 ? 0 : column;
    }
    return text.append('\n').toString();
  }

  /// The real engine on a workspace of its own.
  private static final class Postroom implements AutoCloseable {
    private final Path folder;
    private final Path mailshot;
    private long allocated;

    Postroom(int letters, int kib) throws IOException {
      this(letters, kib, Path.of(System.getProperty("java.io.tmpdir")));
    }

    Postroom(int letters, int kib, Path disk) throws IOException {
      folder = Files.createTempDirectory(disk, "sendbench");
      StringBuilder list = new StringBuilder("Email,Name\n");
      for (int i = 1; i <= letters; i++) {
        list.append("person%d@people%d.example,Person %d\n".formatted(i, i % 50, i));
      }
      Files.writeString(folder.resolve("members.csv"), list);
      boolean big = kib > 20;
      Files.writeString(
          folder.resolve("letter.txt"), "Dear {{Name}},\n\n" + text(big ? 1 : kib - 1));
      Files.writeString(folder.resolve("programme.txt"), text(big ? kib : 1));
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
    double send(int port, int connections) throws Exception {
      Through through =
          new Through.Server("127.0.0.1", port, Through.Security.NONE, null, false, connections, 0);
      DispatchOptions options =
          new DispatchOptions(Pace.UNLIMITED, Duration.ZERO, Duration.ZERO, false);
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      AtomicLong begun = new AtomicLong();
      AtomicLong ended = new AtomicLong();
      AtomicLong bytes = new AtomicLong();
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
                    }
                  }

                  @Override
                  public void waiting(String why, long seconds) {}

                  @Override
                  public void leaving() {
                    bytes.set(-threads.getTotalThreadAllocatedBytes());
                    begun.set(System.nanoTime());
                  }
                });
        if (accepted.get() != draft.people()) {
          throw new IllegalStateException(end.toString());
        }
      }
      allocated = bytes.get();
      return (ended.get() - begun.get()) / 1e9;
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
                  List.of(
                      new TextExtractor.Piece("", new String(content, StandardCharsets.UTF_8)))),
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

  /// As one would write it: one message for each letter, one transport for each thread.
  private static double angus(int port, int letters, String text, int connections)
      throws Exception {
    AtomicInteger next = new AtomicInteger();
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int thread = 0; thread < connections; thread++) {
        all.add(threads.submit(() -> angus(port, letters, text, next)));
      }
      for (Future<Integer> one : all) {
        one.get();
      }
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static int angus(int port, int letters, String text, AtomicInteger next)
      throws Exception {
    Properties settings = new Properties();
    settings.put("mail.smtp.localhost", "bench");
    Session session = Session.getInstance(settings);
    int sent = 0;
    try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
      transport.connect("127.0.0.1", port, null, null);
      for (int i = next.incrementAndGet(); i <= letters; i = next.incrementAndGet()) {
        InternetAddress to =
            new InternetAddress("person" + i + "@people" + i % 50 + ".example", "Person " + i);
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("news@riverside.example", "Riverside Choir"));
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject("We sing on Friday, Person " + i);
        if (text.length() > 20_000) {
          MimeBodyPart body = new MimeBodyPart();
          body.setText("Dear Person " + i + ",\n\n" + text.substring(0, 1000), "UTF-8");
          MimeBodyPart file = new MimeBodyPart();
          file.setContent(text.getBytes(StandardCharsets.UTF_8), "application/octet-stream");
          file.setHeader("Content-Transfer-Encoding", "base64");
          message.setContent(new MimeMultipart(body, file));
        } else {
          message.setText("Dear Person " + i + ",\n\n" + text, "UTF-8");
        }
        message.saveChanges();
        transport.sendMessage(message, new InternetAddress[] {to});
        sent++;
      }
    }
    return sent;
  }

  /// Postfix's own, where it is installed.
  private static double smtpSource(int port, int letters, int kib, int connections)
      throws Exception {
    Path program = Path.of("/usr/sbin/smtp-source");
    if (!Files.isExecutable(program)) {
      return 0;
    }
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(
                program.toString(),
                "-d",
                "-s",
                String.valueOf(connections),
                "-m",
                String.valueOf(letters),
                "-l",
                // A file of 200 KB has 274 KB in base64.
                String.valueOf(kib > 20 ? kib * 1370 : kib * 1000),
                "127.0.0.1:" + port)
            .inheritIO()
            .start();
    return process.waitFor() == 0 ? letters / ((System.nanoTime() - begun) / 1e9) : 0;
  }

  /// How often the server had to answer since it was asked last.
  private static long stat(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      BufferedReader in =
          new BufferedReader(
              new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      in.readLine();
      socket.getOutputStream().write("STAT\r\n".getBytes(StandardCharsets.US_ASCII));
      return Long.parseLong(in.readLine().substring(4));
    }
  }

  /// Takes everything, keeps nothing.
  private static final class Sink {
    private final AtomicLong turns = new AtomicLong();

    void serve() throws IOException, InterruptedException {
      ServerSocket near = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
      ServerSocket far = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
      System.out.println(near.getLocalPort());
      System.out.println(far.getLocalPort());
      System.out.flush();
      Thread.ofPlatform().start(() -> relay(far, near.getLocalPort()));
      while (true) {
        Socket client = near.accept();
        client.setTcpNoDelay(true);
        Thread.ofPlatform().daemon().start(() -> quietly(() -> talk(client)));
      }
    }

    private interface Work {
      void run() throws IOException, InterruptedException;
    }

    private static void quietly(Work work) {
      try {
        work.run();
      } catch (IOException | InterruptedException e) {
        // The client has gone.
      }
    }

    /// Answers when nothing more has come: one flush is one turn of the line.
    private void talk(Socket client) throws IOException {
      try (client) {
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        out.write("220 sink\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] buffer = new byte[64 * 1024];
        byte[] line = new byte[2048];
        StringBuilder replies = new StringBuilder();
        boolean body = false;
        int length = 0;
        int end = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          for (int i = 0; i < n; i++) {
            byte octet = buffer[i];
            if (body) {
              // CR LF . CR LF
              end =
                  octet == ".\r\n".charAt(0) && end == 2
                      ? 3
                      : octet == '\r'
                          ? (end == 3 ? 4 : 1)
                          : octet == '\n' ? (end == 4 ? 5 : end == 1 ? 2 : 0) : 0;
              if (end == 5) {
                body = false;
                replies.append("250 2.0.0 taken\r\n");
              }
              continue;
            }
            if (octet != '\n') {
              line[Math.min(length++, line.length - 1)] = octet;
              continue;
            }
            String verb = new String(line, 0, Math.min(4, length), StandardCharsets.US_ASCII);
            length = 0;
            switch (verb.toUpperCase(Locale.ROOT)) {
              case "EHLO" -> replies.append("250-sink\r\n250-8BITMIME\r\n250 PIPELINING\r\n");
              case "DATA" -> {
                body = true;
                end = 2;
                replies.append("354 go on\r\n");
              }
              case "STAT" -> replies.append("250 ").append(turns.getAndSet(0)).append("\r\n");
              case "QUIT" -> {
                out.write("221 bye\r\n".getBytes(StandardCharsets.US_ASCII));
                return;
              }
              default -> replies.append("250 2.1.0 ok\r\n");
            }
          }
          if (!replies.isEmpty() && in.available() == 0) {
            out.write(replies.toString().getBytes(StandardCharsets.US_ASCII));
            replies.setLength(0);
            turns.incrementAndGet();
          }
        }
      }
    }

    private static void relay(ServerSocket far, int near) {
      while (true) {
        quietly(
            () -> {
              Socket client = far.accept();
              Socket server = new Socket(InetAddress.getLoopbackAddress(), near);
              client.setTcpNoDelay(true);
              server.setTcpNoDelay(true);
              delayed(client, server);
              delayed(server, client);
            });
      }
    }

    private record Late(byte[] bytes, long due) {}

    private static void delayed(Socket from, Socket to) {
      BlockingQueue<Late> line = new LinkedBlockingQueue<>();
      Thread.ofPlatform()
          .daemon()
          .start(
              () ->
                  quietly(
                      () -> {
                        byte[] buffer = new byte[64 * 1024];
                        int n = from.getInputStream().read(buffer);
                        for (; n >= 0; n = from.getInputStream().read(buffer)) {
                          line.add(
                              new Late(
                                  Arrays.copyOf(buffer, n),
                                  System.nanoTime() + AWAY.toNanos() / 2));
                        }
                        line.add(new Late(new byte[0], System.nanoTime()));
                      }));
      Thread.ofPlatform()
          .daemon()
          .start(
              () ->
                  quietly(
                      () -> {
                        for (Late late = line.take(); late.bytes().length > 0; late = line.take()) {
                          long wait = late.due() - System.nanoTime();
                          if (wait > 0) {
                            Thread.sleep(Duration.ofNanos(wait));
                          }
                          to.getOutputStream().write(late.bytes());
                        }
                        to.close();
                      }));
    }
  }
}
