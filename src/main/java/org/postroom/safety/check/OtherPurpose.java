package org.postroom.safety.check;

import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.finding.Word;
import org.postroom.message.Mailshot;
import org.postroom.safety.Material;
import org.postroom.safety.Provenance;
import org.postroom.safety.SafetyCheck;

/// The list was last used from another sender or for another kind of mailshot (incident I6): who
/// agreed to the one has not agreed to the other.
public final class OtherPurpose implements SafetyCheck {
  private static final String ID = "list.other-purpose";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    Provenance.LastUse last = material.subject().facts().provenance().lastUse();
    Mailshot now = material.subject().mailshot();
    if (last == null
        || (last.senderKey().equals(now.from().mailbox().key()) && last.kind() == now.kind())) {
      return;
    }
    findings.accept(
        Finding.of(ID, Severity.CONFIRM)
            .at(Place.part("list"), last.senderKey().value() + " " + last.kind())
            .args(
                OldList.DAY.format(last.on()),
                last.mailshot(),
                last.sender(),
                new Word(
                    switch (last.kind()) {
                      case PERSONAL -> "as-personal";
                      case NEWSLETTER -> "as-newsletter";
                    }))
            .build());
  }
}
