package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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

/// Several people who are not on this list in somebody's own file: people of a list that was
/// imported earlier, with their addresses or without, or strangers (incident I10). Who is on this
/// list is told by [OtherPersonsData].
public final class OthersInOwnFiles implements SafetyCheck {
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
    private final EarlierCells cells;
    private final int several;
    private final Told block = new Told(Severity.BLOCK);
    private final Told confirm = new Told(Severity.CONFIRM);
    private final List<Waiting> waiting = new ArrayList<>();
    private int length;

    private record Waiting(Place place, Recipient mine, List<String> texts) {}

    /// One finding for all files.
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
      cells = material.subject().memory().earlierCells();
      several = ListShown.several(material);
    }

    @Override
    public void read(FinishedLetter letter) {
      if (letter.people().size() > 1) {
        return;
      }
      Recipient mine = letter.people().getFirst();
      for (ReadFile file : letter.ownFiles()) {
        if (!addresses(letter.place(file.part()), mine, material.namedIn(file))
            && !cells.isEmpty()) {
          wait(new Waiting(letter.place(file.part()), mine, file.texts()));
        }
      }
    }

    private boolean addresses(Place place, Recipient mine, People.Named named) {
      OwnRow own = rows.own(mine);
      List<String> earlier = others(named.onEarlierLists(), own);
      List<String> unknown = others(named.unknown(), own);
      if (earlier.size() >= several) {
        block.add(place, earlier.size(), earlier.getFirst());
      } else if (unknown.size() >= People.UNKNOWN_BLOCK) {
        block.add(place, unknown.size(), unknown.getFirst());
      } else if (unknown.size() >= People.UNKNOWN_CONFIRM) {
        confirm.add(place, unknown.size(), unknown.getFirst());
      } else {
        return false;
      }
      return true;
    }

    /// Addresses that the row itself does not say, of parents, say.
    private static List<String> others(Set<String> addresses, OwnRow own) {
      return addresses.stream().filter(address -> !own.covers(address)).toList();
    }

    private void wait(Waiting file) {
      waiting.add(file);
      length += file.texts().stream().mapToInt(String::length).sum();
      if (length >= AT_ONCE) {
        ask();
      }
    }

    private void ask() {
      List<Optional<EarlierRows.Shown>> shown =
          EarlierRows.in(cells, waiting.stream().map(Waiting::texts).toList());
      for (int i = 0; i < shown.size(); i++) {
        Waiting file = waiting.get(i);
        shown.get(i).ifPresent(list -> earlier(file, list));
      }
      waiting.clear();
      length = 0;
    }

    private void earlier(Waiting file, EarlierRows.Shown shown) {
      OwnRow own = rows.own(file.mine());
      List<String> others = shown.words().stream().filter(words -> !isMine(words, own)).toList();
      if (others.size() >= People.several(shown.list().people())) {
        block.add(file.place(), others.size(), others.getFirst());
      }
    }

    /// Whoever gets the file was on an earlier list as well, mostly.
    private static boolean isMine(String words, OwnRow own) {
      for (String value : words.split(", ", -1)) {
        if (!own.covers(value.replace('…', '#'))) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      ask();
      block.tell(findings);
      confirm.tell(findings);
    }
  }
}
