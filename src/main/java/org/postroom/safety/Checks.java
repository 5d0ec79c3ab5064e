package org.postroom.safety;

import java.util.List;
import org.postroom.safety.check.AccountMismatch;
import org.postroom.safety.check.Apology;
import org.postroom.safety.check.DailyLimit;
import org.postroom.safety.check.DateMismatch;
import org.postroom.safety.check.DraftMark;
import org.postroom.safety.check.EmptyFile;
import org.postroom.safety.check.EmptyGreeting;
import org.postroom.safety.check.EmptyText;
import org.postroom.safety.check.EmptyValue;
import org.postroom.safety.check.ForbiddenType;
import org.postroom.safety.check.ForgottenAttachment;
import org.postroom.safety.check.HiddenContent;
import org.postroom.safety.check.InternalMarking;
import org.postroom.safety.check.LeftOver;
import org.postroom.safety.check.Links;
import org.postroom.safety.check.ListIsAttachment;
import org.postroom.safety.check.ListIsBody;
import org.postroom.safety.check.ListsPeople;
import org.postroom.safety.check.Mojibake;
import org.postroom.safety.check.NewsletterNeeds;
import org.postroom.safety.check.NoBasis;
import org.postroom.safety.check.NotComparable;
import org.postroom.safety.check.OldList;
import org.postroom.safety.check.OptedOut;
import org.postroom.safety.check.OtherPersonsData;
import org.postroom.safety.check.OtherPurpose;
import org.postroom.safety.check.OthersInLetters;
import org.postroom.safety.check.OwnFiles;
import org.postroom.safety.check.PartsDiffer;
import org.postroom.safety.check.Recall;
import org.postroom.safety.check.RefusedByGuard;
import org.postroom.safety.check.RefusedLink;
import org.postroom.safety.check.RepeatedAttachment;
import org.postroom.safety.check.Replies;
import org.postroom.safety.check.RowsShown;
import org.postroom.safety.check.SameContentAgain;
import org.postroom.safety.check.Secret;
import org.postroom.safety.check.SizeLimit;
import org.postroom.safety.check.SubjectLine;
import org.postroom.safety.check.SuspectValue;
import org.postroom.safety.check.TrackedChanges;
import org.postroom.safety.check.UnexpectedCount;
import org.postroom.safety.check.UnreadableAttachment;

/// All checks, in the order in which their findings are shown.
public final class Checks {
  private Checks() {}

  public static List<SafetyCheck> all() {
    return List.of(
        new ListIsAttachment(),
        new ListIsBody(),
        new ListsPeople(),
        new RowsShown(),
        new OtherPersonsData(),
        new OthersInLetters(),
        new RefusedByGuard(),
        new UnreadableAttachment(),
        new EmptyValue(),
        new RefusedLink(),
        new LeftOver(),
        new DraftMark(),
        new NewsletterNeeds(),
        new SameContentAgain(),
        new OwnFiles(),
        new EmptyFile(),
        new RepeatedAttachment(),
        new HiddenContent(),
        new ForbiddenType(),
        new ForgottenAttachment(),
        new SizeLimit(),
        new SubjectLine(),
        new EmptyText(),
        new EmptyGreeting(),
        new PartsDiffer(),
        new Mojibake(),
        new Recall(),
        new Apology(),
        new DateMismatch(),
        new TrackedChanges(),
        new Links(),
        new SuspectValue(),
        new OptedOut(),
        new Secret(),
        new InternalMarking(),
        new Replies(),
        new AccountMismatch(),
        new NoBasis(),
        new OldList(),
        new OtherPurpose(),
        new NotComparable(),
        new UnexpectedCount(),
        new DailyLimit());
  }
}
