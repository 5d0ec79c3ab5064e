package org.postroom.safety.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.recipients.Recipient;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.Material;
import org.postroom.safety.Memory;
import org.postroom.safety.SafetyCheck;

/// The same content to the same person: never twice in one mailshot, and elsewhere only with a
/// reason.
public final class SameContentAgain implements SafetyCheck {
  private static final String ID = "send.same-content-again";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(new Reader(material.subject().memory()));
  }

  private static final class Reader implements LetterReader {
    private final Memory memory;
    private final Map<Memory.Earlier, Finding.Builder> byMailshot = new LinkedHashMap<>();

    Reader(Memory memory) {
      this.memory = memory;
    }

    @Override
    public void read(FinishedLetter letter) {
      for (Recipient person : letter.people()) {
        memory
            .sentBefore(person.key(), letter.composed().contentDigest())
            .ifPresent(
                earlier ->
                    byMailshot
                        .computeIfAbsent(earlier, Reader::finding)
                        .at(
                            org.postroom.finding.Place.letter(
                                "letter", person.at().row(), person.mailbox().address().wire()),
                            letter.composed().contentDigest()));
      }
    }

    private static Finding.Builder finding(Memory.Earlier earlier) {
      return Finding.of(ID, earlier.sameMailshot() ? Severity.BLOCK : Severity.CONFIRM)
          .args(earlier.name());
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      byMailshot.values().forEach(finding -> findings.accept(finding.build()));
    }
  }
}
