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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.composition.ComposedLetter;
import org.postroom.composition.Composer;
import org.postroom.composition.GuardOrder;
import org.postroom.composition.GuardVerdict;
import org.postroom.composition.MessageIdKey;
import org.postroom.composition.MimeComposer;
import org.postroom.composition.ReceivedMessage;
import org.postroom.composition.WireGuard;
import org.postroom.message.Attachment;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Blob;
import org.postroom.message.Body;
import org.postroom.message.Delivery;
import org.postroom.message.FileCandidate;
import org.postroom.message.From;
import org.postroom.message.Kind;
import org.postroom.message.KnownLists;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.message.MailshotId;
import org.postroom.plan.DispatchPlan;
import org.postroom.plan.Planner;
import org.postroom.plan.Planning;
import org.postroom.recipients.Columns;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.recipients.RowRef;
import org.postroom.template.Markup;
import org.postroom.template.MergeTemplate;
import org.postroom.template.TemplateReading;

/// How long a letter takes to be merged, composed, read back and guarded, beside the mail library
/// that builds and writes the same words as a MimeMessage, in the same process and turn by turn.
/// Processor time of the thread; the median of several rounds. Ratios count.
///
///     mvn -q -Pbench process-classes -Dbench=ComposeBench -Dbench.runs=7
public final class ComposeBench {
  private static final String LIBRARY = "the mail library builds and writes";
  private static final int PEOPLE = 1_000;

  /// Rounds that are not counted: until then the JVM's compiler is still busy.
  private static final int WARM_UP = 12;

  private static final long ROUND = 250_000_000L;
  private static final OffsetDateTime DATE =
      OffsetDateTime.of(2026, 11, 22, 12, 0, 0, 0, ZoneOffset.UTC);
  private static final Map<String, FieldName> FIELDS = new HashMap<>();
  private static final Session SESSION = session();

  private ComposeBench() {}

  private interface Act {
    void on(int number) throws MessagingException, IOException;
  }

  public static void main(String[] arguments) throws MessagingException, IOException {
    int runs = Integer.getInteger("bench.runs", 7);
    String size = System.getProperty("bench.size", "");
    if (size.isEmpty() || size.equals("6")) {
      measure("6 KB", 6_000, 0, runs);
    }
    if (size.isEmpty() || size.equals("20")) {
      measure("20 KB", 20_000, 0, runs);
    }
    if (size.isEmpty() || size.equals("300")) {
      measure("6 KB and a file of 300 KB", 6_000, 300 << 10, runs);
    }
  }

  private static void measure(String what, int words, int file, int runs)
      throws MessagingException, IOException {
    String text = text(words / 2);
    String html = html(words / 2);
    byte[] content = new byte[file];
    RecipientList list = list();
    if (!(Planner.plan(mailshot(text, html, content), list, 1, 100)
        instanceof Planning.Planned(DispatchPlan plan, var _))) {
      throw new IllegalStateException("no plan");
    }
    Composer composer = new MimeComposer(new MessageIdKey(new byte[32]));
    OutputStream nowhere = OutputStream.nullOutputStream();
    byte[][] finished = new byte[PEOPLE][];
    for (int i = 0; i < PEOPLE; i++) {
      finished[i] = composer.compose(plan.id(i), plan.letter(i)).bytes(DATE);
    }
    Map<String, Act> acts = new LinkedHashMap<>();
    acts.put(LIBRARY, n -> library(list.people().get(n), text, html, content).writeTo(nowhere));
    acts.put(
        "merged, composed and written",
        n -> composer.compose(plan.id(n), plan.letter(n)).writeTo(nowhere, DATE));
    acts.put(
        "merged, composed, written, with its digest",
        n -> {
          ComposedLetter letter = composer.compose(plan.id(n), plan.letter(n));
          letter.writeTo(nowhere, DATE);
          require(letter.digest().hex().length() == 64);
        });
    acts.put(
        "the guard alone",
        n -> {
          Letter letter = plan.letter(n);
          GuardOrder order = GuardOrder.of(plan.mailshot(), letter, plan.people(n));
          require(
              WireGuard.read(finished[n], letter.envelope(), order) instanceof GuardVerdict.Pass);
        });
    acts.put("read back alone", n -> require(ReceivedMessage.parse(finished[n]).size() > words));
    acts.put("merged alone", n -> require(plan.letter(n).extraHeaders().isEmpty()));
    String only = System.getProperty("bench.only", "");
    acts.keySet()
        .removeIf(
            name ->
                !name.contains(only)
                    && (!name.equals(LIBRARY) || Boolean.getBoolean("bench.alone")));
    Map<String, double[]> taken = new LinkedHashMap<>();
    acts.keySet().forEach(name -> taken.put(name, new double[runs]));
    for (int run = -WARM_UP; run < runs; run++) {
      for (Map.Entry<String, Act> act : acts.entrySet()) {
        double micros = micros(act.getValue());
        if (run >= 0) {
          taken.get(act.getKey())[run] = micros;
        }
      }
    }
    System.out.printf(Locale.ROOT, "%s: letters of %,d bytes%n", what, finished[0].length);
    double library = median(taken.getOrDefault(LIBRARY, new double[1]));
    taken.forEach(
        (name, micros) ->
            System.out.printf(
                Locale.ROOT,
                "  %-45s %9.2f µs   %6.1f times as fast%n",
                name,
                median(micros),
                library / median(micros)));
  }

  private static double micros(Act act) throws MessagingException, IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    int count = 0;
    do {
      for (int i = 0; i < 50; i++) {
        act.on(count++ % PEOPLE);
      }
    } while (threads.getCurrentThreadCpuTime() - start < ROUND);
    return (threads.getCurrentThreadCpuTime() - start) / 1e3 / count;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("a letter was not made or not read");
    }
  }

  private static Session session() {
    // Named beforehand, as Postroom does: otherwise the library searches the class path at each
    // part, and is several times as slow.
    System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
    return Session.getInstance(new Properties());
  }

  private static String text(int least) {
    StringBuilder text =
        new StringBuilder("Liebe {{First name}} {{Surname}},\n\nBeitrag: {{Owes}}, {{Phone}}.\n\n");
    while (text.length() < least) {
      text.append("Liebe Grüße, wir proben am Donnerstag um sieben.\n");
    }
    return text.append("Karte: {{Member no}}\n").toString();
  }

  private static String html(int least) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html>\n<html><body>\n<p>Liebe {{First name}},</p>\n");
    while (html.length() < least) {
      html.append("<p style=\"margin:0\">Grüße, wir <b>proben</b> um sieben.</p>\n");
    }
    return html.append(
            "<p><a href=\"https://riverside.example/{{Member no}}\">{{Surname}}</a></p>\n")
        .append("</body></html>\n")
        .toString();
  }

  private static String merged(String words, Recipient person, boolean html) {
    StringBuilder merged = new StringBuilder(words.length() + 64);
    int at = 0;
    for (int open = words.indexOf("{{"); open >= 0; open = words.indexOf("{{", at)) {
      int close = words.indexOf("}}", open);
      String value =
          person.value(FIELDS.computeIfAbsent(words.substring(open + 2, close), FieldName::of));
      merged.append(words, at, open);
      merged.append(html ? value.replace("&", "&amp;").replace("<", "&lt;") : value);
      at = close + 2;
    }
    return merged.append(words, at, words.length()).toString();
  }

  private static MimeMessage library(Recipient person, String words, String markup, byte[] content)
      throws MessagingException, IOException {
    MimeMessage message = new MimeMessage(SESSION);
    message.setFrom(new InternetAddress("office@choir.example", "Chor Büro", "UTF-8"));
    message.setRecipient(
        Message.RecipientType.TO,
        new InternetAddress(
            person.mailbox().address().wire(), person.mailbox().displayName(), "UTF-8"));
    message.setSubject(merged("Probe für {{First name}}", person, false), "UTF-8");
    message.setSentDate(Date.from(DATE.toInstant()));
    MimeMultipart alternative = new MimeMultipart("alternative");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(merged(words, person, false), "UTF-8");
    alternative.addBodyPart(text);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(merged(markup, person, true), "UTF-8", "html");
    alternative.addBodyPart(html);
    if (content.length == 0) {
      message.setContent(alternative);
    } else {
      MimeBodyPart both = new MimeBodyPart();
      both.setContent(alternative);
      MimeBodyPart file = new MimeBodyPart();
      file.setDataHandler(new DataHandler(new ByteArrayDataSource(content, "application/pdf")));
      file.setFileName("p.pdf");
      message.setContent(new MimeMultipart(both, file));
    }
    message.saveChanges();
    return message;
  }

  private static RecipientList list() {
    Columns columns =
        Columns.of("First name", "Surname", "Email", "Phone", "Member no", "Owes", "Town");
    List<Recipient> people = new ArrayList<>();
    String[] firsts = {"Jürgen", "Zoë & Co", "Ann", "Łucja", "O'Neil", "Tom <x>"};
    for (int row = 1; row <= PEOPLE; row++) {
      String address = "person" + row + "@people.example";
      String first = firsts[row % firsts.length];
      String[] cells = {
        first, "Müller" + row, address, "01632 " + row, "RC-" + row, "£" + row + ".50", "Riverside"
      };
      Mailbox mailbox = new Mailbox(first.replaceAll("[<>]", "") + row, AddrSpec.of(address));
      people.add(new Recipient(new RowRef(row, row + 1L), mailbox, columns, cells));
    }
    return new RecipientList(
        new ListOrigin("members.csv", "0".repeat(64), "csv", "UTF-8", ",", null),
        columns,
        FieldName.of("Email"),
        null,
        people,
        List.of());
  }

  private static Mailshot mailshot(String text, String html, byte[] content) {
    List<AttachmentSlot> slots = new ArrayList<>();
    if (content.length > 0
        && Attachment.admit(
                new FileCandidate("p.pdf", "application/pdf", Blob.of(content), "p.pdf"),
                KnownLists.NONE)
            instanceof Attachment.Admission.Admitted(Attachment file)) {
      slots.add(new AttachmentSlot.ForAll(file));
    }
    return new Mailshot(
        MailshotId.of("0d3c0000-0000-4000-8000-000000000001"),
        "Bench",
        Kind.PERSONAL,
        Delivery.INDIVIDUAL,
        new From(new Mailbox("Chor Büro", AddrSpec.of("office@choir.example"))),
        null,
        new Body<>(
            template("Probe für {{First name}}", Markup.PLAIN),
            template(text, Markup.PLAIN),
            template(html, Markup.HTML)),
        List.of(),
        slots,
        null);
  }

  private static MergeTemplate template(String source, Markup markup) {
    return switch (MergeTemplate.parse(source, markup)) {
      case TemplateReading.Read(MergeTemplate read) -> read;
      case TemplateReading.Broken(String what, int _, var _) ->
          throw new IllegalStateException(what);
    };
  }
}
