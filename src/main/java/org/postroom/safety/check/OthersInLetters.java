package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.recipients.Recipient;
import org.postroom.safety.EarlierCells;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.Material;
import org.postroom.safety.People;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;

/// Several people who are not on this list in somebody's own file, or in a letter whose row has a
/// cell that is crowded with words: people of a list that was imported earlier, with their
/// addresses or without, or strangers (incident I10). Who is on this list is told by
/// [OtherPersonsData].
public final class OthersInLetters implements SafetyCheck {
  @Override
  public Set<String> ids() {
    return Set.of(ListsPeople.ID);
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(new Reader(material));
  }

  private static final class Reader implements LetterReader {
    /// Texts of so many characters with one look-up.
    private static final int AT_ONCE = 1 << 20;

    private final Material material;
    private final Rows rows;
    private final TemplateWords template;
    private final EarlierCells cells;
    private final int several;
    private final Told block = new Told(Severity.BLOCK);
    private final Told confirm = new Told(Severity.CONFIRM);
    private final List<Waiting> waiting = new ArrayList<>();
    private int length;

    /// @param fits true for a value that may stand there
    private record Waiting(Place place, List<String> texts, Predicate<String> fits) {}

    /// One finding for all letters.
    private static final class Told {
      private final Severity severity;
      private Finding.@Nullable Builder finding;

      Told(Severity severity) {
        this.severity = severity;
      }

      void add(Place place, int people, String example) {
        Finding.Builder all = finding;
        if (all == null) {
          all = Finding.of(ListsPeople.ID, severity).args(people, example).quote(example);
          finding = all;
        }
        all.at(place, example);
      }

      void tell(Consumer<Finding> findings) {
        if (finding != null) {
          findings.accept(finding.build());
        }
      }
    }

    Reader(Material material) {
      this.material = material;
      rows = Rows.of(material);
      template = new TemplateWords(material);
      cells = material.subject().memory().earlierCells();
      several = ListShown.several(material);
    }

    @Override
    public void read(FinishedLetter letter) {
      if (letter.people().size() > 1) {
        return;
      }
      Recipient mine = letter.people().getFirst();
      if (!letter.ownFiles().isEmpty()) {
        OwnRow own = rows.own(mine);
        for (ReadFile file : letter.ownFiles()) {
          Place place = letter.place(file.part());
          look(new Waiting(place, file.texts(), own::covers), material.namedIn(file));
        }
      }
      if (mine.cells().stream().anyMatch(Crowd::is)) {
        Predicate<String> fits = fits(mine);
        for (Material.Words text : letter.texts()) {
          look(new Waiting(letter.place(text.part()), text.own(), fits), material.namedIn(text));
        }
      }
    }

    /// What a letter says of its own comes from its row. Cells that each speak of one person, of a
    /// parent or a doctor, are meant to be there; whom a crowded cell holds nobody may have looked
    /// at.
    private Predicate<String> fits(Recipient mine) {
      OwnRow own = rows.own(mine).without(Crowd::is);
      return value -> template.has(value) || own.covers(value) || isOnList(value);
    }

    private boolean isOnList(String value) {
      return !rows.find(List.of(value.replace("#", ""))).isEmpty();
    }

    private void look(Waiting text, People.Named named) {
      if (!addresses(text, named) && !cells.isEmpty()) {
        wait(text);
      }
    }

    private boolean addresses(Waiting text, People.Named named) {
      List<String> earlier = others(named.onEarlierLists(), text.fits());
      List<String> unknown = others(named.unknown(), text.fits());
      if (earlier.size() >= several) {
        block.add(text.place(), earlier.size(), earlier.getFirst());
      } else if (unknown.size() >= People.UNKNOWN_BLOCK) {
        block.add(text.place(), unknown.size(), unknown.getFirst());
      } else if (unknown.size() >= People.UNKNOWN_CONFIRM) {
        confirm.add(text.place(), unknown.size(), unknown.getFirst());
      } else {
        return false;
      }
      return true;
    }

    /// Addresses that the row itself does not say, of parents, say.
    private static List<String> others(Set<String> addresses, Predicate<String> fits) {
      return addresses.stream().filter(fits.negate()).toList();
    }

    private void wait(Waiting text) {
      waiting.add(text);
      length += text.texts().stream().mapToInt(String::length).sum();
      if (length >= AT_ONCE) {
        ask();
      }
    }

    private void ask() {
      List<Optional<EarlierRows.Shown>> shown =
          EarlierRows.in(cells, waiting.stream().map(Waiting::texts).toList());
      for (int i = 0; i < shown.size(); i++) {
        Waiting text = waiting.get(i);
        shown.get(i).ifPresent(list -> earlier(text, list));
      }
      waiting.clear();
      length = 0;
    }

    private void earlier(Waiting text, EarlierRows.Shown shown) {
      List<String> others =
          shown.words().stream().filter(words -> !fits(words, text.fits())).toList();
      if (others.size() >= People.several(shown.list().people())) {
        block.add(text.place(), others.size(), others.getFirst());
      }
    }

    /// Whoever gets the letter was on an earlier list as well, mostly.
    private static boolean fits(String words, Predicate<String> fits) {
      return Arrays.stream(words.split(", ", -1))
          .map(value -> value.replace('…', '#'))
          .allMatch(fits);
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      ask();
      block.tell(findings);
      confirm.tell(findings);
    }
  }
}
