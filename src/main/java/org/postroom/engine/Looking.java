package org.postroom.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.composition.LetterDigest;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.BlobChangedException;
import org.postroom.plan.DispatchPlan;
import org.postroom.workspace.LookedAt;
import org.postroom.workspace.Records;
import org.postroom.workspace.WorkspaceException;

/// Remembers which letters were looked at, bound to what they say.
final class Looking {
  /// The finding about letters that nobody has looked at.
  static final String NOT_SEEN = "preview.not-seen";

  /// A mailshot is large above so many letters: the same number from which it is sent in stages.
  private static final int LARGE = 100;

  private final Parts parts;

  Looking(Parts parts) {
    this.parts = parts;
  }

  void mark(PlannedDraft draft, int index) throws ProblemException {
    DispatchPlan plan = draft.plan().orElseThrow();
    try {
      parts
          .workspace()
          .lookedAt()
          .add(
              draft.file().id(),
              place(plan, index),
              digest(draft, plan, index),
              parts.clock().instant());
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    } catch (BlobChangedException e) {
      throw Problems.of(e, Problem.Kind.FILE, "file.changed", String.valueOf(e.getMessage()));
    }
  }

  /// @throws java.util.concurrent.CancellationException where `progress` says stop
  Looked of(PlannedDraft draft, WorkProgress progress) throws ProblemException {
    DispatchPlan plan = draft.plan().orElse(null);
    if (plan == null) {
      return Looked.atNothing(new LookAlikes(List.of(), List.of()));
    }
    try {
      return of(draft, plan, parts.workspace().lookedAt().of(draft.file().id()), progress);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private static Looked of(
      PlannedDraft draft,
      DispatchPlan plan,
      Map<String, LetterDigest> known,
      WorkProgress progress) {
    Set<String> shapes = new HashSet<>();
    Set<Integer> places = new HashSet<>();
    for (int index = 0; !known.isEmpty() && index < plan.size(); index++) {
      LetterDigest then = known.get(place(plan, index));
      if (then != null && isStill(draft, plan, index, then)) {
        shapes.add(LookAlikes.shape(plan.letter(index)));
        places.add(index);
      }
    }
    return new Looked(LookAlikes.of(plan, progress), shapes, places);
  }

  private static boolean isStill(
      PlannedDraft draft, DispatchPlan plan, int index, LetterDigest then) {
    try {
      return digest(draft, plan, index).equals(then);
    } catch (BlobChangedException e) {
      return false; // One of its files is another by now, and so is the letter.
    }
  }

  /// The same draft, with what is to be said in the review of what nobody has looked at.
  PlannedDraft asking(PlannedDraft draft, Looked looked) {
    List<Finding> findings = new ArrayList<>(draft.findings());
    findings.removeIf(finding -> finding.id().equals(NOT_SEEN));
    DispatchPlan plan = draft.plan().orElse(null);
    List<Integer> unseen = looked.unseen();
    int kinds = looked.all().kinds().size() - looked.kindsSeen();
    boolean asks = plan != null && asks(draft, plan, looked);
    if (plan != null && (kinds > 0 || asks)) {
      int odd = unseen.size() - kinds;
      Finding.Builder found =
          Finding.of(NOT_SEEN, asks ? Severity.CONFIRM : Severity.NOTE).args(kinds, odd);
      for (int index : unseen) {
        found.at(
            new Place(null, plan.people(index).getFirst().at().row(), null), place(plan, index));
      }
      findings.add(found.build());
    }
    return draft.with(findings);
  }

  /// Only where it goes to many, and somebody's letter stands out that nobody saw: what is merely
  /// the longest or the shortest is in every list.
  private static boolean asks(PlannedDraft draft, DispatchPlan plan, Looked looked) {
    return !draft.way().practice()
        && plan.size() > LARGE
        && (looked.all().odd().stream()
                .anyMatch(odd -> odd.why() == OddLetter.Why.UNLIKE_OTHERS && !looked.seen(odd))
            || looked.all().kinds().stream()
                .anyMatch(kind -> looked.all().rare(kind) && !looked.seen(kind)));
  }

  /// Keeps with the clearance that is about to be recorded what was looked at until then. Nothing
  /// where nobody looked at any letter, as on the command line.
  void keep(Records records, PlannedDraft draft) throws WorkspaceException {
    DispatchPlan plan = draft.plan().orElse(null);
    Map<String, LetterDigest> known = parts.workspace().lookedAt().of(draft.file().id());
    if (plan != null && !known.isEmpty()) {
      Looked looked = of(draft, plan, known, WorkProgress.NONE);
      records
          .lookedAt()
          .cleared(
              draft.file().id(),
              draft.revision(),
              new LookedAt.Share(
                  looked.all().kinds().size(),
                  looked.kindsSeen(),
                  looked.all().odd().size(),
                  looked.oddSeen()));
    }
  }

  /// Nobody's name or address.
  private static String place(DispatchPlan plan, int index) {
    return switch (plan.mailshot().delivery()) {
      case BLIND_COPY -> "#" + (index + 1);
      case INDIVIDUAL -> Integer.toString(plan.people(index).getFirst().at().row());
    };
  }

  private static LetterDigest digest(PlannedDraft draft, DispatchPlan plan, int index) {
    return draft.composer().compose(plan.id(index), plan.letter(index)).digest();
  }
}
