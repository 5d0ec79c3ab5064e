package org.postroom.safety.check;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;
import org.postroom.safety.TextExtractor.Piece;

/// Marked for inside only: the internal version may have been picked.
public final class InternalMarking implements SafetyCheck {
  private static final String ID = "content.internal-marking";
  private static final Pattern MARKED =
      Pattern.compile(
          "(?iu)\\b(?:(?:for )?internal use only|for internal"
              + " (?:use|circulation|distribution)|internal only|not for"
              + " (?:distribution|circulation|publication|onward (?:transmission|distribution))|do"
              + " not (?:distribute|circulate|forward or copy)|company confidential|commercial in"
              + " confidence|strictly confidential|committee (?:members )?only|nur für den"
              + " (?:internen|dienstgebrauch)[ \\w]{0,12}|nur zum internen gebrauch|streng"
              + " vertraulich|vertraulich, nicht weitergeben|usage interne|confidentiel|uso"
              + " interno|uitsluitend voor intern"
              + " gebruik)\\b|(?m)^\\s*\\[?(?:CONFIDENTIAL|INTERNAL|VERTRAULICH)\\]?\\s*(?::|$)");

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (Material.Words text : material.texts()) {
      if (look(text.part(), text.words(), findings)) {
        break;
      }
    }
    for (ReadFile file : material.files()) {
      for (Piece piece : file.pieces()) {
        if (look(file.part(), FileWords.of(piece), findings)) {
          break;
        }
      }
    }
  }

  private static boolean look(String part, String words, Consumer<Finding> findings) {
    Matcher marked = MARKED.matcher(words);
    if (!marked.find()) {
      return false;
    }
    String mark = marked.group().strip();
    findings.accept(
        Finding.of(ID, Severity.CONFIRM).at(Place.part(part), mark).quote(mark).build());
    return true;
  }
}
