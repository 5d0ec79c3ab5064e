package org.postroom.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.Forecast;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.Reply;
import org.postroom.dispatch.StopSignal;
import org.postroom.document.MailshotDocument;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.engine.Account;
import org.postroom.engine.AccountSaved;
import org.postroom.engine.Begun;
import org.postroom.engine.BinnedMailshot;
import org.postroom.engine.ConnectionCheck;
import org.postroom.engine.ConnectionStep;
import org.postroom.engine.Counts;
import org.postroom.engine.DiskState;
import org.postroom.engine.DocumentHistory;
import org.postroom.engine.Draft;
import org.postroom.engine.ImapServer;
import org.postroom.engine.LetterView;
import org.postroom.engine.LinkTrier;
import org.postroom.engine.ListExporter;
import org.postroom.engine.ListReading;
import org.postroom.engine.ListRequest;
import org.postroom.engine.LookAlikes;
import org.postroom.engine.Looked;
import org.postroom.engine.MailshotEntry;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.PasswordState;
import org.postroom.engine.Postroom;
import org.postroom.engine.PracticeMailbox;
import org.postroom.engine.PracticeServer;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.ProviderProfile;
import org.postroom.engine.Report;
import org.postroom.engine.SeenLists;
import org.postroom.engine.SendEnd;
import org.postroom.engine.SentLook;
import org.postroom.engine.Start;
import org.postroom.engine.SuppressionList;
import org.postroom.engine.TestEnd;
import org.postroom.engine.Through;
import org.postroom.engine.Version;
import org.postroom.engine.WorkProgress;
import org.postroom.finding.Acknowledgement;
import org.postroom.finding.Finding;
import org.postroom.links.FixedLinks;
import org.postroom.links.TriedLink;
import org.postroom.message.Attachment;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Blob;
import org.postroom.message.Body;
import org.postroom.message.Delivery;
import org.postroom.message.FileCandidate;
import org.postroom.message.From;
import org.postroom.message.Kind;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.message.MailshotId;
import org.postroom.plan.DispatchPlan;
import org.postroom.plan.LetterId;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.AttachmentReading;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;
import org.postroom.safety.SendWay;
import org.postroom.template.Markup;
import org.postroom.template.MergeTemplate;
import org.postroom.template.TemplateReading;

/// An engine in memory with the choir of the pictures, for the window's tests: it answers at once
/// and remembers what it was asked. It does not send.
public class FakePostroom implements Postroom {
  public static final Instant NOW = Instant.parse("2026-11-21T14:02:00Z");
  public static final String BODY =
      """
      Dear {{First name|friend}},

      Our Christmas concert is three weeks away. Doors open at TODO and the first carol is at 19:30.

      {{Voice|choir}} voices meet at 17:45 on Saturday 12 December in the vestry.

      {{#Subs owed}}You still owe {{Subs owed}} for 2026.{{/Subs owed}}

      With warm wishes,
      Helen Marsh, secretary
      """;

  public final Map<String, String> settings = new HashMap<>();
  public final Map<String, String> bodies = new LinkedHashMap<>();
  public final List<MailshotEntry> entries = new ArrayList<>();
  private final List<MailshotEntry> thrown = new ArrayList<>();
  public final List<Account> accounts = new ArrayList<>();
  public final List<MailshotFile> saves = new ArrayList<>();
  public final List<String> calls = new ArrayList<>();

  /// What lists read as, by file name; anything else is a problem.
  public final Map<String, RecipientList> lists = new HashMap<>();

  /// The lists that were read here before, the latest first.
  public final List<SeenLists.SeenList> seen = new ArrayList<>();

  /// What exports lists; null for nothing.
  public @Nullable ListExporter exporter;

  /// What the mailshot links to, and what came of it.
  public FixedLinks fixedLinks = FixedLinks.NONE;

  public List<TriedLink> tried = List.of();

  @Override
  public LinkTrier links() {
    return new LinkTrier() {
      @Override
      public FixedLinks of(MailshotFile file) {
        return fixedLinks;
      }

      @Override
      public List<TriedLink> tryAll(FixedLinks links, WorkProgress progress) {
        calls.add("tryAll " + links.links().size());
        return tried;
      }
    };
  }

  /// Files that admission refuses, by name.
  public final List<String> refused = new ArrayList<>();

  public final List<String> unreadable = new ArrayList<>();

  /// Thrown by the next reading of a list, if set.
  public @Nullable Problem listProblem;

  /// Run between reading a list and having remembered it.
  public Runnable whileRemembering = () -> {};

  public @Nullable Report report;

  /// The revision of the plans that are drafted next.
  public int revision = 1;

  /// What the connection test comes to.
  public ConnectionCheck check = new ConnectionCheck.Passed();

  public boolean keychain = true;

  public FakePostroom() {
    lists.put("members.csv", Choir.list());
    refused.add("members.csv");
  }

  /// The document of the pictures: 312 people, a text, one attachment.
  public static MailshotFile christmas() {
    UUID id = UUID.fromString("0d3c0000-0000-4000-8000-000000000001");
    Recipients recipients =
        new Recipients(
            "members.csv",
            "Email",
            "Name",
            null,
            null,
            null,
            "They are our members. Kept by the secretary, from the joining forms",
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            Map.of());
    MailshotDocument document =
        new MailshotDocument(
            id,
            "Christmas concert newsletter",
            Kind.PERSONAL,
            Delivery.INDIVIDUAL,
            "Riverside Community Choir <news@riverside.example>",
            "helen.marsh@brightmail.example",
            recipients,
            "See you on 12 December, {{First name|friend}}?",
            null,
            null,
            "letter.md",
            List.of(new MailshotDocument.AttachmentEntry.ForAll("Christmas-programme.pdf")),
            null,
            null,
            null,
            List.of());
    return new MailshotFile(Path.of("/choir/christmas.mailshot"), document, new MailshotId(id));
  }

  /// The list of mailshots of the pictures.
  public FakePostroom withMailshots() {
    entry(1, "Christmas concert newsletter", MailshotEntry.State.DRAFT, 312, Counts.NONE);
    entry(2, "Annual general meeting 2027", MailshotEntry.State.DRAFT, 0, Counts.NONE);
    entry(
        3,
        "Autumn subscription reminder",
        MailshotEntry.State.NEEDS_DECISION,
        289,
        new Counts(289, 287, 0, 0, 2, 0, 0));
    entry(
        4,
        "Rehearsal moved to St Mark’s",
        MailshotEntry.State.STOPPED,
        68,
        new Counts(68, 20, 0, 0, 0, 48, 0));
    entry(
        5,
        "November newsletter",
        MailshotEntry.State.DONE,
        310,
        new Counts(310, 307, 0, 3, 0, 0, 0));
    entry(
        6,
        "Summer tour: coach times",
        MailshotEntry.State.DONE,
        54,
        new Counts(54, 54, 0, 0, 0, 0, 0));
    return this;
  }

  private void entry(int n, String name, MailshotEntry.State state, int people, Counts counts) {
    UUID id = UUID.fromString("0d3c0000-0000-4000-8000-00000000000" + n);
    entries.add(
        new MailshotEntry(
            new MailshotId(id),
            Path.of("/choir/" + n + ".mailshot"),
            name,
            "Subject " + n,
            NOW.minusSeconds(n * 86_400L - 86_000L),
            people,
            state,
            counts,
            false,
            null));
  }

  @Override
  public MailshotFile open(Path mailshot) {
    calls.add("open " + mailshot.getFileName());
    return christmas();
  }

  @Override
  public MailshotFile save(MailshotFile file) throws ProblemException {
    saves.add(file);
    return file;
  }

  @Override
  public MailshotFile create(String name) {
    calls.add("create");
    return empty(name);
  }

  /// A new mailshot: no list, no text.
  public static MailshotFile empty(String name) {
    UUID id = UUID.fromString("0d3c0000-0000-4000-8000-0000000000ff");
    MailshotDocument document =
        new MailshotDocument(
            id,
            name,
            Kind.PERSONAL,
            Delivery.INDIVIDUAL,
            "",
            null,
            Recipients.none(),
            "",
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            List.of());
    return new MailshotFile(Path.of("/choir/new.mailshot"), document, new MailshotId(id));
  }

  /// What mailshots were begun with.
  public final List<Start> starts = new ArrayList<>();

  /// What a text had and has no more.
  public java.util.Map<org.postroom.richtext.Loss, Integer> lost = java.util.Map.of();

  @Override
  public Begun begin(String name, Start start) {
    calls.add("begin " + name);
    starts.add(start);
    return new Begun(empty(name), lost, java.util.Set.of());
  }

  @Override
  public MailshotFile createSample() {
    calls.add("createSample");
    return christmas();
  }

  @Override
  public String readBody(MailshotFile file, String relative) {
    boolean hasText = !file.document().subject().isEmpty() && relative.equals("letter.md");
    return bodies.getOrDefault(relative, hasText ? BODY : "");
  }

  @Override
  public void writeBody(MailshotFile file, String relative, String text) throws ProblemException {
    bodies.put(relative, text);
  }

  @Override
  public List<MailshotEntry> mailshots() {
    return List.copyOf(entries);
  }

  @Override
  public void moveToBin(MailshotId mailshot) throws ProblemException {
    calls.add("moveToBin");
    entries.stream()
        .filter(entry -> entry.id().equals(mailshot))
        .forEach(entry -> thrown.addFirst(entry));
    entries.removeIf(entry -> entry.id().equals(mailshot));
  }

  @Override
  public void restoreFromBin(MailshotId mailshot) throws ProblemException {
    calls.add("restoreFromBin");
    thrown.stream().filter(entry -> entry.id().equals(mailshot)).forEach(entries::add);
    thrown.removeIf(entry -> entry.id().equals(mailshot));
  }

  @Override
  public List<BinnedMailshot> bin() {
    return thrown.stream()
        .map(
            entry ->
                new BinnedMailshot(
                    entry.id(),
                    entry.name(),
                    entry.subject(),
                    entry.people(),
                    NOW.plus(java.time.Duration.ofDays(30))))
        .toList();
  }

  @Override
  public ListReading readList(ListRequest request, WorkProgress progress) throws ProblemException {
    return read(request.file().getFileName().toString(), progress);
  }

  @Override
  public ListReading importList(
      MailshotFile file, Consumer<ListReading> read, WorkProgress progress)
      throws ProblemException {
    calls.add("importList");
    String name = file.document().recipients().file();
    ListReading reading = read(name.substring(name.lastIndexOf('/') + 1), progress);
    read.accept(reading);
    whileRemembering.run();
    if (!progress.at(reading.list().rows(), reading.list().rows())) {
      throw new CancellationException();
    }
    return reading;
  }

  @Override
  public SuppressionList suppressions() {
    throw new UnsupportedOperationException("the window does not keep the list yet");
  }

  @Override
  public ListExporter exporter() {
    if (exporter == null) {
      throw new UnsupportedOperationException("this fake does not export lists");
    }
    return exporter;
  }

  @Override
  public SeenLists seenLists() {
    return new SeenLists() {
      @Override
      public List<SeenList> all() {
        return List.copyOf(seen);
      }

      @Override
      public Optional<SeenList> find(String sha256) {
        return seen.stream().filter(list -> list.sha256().equals(sha256)).findFirst();
      }

      @Override
      public void forget(String sha256, String reason) {
        calls.add("forget " + sha256 + ": " + reason);
        seen.removeIf(list -> list.sha256().equals(sha256));
      }
    };
  }

  private ListReading read(String name, WorkProgress progress) throws ProblemException {
    Problem wrong = listProblem;
    if (wrong != null) {
      throw new ProblemException(wrong);
    }
    RecipientList list = lists.get(name);
    if (list == null) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.FILE,
              "“" + name + "” could not be found.",
              "Nothing was changed.",
              "Choose the list again."));
    }
    progress.at(list.rows(), list.rows());
    return new ListReading(list, List.of());
  }

  @Override
  public Attachment.Admission admit(MailshotFile file, Path candidate) {
    return admission(candidate.getFileName().toString());
  }

  @Override
  public AttachmentReading look(Draft draft, Path candidate) {
    return unreadable.contains(candidate.getFileName().toString())
        ? new AttachmentReading.NotRead("encrypted")
        : new AttachmentReading.Nothing();
  }

  private Attachment.Admission admission(String name) {
    FileCandidate file =
        new FileCandidate(name, "application/pdf", Blob.of(new byte[412_000]), "/choir/" + name);
    return Attachment.admit(
        file, candidate -> refused.contains(name) ? Optional.of(name) : Optional.empty());
  }

  @Override
  public Draft draft(MailshotFile file, SendWay way, WorkProgress progress)
      throws ProblemException {
    calls.add("draft");
    return new FakeDraft(file, way, progress);
  }

  @Override
  public SafetyReview.Reviewed review(Draft draft, ReviewProgress progress)
      throws ProblemException {
    throw new UnsupportedOperationException("this fake does not review");
  }

  @Override
  public LetterView preview(Draft draft, int index) throws ProblemException {
    throw new ProblemException(
        new Problem(Problem.Kind.FILE, "This fake does not compose.", "", ""));
  }

  @Override
  public Path saveLetter(Draft draft, int index, Path folder) {
    return folder;
  }

  /// What another program has made of the files; by the next look at the disk.
  public DiskState disk = new DiskState(java.util.Map.of("choir.mailshot", "as read"));

  /// Earlier versions, the latest first.
  public final List<Version> versions = new ArrayList<>();

  @Override
  public DocumentHistory history() {
    return new DocumentHistory() {
      @Override
      public DiskState onDisk(MailshotFile file) {
        return disk;
      }

      @Override
      public void keep(MailshotFile file) {}

      @Override
      public void keepForSure(MailshotFile file) {
        calls.add("keepForSure disk");
      }

      @Override
      public void keepForSure(MailshotFile file, java.util.Map<String, String> texts) {
        calls.add("keepForSure screen");
      }

      @Override
      public List<Version> versions(MailshotFile file) {
        return List.copyOf(versions);
      }

      @Override
      public MailshotFile takeBack(MailshotFile file, Version version) {
        calls.add("takeBack " + version.key());
        return file;
      }
    };
  }

  /// Which letters were looked at, by places in the plan.
  public final List<Integer> marked = new ArrayList<>();

  @Override
  public Looked looked(Draft draft, WorkProgress progress) {
    return draft
        .plan()
        .map(
            plan -> {
              Looked looked = Looked.atNothing(LookAlikes.of(plan, progress));
              for (int place : marked) {
                looked = looked.and(plan.letter(place), place);
              }
              return looked;
            })
        .orElseGet(() -> Looked.atNothing(new LookAlikes(List.of(), List.of())));
  }

  @Override
  public void markLooked(Draft draft, int index) {
    marked.add(index);
  }

  @Override
  public Draft asking(Draft draft, Looked looked) {
    return draft;
  }

  /// How a test to oneself ends; null for a server that takes every letter.
  public @Nullable TestEnd testEnd;

  /// What was tested, by places in the plan.
  public final List<List<Integer>> tested = new ArrayList<>();

  @Override
  public TestEnd testToMyself(
      Draft draft,
      List<Integer> letters,
      Through through,
      StopSignal stop,
      DispatchListener listener) {
    calls.add("testToMyself");
    tested.add(letters);
    TestEnd end = testEnd;
    return end != null
        ? end
        : new TestEnd.Ran(
            draft.mailshot().from().mailbox().address().wire(),
            new DispatchResult.Completed(),
            letters.stream()
                .map(
                    index ->
                        new TestEnd.Tested(
                            index, "[Test]", new DeliveryOutcome.Accepted(Reply.local("taken"))))
                .toList());
  }

  @Override
  public SendEnd send(
      Draft draft,
      SafetyReview.Reviewed reviewed,
      int confirmed,
      List<Acknowledgement> acknowledgements,
      Through through,
      DispatchOptions options,
      StopSignal stop,
      DispatchListener listener)
      throws ProblemException {
    throw new UnsupportedOperationException("this fake does not send");
  }

  @Override
  public SendEnd resume(
      MailshotFile file,
      Through through,
      boolean asCleared,
      DispatchOptions options,
      StopSignal stop,
      DispatchListener listener)
      throws ProblemException {
    throw new UnsupportedOperationException("this fake does not send");
  }

  @Override
  public Optional<Report> report(MailshotFile file, boolean practice) {
    return Optional.ofNullable(report);
  }

  @Override
  public void writePage(Path file, String html) {
    calls.add("writePage " + file.getFileName());
  }

  @Override
  public void exportReport(Report exported, Path csv) {
    calls.add("exportReport " + csv.getFileName());
  }

  @Override
  public Optional<ImapServer> imapFor(Through.Server account) {
    return Optional.empty();
  }

  @Override
  public String checkMailbox(Through.Server account, ImapServer server, char @Nullable [] password)
      throws ProblemException {
    throw new UnsupportedOperationException("this fake has no mailbox");
  }

  @Override
  public SentLook lookInSent(MailshotFile file, Through.Server account, ImapServer server) {
    throw new UnsupportedOperationException("this fake has no mailbox");
  }

  @Override
  public void decide(
      MailshotFile file, boolean practice, String address, Decision decision, String reason) {
    calls.add("decide " + address);
  }

  @Override
  public void end(MailshotFile file, boolean practice, String reason) {
    calls.add("end");
  }

  @Override
  public List<Account> accounts() {
    return List.copyOf(accounts);
  }

  @Override
  public AccountSaved saveAccount(
      Account account, char @Nullable [] password, char @Nullable [] passphrase) {
    if (!keychain && password != null && passphrase == null) {
      return AccountSaved.PASSPHRASE_NEEDED;
    }
    accounts.removeIf(before -> before.name().equals(account.name()));
    accounts.add(account);
    return AccountSaved.SAVED;
  }

  @Override
  public void removeAccount(String name) {
    accounts.removeIf(account -> account.name().equals(name));
  }

  @Override
  public ConnectionCheck testConnection(
      Through.Server server,
      String address,
      char @Nullable [] password,
      ConnectionCheck.Progress progress) {
    calls.add("test " + server.host() + ":" + server.port() + " " + server.security());
    for (ConnectionStep step : ConnectionStep.values()) {
      if (check instanceof ConnectionCheck.Failed failed && failed.step() == step) {
        return failed;
      }
      progress.passed(step);
    }
    return check;
  }

  @Override
  public PasswordState passwordState(Through.Server server) {
    return server.user() == null ? PasswordState.NOT_NEEDED : PasswordState.KEPT;
  }

  @Override
  public boolean hasKeychain() {
    return keychain;
  }

  @Override
  public Optional<Through.Server> serverFor(String address) {
    return address.endsWith("@harbourmail.example")
        ? Optional.of(
            new Through.Server(
                "smtp.harbourmail.example", 587, Through.Security.STARTTLS, address, false, 1, -1))
        : Optional.empty();
  }

  @Override
  public ProviderProfile profile(String host) {
    return host.equals("smtp.office365.com")
        ? new ProviderProfile("Microsoft", new Pace(30, 0, 10_000), 25_000_000, "Microsoft's page")
        : new ProviderProfile("", Pace.CAREFUL, 25_000_000, "Unknown provider: careful numbers");
  }

  @Override
  public SendWay way(Through through) {
    return through instanceof Through.Practice ? SendWay.toPractice() : SendWay.undecided();
  }

  @Override
  public Pace pace(Through through) {
    throw new UnsupportedOperationException("this fake does not send");
  }

  @Override
  public Forecast forecast(
      Through through,
      int letters,
      List<Acknowledgement> acknowledgements,
      DispatchOptions options) {
    return Forecast.of(letters, options, NOW, ZoneOffset.UTC);
  }

  @Override
  public PracticeServer startPracticeServer(int port, @Nullable Path dir) {
    throw new UnsupportedOperationException("this fake has no server");
  }

  @Override
  public PracticeMailbox practiceMailbox(MailshotId mailshot) {
    throw new UnsupportedOperationException("this fake has no mailbox");
  }

  @Override
  public Optional<String> setting(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  @Override
  public void setSetting(String key, String value) throws ProblemException {
    settings.put(key, value);
  }

  @Override
  public void stopRuns() {}

  @Override
  public void close() {}

  private final class FakeDraft implements Draft {
    private final MailshotFile file;
    private final SendWay way;
    private final RecipientList list;
    private final Mailshot mailshot;
    private final int planned = revision;

    private FakeDraft(MailshotFile file, SendWay way, WorkProgress progress)
        throws ProblemException {
      MailshotDocument d = file.document();
      if (d.recipients().file().isEmpty() || d.from().isEmpty()) {
        throw new ProblemException(
            new Problem(
                Problem.Kind.DOCUMENT,
                "There is no list of people or no sender yet.",
                "Nothing was changed.",
                "Choose both."));
      }
      this.file = file;
      this.way = way;
      this.list = read(d.recipients().file(), progress).list();
      List<AttachmentSlot> slots =
          d.attachments().stream()
              .filter(MailshotDocument.AttachmentEntry.ForAll.class::isInstance)
              .map(MailshotDocument.AttachmentEntry.ForAll.class::cast)
              .map(
                  entry ->
                      switch (admission(Objects.toString(Path.of(entry.file()).getFileName()))) {
                        case Attachment.Admission.Admitted(var one) ->
                            (AttachmentSlot) new AttachmentSlot.ForAll(one);
                        case Attachment.Admission.Refused(var one, var why) ->
                            new AttachmentSlot.Refused(one.fileName(), why);
                      })
              .toList();
      this.mailshot =
          new Mailshot(
              file.id(),
              d.name(),
              d.kind(),
              d.delivery(),
              new From(
                  new Mailbox("Riverside Community Choir", AddrSpec.of("news@riverside.example"))),
              null,
              new Body<>(template(d.subject()), template(readBody(file, "letter.md")), null),
              List.of(),
              slots,
              null);
    }

    private static MergeTemplate template(String source) {
      return switch (MergeTemplate.parse(source, Markup.PLAIN)) {
        case TemplateReading.Read(var template) -> template;
        case TemplateReading.Broken(var what, var line, var _) ->
            throw new IllegalArgumentException(what + " in line " + line);
      };
    }

    @Override
    public MailshotFile file() {
      return file;
    }

    @Override
    public RecipientList list() {
      return list;
    }

    @Override
    public Mailshot mailshot() {
      return mailshot;
    }

    @Override
    public SendWay way() {
      return way;
    }

    @Override
    public Optional<DispatchPlan> plan() {
      return Optional.of(new FakePlan(mailshot, list, planned));
    }

    @Override
    public List<Finding> findings() {
      return mailshot.slots().stream()
          .filter(AttachmentSlot.Refused.class::isInstance)
          .map(slot -> ((AttachmentSlot.Refused) slot).finding())
          .toList();
    }

    @Override
    public int people() {
      return list.people().size();
    }
  }

  private record FakePlan(Mailshot mailshot, RecipientList list, int revision)
      implements DispatchPlan {
    @Override
    public int size() {
      return list.people().size();
    }

    @Override
    public LetterId id(int index) {
      return new LetterId(mailshot.id(), revision, list.people().get(index).key().value());
    }

    @Override
    public Letter letter(int index) {
      Recipient one = list.people().get(index);
      return new Letter.Personal(
          mailshot.from(),
          null,
          one,
          new Body<>(mailshot.body().subject().merge(one), mailshot.body().text().merge(one), null),
          List.of(),
          List.of(),
          List.of());
    }

    @Override
    public List<Recipient> people(int index) {
      return List.of(list.people().get(index));
    }
  }
}
