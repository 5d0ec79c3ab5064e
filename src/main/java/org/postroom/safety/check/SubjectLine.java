package org.postroom.safety.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// No subject, or one that says that a message was used before.
public final class SubjectLine implements SafetyCheck {
  private static final Pattern SUSPECT =
      Pattern.compile(
          "(?iu)^\\s*((untitled|unbenannt|sans titre|sin t[ií]tulo|senza titolo|naamloos|copy of|kopie von|copie de|copia de|copia di|kopie"
              + " van)\\b|\\(no subject\\)"
              + "|(no subject|new message|new document|neues dokument|nouveau document)\\s*$"
              + "|(newsletter |e-?mail |letter |message )?(template|vorlage|modèle|plantilla|modello"
              + "|sjabloon)\\s*\\d*$|\\S+\\.(docx?|odt|html?|eml|msg|txt)\\s*$"
              + "|((re|fw|fwd|aw|wg|tr|rv|antw|sv|recall)\\s*:)|(subject|betreff|objet|asunto"
              + "|oggetto|onderwerp)\\s*(:|$))");

  @Override
  public Set<String> ids() {
    return new LinkedHashSet<>(List.of("subject.empty", "subject.suspect"));
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    String subject = material.texts().getFirst().words();
    if (subject.isBlank()) {
      findings.accept(
          Finding.of("subject.empty", Severity.CONFIRM).at(Place.part("subject"), "").build());
    }
    Matcher suspect = SUSPECT.matcher(subject);
    if (suspect.find()) {
      findings.accept(
          Finding.of("subject.suspect", Severity.CONFIRM)
              .at(Place.part("subject"), subject)
              .quote(suspect.group().strip())
              .build());
    }
  }
}
