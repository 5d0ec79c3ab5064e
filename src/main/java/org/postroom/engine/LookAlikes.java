package org.postroom.engine;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.postroom.message.Letter;
import org.postroom.plan.DispatchPlan;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;
import org.postroom.template.MergeField;
import org.postroom.template.MergedText;

/// Messages that look alike: the kinds of message of a plan by which paragraphs, fallbacks and
/// files they have, largest first, and the extremes. Reading one of each kind is reading them all.
///
/// @param kinds largest first; of kinds of one size the one that comes first in the list
/// @param odd the letters that are unlike the others, each once
public record LookAlikes(List<Kind> kinds, List<OddLetter> odd) {
  /// A kind is unusual where it is at most this share of all…
  private static final double RARE_SHARE = 0.02;

  /// … or at most so many people.
  private static final int RARE_PEOPLE = 5;

  public LookAlikes {
    kinds = List.copyOf(kinds);
    odd = List.copyOf(odd);
  }

  /// One kind of message.
  ///
  /// @param shape what its letters have in common
  /// @param size how many letters
  /// @param example the first of them, its place in the plan
  /// @param differences from the largest kind; empty for the largest itself
  public record Kind(String shape, int size, int example, List<Difference> differences) {
    public Kind {
      differences = List.copyOf(differences);
    }
  }

  /// What sets a kind apart.
  public sealed interface Difference {
    /// The cell is empty and the fallback was written.
    record Fallback(FieldName field, String written) implements Difference {}

    /// The condition of a paragraph holds here and does not in the largest kind, or the other way.
    record Condition(FieldName field, boolean filledIn) implements Difference {}

    /// Values are in another alphabet.
    record Alphabet() implements Difference {}

    /// Another number of files.
    record Files(int count) implements Difference {}
  }

  /// Reads every letter's shape.
  ///
  /// @throws CancellationException where `progress` says stop
  public static LookAlikes of(DispatchPlan plan, WorkProgress progress) {
    Map<String, int[]> counted = new LinkedHashMap<>();
    OddLetters odd = new OddLetters(plan.mailshot());
    for (int i = 0; i < plan.size(); i++) {
      if (i % 256 == 0 && !progress.at(i, plan.size())) {
        throw new CancellationException();
      }
      Letter letter = plan.letter(i);
      int[] sizeAndFirst =
          Objects.requireNonNull(counted.computeIfAbsent(shape(letter), _ -> new int[2]));
      if (sizeAndFirst[0]++ == 0) {
        sizeAndFirst[1] = i;
      }
      odd.read(i, letter, plan);
    }
    return new LookAlikes(kinds(plan, counted), odd.told());
  }

  /// One letter of each kind and those that are unlike the others, each once, by their places in
  /// the plan: kinds first, the largest first.
  public List<Integer> examples() {
    Set<Integer> places = new LinkedHashSet<>();
    kinds.forEach(kind -> places.add(kind.example()));
    odd.forEach(one -> places.add(one.at()));
    return List.copyOf(places);
  }

  /// True where `kind` is different from the rest.
  public boolean rare(Kind kind) {
    int all = kinds.stream().mapToInt(Kind::size).sum();
    return kinds.size() > 1
        && !kind.equals(kinds.getFirst())
        && (kind.size() <= RARE_PEOPLE || kind.size() <= all * RARE_SHARE);
  }

  private static List<Kind> kinds(DispatchPlan plan, Map<String, int[]> counted) {
    List<Kind> kinds = new ArrayList<>();
    counted.forEach(
        (shape, sizeAndFirst) ->
            kinds.add(new Kind(shape, sizeAndFirst[0], sizeAndFirst[1], List.of())));
    kinds.sort(Comparator.comparingInt(Kind::size).reversed().thenComparingInt(Kind::example));
    List<Kind> told = new ArrayList<>();
    for (Kind kind : kinds) {
      told.add(
          new Kind(
              kind.shape(),
              kind.size(),
              kind.example(),
              told.isEmpty()
                  ? List.of()
                  : differences(plan, told.getFirst().example(), kind.example())));
    }
    return told;
  }

  private static List<Difference> differences(DispatchPlan plan, int usual, int other) {
    List<Difference> differences = new ArrayList<>();
    if (plan.letter(other) instanceof Letter.Personal personal) {
      for (MergedText text : texts(personal)) {
        for (MergedText.Span span : text.spans()) {
          if (span.fallback()) {
            add(
                differences,
                new Difference.Fallback(
                    span.field(), text.value().substring(span.start(), span.end())));
          }
        }
      }
    }
    Recipient usualPerson = plan.people(usual).getFirst();
    Recipient otherPerson = plan.people(other).getFirst();
    for (MergeField field : plan.mailshot().body().text().fields()) {
      if (field.condition() && otherPerson.columns().has(field.name())) {
        boolean filled = !otherPerson.value(field.name()).isEmpty();
        if (filled != !usualPerson.value(field.name()).isEmpty()) {
          add(differences, new Difference.Condition(field.name(), filled));
        }
      }
    }
    if (!scripts(plan.letter(other)).equals(scripts(plan.letter(usual)))) {
      add(differences, new Difference.Alphabet());
    }
    int files = plan.letter(other).attachments().size();
    if (files != plan.letter(usual).attachments().size()) {
      add(differences, new Difference.Files(files));
    }
    return differences;
  }

  private static void add(List<Difference> differences, Difference difference) {
    if (!differences.contains(difference)) {
      differences.add(difference);
    }
  }

  /// What letters that look alike have in common.
  public static String shape(Letter letter) {
    return switch (letter) {
      case Letter.Personal personal -> {
        StringBuilder shape = new StringBuilder();
        for (MergedText text : texts(personal)) {
          shape.append(text.shape());
          Scripts.of(text.pieces()).forEach(script -> shape.append(':').append(script));
          shape.append('/');
        }
        yield shape.append(letter.attachments().size()).toString();
      }
      case Letter.BlindCopy _ -> "blind copy";
      case Letter.ToMyself test -> shape(test.of());
    };
  }

  private static List<MergedText> texts(Letter.Personal letter) {
    List<MergedText> texts = new ArrayList<>();
    texts.add(letter.body().subject());
    texts.add(letter.body().text());
    MergedText html = letter.body().html();
    if (html != null) {
      texts.add(html);
    }
    return texts;
  }

  private static List<Set<UnicodeScript>> scripts(Letter letter) {
    return switch (letter) {
      case Letter.Personal personal ->
          texts(personal).stream().map(text -> Scripts.of(text.pieces())).toList();
      case Letter.BlindCopy _ -> List.of();
      case Letter.ToMyself test -> scripts(test.of());
    };
  }

  /// A letter's finished subject.
  public static String subject(Letter letter) {
    return switch (letter) {
      case Letter.ToMyself(Letter of, String mark) -> mark + " " + subject(of);
      case Letter.Personal personal -> personal.body().subject().value();
      case Letter.BlindCopy blind -> blind.body().subject().value();
    };
  }
}
