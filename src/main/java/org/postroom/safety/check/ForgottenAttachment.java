package org.postroom.safety.check;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.AttachmentSlot;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;
import org.postroom.safety.text.Quotes;

/// The text speaks of an attachment and there is none (en, de, fr, es, it, nl). The hall attached
/// to the church is none.
public final class ForgottenAttachment implements SafetyCheck {
  private static final String ID = "attachment.forgotten";

  /// In Spanish, where a hall is adjunta a la iglesia.
  private static final String NOT_TO_A_BUILDING =
      "(?! al? (?:(?:la|el|los|las|est[ea]) )?+(?!mensaje|correo|e-?mail|mail|carta|presente))";

  private static final Pattern SPEAKS =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}])(?:"
              + String.join(
                  "|",
                  "(?:please |kindly )?(?:find|see|open|read|print|sign|complete|fill"
                      + " (?:in|out)|return|use) (?:the |our |my |an? )?(?:\\w+ ){0,2}attached",
                  "(?<!un)attached (?:is|are|please|you will|you'll|you’ll|below|herewith)",
                  "(?<!un)attached to this (?:e-?mail|message|letter|mail)",
                  "(?<!un)attached (?:pdf|file|form|document|programme|program|invoice|agenda)",
                  "(?<!un)attached (?:minutes|flyer|poster|letter|leaflet|newsletter|list)",
                  "(?<!un)attached (?:map|picture|photo|spreadsheet)",
                  // A banner is attached to the railings.
                  "(?:i|we)(?: have|'ve|’ve| had)? (?:also )?attach(?:ed)?\\b(?!"
                      + " (?:great|much|little|no|importance|value|weight))(?![^.!?\\n]{1,60} to"
                      + " (?!(?:th[ei]s?|my|our) (?:e-?mail|message|letter|mail)))",
                  "(?:programmes?|programs?|agenda|minutes|invoices?|forms?|flyers?|posters?"
                      + "|newsletter|timetable|schedule|pdf|documents?|details|reports?) attached\\b(?!"
                      + " (?:to (?!this (?:e-?mail|message|letter|mail))|by|with|at|on))",
                  "the attachments? (?:contains?|lists?|gives?)\\b",
                  "pfa (?:the|our|my|an?)\\b",
                  // A garden enclosed is my sister.
                  "(?:^|(?<=\\n)|(?<=[.!?] ))enclosed (?:is|are)\\b",
                  "(?:is|are) attached(?! (?:to (?!this"
                      + " (?:e-?mail|message|letter|mail)))|by|with|at|on)",
                  "(?:in|see|open|read) (?:the )?attach(?:ment|ed)s?\\b",
                  "(?:please find enclosed|enclosed (?:please find|you will find|herewith))\\b",
                  "(?:^|(?<=\\n))attached:",
                  "as an attachment",
                  "(?:im|siehe|als) (?:anhang|anlagen?|beilage)\\b(?! (?:[a-z\\d]{1,2} )?(?:des|der|zum|zur|am)\\b)",
                  "(?:beachte|öffne|lies|lest|lese)[nt]?(?: sie| bitte)* (?:den anhang|die anhänge)\\b"
                      + "(?! (?:des|der|zum|am)\\b)",
                  // A garden is an Anlage, too.
                  "(?:in|mit) (?:der|den|beiliegender) (?:anlagen?|beilage) (?:finde|sende|schick"
                      + "|erh[aä]lt|übersende|ist\\b|sind\\b)",
                  "(?:finde|sende|schicke|erhalte)\\w* [^.\\n]{0,60}in der (?:anlage|beilage)\\b",
                  "(?:häng[et]n?|liegt) (?:an )?(?:dieser|der) (?:e-?mail|mail|nachricht)\\b",
                  "(?:anbei|beigefügt|angehängt|als anhang|anhängend)\\b",
                  "ci-?joint(?:e|s|es)?\\b",
                  "en pi[eè]ces? jointes?\\b",
                  "joint(?:e|s|es)? à (?:ce|cet|cette) (?:message|mail|e-?mail|courriel|lettre)\\b",
                  "(?:je|nous) (?:vous|te|t['’]) ?joi(?:ns|gnons)\\b",
                  "(?:voir|trouverez|trouver) (?:en |la |les )?(?:pi[eè]ces? jointes?|annexe)\\b",
                  // A director adjunto is a deputy, and a text is adjunto al cuadro.
                  "adjunt[oa]s? (?:el|la|los|las|un|una|encontrar|os|le|les|te|copia|programa)\\b",
                  "(?:va|van|está|están|se|viene|vienen|envío|enviamos|mando|mandamos|remito)"
                      + " adjunt[oa]s?\\b"
                      + NOT_TO_A_BUILDING,
                  "se adjunta[n]?\\b",
                  "adjunt[oa]s? (?:a est[ea] (?:mensaje|correo|e-?mail|mail|carta)|a la presente"
                      + "|al (?:mensaje|correo))\\b",
                  "(?:^|(?<=\\n))adjunt[oa]s?\\b",
                  "(?:en el adjunto|(?:archivo|documento|fichero|programa)s? adjunto|adjuntamos)\\b",
                  "(?:(?:è|sono|ved[ie]|vedere|vedete) allegat[oiae]|in allegato|allegat[oi] (?:trovate|trova|alla"
                      + " presente)|trovat?e? (?:qui )?allegat[oiae]|alleghiamo|allego)\\b",
                  "zie (?:de )?bijlagen?\\b(?! (?:[a-z\\d]{1,2} )?(?:van|bij|tot)\\b)",
                  "(?:bijgevoegd[e]?|in de bijlage|als bijlage|bijgesloten)\\b")
              + ")");

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (AttachmentSlot slot : material.mailshot().slots()) {
      switch (slot) {
        case AttachmentSlot.ForAll _, AttachmentSlot.PerPerson _, AttachmentSlot.Refused _ -> {
          return;
        }
      }
    }
    for (Material.Words text : material.texts()) {
      Matcher speaks = SPEAKS.matcher(Quotes.without(text.words()));
      if (speaks.find()) {
        findings.accept(
            Finding.of(ID, Severity.CONFIRM)
                .at(Place.part(text.part()), speaks.group())
                .quote(speaks.group())
                .build());
        return;
      }
    }
  }
}
