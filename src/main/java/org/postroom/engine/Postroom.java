package org.postroom.engine;

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
import org.postroom.finding.Acknowledgement;
import org.postroom.message.Attachment;
import org.postroom.message.MailshotId;
import org.postroom.safety.AttachmentReading;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;
import org.postroom.safety.SendWay;

/// The engine: the verbs that the window and the command line call, and nothing below it is theirs
/// to call. Every method may take long and touches the disk: never on the user-interface thread.
/// Safe for several threads.
public interface Postroom extends AutoCloseable {
  // --- documents

  MailshotFile open(Path mailshot) throws ProblemException;

  /// Writes the document (temp in the same folder, force, atomic move) and gives it its id.
  MailshotFile save(MailshotFile file) throws ProblemException;

  /// A new empty mailshot in the workspace.
  MailshotFile create(String name) throws ProblemException;

  /// A new mailshot in the workspace that begins with a text; people are never taken over.
  Begun begin(String name, Start start) throws ProblemException;

  /// A fresh copy of the sample choir (40 people) in the workspace.
  MailshotFile createSample() throws ProblemException;

  /// Reads a text that the document names (`letter.md`); empty where there is no such file yet.
  String readBody(MailshotFile file, String relative) throws ProblemException;

  void writeBody(MailshotFile file, String relative, String text) throws ProblemException;

  /// Earlier versions of mailshots, and what of them changed on the disk.
  DocumentHistory history();

  /// Every mailshot known to this workspace, those that need somebody first, then newest first.
  List<MailshotEntry> mailshots() throws ProblemException;

  /// Refused (with the reason) where it is held, sending or in doubt.
  void moveToBin(MailshotId mailshot) throws ProblemException;

  void restoreFromBin(MailshotId mailshot) throws ProblemException;

  /// The mailshots that can be brought back, the latest first.
  List<BinnedMailshot> bin() throws ProblemException;

  // --- people and files

  /// Reads a list by itself; registers nothing.
  ListReading readList(ListRequest request, WorkProgress progress) throws ProblemException;

  /// Reads the mailshot's list and registers it as seen, as the People step does.
  default ListReading importList(MailshotFile file, WorkProgress progress) throws ProblemException {
    return importList(file, _ -> {}, progress);
  }

  /// As [#importList(MailshotFile, WorkProgress)], and tells what was read before it is registered,
  /// which takes a while for many people. A list whose registering was stopped is registered by the
  /// next draft.
  ///
  /// @param read told on the calling thread
  ListReading importList(MailshotFile file, Consumer<ListReading> read, WorkProgress progress)
      throws ProblemException;

  /// May this file be attached to this mailshot? Nothing is changed.
  Attachment.Admission admit(MailshotFile file, Path candidate) throws ProblemException;

  /// Reads a file through as the review will, so that whoever attaches it knows at once. Nothing is
  /// changed; the review decides.
  ///
  /// @param draft of the mailshot that it is for
  AttachmentReading look(Draft draft, Path candidate) throws ProblemException;

  /// Who is not written to, whichever list they stand in.
  SuppressionList suppressions();

  /// The lists that this workspace has seen, and where they came from.
  SeenLists seenLists();

  /// Writes lists out to hand them to somebody, with a canary or without.
  ListExporter exporter();

  /// Whether the pages are there that a mailshot links to, when a person asks.
  LinkTrier links();

  // --- the straight line

  /// Reads list, texts and files, and plans.
  ///
  /// @throws ProblemException where document or list are wrong in themselves
  Draft draft(MailshotFile file, SendWay way, WorkProgress progress) throws ProblemException;

  /// Composes and reads every letter.
  SafetyReview.Reviewed review(Draft draft, ReviewProgress progress) throws ProblemException;

  /// What the people of letter `index` get. Composed now, of the draft.
  LetterView preview(Draft draft, int index) throws ProblemException;

  /// Writes the finished bytes of letter `index` into `folder`, which is made where it is missing,
  /// as `NNNNNN.eml`: the row's number in the list, or in a blind copy the envelope's.
  ///
  /// @return the file
  Path saveLetter(Draft draft, int index, Path folder) throws ProblemException;

  /// Which kinds of letter there are, and which of them were looked at as they are now.
  Looked looked(Draft draft, WorkProgress progress) throws ProblemException;

  /// Remembers that somebody looked at letter `index` as it is now.
  void markLooked(Draft draft, int index) throws ProblemException;

  /// The same draft, whose review then says which letters nobody has looked at. For the window: on
  /// the command line nobody looks, and nobody is held up by it.
  Draft asking(Draft draft, Looked looked);

  /// Sends the letters at these places to the sender alone, marked in the subject. Needs no
  /// clearance; what blocks one of them blocks it here, too. It is never counted as sent to the
  /// people they are for, but counts for the account's limits. Blocks until it ended.
  ///
  /// @param letters places in the plan
  TestEnd testToMyself(
      Draft draft,
      List<Integer> letters,
      Through through,
      StopSignal stop,
      DispatchListener listener)
      throws ProblemException;

  /// Review, clear, hold, send. Blocks until it ended.
  ///
  /// @param confirmed the number that a person typed
  /// @param acknowledgements those of the document and of this run
  SendEnd send(
      Draft draft,
      SafetyReview.Reviewed reviewed,
      int confirmed,
      List<Acknowledgement> acknowledgements,
      Through through,
      DispatchOptions options,
      StopSignal stop,
      DispatchListener listener)
      throws ProblemException;

  /// Goes on with the frozen letters of an unfinished plan.
  SendEnd resume(
      MailshotFile file,
      Through through,
      boolean asCleared,
      DispatchOptions options,
      StopSignal stop,
      DispatchListener listener)
      throws ProblemException;

  /// Writes a page that a person keeps or prints, in place of one of that name.
  void writePage(Path file, String html) throws ProblemException;

  /// Empty where nothing was ever planned.
  Optional<Report> report(MailshotFile file, boolean practice) throws ProblemException;

  /// Writes the report as a CSV that is safe to open in a spreadsheet (rule V7).
  void exportReport(Report report, Path csv) throws ProblemException;

  /// Where the mailbox of an account can be looked into: where it was before, or the provider's
  /// server. Empty where neither is known.
  Optional<ImapServer> imapFor(Through.Server account) throws ProblemException;

  /// Signs in to the mailbox of an account and opens its folder of sent mail. Reads only. Where
  /// that works, it is the account's mailbox from then on.
  ///
  /// @param password null for the one that is kept
  /// @return the folder's name
  String checkMailbox(Through.Server account, ImapServer server, char @Nullable [] password)
      throws ProblemException;

  /// Looks the letters in doubt up in the folder of sent mail, by their Message-ID. Reads only, and
  /// decides nothing.
  SentLook lookInSent(MailshotFile file, Through.Server account, ImapServer server)
      throws ProblemException;

  /// Settles one letter that is in doubt.
  void decide(MailshotFile file, boolean practice, String address, Decision decision, String reason)
      throws ProblemException;

  /// Ends a mailshot: what was not sent is withdrawn.
  void end(MailshotFile file, boolean practice, String reason) throws ProblemException;

  /// What a person decides about a letter in doubt.
  enum Decision {
    COUNT_AS_ACCEPTED,
    SEND_AGAIN
  }

  // --- accounts and practice

  List<Account> accounts() throws ProblemException;

  /// Adds it, or replaces the one of that name.
  ///
  /// @param password null keeps the one that is there
  /// @param passphrase locks the file that keeps the password where the computer has no keychain;
  ///   null where none was asked for yet
  AccountSaved saveAccount(
      Account account, char @Nullable [] password, char @Nullable [] passphrase)
      throws ProblemException;

  /// Removes it, and its password where no other account uses that.
  void removeAccount(String name) throws ProblemException;

  /// Connects, secures, signs in and asks whether letters from `address` are taken; sends no
  /// message.
  ///
  /// @param password null for the one that is kept
  ConnectionCheck testConnection(
      Through.Server server,
      String address,
      char @Nullable [] password,
      ConnectionCheck.Progress progress)
      throws ProblemException;

  PasswordState passwordState(Through.Server server) throws ProblemException;

  /// False where passwords go into a file that a passphrase locks.
  boolean hasKeychain();

  /// The server for an address of a well-known provider, from built-in data: quick, and nothing is
  /// connected to.
  Optional<Through.Server> serverFor(String address);

  /// What is known of the provider behind a server. Quick.
  ProviderProfile profile(String host);

  /// The facts about a way that the review needs.
  SendWay way(Through through);

  /// The limits that sending through this way keeps: the provider's, or the person's own.
  Pace pace(Through through);

  /// When letters would leave if sending began now, by the limits and by what left through this way
  /// in the last 24 hours.
  ///
  /// @param letters 1 or more
  /// @param acknowledgements those that the mailshot would be cleared with: whoever confirmed that
  ///   it takes more than a day has cleared it for more than a day
  Forecast forecast(
      Through through, int letters, List<Acknowledgement> acknowledgements, DispatchOptions options)
      throws ProblemException;

  /// Starts a practice server of its own on a loopback port, for other programs to send to.
  ///
  /// @param port 0 for a free one
  /// @param dir where what it receives is kept; null for the workspace's own folder
  PracticeServer startPracticeServer(int port, @Nullable Path dir) throws ProblemException;

  PracticeMailbox practiceMailbox(MailshotId mailshot) throws ProblemException;

  /// A setting of the window (theme, size, text size), or empty.
  Optional<String> setting(String key);

  void setSetting(String key, String value) throws ProblemException;

  /// Stop, for every run that is under way in this process and for those that would begin: what is
  /// committing is finished and recorded, nothing else leaves. Waits until all have ended; for a
  /// process that is told to end.
  void stopRuns() throws InterruptedException;

  @Override
  void close();
}
