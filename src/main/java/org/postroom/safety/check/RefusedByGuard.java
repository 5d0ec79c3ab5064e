package org.postroom.safety.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.composition.GuardVerdict;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.finding.Word;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// What the guard would stop before the final dot, said while there is time: an outside address in
/// the subject, say. The guard reads again at sending and relies on nothing here.
public final class RefusedByGuard implements SafetyCheck {
  private static final String ID = "letter.refused-by-guard";
  private static final String FOREIGN_ADDRESS = "foreign-address";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(new Reader());
  }

  private static final class Reader implements LetterReader {
    private final Map<String, Finding.Builder> byRule = new LinkedHashMap<>();

    @Override
    public void read(FinishedLetter letter) {
      if (letter.guard() instanceof GuardVerdict.Stop(String id, String rule)) {
        boolean address = id.equals(FOREIGN_ADDRESS);
        Word advice = new Word(address ? "guard-foreign-address" : "guard-other");
        byRule
            .computeIfAbsent(id, _ -> Finding.of(ID, Severity.BLOCK).args(advice, rule))
            // Of the headers with words of a person's, names refuse addresses by their type.
            .at(letter.place(address ? "subject" : "letter"), id);
      }
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      byRule.values().forEach(finding -> findings.accept(finding.build()));
    }
  }
}
