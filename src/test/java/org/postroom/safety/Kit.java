package org.postroom.safety;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.composition.ComposedLetter;
import org.postroom.composition.Composer;
import org.postroom.composition.GuardVerdict;
import org.postroom.composition.LetterDigest;
import org.postroom.composition.ReceivedMessage;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTable;
import org.postroom.message.Attachment;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Blob;
import org.postroom.message.Body;
import org.postroom.message.Delivery;
import org.postroom.message.Envelope;
import org.postroom.message.FileCandidate;
import org.postroom.message.From;
import org.postroom.message.InlineImage;
import org.postroom.message.Kind;
import org.postroom.message.KnownLists;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.message.MailshotId;
import org.postroom.message.WireBytes;
import org.postroom.plan.DispatchPlan;
import org.postroom.plan.LetterId;
import org.postroom.recipients.Columns;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.recipients.RowRef;
import org.postroom.template.Markup;
import org.postroom.template.MergeTemplate;
import org.postroom.template.TemplateReading;

/// A mailshot for the tests of the checks, put together by hand: the checks stand alone here, with
/// planner, composer and guard switched off. Letters say what [#tamper] makes of them.
public final class Kit {
  public static final String CHOIR = "news@riverside.example";

  private Mailbox from = mailbox("Riverside Choir", CHOIR);
  private @Nullable Mailbox replyTo;
  private Kind kind = Kind.PERSONAL;
  private Delivery delivery = Delivery.INDIVIDUAL;
  private Mailshot.@Nullable Newsletter newsletter;
  private String subject = "Spring concert";
  private String text = "Dear singer,\n\nthe spring concert is on the green.\n\nHelen\n";
  private @Nullable String html;
  private Columns columns = Columns.of("Name", "Email");
  private @Nullable FieldName names;
  private final List<String[]> rows = new ArrayList<>();
  private final List<AttachmentSlot> slots = new ArrayList<>();
  private final List<InlineImage> images = new ArrayList<>();
  private final Map<Integer, List<Attachment>> own = new LinkedHashMap<>();
  private final List<Finding> earlier = new ArrayList<>();
  private final List<ReviewSubject.BodyFile> bodyFiles = new ArrayList<>();
  private String basis = "members of the choir";
  private @Nullable Integer expected;
  private Provenance provenance = Provenance.UNKNOWN;
  private int leftToday;
  private LetterLimit letterLimit = LetterLimit.USUAL;
  private SendWay way = SendWay.toPractice();
  private Memory memory = Memory.NOTHING;
  private TextExtractor extractor = Kit::asText;
  private LocalDate today = LocalDate.of(2026, 11, 21);
  private UnaryOperator<ReceivedMessage> tamper = UnaryOperator.identity();
  private String listSha = "0".repeat(64);
  private boolean unplanned;
  private SafetyReview.Guard guard = (_, _, _) -> new GuardVerdict.Pass();

  /// A choir of so many members, `m1@choir.example` and so on.
  public static Kit choir(int members) {
    Kit kit = new Kit();
    for (int i = 1; i <= members; i++) {
      kit.rows.add(new String[] {"Member " + i, "m" + i + "@choir.example"});
    }
    return kit;
  }

  public static Kit list(String... header) {
    Kit kit = new Kit();
    kit.columns = Columns.of(header);
    return kit;
  }

  /// The column of whole names.
  public Kit names(String heading) {
    names = FieldName.of(heading);
    return this;
  }

  /// One person; the column `Email` holds the address.
  public Kit row(String... cells) {
    rows.add(cells);
    return this;
  }

  public Kit from(String address) {
    from = mailbox("Sender", address);
    return this;
  }

  public Kit replyTo(String address) {
    replyTo = mailbox("", address);
    return this;
  }

  public Kit newsletter(@Nullable String unsubscribe, String postalAddress) {
    kind = Kind.NEWSLETTER;
    newsletter =
        new Mailshot.Newsletter(
            unsubscribe == null ? null : mailbox("", unsubscribe), postalAddress);
    return this;
  }

  public Kit newsletterWithoutSettings() {
    kind = Kind.NEWSLETTER;
    return this;
  }

  public Kit subject(String words) {
    subject = words;
    return this;
  }

  public Kit text(String words) {
    text = words;
    return this;
  }

  public Kit html(String source) {
    html = source;
    return this;
  }

  public Kit attach(String name, String content) {
    return attach(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public Kit attach(String name, byte[] content) {
    slots.add(new AttachmentSlot.ForAll(admitted(name, content)));
    return this;
  }

  public Kit slot(AttachmentSlot slot) {
    slots.add(slot);
    return this;
  }

  public Kit image(String source, byte[] content) {
    images.add(new InlineImage(source, admitted(source, content)));
    return this;
  }

  /// A file that only the letter to row `row` carries.
  public Kit own(int row, String name, String content) {
    return own(row, name, content.getBytes(StandardCharsets.UTF_8));
  }

  public Kit own(int row, String name, byte[] content) {
    own.computeIfAbsent(row, _ -> new ArrayList<>()).add(admitted(name, content));
    return this;
  }

  public Kit earlier(Finding finding) {
    earlier.add(finding);
    return this;
  }

  public Kit bodyFile(String part, String content, @Nullable String list) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    bodyFiles.add(
        new ReviewSubject.BodyFile(
            part, new FileCandidate("letter.txt", "text/plain", Blob.of(bytes), "letter"), list));
    return this;
  }

  public Kit basis(String words) {
    basis = words;
    return this;
  }

  /// So many letters left through the account in the last 24 hours.
  public Kit leftToday(int letters) {
    leftToday = letters;
    return this;
  }

  public Kit letterLimit(LetterLimit limit) {
    letterLimit = limit;
    return this;
  }

  public Kit provenance(Provenance known) {
    provenance = known;
    return this;
  }

  public Kit expected(int people) {
    expected = people;
    return this;
  }

  public Kit way(SendWay through) {
    way = through;
    return this;
  }

  public Kit memory(Memory remembered) {
    memory = remembered;
    return this;
  }

  public Kit extractor(TextExtractor reader) {
    extractor = reader;
    return this;
  }

  public Kit today(LocalDate date) {
    today = date;
    return this;
  }

  public Kit listSha(String sha256) {
    listSha = sha256;
    return this;
  }

  public Kit blindCopy() {
    delivery = Delivery.BLIND_COPY;
    return this;
  }

  public Kit unplanned() {
    unplanned = true;
    return this;
  }

  /// Says of the letter to one address what the last reading would say.
  public Kit guard(String toAddress, GuardVerdict verdict) {
    guard =
        (_, envelope, _) ->
            envelope.rcptTo().getFirst().wire().equals(toAddress)
                ? verdict
                : new GuardVerdict.Pass();
    return this;
  }

  /// Changes each finished message on its way to the checks, as a faulty composer would.
  public Kit tamper(UnaryOperator<ReceivedMessage> fault) {
    tamper = fault;
    return this;
  }

  /// Changes the text of the letter to one address.
  public Kit say(String toAddress, Function<String, String> change) {
    return tamper(
        message ->
            message.to().contains(toAddress)
                ? withText(message, change.apply(message.text()))
                : message);
  }

  public SafetyReview.Reviewed review(SafetyCheck... checks) {
    return review(List.of(checks), ReviewProgress.NONE);
  }

  public SafetyReview.Reviewed review(List<SafetyCheck> checks, ReviewProgress progress) {
    ReviewSubject reviewed = reviewSubject();
    FakeComposer composer = new FakeComposer(tamper);
    SafetyReview.Reviewed done =
        new SafetyReview(checks, () -> composer::parse, guard).review(reviewed, composer, progress);
    // Tests of the review itself bring checks with ids of their own.
    if (checks.stream().allMatch(check -> check.getClass().getName().contains(".safety.check."))) {
      FindingTable.assertKnown(
          done.review().findings().stream().filter(one -> !earlier.contains(one)).toList());
    }
    return done;
  }

  /// The findings of some checks alone.
  public List<Finding> findings(SafetyCheck... checks) {
    return review(checks).review().findings();
  }

  public ReviewSubject reviewSubject() {
    RecipientList list = recipients();
    Mailshot mailshot = mailshot();
    return new ReviewSubject(
        mailshot,
        list,
        unplanned || rows.isEmpty() ? null : new HandPlan(mailshot, list, own),
        earlier,
        bodyFiles,
        new ReviewSubject.Facts(basis, expected, provenance, leftToday, letterLimit),
        way,
        memory,
        extractor,
        today);
  }

  public DispatchPlan plan() {
    return new HandPlan(mailshot(), recipients(), own);
  }

  private Mailshot mailshot() {
    return new Mailshot(
        MailshotId.of("0d3c0000-0000-4000-8000-000000000001"),
        "Spring",
        kind,
        delivery,
        new From(from),
        replyTo,
        new Body<>(
            template(subject, Markup.PLAIN),
            template(text, Markup.PLAIN),
            html == null ? null : template(html, Markup.HTML)),
        images,
        slots,
        newsletter);
  }

  private RecipientList recipients() {
    FieldName email = FieldName.of("Email");
    List<Recipient> people = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String address = rows.get(i)[columns.indexOf(email)];
      people.add(
          new Recipient(
              new RowRef(i + 1, i + 2L), Mailbox.of(AddrSpec.of(address)), columns, rows.get(i)));
    }
    return new RecipientList(
        new ListOrigin("members.csv", listSha, "csv", "UTF-8", ",", null),
        columns,
        email,
        names,
        people,
        List.of());
  }

  private static MergeTemplate template(String source, Markup markup) {
    return switch (MergeTemplate.parse(source, markup)) {
      case TemplateReading.Read(MergeTemplate read) -> read;
      case TemplateReading.Broken(String what, int _, var _) ->
          throw new IllegalArgumentException(what);
    };
  }

  public static Attachment admitted(String name, byte[] content) {
    FileCandidate file =
        new FileCandidate(name, "application/octet-stream", Blob.of(content), name);
    return switch (Attachment.admit(file, KnownLists.NONE)) {
      case Attachment.Admission.Admitted(Attachment attachment) -> attachment;
      case Attachment.Admission.Refused _ -> throw new IllegalArgumentException(name);
    };
  }

  public static Mailbox mailbox(String name, String address) {
    return new Mailbox(name, AddrSpec.of(address));
  }

  public static ReceivedMessage withText(ReceivedMessage message, String words) {
    return new ReceivedMessage(
        message.headers(),
        message.subject(),
        message.from(),
        message.to(),
        message.replyTo(),
        words,
        message.html(),
        message.inline(),
        message.attachments(),
        message.size());
  }

  public static ReceivedMessage withHtml(ReceivedMessage message, String source) {
    return new ReceivedMessage(
        message.headers(),
        message.subject(),
        message.from(),
        message.to(),
        message.replyTo(),
        message.text(),
        source,
        message.inline(),
        message.attachments(),
        message.size());
  }

  private static TextExtractor.Extraction asText(String name, String type, byte[] content) {
    return new TextExtractor.Extraction.Text(
        List.of(new TextExtractor.Piece("", new String(content, StandardCharsets.UTF_8))));
  }

  static LetterDigest digest(String of) {
    try {
      return new LetterDigest(
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(of.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record HandPlan(Mailshot mailshot, RecipientList list, Map<Integer, List<Attachment>> own)
      implements DispatchPlan {
    @Override
    public int revision() {
      return 1;
    }

    @Override
    public int size() {
      return list.people().size();
    }

    @Override
    public LetterId id(int index) {
      return new LetterId(mailshot.id(), 1, list.people().get(index).key().value());
    }

    @Override
    public Letter letter(int index) {
      Recipient person = list.people().get(index);
      List<Attachment> files = new ArrayList<>();
      for (AttachmentSlot slot : mailshot.slots()) {
        if (slot instanceof AttachmentSlot.ForAll(Attachment attachment)) {
          files.add(attachment);
        }
      }
      files.addAll(own.getOrDefault(index + 1, List.of()));
      Body<MergeTemplate> body = mailshot.body();
      MergeTemplate page = body.html();
      return new Letter.Personal(
          mailshot.from(),
          mailshot.replyTo(),
          person,
          new Body<>(
              body.subject().merge(person),
              body.text().merge(person),
              page == null ? null : page.merge(person)),
          mailshot.images(),
          files,
          List.of());
    }

    @Override
    public List<Recipient> people(int index) {
      return List.of(list.people().get(index));
    }
  }

  /// "Composes" by remembering the letter; its bytes are the letter's id.
  static final class FakeComposer implements Composer {
    private final UnaryOperator<ReceivedMessage> tamper;
    private final Map<String, Letter> letters = new ConcurrentHashMap<>();

    FakeComposer(UnaryOperator<ReceivedMessage> tamper) {
      this.tamper = tamper;
    }

    ReceivedMessage parse(byte[] bytes) {
      Letter.Personal letter =
          (Letter.Personal)
              Objects.requireNonNull(letters.get(new String(bytes, StandardCharsets.UTF_8)));
      var page = letter.body().html();
      Map<String, ReceivedMessage.Part> inline = new LinkedHashMap<>();
      letter.images().forEach(image -> inline.put(image.source(), part(image.image())));
      Mailbox answers = letter.replyTo();
      return tamper.apply(
          new ReceivedMessage(
              List.of(),
              letter.body().subject().value(),
              letter.from().mailbox().shown(),
              letter.recipient().mailbox().shown(),
              answers == null ? null : answers.shown(),
              letter.body().text().value(),
              page == null ? null : page.value(),
              inline,
              letter.attachments().stream().map(FakeComposer::part).toList(),
              1000));
    }

    private static ReceivedMessage.Part part(Attachment file) {
      return new ReceivedMessage.Part(file.fileName(), file.contentType(), file.content());
    }

    @Override
    public ComposedLetter compose(LetterId id, Letter letter) {
      letters.put(id.text(), letter);
      Letter.Personal personal = (Letter.Personal) letter;
      String content = personal.body().subject().value() + personal.body().text().value();
      return new Hand(id, letter, content);
    }
  }

  private record Hand(LetterId id, Letter letter, String content) implements ComposedLetter {
    @Override
    public Envelope envelope() {
      return letter.envelope();
    }

    @Override
    public LetterDigest digest() {
      return Kit.digest(id.text() + content);
    }

    @Override
    public String messageId() {
      return "<" + digest().hex() + "@riverside.example>";
    }

    @Override
    public String contentDigest() {
      return Kit.digest(content).hex();
    }

    @Override
    public long size() {
      long files = 0;
      for (Attachment file : letter.attachments()) {
        files += file.content().size();
      }
      return 1000 + files * 4 / 3;
    }

    @Override
    public WireBytes wire(OffsetDateTime date) {
      return WireBytes.of(id.text().getBytes(StandardCharsets.UTF_8));
    }
  }
}
