package org.postroom.safety.check;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.text.Hints;

/// A recall, or an apology for an earlier message (incident I2): it takes nothing back and shows
/// everything once more.
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
              + " (?:message|e-?mail|courriel)"
              + "|(?<!\\bif )(?:this|my|our|the)(?: previous| last| earlier| first)? (?:e-?mail|message|mail)"
              + " (?:was|has been) sent (?:by mistake|in error|by accident|too early)"
              + "|(?:e-?mail|message|newsletter) (?:that )?(?:we|i|you) (?:sent|got|received)\\b[^.!?\\n]{0,40}"
              + " (?:was|were) (?:sent (?:out )?)?(?:by mistake|in error|by accident|too early)"
              + "|(?:e-?mail|message|newsletter)[^.!?\\n]{0,40} should (?:not|never) have"
              + " (?:been sent|gone out)"
              + "|\\b(?:we|i) (?:have )?(?:accidentally|mistakenly|wrongly) sent (?:out |you |everybody"
              + " |everyone )?(?:the|a) wrong (?:e-?mail|message|letter|newsletter|version|file|list)"
              + "|(?:apologi[sz]e|apologies|sorry) for (?:my|our|the|an) (?:previous|last|earlier|first"
              + "|e-?mail of) ?(?:e-?mail|message|mail)?"
              + "|(?:e-?mail|mail|nachricht) (?:wurde|ist) (?:versehentlich|irrtümlich|aus versehen)"
              + "|(?:ignore[ns]?|ignorad|borren|eliminen) (?:el|nuestro|mi) (?:correo|mensaje|e-?mail)"
              + " (?:anterior|previo)"
              + "|ignor(?:are|ate|i) (?:la|il) (?:precedente|nostra|mia|nostro|mio)[ \\p{L}]{0,12}"
              + " (?:e-?mail|mail|messaggio)"
              + "|(?:negeer|verwijder) (?:onze|mijn|de|het) (?:vorige|vorig|eerdere|laatste)"
              + " (?:e-?mail|mail|bericht))");

  /// One of these stands wherever the pattern matches.
  private static final Hints HINTS =
      new Hints(
          List.of(
              "mail",
              "message",
              "nachricht",
              "courriel",
              "correo",
              "mensaje",
              "messaggio",
              "bericht",
              "newsletter",
              "the wrong",
              "a wrong",
              "apolog",
              "sorry for"));

  public Recall() {
    super("text.recall");
  }

  /// True where the template says so.
  static boolean isOne(Material material) {
    return material.texts().stream().anyMatch(text -> !found(text).isEmpty());
  }

  private static List<String> found(Material.Words text) {
    return HINTS.anyIn(Hints.lower(text.words()))
        ? RECALL.matcher(text.words()).results().map(MatchResult::group).distinct().toList()
        : List.of();
  }

  @Override
  List<Hit> look(Material.Words text, Material material) {
    return found(text).stream().map(words -> new Hit(Severity.CONFIRM, words)).toList();
  }

  /// What it shows once more.
  @Override
  List<Object> args(Hit hit, Material material) {
    ShownAgain again = ShownAgain.in(material);
    return again
        .letter()
        .or(again::file)
        .or(() -> again.people(words(material)))
        .or(again::quoted)
        .orElse(ShownAgain.Shown.NOTHING)
        .args();
  }

  private static String words(Material material) {
    return material.texts().stream().map(Material.Words::words).collect(Collectors.joining("\n"));
  }
}
