package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postroom.message.Mailshot;
import org.postroom.safety.Material;

/// What the template says to everybody, and who sends it from where: whoever is named there was
/// judged once, for all letters.
final class TemplateWords {
  private final List<String> texts = new ArrayList<>();
  private final Set<String> words;
  private final String digits;

  TemplateWords(Material material) {
    for (Material.Words text : material.texts()) {
      texts.add(Folded.of(text.source()));
      texts.add(Folded.of(text.words()));
    }
    Mailshot mailshot = material.mailshot();
    texts.add(Folded.of(mailshot.from().mailbox().displayName()));
    Mailshot.Newsletter newsletter = mailshot.newsletter();
    if (newsletter != null) {
      texts.add(Folded.of(newsletter.postalAddress()));
    }
    words = OwnRow.words(String.join("\n", texts));
    digits = OwnRow.digitsOf(String.join("\n", texts));
  }

  /// True where a value, folded or the key of a number, stands in the template.
  boolean has(String value) {
    return value.startsWith("#")
        ? digits.contains(value.substring(1))
        : texts.stream().anyMatch(text -> text.contains(value));
  }

  /// The single words of it, folded.
  Set<String> words() {
    return words;
  }
}
