package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.postroom.address.MailboxKey;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.recipients.Recipient;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;

/// Another recipient's data in a finished letter or in somebody's own file, however it came there:
/// an address, a number that is nobody else's, a name, or two things of one row. What the template
/// gives to everybody is judged once by [ListsPeople] and [RowsShown].
public final class OtherPersonsData implements SafetyCheck {
  /// In so many rows a value singles nobody out: the leader of a section, say.
  static final int SHARED = 3;

  /// Of a file with everybody in it so many are enough.
  private static final int MOST_IN_ONE = 50;

  private static final String ID = "content.other-persons-data";

  @Override
  public Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    ids.add(ID);
    ids.add(ListsPeople.ID);
    return ids;
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(new Reader(material));
  }

  private static final class Reader implements LetterReader {
    private final Material material;
    private final Rows rows;
    private final TemplateWords template;
    private final Set<MailboxKey> named = new LinkedHashSet<>();

    /// What stands in one place; mostly it has one leak at most.
    private final List<List<Leak>> leaks = new ArrayList<>();

    private final SwappedFiles swapped = new SwappedFiles();
    private int letters;

    Reader(Material material) {
      this.material = material;
      rows = Rows.of(material);
      template = new TemplateWords(material);
      material.named().values().forEach(found -> named.addAll(found.onList().keySet()));
    }

    @Override
    public void read(FinishedLetter letter) {
      if (letter.people().size() > 1) {
        return;
      }
      letters++;
      Recipient mine = letter.people().getFirst();
      Map<MailboxKey, Leak> found = new LinkedHashMap<>();
      for (Material.Words text : letter.texts()) {
        material
            .namedIn(text)
            .onList()
            .forEach((key, theirs) -> add(found, letter, text.part(), key, mine, theirs));
      }
      if (found.isEmpty()) {
        texts(letter, mine);
      }
      for (ReadFile file : letter.ownFiles()) {
        material
            .namedIn(file)
            .onList()
            .forEach((key, theirs) -> add(found, letter, file.part(), key, mine, theirs));
        if (found.isEmpty()) {
          file(letter.place(file.part()), file.texts(), mine);
        }
      }
      found.values().forEach(leak -> leaks.add(List.of(leak)));
    }

    private void add(
        Map<MailboxKey, Leak> found,
        FinishedLetter letter,
        String part,
        MailboxKey key,
        Recipient mine,
        Recipient theirs) {
      if (!key.equals(mine.key()) && !named.contains(key)) {
        found.putIfAbsent(key, new Leak(letter.place(part), mine, theirs, key.value()));
      }
    }

    /// A letter says what the template and its own row say. Whatever else singles somebody out came
    /// from another row.
    private void texts(FinishedLetter letter, Recipient mine) {
      for (Material.Words text : letter.texts()) {
        Mentions mentions = rows.find(text.own());
        int place = rows.place(mine);
        if (mentions.isEmpty() || mentions.areAllOf(place)) {
          continue;
        }
        OwnRow own = rows.own(mine);
        Predicate<String> known =
            value -> template.has(value) || own.covers(value, template.words());
        List<Mentions.Other> others = mentions.ofOthers(place, known, CellKind::tellsWith);
        for (CellKind kind : List.of(CellKind.STRONG, CellKind.NAME)) {
          others = others.isEmpty() ? mentions.alone(place, kind, known) : others;
        }
        List<Leak> found = leaks(letter.place(text.part()), mine, others);
        if (!found.isEmpty()) {
          leaks.add(found);
          return;
        }
      }
    }

    private void file(Place place, List<String> texts, Recipient mine) {
      Mentions mentions = rows.find(texts);
      OwnRow own = rows.own(mine);
      Predicate<String> known = value -> template.has(value) || own.covers(value);
      int at = rows.place(mine);
      List<Mentions.Other> others =
          new ArrayList<>(mentions.ofOthers(at, known, CellKind::betraysWith));
      List<Mentions.Other> names = mentions.alone(at, CellKind.NAME, known);
      boolean namesMine = own.isNamedIn(texts, names.stream().map(Mentions.Other::words).toList());
      mentions.alone(at, CellKind.STRONG, known).stream()
          .filter(one -> !namesMine || !own.livesWith(rows.own(rows.person(one.person()))))
          .forEach(others::add);
      List<Leak> found = leaks(place, mine, others);
      if (!found.isEmpty()) {
        leaks.add(found);
      }
      swapped.add(found.isEmpty() ? leaks(place, mine, names) : List.of(), mine, namesMine);
    }

    private List<Leak> leaks(Place place, Recipient mine, List<Mentions.Other> others) {
      return others.stream()
          .limit(MOST_IN_ONE)
          .map(other -> new Leak(place, mine, rows.person(other.person()), other.words()))
          .filter(leak -> !material.isSender(leak.theirs().key()))
          .toList();
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      Finding.Builder block = Finding.of(ID, Severity.BLOCK);
      Map<MailboxKey, Leak> shared = new LinkedHashMap<>();
      Map<String, Integer> inFiles = new HashMap<>();
      for (List<Leak> place : leaks) {
        for (Leak leak : place) {
          if (leak.isInFile()) {
            inFiles.merge(leak.value(), 1, Integer::sum);
          }
        }
      }
      swapped.leaks().forEach(leak -> leaks.add(List.of(leak)));
      for (List<Leak> place : leaks) {
        List<Leak> own = new ArrayList<>();
        for (Leak leak : place) {
          int same = leak.isInFile() ? inFiles.getOrDefault(leak.value(), 0) : 0;
          if (isShared(leak) || (same >= SHARED && same * 2 >= letters)) {
            shared.putIfAbsent(leak.theirs().key(), leak);
          } else {
            own.add(leak);
          }
        }
        if (!own.isEmpty()) {
          Leak leak = own.getFirst();
          if (block.isEmpty()) {
            block.args(leak.value(), leak.theirs().at().row()).quote(leak.value());
          }
          block.at(leak.place(), leak.value());
        }
      }
      if (!block.isEmpty()) {
        findings.accept(block.build());
      }
      // One person whom all the files name, a treasurer say, is named to everybody: judged once.
      shared.forEach(
          (key, leak) -> {
            String part = leak.place().part();
            findings.accept(ListsPeople.one(key.value(), part == null ? "letter" : part));
          });
    }

    private boolean isShared(Leak leak) {
      return rows.isNamedByManyAnd(leak.mine(), leak.value());
    }
  }
}
