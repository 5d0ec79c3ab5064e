package org.postroom.safety.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.address.Mailbox;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.recipients.GroupAddress;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// Where answers go: another domain than the sender's, a list that hands them on to many, or a
/// mailbox that nobody reads although the text asks for an answer.
public final class Replies implements SafetyCheck {
  private static final Pattern NO_REPLY =
      Pattern.compile("(?i)(do-?)?no[._-]?(t[._-]?)?reply.*|keine?-?antwort.*|ne-?pas-?repondre.*");
  private static final Pattern ASKS =
      Pattern.compile(
          "(?iu)\\b(please (reply|respond|answer|let (us|me) know)|reply to this|just reply"
              + "|hit reply|simply reply|r\\.?s\\.?v\\.?p|write back"
              + "|bitte antworte(n|t)?|antworte(n|t)? (Sie |uns |mir |einfach |auf )"
              + "|merci de (nous )?répondre|répondez|por favor,? respond[ae]|responda a este"
              + "|rispondi|rispondete|antwoord op)\\b");

  @Override
  public Set<String> ids() {
    return new LinkedHashSet<>(
        List.of("reply-to.other-domain", "reply-to.no-reply", "address.group"));
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    Mailbox from = material.mailshot().from().mailbox();
    Mailbox replyTo = material.mailshot().replyTo();
    if (replyTo != null && !Domains.related(from.address().domain(), replyTo.address().domain())) {
      String address = replyTo.address().wire();
      findings.accept(
          Finding.of("reply-to.other-domain", Severity.CONFIRM)
              .at(new Place("replyTo", null, address), from.address().domain())
              .args(address, from.address().domain())
              .build());
    }
    if (replyTo != null
        && GroupAddress.isGroup(replyTo.address().localPart().toLowerCase(Locale.ROOT))) {
      String address = replyTo.address().wire();
      findings.accept(
          Finding.of("address.group", Severity.CONFIRM)
              .at(new Place("replyTo", null, address), address)
              .build());
    }
    Mailbox answers = replyTo == null ? from : replyTo;
    if (!NO_REPLY.matcher(answers.address().localPart()).matches()) {
      return;
    }
    for (Material.Words text : material.texts()) {
      Matcher asks = ASKS.matcher(text.words());
      if (asks.find()) {
        findings.accept(
            Finding.of("reply-to.no-reply", Severity.CONFIRM)
                .at(Place.part(text.part()), asks.group())
                .args(answers.address().wire())
                .quote(asks.group())
                .build());
        return;
      }
    }
  }
}
