package org.postroom.drill;

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
import org.postroom.engine.Account;
import org.postroom.engine.AccountSaved;
import org.postroom.engine.Begun;
import org.postroom.engine.BinnedMailshot;
import org.postroom.engine.ConnectionCheck;
import org.postroom.engine.DocumentHistory;
import org.postroom.engine.Draft;
import org.postroom.engine.ImapServer;
import org.postroom.engine.LetterView;
import org.postroom.engine.LinkTrier;
import org.postroom.engine.ListExporter;
import org.postroom.engine.ListReading;
import org.postroom.engine.ListRequest;
import org.postroom.engine.Looked;
import org.postroom.engine.MailshotEntry;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.PasswordState;
import org.postroom.engine.Postroom;
import org.postroom.engine.PracticeMailbox;
import org.postroom.engine.PracticeServer;
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
import org.postroom.engine.WorkProgress;
import org.postroom.finding.Acknowledgement;
import org.postroom.message.Attachment;
import org.postroom.message.MailshotId;
import org.postroom.safety.AttachmentReading;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;
import org.postroom.safety.SendWay;

/// An engine that passes every verb on. What differs overrides it.
abstract class Forwarding implements Postroom {
  private final Postroom to;

  Forwarding(Postroom to) {
    this.to = to;
  }

  @Override
  public MailshotFile open(Path mailshot) throws ProblemException {
    return to.open(mailshot);
  }

  @Override
  public MailshotFile save(MailshotFile file) throws ProblemException {
    return to.save(file);
  }

  @Override
  public MailshotFile create(String name) throws ProblemException {
    return to.create(name);
  }

  @Override
  public Begun begin(String name, Start start) throws ProblemException {
    return to.begin(name, start);
  }

  @Override
  public MailshotFile createSample() throws ProblemException {
    return to.createSample();
  }

  @Override
  public String readBody(MailshotFile file, String relative) throws ProblemException {
    return to.readBody(file, relative);
  }

  @Override
  public void writeBody(MailshotFile file, String relative, String text) throws ProblemException {
    to.writeBody(file, relative, text);
  }

  @Override
  public DocumentHistory history() {
    return to.history();
  }

  @Override
  public List<MailshotEntry> mailshots() throws ProblemException {
    return to.mailshots();
  }

  @Override
  public void moveToBin(MailshotId mailshot) throws ProblemException {
    to.moveToBin(mailshot);
  }

  @Override
  public void restoreFromBin(MailshotId mailshot) throws ProblemException {
    to.restoreFromBin(mailshot);
  }

  @Override
  public List<BinnedMailshot> bin() throws ProblemException {
    return to.bin();
  }

  @Override
  public ListReading readList(ListRequest request, WorkProgress progress) throws ProblemException {
    return to.readList(request, progress);
  }

  @Override
  public ListReading importList(
      MailshotFile file, Consumer<ListReading> read, WorkProgress progress)
      throws ProblemException {
    return to.importList(file, read, progress);
  }

  @Override
  public Attachment.Admission admit(MailshotFile file, Path candidate) throws ProblemException {
    return to.admit(file, candidate);
  }

  @Override
  public AttachmentReading look(Draft draft, Path candidate) throws ProblemException {
    return to.look(draft, candidate);
  }

  @Override
  public SuppressionList suppressions() {
    return to.suppressions();
  }

  @Override
  public SeenLists seenLists() {
    return to.seenLists();
  }

  @Override
  public ListExporter exporter() {
    return to.exporter();
  }

  @Override
  public LinkTrier links() {
    return to.links();
  }

  @Override
  public Draft draft(MailshotFile file, SendWay way, WorkProgress progress)
      throws ProblemException {
    return to.draft(file, way, progress);
  }

  @Override
  public SafetyReview.Reviewed review(Draft draft, ReviewProgress progress)
      throws ProblemException {
    return to.review(draft, progress);
  }

  @Override
  public LetterView preview(Draft draft, int index) throws ProblemException {
    return to.preview(draft, index);
  }

  @Override
  public Path saveLetter(Draft draft, int index, Path folder) throws ProblemException {
    return to.saveLetter(draft, index, folder);
  }

  @Override
  public Looked looked(Draft draft, WorkProgress progress) throws ProblemException {
    return to.looked(draft, progress);
  }

  @Override
  public void markLooked(Draft draft, int index) throws ProblemException {
    to.markLooked(draft, index);
  }

  @Override
  public Draft asking(Draft draft, Looked looked) {
    return to.asking(draft, looked);
  }

  @Override
  public TestEnd testToMyself(
      Draft draft,
      List<Integer> letters,
      Through through,
      StopSignal stop,
      DispatchListener listener)
      throws ProblemException {
    return to.testToMyself(draft, letters, through, stop, listener);
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
    return to.send(draft, reviewed, confirmed, acknowledgements, through, options, stop, listener);
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
    return to.resume(file, through, asCleared, options, stop, listener);
  }

  @Override
  public Optional<Report> report(MailshotFile file, boolean practice) throws ProblemException {
    return to.report(file, practice);
  }

  @Override
  public void writePage(Path file, String html) throws ProblemException {
    to.writePage(file, html);
  }

  @Override
  public void exportReport(Report report, Path csv) throws ProblemException {
    to.exportReport(report, csv);
  }

  @Override
  public Optional<ImapServer> imapFor(Through.Server account) throws ProblemException {
    return to.imapFor(account);
  }

  @Override
  public String checkMailbox(Through.Server account, ImapServer server, char @Nullable [] password)
      throws ProblemException {
    return to.checkMailbox(account, server, password);
  }

  @Override
  public SentLook lookInSent(MailshotFile file, Through.Server account, ImapServer server)
      throws ProblemException {
    return to.lookInSent(file, account, server);
  }

  @Override
  public void decide(
      MailshotFile file, boolean practice, String address, Decision decision, String reason)
      throws ProblemException {
    to.decide(file, practice, address, decision, reason);
  }

  @Override
  public void end(MailshotFile file, boolean practice, String reason) throws ProblemException {
    to.end(file, practice, reason);
  }

  @Override
  public List<Account> accounts() throws ProblemException {
    return to.accounts();
  }

  @Override
  public AccountSaved saveAccount(
      Account account, char @Nullable [] password, char @Nullable [] passphrase)
      throws ProblemException {
    return to.saveAccount(account, password, passphrase);
  }

  @Override
  public void removeAccount(String name) throws ProblemException {
    to.removeAccount(name);
  }

  @Override
  public ConnectionCheck testConnection(
      Through.Server server,
      String address,
      char @Nullable [] password,
      ConnectionCheck.Progress progress)
      throws ProblemException {
    return to.testConnection(server, address, password, progress);
  }

  @Override
  public PasswordState passwordState(Through.Server server) throws ProblemException {
    return to.passwordState(server);
  }

  @Override
  public boolean hasKeychain() {
    return to.hasKeychain();
  }

  @Override
  public Optional<Through.Server> serverFor(String address) {
    return to.serverFor(address);
  }

  @Override
  public ProviderProfile profile(String host) {
    return to.profile(host);
  }

  @Override
  public SendWay way(Through through) {
    return to.way(through);
  }

  @Override
  public Pace pace(Through through) {
    return to.pace(through);
  }

  @Override
  public Forecast forecast(
      Through through, int letters, List<Acknowledgement> acknowledgements, DispatchOptions options)
      throws ProblemException {
    return to.forecast(through, letters, acknowledgements, options);
  }

  @Override
  public PracticeServer startPracticeServer(int port, @Nullable Path dir) throws ProblemException {
    return to.startPracticeServer(port, dir);
  }

  @Override
  public PracticeMailbox practiceMailbox(MailshotId mailshot) throws ProblemException {
    return to.practiceMailbox(mailshot);
  }

  @Override
  public Optional<String> setting(String key) {
    return to.setting(key);
  }

  @Override
  public void setSetting(String key, String value) throws ProblemException {
    to.setSetting(key, value);
  }

  @Override
  public void stopRuns() throws InterruptedException {
    to.stopRuns();
  }

  @Override
  public void close() {
    to.close();
  }
}
