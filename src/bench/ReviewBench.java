import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.composition.Composer;
import org.postroom.composition.MessageIdKey;
import org.postroom.composition.MimeComposer;
import org.postroom.extract.FileText;
import org.postroom.finding.Finding;
import org.postroom.message.Attachment;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Blob;
import org.postroom.message.Body;
import org.postroom.message.Delivery;
import org.postroom.message.FileCandidate;
import org.postroom.message.From;
import org.postroom.message.Kind;
import org.postroom.message.KnownLists;
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
import org.postroom.safety.Checks;
import org.postroom.safety.LetterLimit;
import org.postroom.safety.Memory;
import org.postroom.safety.Provenance;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.ReviewSubject;
import org.postroom.safety.SafetyReview;
import org.postroom.safety.SendWay;
import org.postroom.template.Markup;
import org.postroom.template.MergeTemplate;
import org.postroom.template.TemplateReading;

/// How long the review of many letters takes, beside plain readings of the same bytes in the same
/// process: making the letters, and looking at each byte once. Ratios count, not seconds.
///
///     mvn -q -Pbench process-classes -Dbench=ReviewBench -Dbench.rows=100000
///     mvn -q -Pbench process-classes -Dbench=ReviewBench -Dbench.rows=10000 -Dbench.runs=3
public final class ReviewBench {
  private static final int LETTER_BYTES = 20_000;
  private static final OffsetDateTime DATE =
      OffsetDateTime.of(2026, 11, 21, 12, 0, 0, 0, ZoneOffset.UTC);

  private static final MessageIdKey KEY = new MessageIdKey(new byte[32]);
  private static double lastCpu;

  private ReviewBench() {}

  public static void main(String[] arguments) throws IOException {
    int rows = Integer.getInteger("bench.rows", 100_000);
    int runs = Integer.getInteger("bench.runs", 3);
    RecipientList list = list(rows);
    Mailshot mailshot = mailshot();
    if (!(Planner.plan(mailshot, list, 1, 100)
        instanceof Planning.Planned(DispatchPlan plan, var _))) {
      throw new IllegalStateException("no plan");
    }
    Composer composer = new MimeComposer(KEY);
    System.out.printf(
        Locale.ROOT,
        "%,d letters of %,d bytes, heap %,d MB, %d processors%n",
        rows,
        composer.compose(plan.id(0), plan.letter(0)).bytes(DATE).length,
        Runtime.getRuntime().maxMemory() >> 20,
        Runtime.getRuntime().availableProcessors());
    for (int run = 0; run < runs; run++) {
      double composed = seconds(() -> read(plan, composer, false));
      double scanned = seconds(() -> read(plan, composer, true));
      List<Finding> findings = new ArrayList<>();
      double reviewed = seconds(() -> findings.addAll(review(mailshot, list, plan, composer)));
      double work = lastCpu;
      System.gc();
      System.out.printf(
          Locale.ROOT,
          "made %6.2f s   made and each byte looked at %6.2f s   reviewed %6.2f s (%.1f x, both processors %.1f s)   %d"
              + " findings   %,d MB left over%n",
          composed,
          scanned,
          reviewed,
          reviewed / scanned,
          work,
          findings.size(),
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
      findings.forEach(finding -> System.out.println("  " + finding.id() + " " + finding.quote()));
    }
    for (int run = 0; run < runs; run++) {
      file(list, mailshot, "book.pdf", pdf(500));
      file(list, mailshot, "table.xlsx", xlsx(Integer.getInteger("mb", 50)));
    }
  }

  /// A large file for everybody: reading it, and all checks over what was read.
  private static void file(RecipientList list, Mailshot letter, String name, byte[] content) {
    FileCandidate candidate =
        new FileCandidate(name, "application/octet-stream", Blob.of(content), name);
    if (!(Attachment.admit(candidate, KnownLists.NONE)
        instanceof Attachment.Admission.Admitted(Attachment file))) {
      throw new IllegalStateException(name);
    }
    Mailshot mailshot =
        new Mailshot(
            letter.id(),
            letter.name(),
            letter.kind(),
            letter.delivery(),
            letter.from(),
            null,
            letter.body(),
            List.of(),
            List.of(new AttachmentSlot.ForAll(file)),
            null);
    long scanned = 0;
    long start = System.nanoTime();
    for (byte octet : content) {
      scanned += octet == '@' ? 1 : 0;
    }
    double plain = (System.nanoTime() - start) / 1e9;
    List<Finding> findings = new ArrayList<>();
    // Nobody to write to: the file alone takes the time.
    double reviewed =
        seconds(() -> findings.addAll(review(mailshot, list, null, new MimeComposer(KEY))));
    System.out.printf(
        Locale.ROOT,
        "%s, %.1f MB: each byte looked at %.2f s (%d signs), read and reviewed %.2f s (both"
            + " processors %.1f s) %s%n",
        name,
        content.length / 1e6,
        plain,
        scanned,
        reviewed,
        lastCpu,
        findings.stream().map(Finding::id).toList());
  }

  private static byte[] xlsx(int megabytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Random random = new Random(1);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
      for (int row = 1; out.size() < megabytes << 20; row++) {
        StringBuilder cells = new StringBuilder("<row r=\"" + row + "\">");
        for (char column = 'A'; column < 'I'; column++) {
          cells.append("<c r=\"").append(column).append(row).append("\" t=\"inlineStr\"><is><t>");
          cells.append(Long.toString(random.nextLong(), 36)).append(' ');
          cells.append(Long.toString(random.nextLong(), 36)).append("</t></is></c>");
        }
        zip.write(cells.append("</row>").toString().getBytes(StandardCharsets.UTF_8));
      }
      zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static byte[] pdf(int pages) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      for (int number = 1; number <= pages; number++) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.setFont(font, 10);
          content.beginText();
          content.setLeading(12);
          content.newLineAtOffset(50, 750);
          for (int line = 1; line <= 50; line++) {
            content.showText(
                "Page " + number + ", line " + line + ": the choir sings in the hall.");
            content.newLine();
          }
          content.endText();
        }
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  private static List<Finding> review(
      Mailshot mailshot, RecipientList list, @Nullable DispatchPlan plan, Composer composer) {
    ReviewSubject subject =
        new ReviewSubject(
            mailshot,
            list,
            plan,
            List.of(),
            List.of(),
            new ReviewSubject.Facts("members", null, Provenance.UNKNOWN, 0, LetterLimit.USUAL),
            SendWay.toPractice(),
            Memory.NOTHING,
            new FileText(),
            LocalDate.of(2026, 11, 21));
    return new SafetyReview(Checks.all())
        .review(subject, composer, ReviewProgress.NONE)
        .review()
        .findings();
  }

  /// The letters one after the other, with every byte looked at or not.
  private static void read(DispatchPlan plan, Composer composer, boolean look) {
    long signs = 0;
    for (int index = 0; index < plan.size(); index++) {
      byte[] bytes = composer.compose(plan.id(index), plan.letter(index)).bytes(DATE);
      signs += bytes.length;
      if (look) {
        for (byte octet : bytes) {
          signs += octet == '@' ? 1 : 0;
        }
      }
    }
    if (signs == 0) {
      throw new IllegalStateException("nothing was read");
    }
  }

  /// What all threads worked, which other programs on the machine do not change as much.
  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    long cpu = cpu();
    work.run();
    lastCpu = (cpu() - cpu) / 1e9;
    return (System.nanoTime() - start) / 1e9;
  }

  private static RecipientList list(int rows) {
    String[] firsts = {"Margaret", "Tom", "Bea", "Emil", "Li", "Jürgen", "Zoë", "Ann", "Cem"};
    String[] lasts = {"Okafor", "Ashworth", "Lindqvist", "Wu", "Müller", "Marsh", "Petersen"};
    FieldName email = FieldName.of("Email");
    Columns columns =
        Columns.of(
            "First name", "Surname", "Email", "Phone", "Street", "Member no", "Owes", "Town");
    List<Recipient> people = new ArrayList<>(rows);
    for (int row = 1; row <= rows; row++) {
      String address = "person" + row + "@" + (row % 2 == 0 ? "home.example" : "work.example");
      String[] cells = {
        firsts[row % firsts.length],
        lasts[row % lasts.length] + (row / 97),
        address,
        String.format(Locale.ROOT, "01632 %06d", row),
        row % 200 + " Lane " + row / 200,
        "RC-" + (100_000 + row),
        "£" + row % 90 + ".50",
        "Riverside"
      };
      people.add(
          new Recipient(
              new RowRef(row, row + 1L), Mailbox.of(AddrSpec.of(address)), columns, cells));
    }
    return new RecipientList(
        new ListOrigin("members.csv", "0".repeat(64), "csv", "UTF-8", ",", null),
        columns,
        email,
        null,
        people,
        List.of());
  }

  private static Mailshot mailshot() {
    String field =
        "Dear {{First name}} {{Surname}},\n\nyour card is {{Member no}}, you owe {{Owes}}, and we"
            + " ring you on {{Phone}}.\n\n";
    String sentence =
        "On Saturday 12 December 2026 the choir sings in the hall attached to the church; draft"
            + " beer, cakes and a raffle follow, and whoever likes may stay for the dancing.\n";
    StringBuilder text = new StringBuilder(field);
    StringBuilder html = new StringBuilder("<!DOCTYPE html><html><body><p>" + field + "</p>\n");
    int line = 0;
    while (text.length() + html.length() < LETTER_BYTES - 1_500) {
      text.append(++line).append(". ").append(sentence);
      html.append("<p style=\"margin:0\">")
          .append(line)
          .append(". ")
          .append(sentence)
          .append("</p>");
    }
    html.append("<p><a href=\"https://riverside.example/{{Member no}}\">Your page</a></p></body>");
    return new Mailshot(
        MailshotId.of("0d3c0000-0000-4000-8000-000000000001"),
        "Bench",
        Kind.PERSONAL,
        Delivery.INDIVIDUAL,
        new From(new Mailbox("Riverside Choir", AddrSpec.of("news@riverside.example"))),
        null,
        new Body<>(
            template("Spring concert", Markup.PLAIN),
            template(text.toString(), Markup.PLAIN),
            template(html.append("</html>\n").toString(), Markup.HTML)),
        List.of(),
        List.of(),
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
