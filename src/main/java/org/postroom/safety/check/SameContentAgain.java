package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
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
    /// So many letters with one look-up.
    private static final int AT_ONCE = 500;

    private final Memory memory;
    private final List<Memory.Content> contents = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<Memory.Earlier, Finding.Builder> byMailshot = new LinkedHashMap<>();

    Reader(Memory memory) {
      this.memory = memory;
    }

    @Override
    public void read(FinishedLetter letter) {
      String digest = letter.composed().contentDigest();
      for (Recipient person : letter.people()) {
        contents.add(new Memory.Content(person.key(), digest));
        places.add(Place.letter("letter", person.at().row(), person.mailbox().address().wire()));
      }
      if (contents.size() >= AT_ONCE) {
        ask();
      }
    }

    private void ask() {
      List<Optional<Memory.Earlier>> before = memory.sentBefore(contents);
      for (int i = 0; i < before.size(); i++) {
        Place place = places.get(i);
        String digest = contents.get(i).digest();
        before
            .get(i)
            .ifPresent(
                earlier -> byMailshot.computeIfAbsent(earlier, Reader::finding).at(place, digest));
      }
      contents.clear();
      places.clear();
    }

    private static Finding.Builder finding(Memory.Earlier earlier) {
      return Finding.of(ID, earlier.sameMailshot() ? Severity.BLOCK : Severity.CONFIRM)
          .args(earlier.name());
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      ask();
      byMailshot.values().forEach(finding -> findings.accept(finding.build()));
    }
  }
}
