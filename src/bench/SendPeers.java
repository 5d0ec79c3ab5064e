import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/// What Postroom is measured beside. Each sends letters of the same size to the same server, and
/// keeps no account of anything.
final class SendPeers {
  /// A longer text travels as a file.
  private static final int BIG = 20_000;

  /// Kept: a logger that nobody keeps forgets its level.
  private static final List<Logger> TALKERS =
      List.of(Logger.getLogger("org.bbottema"), Logger.getLogger("org.simplejavamail"));

  private SendPeers() {}

  /// Plain Angus as one would write it: one message for each letter, one transport for each thread.
  static double angus(SendBench.Way way, int letters, String text) throws Exception {
    AtomicInteger next = new AtomicInteger();
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(way.connections())) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int thread = 0; thread < way.connections(); thread++) {
        all.add(threads.submit(() -> angus(way, letters, text, next)));
      }
      for (Future<Integer> one : all) {
        one.get();
      }
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static int angus(SendBench.Way way, int letters, String text, AtomicInteger next)
      throws Exception {
    Properties settings = new Properties();
    settings.put("mail.smtp.localhost", "bench");
    settings.put("mail.smtp.ssl.enable", String.valueOf(way.tls()));
    Session session = Session.getInstance(settings);
    int sent = 0;
    try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
      transport.connect("127.0.0.1", way.port(), null, null);
      for (int i = next.incrementAndGet(); i <= letters; i = next.incrementAndGet()) {
        InternetAddress to =
            new InternetAddress("person" + i + "@people" + i % 50 + ".example", "Person " + i);
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("news@riverside.example", "Riverside Choir"));
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject("We sing on Friday, Person " + i);
        if (text.length() > BIG) {
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

  /// Simple Java Mail in a process of its own: it keeps the size of its first pool for all that
  /// come after.
  ///
  /// @param arguments the port, true for TLS, connections, letters, KB, and a port of the same kind
  ///   that is near, to get warm at
  public static void main(String[] arguments) throws Exception {
    TALKERS.forEach(talker -> talker.setLevel(Level.SEVERE));
    boolean tls = Boolean.parseBoolean(arguments[1]);
    int connections = Integer.parseInt(arguments[2]);
    String text = SendBench.text(Integer.parseInt(arguments[4]));
    int near = Integer.parseInt(arguments[5]);
    int port = Integer.parseInt(arguments[0]);
    simpleJavaMail(new SendBench.Way(near, tls, connections, near, false), 300, text);
    // What warming up made the server count is no letter's.
    System.out.println("warm");
    if (System.in.read() < 0) {
      return;
    }
    double seconds =
        simpleJavaMail(
            new SendBench.Way(port, tls, connections, near, false),
            Integer.parseInt(arguments[3]),
            text);
    System.out.println(seconds);
    // Its pool keeps threads of its own.
    System.exit(0);
  }

  /// With its batch module, as it is documented: a pool of connections, letters handed over without
  /// waiting where there are several.
  private static double simpleJavaMail(SendBench.Way way, int letters, String text)
      throws Exception {
    boolean several = way.connections() > 1;
    Mailer mailer =
        MailerBuilder.withSMTPServer("127.0.0.1", way.port())
            .withTransportStrategy(way.tls() ? TransportStrategy.SMTPS : TransportStrategy.SMTP)
            .withProperty("mail.smtp.localhost", "bench")
            .withProperty("mail.smtps.localhost", "bench")
            .withThreadPoolSize(way.connections())
            .withConnectionPoolCoreSize(way.connections())
            .withConnectionPoolMaxSize(way.connections())
            .withConnectionPoolClaimTimeoutMillis(600_000)
            .buildMailer();
    long begun = System.nanoTime();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 1; i <= letters; i++) {
      all.add(mailer.sendMail(simpleEmail(i, text), several));
      // It keeps every letter until it is sent: no more of them at once than it can be busy with.
      if (i >= 4 * way.connections()) {
        all.get(i - 4 * way.connections()).get();
      }
    }
    for (CompletableFuture<Void> one : all) {
      one.get();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    mailer.shutdownConnectionPool().get();
    return seconds;
  }

  private static Email simpleEmail(int i, String text) {
    EmailPopulatingBuilder email =
        EmailBuilder.startingBlank()
            .from("Riverside Choir", "news@riverside.example")
            .to("Person " + i, "person" + i + "@people" + i % 50 + ".example")
            .withSubject("We sing on Friday, Person " + i);
    String words = "Dear Person " + i + ",\n\n";
    return text.length() > BIG
        ? email
            .withPlainText(words + text.substring(0, 1000))
            .withAttachment(
                "programme.txt", text.getBytes(StandardCharsets.UTF_8), "application/octet-stream")
            .buildEmail()
        : email.withPlainText(words + text).buildEmail();
  }

  /// Postfix's own, where it is installed; it has no TLS.
  ///
  /// @return 0 where there is none
  static double smtpSource(SendBench.Way way, int letters, int kib) throws Exception {
    Path program = Path.of("/usr/sbin/smtp-source");
    if (way.tls() || !Files.isExecutable(program)) {
      return 0;
    }
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(
                program.toString(),
                "-d",
                "-s",
                String.valueOf(way.connections()),
                "-m",
                String.valueOf(letters),
                "-l",
                // A file of 200 KB has 274 KB in base64.
                String.valueOf(kib > 20 ? kib * 1370 : kib * 1000),
                "127.0.0.1:" + way.port())
            .inheritIO()
            .start();
    return process.waitFor() == 0 ? letters / ((System.nanoTime() - begun) / 1e9) : 0;
  }
}
