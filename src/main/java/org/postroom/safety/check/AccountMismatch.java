package org.postroom.safety.check;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.address.AddrSpec;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.recipients.MailProviders;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// From belongs to another domain than the account that sends; or to another mailbox of a provider
/// where everybody may have one, which writes its own sender into the letter or refuses it.
public final class AccountMismatch implements SafetyCheck {
  private static final String ID = "account.mismatch";

  /// `user@domain@host:port`: only then is the account a mailbox. `user@host:port` may send for
  /// many.
  private static final Pattern MAILBOX = Pattern.compile("(?<user>[^@]+@[^@]*)@.*");

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    Matcher account = MAILBOX.matcher(material.subject().way().account());
    if (material.subject().way().practice() || !account.matches()) {
      return;
    }
    String user = account.group("user");
    AddrSpec from = material.mailshot().from().mailbox().address();
    if (!Domains.related(Domains.of(user), from.domain()) || another(user, from)) {
      findings.accept(
          Finding.of(ID, Severity.CONFIRM)
              .at(new Place("from", null, from.wire()), user)
              .args(from.wire(), user)
              .build());
    }
  }

  private static boolean another(String user, AddrSpec from) {
    return MailProviders.isOne(from.domain())
        && !mailbox(user, from.domain()).equals(mailbox(from.localPart() + "@", from.domain()));
  }

  /// What the provider tells mailboxes apart by: not by case, nor by what follows a plus, and
  /// Google not by dots.
  private static String mailbox(String address, String domain) {
    String local = address.substring(0, address.indexOf('@')).toLowerCase(Locale.ROOT);
    int plus = local.indexOf('+');
    String own = plus > 0 ? local.substring(0, plus) : local;
    return Domains.related(domain, "gmail.com") ? own.replace(".", "") : own;
  }
}
