package org.postroom.safety.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.message.Letter;
import org.postroom.recipients.FieldName;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;
import org.postroom.template.MergedText;

/// A field that is empty for somebody and has nothing to write in its place.
public final class EmptyValue implements SafetyCheck {
  private static final String ID = "merge.empty-value";

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
          Set<FieldName> told = new LinkedHashSet<>();
          add(letter, "subject", personal.body().subject(), told);
          add(letter, "text", personal.body().text(), told);
          add(letter, "html", personal.body().html(), told);
        }
        case Letter.BlindCopy _ -> {
          // A fixed text has no fields.
        }
        case Letter.ToMyself _ -> {
          // What is reviewed is the letter that it is of.
        }
      }
    }

    private void add(
        FinishedLetter letter, String part, @Nullable MergedText text, Set<FieldName> told) {
      if (text == null) {
        return;
      }
      for (FieldName field : text.empty()) {
        if (told.add(field)) {
          byField
              .computeIfAbsent(field, name -> Finding.of(ID, Severity.BLOCK).args(name.shown()))
              .at(letter.place(part), field.key());
        }
      }
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      byField.values().forEach(finding -> findings.accept(finding.build()));
    }
  }
}
