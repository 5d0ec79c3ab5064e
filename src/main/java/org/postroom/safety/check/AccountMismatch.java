package org.postroom.safety.check;

import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// From belongs to another domain than the account that sends.
public final class AccountMismatch implements SafetyCheck {
  private static final String ID = "account.mismatch";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    String account = material.subject().way().account();
    int at = account.indexOf('@');
    int end = account.indexOf('@', at + 1);
    // `user@domain@host:port`: only then is the account a mailbox. `user@host:port` may send for
    // many.
    if (material.subject().way().practice() || at < 1 || end < 0) {
      return;
    }
    String user = account.substring(0, end);
    String from = material.mailshot().from().mailbox().address().wire();
    if (!Domains.related(
        Domains.of(user), material.mailshot().from().mailbox().address().domain())) {
      findings.accept(
          Finding.of(ID, Severity.CONFIRM)
              .at(new Place("from", null, from), user)
              .args(from, user)
              .build());
    }
  }
}
