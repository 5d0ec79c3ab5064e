package org.postroom.ui.common;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.postroom.address.Mailbox;
import org.postroom.engine.WorkProgress;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.Letter;
import org.postroom.message.VisibleTo;
import org.postroom.plan.DispatchPlan;

/// Who sees whom, read from the letters of a plan, never assumed.
public sealed interface Sight {
  /// Every letter has one recipient, who is the only one it shows.
  record OneEach(int people) implements Sight {}

  /// Letters for many, none of which shows anyone but the sender.
  record BlindCopy(int people, int letters) implements Sight {}

  /// Not what Postroom makes; said loudly where it should ever happen.
  record Otherwise(int people, int letters) implements Sight {}

  /// Reads every letter of `plan`.
  ///
  /// @throws CancellationException where `progress` says stop
  static Sight of(DispatchPlan plan, WorkProgress progress) {
    boolean oneEach = true;
    boolean senderOnly = true;
    int people = 0;
    for (int i = 0; i < plan.size(); i++) {
      if (i % 256 == 0 && !progress.at(i, plan.size())) {
        throw new CancellationException();
      }
      Letter letter = plan.letter(i);
      int recipients = letter.envelope().rcptTo().size();
      people += recipients;
      switch (letter.visibleTo()) {
        case VisibleTo.Addressee(Mailbox one) -> {
          senderOnly = false;
          oneEach &= recipients == 1 && letter.envelope().rcptTo().contains(one.address());
        }
        case VisibleTo.Sender _ -> oneEach = false;
      }
    }
    if (oneEach) {
      return new OneEach(people);
    }
    return senderOnly ? new BlindCopy(people, plan.size()) : new Otherwise(people, plan.size());
  }

  /// What findings add to it.
  ///
  /// @param file true where a file, or a text, shows the list to everyone
  /// @param addresses how many people's addresses are in the text of other people's letters
  record Shown(boolean file, int addresses) {
    public static final Shown NOTHING = new Shown(false, 0);

    /// Reads it from the findings of draft and review.
    public static Shown in(List<Finding> findings) {
      boolean file = false;
      Set<String> addresses = new HashSet<>();
      int counted = 0;
      for (Finding finding : findings) {
        switch (finding.id()) {
          case "list.is-attachment", "list.is-body" -> file = true;
          case "content.lists-people", "content.other-persons-data" -> {
            if (inFile(finding) && finding.severity() == Severity.BLOCK) {
              file = true;
            } else {
              finding.examples().stream().map(Place::address).forEach(addresses::add);
              counted = Math.max(counted, finding.count());
            }
          }
          default -> {
            // Everything else says nothing about who sees whom.
          }
        }
      }
      return new Shown(file, Math.max(counted, addresses.size()));
    }

    private static boolean inFile(Finding finding) {
      String part = finding.where().part();
      return part != null && part.startsWith("attachment:");
    }
  }
}
