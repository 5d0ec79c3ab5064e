package org.postroom.safety.check;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// A column such as "Do not contact" or "Status" that speaks against people who would be written
/// to.
public final class OptedOut implements SafetyCheck {
  private static final String ID = "list.opted-out";
  private static final Pattern AGAINST =
      Pattern.compile(
          "(?iu)do[ _-]?not[ _-]?(?:contact|e?-?mail|write|send)|opt(?:ed)?["
              + " _-]?out|unsubscribed|no["
              + " _-]?(?:e-?mails?|contact|mailings?)|blocked|abgemeldet|nicht anschreiben|keine"
              + " e?-?mails?|désabonné|desabonn[eé]|baja|disiscritto|uitgeschreven");
  private static final Pattern FOR =
      Pattern.compile(
          "(?iu)opt(?:ed)?[ _-]?in|consent|may (?:we"
              + " )?(?:contact|e?-?mail)|subscribed|newsletter|e?-?mail"
              + " (?:ok|consent|permission)|einwilligung");
  private static final Pattern STATUS =
      Pattern.compile("(?iu)(?:member(?:ship)? |e?-?mail |mailing |subscription )?status");
  private static final Pattern YES =
      Pattern.compile("(?iu)yes|y|true|1|x|ja|oui|s[ií]|wahr|vrai|✓|✔");
  private static final Pattern NO = Pattern.compile("(?iu)no|n|false|0|nein|non|nee|falsch|faux");
  private static final Pattern GONE =
      Pattern.compile(
          "(?iu)unsubscribed|opted[ -]?out|do not"
              + " (?:contact|e?-?mail)|deceased|bounced|left|resigned|abgemeldet|verstorben|ausgetreten|désabonné|cleaned");

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (FieldName column : material.subject().list().columns().names()) {
      Pattern against = against(column.shown());
      if (against != null) {
        look(material, column, against, findings);
      }
    }
  }

  private static @org.jspecify.annotations.Nullable Pattern against(String column) {
    if (AGAINST.matcher(column).matches()) {
      return YES;
    }
    if (FOR.matcher(column).matches()) {
      return NO;
    }
    return STATUS.matcher(column).matches() ? GONE : null;
  }

  private static void look(
      Material material, FieldName column, Pattern against, Consumer<Finding> findings) {
    Finding.Builder finding = Finding.of(ID, Severity.CONFIRM);
    for (Recipient person : material.subject().list().people()) {
      String value = person.value(column);
      if (against.matcher(value).matches()) {
        if (finding.isEmpty()) {
          finding.args(column.shown()).quote(value);
        }
        finding.at(Place.row(person.at().row(), person.mailbox().address().wire()), value);
      }
    }
    if (!finding.isEmpty()) {
      findings.accept(finding.build());
    }
  }
}
