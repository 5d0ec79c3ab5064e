package org.postroom.safety.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.message.Letter;
import org.postroom.recipients.FieldName;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;
import org.postroom.template.MergedText;

/// A link of the HTML that was left empty for somebody, because the value from the list would have
/// led elsewhere than to the web, a mailbox or a telephone (rule V4).
public final class RefusedLink implements SafetyCheck {
  private static final String ID = "merge.suspect-value";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(new Reader());
  }

  private static final class Reader implements LetterReader {
    private final Map<FieldName, Finding.Builder> byField = new LinkedHashMap<>();

    @Override
    public void read(FinishedLetter letter) {
      switch (letter.letter()) {
        case Letter.Personal personal -> {
          MergedText html = personal.body().html();
          if (html != null) {
            html.refusedLinks().forEach(field -> add(letter, personal, field));
          }
        }
        case Letter.BlindCopy _ -> {
          // A fixed text has no fields.
        }
        case Letter.ToMyself _ -> {
          // What is reviewed is the letter that it is of.
        }
      }
    }

    private void add(FinishedLetter letter, Letter.Personal personal, FieldName field) {
      String value = personal.recipient().value(field);
      byField
          .computeIfAbsent(
              field, name -> Finding.of(ID, Severity.CONFIRM).args(name.shown()).quote(value))
          .at(letter.place("html"), value);
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      byField.values().forEach(finding -> findings.accept(finding.build()));
    }
  }
}
