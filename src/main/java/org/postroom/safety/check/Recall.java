package org.postroom.safety.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;

/// A recall notice (incident I2): it takes nothing back and shows everything once more.
public final class Recall extends Wording {
  private static final Pattern RECALL =
      Pattern.compile(
          "(?iu)\\b(?:would like to recall the (?:message|e-?mail)|(?:recall|recalling) (?:of"
              + " )?(?:the |my |our |this )?(?:previous |last |earlier"
              + " )?(?:message|e-?mail)\\b|please (?:delete|disregard|ignore) (?:my|our|the)"
              + " (?:previous|last|earlier|first) (?:e-?mail|message|mail)|möchte die nachricht"
              + " .{0,80}zurückrufen|bitte (?:löschen|ignorieren) sie (?:die|unsere|meine)"
              + " (?:letzte|vorige|vorherige) (?:e-?mail|nachricht|mail)|souhaite rappeler le"
              + " message|veuillez (?:supprimer|ignorer) (?:notre|mon|le) (?:dernier|précédent)"
              + " (?:message|e-?mail|courriel))");

  public Recall() {
    super("text.recall");
  }

  @Override
  List<Hit> look(Material.Words text, Material material) {
    Matcher recall = RECALL.matcher(text.words());
    return recall.find() ? List.of(new Hit(Severity.CONFIRM, recall.group())) : List.of();
  }
}
