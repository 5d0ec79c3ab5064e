package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.Material;
import org.postroom.safety.Memory;
import org.postroom.safety.Said;
import org.postroom.safety.text.Fold;
import org.postroom.safety.text.Quotes;

/// What a letter that takes another back shows once more: that letter, its file, people of the
/// list. Looked for once in a review.
final class ShownAgain {
  /// Who signs is named, too, and so is whom people may turn to.
  private static final int SEVERAL = 3;

  /// One sentence is what a correction quotes.
  private static final int SENTENCES = 2;

  private static final int LONGEST_NAME = 5;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final Material material;
  private final List<Memory.Repeated> earlier;

  private ShownAgain(Material material) {
    this.material = material;
    this.earlier = material.subject().memory().repeated(Said.by(material.mailshot()));
  }

  static ShownAgain in(Material material) {
    return material.once(ShownAgain.class, ShownAgain::new);
  }

  /// What is said of it in a finding.
  ///
  /// @param choice which sentence
  /// @param letter name of the first letter
  /// @param what the file or the first person
  record Shown(int choice, String letter, String what) {
    static final Shown NOTHING = new Shown(0, "", "");

    List<Object> args() {
      return List.of(choice, letter, what);
    }
  }

  /// True where an earlier mailshot said `sentence` too, so that it is not about that one.
  ///
  /// @param sentence folded
  boolean isOld(String sentence) {
    return earlier.stream().anyMatch(one -> one.again().contains(sentence));
  }

  /// The letter whose greater part is said again.
  Optional<Shown> letter() {
    return earlier.stream()
        .filter(one -> isMost(one.inOrder()))
        .findFirst()
        .map(one -> new Shown(2, one.name(), ""));
  }

  /// Half of the letter, and half of how it began: what every newsletter says stands at its end.
  private static boolean isMost(List<Boolean> sentences) {
    List<Boolean> begin = sentences.subList(0, (sentences.size() + 1) / 2);
    long again = again(sentences);
    return again >= SENTENCES && again * 2 >= sentences.size() && again(begin) * 2 >= begin.size();
  }

  private static long again(List<Boolean> sentences) {
    return sentences.stream().filter(said -> said).count();
  }

  /// The letter whose file goes along again.
  Optional<Shown> file() {
    return earlier.stream()
        .filter(one -> !one.files().isEmpty())
        .findFirst()
        .map(one -> new Shown(3, one.name(), one.files().getFirst()));
  }

  /// Several people of the list in `text` by their whole names, the sender apart.
  Optional<Shown> people(String text) {
    Set<String> said = runs(text);
    RecipientList list = material.subject().list();
    String sender = folded(material.mailshot().from().mailbox().displayName());
    FieldName column = list.nameColumn();
    List<String> named = new ArrayList<>();
    for (Recipient person : list.people()) {
      String name = column == null ? person.mailbox().displayName() : person.value(column);
      String words = folded(name);
      if (words.indexOf(' ') > 0
          && said.remove(words)
          && !words.equals(sender)
          && !material.isSender(person.key())) {
        named.add(name);
      }
    }
    return named.size() < SEVERAL
        ? Optional.empty()
        : Optional.of(new Shown(4, "", named.getFirst()));
  }

  /// Quoted below the letter's own words.
  Optional<Shown> quoted() {
    return material.texts().stream().anyMatch(text -> Quotes.isIn(text.words()))
        ? Optional.of(new Shown(1, "", ""))
        : Optional.empty();
  }

  /// Every run of two to five words.
  private static Set<String> runs(String text) {
    Set<String> runs = new HashSet<>();
    String[] words = folded(text).split(" ", -1);
    for (int from = 0; from < words.length; from++) {
      StringBuilder run = new StringBuilder(words[from]);
      for (int next = from + 1; next < Math.min(words.length, from + LONGEST_NAME); next++) {
        runs.add(run.append(' ').append(words[next]).toString());
      }
    }
    return runs;
  }

  private static String folded(String text) {
    return NO_WORD.matcher(Fold.fold(text)).replaceAll(" ").strip();
  }
}
