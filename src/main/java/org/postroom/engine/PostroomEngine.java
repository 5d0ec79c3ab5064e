package org.postroom.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.Forecast;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.StopSignal;
import org.postroom.files.DiskFiles;
import org.postroom.files.ListIdentities;
import org.postroom.finding.Acknowledgement;
import org.postroom.message.Attachment;
import org.postroom.message.FileCandidate;
import org.postroom.message.KnownLists;
import org.postroom.message.MailshotId;
import org.postroom.safety.AttachmentReading;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;
import org.postroom.safety.SendWay;
import org.postroom.workspace.UncheckedWorkspaceException;
import org.postroom.workspace.WorkspaceException;

/// The engine: each verb is a class of its own, and this one only joins them.
public final class PostroomEngine implements Postroom {
  private final Parts parts;
  private final Documents documents;
  private final DocumentHistory history;
  private final Starting starting;
  private final Importer importer;
  private final Drafting drafting;
  private final Reviewing reviewing;
  private final Runs runs = new Runs();
  private final Sending sending;
  private final Looking looking;
  private final SelfTesting selfTesting;
  private final Reporting reporting;
  private final SentLooking sentLooking;
  private final AccountSecrets secrets;
  private final AccountBook accounts;
  private final ConnectionTesting testing;
  private final Shelf shelf;
  private final Sample sample;
  private final SuppressionList suppressions;
  private final SeenLists seenLists;
  private final ListExporter exporter;
  private final LinkTrier links;

  public PostroomEngine(Parts parts) {
    this.parts = parts;
    this.secrets = new AccountSecrets(parts);
    Settled settled = new Settled(parts);
    this.documents = new Documents(parts);
    this.starting = new Starting(documents);
    this.history = new History(parts, documents);
    this.importer = new Importer(parts);
    this.drafting = new Drafting(parts, importer, documents);
    this.reviewing = new Reviewing(parts);
    Held held = new Held(parts.clock());
    this.sending =
        new Sending(parts, importer, drafting, settled, new Transmission(parts, secrets), held);
    this.looking = new Looking(parts);
    this.selfTesting = new SelfTesting(parts, reviewing, secrets);
    this.reporting = new Reporting(parts, settled);
    this.sentLooking = new SentLooking(parts, secrets, reporting);
    this.accounts = new AccountBook(parts, secrets);
    this.testing = new ConnectionTesting(secrets);
    this.shelf = new Shelf(parts, held);
    this.sample = new Sample(parts, documents);
    this.suppressions = new SuppressionBook(parts, importer);
    this.seenLists = new ListBook(parts);
    this.exporter = new ListExporting(parts, importer);
    this.links = new LinkTrying(documents);
  }

  private interface Work<T> {
    T run() throws ProblemException;
  }

  /// A record that cannot be read inside a port becomes a problem like any other.
  private static <T> T told(Work<T> work) throws ProblemException {
    try {
      return work.run();
    } catch (UncheckedWorkspaceException e) {
      throw Problems.of(e);
    }
  }

  @Override
  public MailshotFile open(Path mailshot) throws ProblemException {
    return documents.open(mailshot);
  }

  @Override
  public MailshotFile save(MailshotFile file) throws ProblemException {
    return documents.save(file);
  }

  @Override
  public MailshotFile create(String name) throws ProblemException {
    return documents.create(name);
  }

  @Override
  public Begun begin(String name, Start start) throws ProblemException {
    return starting.begin(name, start);
  }

  @Override
  public MailshotFile createSample() throws ProblemException {
    return sample.create();
  }

  @Override
  public String readBody(MailshotFile file, String relative) throws ProblemException {
    return documents.readBody(file, relative);
  }

  @Override
  public void writeBody(MailshotFile file, String relative, String text) throws ProblemException {
    documents.writeBody(file, relative, text);
  }

  @Override
  public DocumentHistory history() {
    return history;
  }

  @Override
  public List<MailshotEntry> mailshots() throws ProblemException {
    return shelf.all();
  }

  @Override
  public void moveToBin(MailshotId mailshot) throws ProblemException {
    shelf.moveToBin(mailshot);
  }

  @Override
  public void restoreFromBin(MailshotId mailshot) throws ProblemException {
    shelf.restore(mailshot);
  }

  @Override
  public List<BinnedMailshot> bin() throws ProblemException {
    return shelf.bin();
  }

  @Override
  public ListReading readList(ListRequest request, WorkProgress progress) throws ProblemException {
    return importer.read(request, progress);
  }

  @Override
  public ListReading importList(
      MailshotFile file, Consumer<ListReading> read, WorkProgress progress)
      throws ProblemException {
    Importer.Imported imported =
        importer.read(file, new DiskFiles(file.folder()), importer.memory(), progress);
    read.accept(imported.reading());
    importer.register(file, imported, progress);
    return imported.reading();
  }

  @Override
  public SuppressionList suppressions() {
    return suppressions;
  }

  @Override
  public SeenLists seenLists() {
    return seenLists;
  }

  @Override
  public ListExporter exporter() {
    return exporter;
  }

  @Override
  public LinkTrier links() {
    return links;
  }

  @Override
  public Attachment.Admission admit(MailshotFile file, Path candidate) throws ProblemException {
    return told(() -> Attachment.admit(candidate(candidate), known(file)));
  }

  @Override
  public AttachmentReading look(Draft draft, Path candidate) throws ProblemException {
    return told(() -> reviewing.look(PlannedDraft.of(draft), candidate(candidate)));
  }

  @Override
  public Draft draft(MailshotFile file, SendWay way, WorkProgress progress)
      throws ProblemException {
    return told(() -> drafting.now(file, way, progress));
  }

  @Override
  public SafetyReview.Reviewed review(Draft draft, ReviewProgress progress)
      throws ProblemException {
    return told(() -> reviewing.review(PlannedDraft.of(draft), progress));
  }

  @Override
  public LetterView preview(Draft draft, int index) throws ProblemException {
    return reviewing.preview(PlannedDraft.of(draft), index);
  }

  @Override
  public Path saveLetter(Draft draft, int index, Path folder) throws ProblemException {
    return reviewing.save(PlannedDraft.of(draft), index, folder);
  }

  @Override
  public Looked looked(Draft draft, WorkProgress progress) throws ProblemException {
    return looking.of(PlannedDraft.of(draft), progress);
  }

  @Override
  public void markLooked(Draft draft, int index) throws ProblemException {
    looking.mark(PlannedDraft.of(draft), index);
  }

  @Override
  public Draft asking(Draft draft, Looked looked) {
    return looking.asking(PlannedDraft.of(draft), looked);
  }

  @Override
  public TestEnd testToMyself(
      Draft draft,
      List<Integer> letters,
      Through through,
      StopSignal stop,
      DispatchListener listener)
      throws ProblemException {
    return runs.during(
        stop,
        () ->
            told(() -> selfTesting.test(PlannedDraft.of(draft), letters, through, stop, listener)));
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
    Sending.Run run = new Sending.Run(through, options, stop, listener);
    return runs.during(
        stop,
        () ->
            told(
                () ->
                    sending.send(
                        PlannedDraft.of(draft), reviewed, confirmed, acknowledgements, run)));
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
    Sending.Run run = new Sending.Run(through, options, stop, listener);
    return runs.during(stop, () -> told(() -> sending.resume(file, asCleared, run)));
  }

  @Override
  public Optional<Report> report(MailshotFile file, boolean practice) throws ProblemException {
    return reporting.report(file, practice);
  }

  @Override
  public void writePage(Path file, String html) throws ProblemException {
    documents.writePage(file, html);
  }

  @Override
  public void exportReport(Report report, Path csv) throws ProblemException {
    reporting.export(report, csv);
  }

  @Override
  public Optional<ImapServer> imapFor(Through.Server account) throws ProblemException {
    return sentLooking.server(account);
  }

  @Override
  public String checkMailbox(Through.Server account, ImapServer server, char @Nullable [] password)
      throws ProblemException {
    return sentLooking.check(account, server, password);
  }

  @Override
  public SentLook lookInSent(MailshotFile file, Through.Server account, ImapServer server)
      throws ProblemException {
    return sentLooking.look(file, account, server);
  }

  @Override
  public void decide(
      MailshotFile file, boolean practice, String address, Decision decision, String reason)
      throws ProblemException {
    reporting.decide(file, practice, address, decision, reason);
  }

  @Override
  public void end(MailshotFile file, boolean practice, String reason) throws ProblemException {
    reporting.end(file, practice, reason);
  }

  @Override
  public List<Account> accounts() throws ProblemException {
    return accounts.all();
  }

  @Override
  public AccountSaved saveAccount(
      Account account, char @Nullable [] password, char @Nullable [] passphrase)
      throws ProblemException {
    return accounts.save(account, password, passphrase);
  }

  @Override
  public void removeAccount(String name) throws ProblemException {
    accounts.remove(name);
  }

  @Override
  public ConnectionCheck testConnection(
      Through.Server server,
      String address,
      char @Nullable [] password,
      ConnectionCheck.Progress progress)
      throws ProblemException {
    return testing.test(server, address, password, progress);
  }

  @Override
  public PasswordState passwordState(Through.Server server) {
    return secrets.state(server);
  }

  @Override
  public boolean hasKeychain() {
    return secrets.hasKeychain();
  }

  @Override
  public Optional<Through.Server> serverFor(String address) {
    return Providers.serverFor(address);
  }

  @Override
  public ProviderProfile profile(String host) {
    return Providers.profile(host);
  }

  @Override
  public SendWay way(Through through) {
    return Ways.facts(through);
  }

  @Override
  public Pace pace(Through through) {
    return Ways.pace(through);
  }

  @Override
  public Forecast forecast(
      Through through, int letters, List<Acknowledgement> acknowledgements, DispatchOptions options)
      throws ProblemException {
    try {
      return sending.forecast(through, letters, acknowledgements, options);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  @Override
  public PracticeServer startPracticeServer(int port, @Nullable Path dir) throws ProblemException {
    Path folder = dir == null ? parts.workspace().folder().resolve("practice/server") : dir;
    try {
      return new RunningPractice(
          org.postroom.practice.PracticeServer.start(port, folder, parts.clock()));
    } catch (IOException e) {
      throw Problems.of(
          e,
          Problem.Kind.WORKSPACE,
          "practice.not-started",
          Integer.toString(port),
          folder.toString());
    }
  }

  @Override
  public PracticeMailbox practiceMailbox(MailshotId mailshot) throws ProblemException {
    try {
      return new PracticeFolder(parts.workspace().practiceMail(mailshot), parts);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  @Override
  public Optional<String> setting(String key) {
    try {
      return parts.workspace().settings().get(key);
    } catch (WorkspaceException e) {
      return Optional.empty(); // The window then looks as it does by itself.
    }
  }

  @Override
  public void setSetting(String key, String value) throws ProblemException {
    try {
      parts.workspace().settings().put(key, value);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  @Override
  public void stopRuns() throws InterruptedException {
    runs.stopAll();
  }

  @Override
  public void close() {
    parts.workspace().close();
  }

  private KnownLists known(MailshotFile file) throws ProblemException {
    String list = file.document().recipients().file();
    Path path = file.folder().resolve(list);
    return list.isEmpty() || !Files.isRegularFile(path)
        ? ListIdentities.of(List.of(), parts.workspace().lists())
        : drafting.known(list(path));
  }

  private static FileCandidate candidate(Path path) throws ProblemException {
    try {
      return DiskFiles.candidate(path);
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.FILE, "file.unreadable", path.toString());
    }
  }

  private static FileCandidate list(Path path) throws ProblemException {
    try {
      return DiskFiles.list(path);
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.FILE, "file.unreadable", path.toString());
    }
  }
}
