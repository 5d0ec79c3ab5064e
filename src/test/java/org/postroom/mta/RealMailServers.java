package org.postroom.mta;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Debian's Postfix and Dovecot, started from a scratch folder on loopback ports with TLS and
/// sign-in. Postfix delivers `choir.test` to maildirs and relays nothing; Dovecot serves them by
/// IMAP and answers Postfix's sign-ins. Needs root, as both do.
final class RealMailServers implements AutoCloseable {
  static final String DOMAIN = "choir.test";
  static final String PASSWORD = "choir-secret";
  private static final Path MASTER = Path.of("/usr/lib/postfix/sbin/master");
  private static final Path DOVECOT = Path.of("/usr/sbin/dovecot");

  private final Path dir;
  private final int submission = freePort();
  private final int submissions = freePort();
  private final int imaps = freePort();
  private final List<Process> started = new ArrayList<>();

  /// @param dir an empty scratch folder
  /// @param boxes local parts of the mailboxes at [#DOMAIN]
  RealMailServers(Path dir, List<String> boxes) {
    this(dir, boxes, box -> box);
  }

  /// @param boxes local parts of the addresses at [#DOMAIN]
  /// @param inBox from an address's local part to the mailbox in which its mail lies
  RealMailServers(Path dir, List<String> boxes, UnaryOperator<String> inBox) {
    this.dir = dir;
    for (Path program : List.of(MASTER, DOVECOT, Path.of("/usr/bin/openssl"))) {
      if (!Files.isExecutable(program)) {
        throw new IllegalStateException(
            program + " is missing: apt-get install postfix dovecot-imapd openssl");
      }
    }
    try {
      prepare(boxes, inBox);
      run("postfix", "-c", dir.resolve("postfix/conf").toString(), "check");
      started.add(
          background("dovecot", "-F", "-c", dir.resolve("dovecot/dovecot.conf").toString()));
      startPostfix();
      awaitPort(imaps);
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("the mail servers did not start", e);
    }
  }

  /// Everybody's connections end, also in the middle of a letter; what was taken stays in the
  /// queue.
  void stopPostfix() throws IOException {
    run("postfix", "-c", dir.resolve("postfix/conf").toString(), "stop");
  }

  /// How many messages Postfix has taken and not delivered yet.
  long queued() {
    long queued = 0;
    for (String queue : List.of("maildrop", "incoming", "active", "deferred")) {
      try (Stream<Path> files = Files.walk(dir.resolve("postfix/queue").resolve(queue))) {
        queued += files.filter(Files::isRegularFile).count();
      } catch (IOException | UncheckedIOException e) {
        // Something was delivered while it was counted: there was something.
        queued++;
      }
    }
    return queued;
  }

  /// Where the mail of one mailbox lies, one file a message; not there before the first.
  Path delivered(String box) {
    return dir.resolve("mail").resolve(box).resolve("Maildir/new");
  }

  /// Puts messages into a folder of a mailbox, as if they had lain there for long.
  ///
  /// @param folder as a maildir names it, with a dot in front
  void keep(String box, String folder, List<byte[]> messages) throws IOException {
    Path maildir = dir.resolve("mail").resolve(box).resolve("Maildir").resolve(folder);
    for (String part : List.of("cur", "new", "tmp")) {
      Files.createDirectories(maildir.resolve(part));
    }
    for (int i = 0; i < messages.size(); i++) {
      Files.write(
          maildir.resolve("cur").resolve("1700000000.M%06d.choir:2,S".formatted(i)),
          messages.get(i));
    }
    run("chown", "-R", "65534:65534", dir.resolve("mail").toString());
  }

  void startPostfix() throws IOException {
    started.add(background("postfix", "-c", dir.resolve("postfix/conf").toString(), "start-fg"));
    awaitPort(submission);
    awaitPort(submissions);
  }

  int submissionPort() {
    return submission;
  }

  int submissionsPort() {
    return submissions;
  }

  int imapsPort() {
    return imaps;
  }

  /// A PKCS #12 store, password `changeit`, that trusts the servers' certificate.
  Path trustStore() {
    return dir.resolve("trust.p12");
  }

  private void prepare(List<String> boxes, UnaryOperator<String> inBox) throws IOException {
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String folder :
        List.of("postfix/conf", "postfix/queue", "postfix/data", "dovecot/run", "mail")) {
      Files.createDirectories(dir.resolve(folder));
    }
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-keyout",
        dir.resolve("key.pem").toString(),
        "-out",
        dir.resolve("cert.pem").toString(),
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=DNS:localhost,IP:127.0.0.1");
    run(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-importcert",
        "-noprompt",
        "-alias",
        "choir",
        "-storepass",
        "changeit",
        "-storetype",
        "PKCS12",
        "-keystore",
        trustStore().toString(),
        "-file",
        dir.resolve("cert.pem").toString());
    configure("main.cf", "postfix/conf/main.cf");
    configure("master.cf", "postfix/conf/master.cf");
    configure("dovecot.conf", "dovecot/dovecot.conf");
    StringBuilder map = new StringBuilder();
    for (String box : boxes) {
      map.append(box).append('@').append(DOMAIN).append(' ');
      map.append(inBox.apply(box)).append("/Maildir/\n");
    }
    Files.writeString(dir.resolve("postfix/conf/boxes"), map);
    run("chown", "postfix", dir.resolve("postfix/data").toString());
    run("chown", "65534:65534", dir.resolve("mail").toString());
  }

  private void configure(String resource, String target) throws IOException {
    Map<String, String> values =
        Map.of(
            "@DIR@", dir.toString(),
            "@SUBMISSION@", Integer.toString(submission),
            "@SUBMISSIONS@", Integer.toString(submissions),
            "@IMAPS@", Integer.toString(imaps),
            "@PASSWORD@", PASSWORD);
    try (InputStream in =
        Objects.requireNonNull(RealMailServers.class.getResourceAsStream(resource), resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace(value.getKey(), value.getValue());
      }
      Files.writeString(dir.resolve(target), text);
    }
  }

  private Process background(String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(dir.resolve("output").toFile()))
        .start();
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.onExit().join().exitValue();
    if (exit != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + exit + ": " + output);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits for a listening port: by trying to connect, at most 20 seconds.
  private void awaitPort(int port) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          throw new IOException("nothing listens on port " + port + ": " + output(), e);
        }
        CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS))
            .join();
      }
    }
  }

  /// What the servers said, for the message of a failure.
  private String output() throws IOException {
    StringBuilder said = new StringBuilder();
    for (String log : List.of("output", "postfix/log", "dovecot/log")) {
      Path file = dir.resolve(log);
      if (Files.exists(file)) {
        said.append(log).append(":\n").append(Files.readString(file)).append('\n');
      }
    }
    return said.toString();
  }

  @Override
  public void close() {
    // What was started may have handed its work to another process, as Postfix does to its master.
    List<ProcessHandle> running = new ArrayList<>();
    for (Process process : started.reversed()) {
      running.add(process.toHandle());
      process.descendants().forEach(running::add);
    }
    running.forEach(ProcessHandle::destroy);
    for (ProcessHandle process : running) {
      process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
  }
}
