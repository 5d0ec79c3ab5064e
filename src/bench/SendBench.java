import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// How fast letters leave, beside others in the same run ([SendPeers]): plain Angus, Simple Java
/// Mail, and Postfix's smtp-source where it is installed. A server of our own in another process
/// takes everything and counts round trips ([Sink]); a relay there puts it 50 ms away ([Relay]).
/// Postroom sends with all it has: ledger on the disk, digest compared, guard. Ratios count. Prints
/// the rows of a table.
///
///     mvn -q -Pbench process-classes -Dbench=SendBench -Dbench.rows=2000 -Dbench.runs=1
///
/// `bench.only`, a system property in JAVA_TOOL_OPTIONS, leaves out the rows that do not contain it.
public final class SendBench {
  private static final int MOST = 20_000;
  private static final String PASSWORD = "not secret";

  private SendBench() {}

  /// To where, and by how many connections at once.
  ///
  /// @param asked the port at which the same server says how often it answered
  record Way(int port, boolean tls, int connections, int asked, boolean far) {
    String words(int kib) {
      return String.format(
          Locale.ROOT,
          "%s, %d KB, %d connection%s%s",
          far ? "50 ms away" : "loopback",
          kib,
          connections,
          connections == 1 ? "" : "s",
          tls ? ", TLS" : "");
    }
  }

  /// One run of a server, and the ways to it.
  private record Ports(int near, int far, int nearTls, int farTls) {
    Way near(int connections) {
      return new Way(near, false, connections, near, false);
    }

    Way far(int connections) {
      return new Way(far, false, connections, near, true);
    }

    Way nearTls(int connections) {
      return new Way(nearTls, true, connections, near, false);
    }

    Way farTls(int connections) {
      return new Way(farTls, true, connections, near, true);
    }
  }

  public static void main(String[] arguments) throws Exception {
    int rows = Integer.getInteger("bench.rows", 2_000);
    int letters = rows > MOST ? 2_000 : rows;
    int runs = Math.min(3, Integer.getInteger("bench.runs", 1));
    System.out.printf(
        Locale.ROOT,
        "%d letters, %d processors, one forced write takes %.2f ms%n",
        letters,
        Runtime.getRuntime().availableProcessors(),
        forcedWrite());
    Path store = certificate();
    System.setProperty("javax.net.ssl.trustStore", store.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    Process sink = java("src/bench/Sink.java", store.toString(), PASSWORD);
    try (BufferedReader said = sink.inputReader(StandardCharsets.US_ASCII)) {
      Ports ports = new Ports(port(said), port(said), port(said), port(said));
      warmUp(ports);
      System.out.println(
          "| | letters/s | round trips | bytes allocated | processor µs | Angus | round trips | x"
              + " | Simple Java Mail | round trips | x | smtp-source | x |");
      for (int run = 0; run < runs; run++) {
        compare(ports.far(1), ports.near, letters / 20, 6);
        compare(ports.far(16), ports.near, letters / 2, 6);
        compare(ports.far(1), ports.near, letters / 40, 200);
        compare(ports.farTls(1), ports.nearTls, letters / 20, 6);
        compare(ports.farTls(16), ports.nearTls, letters / 2, 6);
        compare(ports.near(1), ports.near, letters, 6);
        compare(ports.near(16), ports.near, letters * 2, 6);
        compare(ports.near(1), ports.near, letters / 4, 200);
        compare(ports.near(16), ports.near, letters / 4, 200);
        compare(ports.nearTls(1), ports.nearTls, letters, 6);
        compare(ports.nearTls(16), ports.nearTls, letters * 2, 6);
        compare(ports.nearTls(1), ports.nearTls, letters / 4, 200);
        ledgerCost(ports.far(1), letters / 20);
        ledgerCost(ports.near(1), letters);
        ledgerCost(ports.near(16), letters * 2);
      }
    } finally {
      sink.destroy();
      Files.delete(store);
    }
  }

  private static int port(BufferedReader said) throws IOException {
    return Integer.parseInt(said.readLine());
  }

  private static void warmUp(Ports ports) throws Exception {
    try (SendByPostroom warm = new SendByPostroom(500, 1)) {
      warm.send(ports.near(1));
    }
    try (SendByPostroom warm = new SendByPostroom(200, 1)) {
      warm.send(ports.nearTls(2));
    }
    SendPeers.angus(ports.near(1), 500, text(6));
    SendPeers.angus(ports.nearTls(1), 200, text(6));
  }

  /// @param nearby the port that is near and of the same kind
  /// @param kib about the size of one letter
  private static void compare(Way way, int nearby, int letters, int kib) throws Exception {
    String what = way.words(kib);
    if (!what.contains(System.getProperty("bench.only", ""))) {
      return;
    }
    double own;
    double trips;
    long allocated;
    long processor;
    try (SendByPostroom postroom = new SendByPostroom(letters, kib)) {
      stat(way);
      own = letters / postroom.send(way);
      trips = stat(way) / (double) letters;
      allocated = postroom.allocated() / letters;
      processor = postroom.processor() / letters / 1000;
    }
    // Those that wait for everything are given less to do.
    int fewer = way.far() && way.connections() == 1 ? Math.max(10, letters / 4) : letters;
    double angus = fewer / SendPeers.angus(way, fewer, text(kib));
    double angusTrips = stat(way) / (double) fewer;
    double simple = fewer / simpleJavaMail(way, nearby, fewer, kib);
    double simpleTrips = stat(way) / (double) fewer;
    double source = SendPeers.smtpSource(way, letters, kib);
    System.out.printf(
        Locale.ROOT,
        "| %s | %,.1f | %.2f | %,d | %,d | %,.1f | %.2f | %.2f | %,.1f | %.2f | %.2f | %s |%n",
        what,
        own,
        trips,
        allocated,
        processor,
        angus,
        angusTrips,
        own / angus,
        simple,
        simpleTrips,
        own / simple,
        source == 0 ? "| " : String.format(Locale.ROOT, "%,.1f | %.2f", source, own / source));
    stat(way);
  }

  private static double simpleJavaMail(Way way, int nearby, int letters, int kib)
      throws IOException {
    Process process =
        java(
            "-classpath",
            System.getProperty("java.class.path"),
            "-Djavax.net.ssl.trustStore=" + System.getProperty("javax.net.ssl.trustStore"),
            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
            "src/bench/SendPeers.java",
            String.valueOf(way.port()),
            String.valueOf(way.tls()),
            String.valueOf(way.connections()),
            String.valueOf(letters),
            String.valueOf(kib),
            String.valueOf(nearby));
    try (BufferedReader said = process.inputReader(StandardCharsets.US_ASCII)) {
      if (!"warm".equals(said.readLine())) {
        throw new IOException("Simple Java Mail did not begin");
      }
      stat(way);
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      return Double.parseDouble(said.readLine());
    } finally {
      process.destroy();
    }
  }

  private static Process java(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// The same letters with the workspace on the disk and in memory, where there is such a folder.
  private static void ledgerCost(Way way, int letters) throws Exception {
    Path memory = Path.of("/dev/shm");
    if (!Files.isDirectory(memory) || !"ledger".contains(System.getProperty("bench.only", ""))) {
      return;
    }
    try (SendByPostroom onDisk = new SendByPostroom(letters, 6);
        SendByPostroom inMemory = new SendByPostroom(letters, 6, memory)) {
      double disk = onDisk.send(way) / letters;
      double none = inMemory.send(way) / letters;
      System.out.printf(
          Locale.ROOT,
          "| %s: ledger on the disk %.2f ms a letter, in memory %.2f ms (%+.1f %%) |%n",
          way.words(6),
          disk * 1000,
          none * 1000,
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
      return (System.nanoTime() - begun) / 50.0 / 1e6;
    } finally {
      Files.delete(file);
    }
  }

  /// A key and its certificate for 127.0.0.1, made for this run.
  private static Path certificate() throws IOException, InterruptedException {
    Path store = Files.createTempDirectory("sendbench").resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "bench",
                "-dname",
                "CN=SendBench",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("no certificate could be made");
    }
    store.getParent().toFile().deleteOnExit();
    return store;
  }

  /// Words in lines, about `kib` thousand characters.
  static String text(int kib) {
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

  /// How often the server had to answer since it was asked last.
  private static long stat(Way way) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), way.asked())) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      in.readLine();
      socket.getOutputStream().write("STAT\r\n".getBytes(StandardCharsets.US_ASCII));
      return Long.parseLong(in.readLine().substring(4));
    }
  }
}
