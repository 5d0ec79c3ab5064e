package org.postroom.composition;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.postroom.address.AddrSpec;
import org.postroom.message.Attachment;
import org.postroom.message.Letter;

/// Measures how fast letters are composed, read back and guarded, beside the mail library's own way
/// of building and writing the same message. A program, not a test: its figures depend on the
/// machine.
public final class ComposingSpeed {
  private static final String TEXT =
      "Liebe Grüße, wir proben am Donnerstag um sieben.\n".repeat(40);
  private static final String HTML =
      "<p>Liebe Grüße, wir <b>proben</b> um sieben.</p>\n".repeat(60);
  private static final Session SESSION = Session.getInstance(new Properties());

  private ComposingSpeed() {}

  private interface Act {
    void on(int number) throws MessagingException, IOException;
  }

  public static void main(String[] args) throws MessagingException, IOException {
    for (int kilobytes : new int[] {0, 300}) {
      measure(kilobytes * 1024);
    }
  }

  private static void measure(int bytes) throws MessagingException, IOException {
    byte[] content = new byte[bytes];
    List<Attachment> files =
        bytes == 0 ? List.of() : List.of(Letters.file("p.pdf", "application/pdf", content));
    Composer composer = Letters.composer();
    String size = bytes / 1024 + " KB attached: ";
    OutputStream nowhere = OutputStream.nullOutputStream();
    double library = perSecond(n -> library(n, content).writeTo(nowhere));
    double own =
        perSecond(
            n -> {
              Letter letter = letter(n, files);
              composer.compose(Letters.id(letter), letter).writeTo(nowhere, Letters.DATE);
            });
    byte[] finished =
        composer.compose(Letters.id(letter(1, files)), letter(1, files)).bytes(Letters.DATE);
    GuardOrder order =
        new GuardOrder(
            Letters.FROM.mailbox().address(),
            List.of(AddrSpec.of("person1@people.example")),
            false,
            Set.of());
    double read = perSecond(_ -> ReceivedMessage.parse(finished));
    double guarded = perSecond(_ -> WireGuard.read(finished, letter(1, files).envelope(), order));
    say(size + "the library builds and writes", library);
    say(size + "Postroom composes, digests and writes", own);
    say(size + "times as fast", own / library);
    say(size + "read back", read);
    say(size + "guarded", guarded);
  }

  private static Letter letter(int number, List<Attachment> files) {
    Letters letter = Letters.letter().subject("Probe für " + number).text(TEXT).html(HTML);
    files.forEach(letter::attach);
    return letter.to("Zoë " + number, "person" + number + "@people.example");
  }

  private static MimeMessage library(int number, byte[] content)
      throws MessagingException, IOException {
    MimeMessage message = new MimeMessage(SESSION);
    message.setFrom(new InternetAddress("office@choir.example", "Choir Office", "UTF-8"));
    message.setRecipient(
        Message.RecipientType.TO,
        new InternetAddress("person" + number + "@people.example", "Zoë " + number, "UTF-8"));
    message.setSubject("Probe für " + number, "UTF-8");
    message.setSentDate(Date.from(Letters.DATE.toInstant()));
    MimeMultipart alternative = new MimeMultipart("alternative");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(TEXT, "UTF-8");
    alternative.addBodyPart(text);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(HTML, "UTF-8", "html");
    alternative.addBodyPart(html);
    if (content.length == 0) {
      message.setContent(alternative);
    } else {
      MimeBodyPart words = new MimeBodyPart();
      words.setContent(alternative);
      MimeBodyPart file = new MimeBodyPart();
      file.setDataHandler(new DataHandler(new ByteArrayDataSource(content, "application/pdf")));
      file.setFileName("p.pdf");
      message.setContent(new MimeMultipart(words, file));
    }
    message.saveChanges();
    return message;
  }

  /// By the processor's time for this thread, after a warm-up of the same length.
  private static double perSecond(Act act) throws MessagingException, IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double found = 0;
    for (int round = 0; round < 2; round++) {
      long start = threads.getCurrentThreadCpuTime();
      long end = start + 1_500_000_000L;
      int count = 0;
      while (threads.getCurrentThreadCpuTime() < end) {
        act.on(count++);
      }
      found = count / ((threads.getCurrentThreadCpuTime() - start) / 1e9);
    }
    return found;
  }

  private static void say(String what, double figure) {
    System.out.printf(Locale.ROOT, "%-60s %,10.1f%n", what, figure);
  }
}
