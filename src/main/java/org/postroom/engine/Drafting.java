package org.postroom.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroom.composition.Composer;
import org.postroom.composition.MimeComposer;
import org.postroom.files.DiskFiles;
import org.postroom.files.FrozenFiles;
import org.postroom.files.ListIdentities;
import org.postroom.finding.Finding;
import org.postroom.message.FileCandidate;
import org.postroom.message.KnownLists;
import org.postroom.message.Mailshot;
import org.postroom.message.MailshotId;
import org.postroom.plan.DispatchPlan;
import org.postroom.plan.Planner;
import org.postroom.plan.Planning;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.Memory;
import org.postroom.safety.SendWay;
import org.postroom.workspace.PersonRecord;
import org.postroom.workspace.PlanRecord;
import org.postroom.workspace.Records;
import org.postroom.workspace.WorkspaceException;

/// From a document to planned letters: list, texts, files, plan. The same line runs over the disk
/// and, when a send goes on, over what was frozen.
final class Drafting {
  private final Parts parts;
  private final Importer importer;
  private final Documents documents;

  Drafting(Parts parts, Importer importer, Documents documents) {
    this.parts = parts;
    this.importer = importer;
    this.documents = documents;
  }

  /// The plan that is not finished yet, so that a preview shows the very letters that resuming
  /// sends; otherwise the next.
  private static int revision(Records records, MailshotId id) throws WorkspaceException {
    PlanRecord latest = records.latest(id).orElse(null);
    return latest == null || records.isFinished(id, latest.revision())
        ? records.nextRevision(id)
        : latest.revision();
  }

  /// Of the document as it is now.
  ///
  /// @param asked as the person said; where nothing was said, the sender's address may show it
  PlannedDraft now(MailshotFile file, SendWay asked, WorkProgress progress)
      throws ProblemException {
    DiskFiles files = new DiskFiles(file.folder());
    Importer.Imported imported = importer.read(file, files, importer.memory(), progress);
    importer.register(file, imported, progress);
    documents.remember(file, imported.list().people().size());
    Records records = records(asked.practice());
    try {
      int revision = revision(records, file.id());
      Content content = new Content(file, files, known(imported.file()));
      Mailshot mailshot = content.read();
      SendWay way = Ways.orShownBy(asked, mailshot.from());
      List<Finding> findings = new ArrayList<>(imported.reading().findings());
      findings.addAll(content.findings());
      Composer composer = new MimeComposer(parts.workspace().messageIdKey());
      RecipientList list = imported.list();
      Optional<DispatchPlan> plan = Optional.empty();
      if (!content.isBroken()) {
        List<Finding> planning = new ArrayList<>();
        plan = plan(mailshot, list, revision, way, planning);
        if (plan.isPresent() && revision > 1 && !way.practice()) {
          SentBefore before = SentBefore.of(plan.get(), composer, memory(file, list));
          if (!before.isEmpty()) {
            list = before.others();
            planning.clear();
            plan =
                before.isEverybody()
                    ? Optional.empty()
                    : plan(mailshot, list, revision, way, planning);
            if (before.isEverybody()) {
              planning.add(before.finding());
            }
          }
        }
        findings.addAll(planning);
      }
      return new PlannedDraft(
          file,
          list,
          mailshot,
          way,
          plan,
          findings,
          revision,
          files,
          content.bodyFiles(),
          composer);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  /// Of what was frozen, for exactly the people that were planned.
  ///
  /// @param file with the frozen document
  PlannedDraft frozen(
      MailshotFile file,
      FrozenFiles files,
      SendWay way,
      int revision,
      List<PersonRecord> planned,
      WorkProgress progress)
      throws ProblemException {
    Importer.Imported imported = importer.read(file, files, ListMemory.NONE, progress);
    RecipientList list = only(imported.list(), planned);
    Content content = new Content(file, files, KnownLists.NONE);
    Mailshot mailshot = content.read();
    List<Finding> findings = new ArrayList<>();
    Optional<DispatchPlan> plan = plan(mailshot, list, revision, way, findings);
    Composer composer = new MimeComposer(parts.workspace().messageIdKey());
    return new PlannedDraft(
        file, list, mailshot, way, plan, findings, revision, files, content.bodyFiles(), composer);
  }

  KnownLists known(FileCandidate list) {
    return ListIdentities.of(List.of(list), parts.workspace().lists());
  }

  private Memory memory(MailshotFile file, RecipientList list) throws WorkspaceException {
    return parts.workspace().memory(false, file.id(), list.origin().sha256());
  }

  private Records records(boolean practice) throws ProblemException {
    try {
      return parts.workspace().records(practice);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private static Optional<DispatchPlan> plan(
      Mailshot mailshot, RecipientList list, int revision, SendWay way, List<Finding> findings) {
    return switch (Planner.plan(mailshot, list, revision, way.perEnvelope())) {
      case Planning.Planned(DispatchPlan plan, List<Finding> said) -> {
        findings.addAll(said);
        yield Optional.of(plan);
      }
      case Planning.Unplannable(List<Finding> said) -> {
        findings.addAll(said);
        yield Optional.empty();
      }
    };
  }

  private static RecipientList only(RecipientList list, List<PersonRecord> planned) {
    Set<Integer> rows = planned.stream().map(PersonRecord::row).collect(Collectors.toSet());
    List<Recipient> people = list.only(person -> rows.contains(person.at().row()));
    return new RecipientList(
        list.origin(), list.columns(), list.addressColumn(), list.nameColumn(), people, List.of());
  }
}
