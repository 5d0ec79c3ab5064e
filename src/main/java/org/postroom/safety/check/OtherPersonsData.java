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
import org.jspecify.annotations.Nullable;
import org.postroom.address.MailboxKey;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.recipients.Recipient;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;

/// Another recipient's address in a finished letter or in somebody's own file, however it came
/// there. An address that the template gives to everybody is judged once by [ListsPeople].
public final class OtherPersonsData implements SafetyCheck {
  private static final String ID = "content.other-persons-data";

  /// In so many rows a value singles nobody out: the leader of a section, say.
  private static final int SHARED = 3;

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

  private record Leak(Place place, Recipient mine, Recipient theirs, String value) {}

  private static final class Reader implements LetterReader {
    private final Material material;
    private @Nullable Rows rows;
    private final Set<MailboxKey> named = new LinkedHashSet<>();
    private final List<Leak> leaks = new ArrayList<>();
    private int letters;

    Reader(Material material) {
      this.material = material;
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
      for (ReadFile file : letter.ownFiles()) {
        material
            .namedIn(file)
            .onList()
            .forEach((key, theirs) -> add(found, letter, file.part(), key, mine, theirs));
        if (found.isEmpty()) {
          rows()
              .of(file.texts(), mine)
              .ifPresent(
                  other ->
                      leaks.add(
                          new Leak(
                              letter.place(file.part()), mine, other.person(), other.words())));
        }
      }
      leaks.addAll(found.values());
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

    @Override
    public void finish(Consumer<Finding> findings) {
      Finding.Builder block = Finding.of(ID, Severity.BLOCK);
      Map<MailboxKey, Leak> shared = new LinkedHashMap<>();
      Map<String, Integer> inFiles = new HashMap<>();
      for (Leak leak : leaks) {
        if (isFile(leak)) {
          inFiles.merge(leak.value(), 1, Integer::sum);
        }
      }
      for (Leak leak : leaks) {
        int same = isFile(leak) ? inFiles.getOrDefault(leak.value(), 0) : 0;
        if (isShared(leak) || (same >= SHARED && same * 2 >= letters)) {
          shared.putIfAbsent(leak.theirs().key(), leak);
        } else {
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

    private static boolean isFile(Leak leak) {
      String part = leak.place().part();
      return part != null && part.indexOf(':') > 0;
    }

    private boolean isShared(Leak leak) {
      Set<Integer> naming = rows().naming(leak.value());
      return naming.contains(leak.mine().at().row()) && naming.size() >= SHARED;
    }

    /// Most mailshots need it not at all, and for a long list it takes a second.
    private Rows rows() {
      Rows known = rows;
      if (known == null) {
        known = Rows.of(material);
        rows = known;
      }
      return known;
    }
  }
}
