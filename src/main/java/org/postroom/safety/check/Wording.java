package org.postroom.safety.check;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// A check of words: of the template once, and of each finished letter for what the template did
/// not say, which came from the list. One finding for the template and one for the letters, by
/// severity.
abstract class Wording implements SafetyCheck {
  private static final int MOST_LINES = 4_000;

  private final String id;

  /// Words that were found.
  record Hit(Severity severity, String words) {}

  Wording(String id) {
    this.id = id;
  }

  /// What is wrong in one part of the template, or in one line of a letter; mostly nothing.
  abstract List<Hit> look(Material.Words text, Material material);

  /// What is wrong in the source of a letter's part, where its words do not show it.
  List<Hit> lookSource(String source) {
    return List.of();
  }

  /// More to say in the sentences of the finding.
  List<Object> args(Hit hit, Material material) {
    return List.of();
  }

  @Override
  public Set<String> ids() {
    return Set.of(id);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    Map<Severity, Finding.Builder> found = new EnumMap<>(Severity.class);
    for (Material.Words text : material.texts()) {
      for (Hit hit : look(text, material)) {
        if (!found.containsKey(hit.severity())) {
          // One place, however many words: text and HTML mostly say the same.
          found.put(hit.severity(), begin(hit, material).at(Place.part(text.part()), hit.words()));
        }
      }
    }
    found.values().forEach(finding -> findings.accept(finding.build()));
  }

  private Finding.Builder begin(Hit hit, Material material) {
    return Finding.of(id, hit.severity()).args(args(hit, material).toArray()).quote(hit.words());
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    Set<String> inTemplate = new LinkedHashSet<>();
    for (Material.Words text : material.texts()) {
      look(text, material).forEach(hit -> inTemplate.add(hit.words()));
    }
    return Optional.of(new Reader(material, inTemplate));
  }

  private final class Reader implements LetterReader {
    private final Material material;
    private final Set<String> inTemplate;
    private final Map<Severity, Finding.Builder> found = new EnumMap<>(Severity.class);
    private final Map<String, List<Hit>> byLine = new HashMap<>();

    Reader(Material material, Set<String> inTemplate) {
      this.material = material;
      this.inTemplate = inTemplate;
    }

    @Override
    public void read(FinishedLetter letter) {
      Set<Severity> told = new LinkedHashSet<>();
      for (Material.Words text : letter.texts()) {
        for (String line : text.lines()) {
          told(letter, text.part(), hits(text.part(), line), told);
        }
        told(letter, text.part(), lookSource(text.own().getFirst()), told);
      }
    }

    /// Many lines are the same in other letters, or in this one's other part: each is looked at
    /// once.
    private List<Hit> hits(String part, String line) {
      List<Hit> known = byLine.get(line);
      if (known == null) {
        known = look(Material.Words.plain(part, line), material);
        if (byLine.size() == MOST_LINES) {
          byLine.clear();
        }
        byLine.put(line, known);
      }
      return known;
    }

    private void told(FinishedLetter letter, String part, List<Hit> hits, Set<Severity> told) {
      for (Hit hit : hits) {
        if (!inTemplate.contains(hit.words()) && told.add(hit.severity())) {
          found
              .computeIfAbsent(hit.severity(), _ -> begin(hit, material))
              .at(letter.place(part), hit.words());
        }
      }
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      found.values().forEach(finding -> findings.accept(finding.build()));
    }
  }
}
