package org.postroom.engine;

import java.util.List;
import java.util.Optional;
import org.postroom.composition.Composer;
import org.postroom.files.SourceFiles;
import org.postroom.finding.Finding;
import org.postroom.message.Mailshot;
import org.postroom.plan.DispatchPlan;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.ReviewSubject;
import org.postroom.safety.SendWay;

/// A draft as [Drafting] makes it, with what review and sending need beside it.
///
/// @param revision that its plan would have
/// @param composer prepared for this mailshot
record PlannedDraft(
    MailshotFile file,
    RecipientList list,
    Mailshot mailshot,
    SendWay way,
    Optional<DispatchPlan> plan,
    List<Finding> findings,
    int revision,
    SourceFiles files,
    List<ReviewSubject.BodyFile> bodyFiles,
    Composer composer)
    implements Draft {
  PlannedDraft {
    findings = List.copyOf(findings);
    bodyFiles = List.copyOf(bodyFiles);
  }

  @Override
  public int people() {
    return list.people().size();
  }

  /// The same with other findings.
  PlannedDraft with(List<Finding> others) {
    return new PlannedDraft(
        file, list, mailshot, way, plan, others, revision, files, bodyFiles, composer);
  }

  /// The same of some of its letters.
  PlannedDraft of(DispatchPlan chosen) {
    return new PlannedDraft(
        file,
        list,
        mailshot,
        way,
        Optional.of(chosen),
        findings,
        revision,
        files,
        bodyFiles,
        composer);
  }

  /// The engine's own; nobody else makes drafts.
  static PlannedDraft of(Draft draft) {
    if (draft instanceof PlannedDraft planned) {
      return planned;
    }
    throw new IllegalArgumentException("a draft of another engine");
  }
}
