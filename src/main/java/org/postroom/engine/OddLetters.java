package org.postroom.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Attachment;
import org.postroom.message.Body;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.plan.DispatchPlan;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;
import org.postroom.template.MergeField;
import org.postroom.template.MergeTemplate;

/// The letters of a plan that are unlike the others: the longest, the shortest, those with the most
/// empty fields or the largest files, and those of which one field's value has something that
/// hardly any other has, or lacks what nearly all have.
///
/// Nothing is kept of the letters but a few numbers for each field.
final class OddLetters {
  /// A trait is unusual where at most this share of all letters have it…
  private static final double RARE_SHARE = 0.001;

  /// … and all that have it are told, so there are never many.
  private static final int MOST_TOLD = 3;

  /// What can be said of a value at a glance.
  private static final int TRAITS = 9;

  private final List<Column> columns = new ArrayList<>();
  private final Extreme longestName = new Extreme(OddLetter.Why.LONGEST_NAME, true);
  private final Extreme longestSubject = new Extreme(OddLetter.Why.LONGEST_SUBJECT, true);
  private final Extreme longest = new Extreme(OddLetter.Why.LONGEST, true);
  private final Extreme shortest = new Extreme(OddLetter.Why.SHORTEST, false);
  private final Extreme blanks = new Extreme(OddLetter.Why.MOST_BLANKS, true);
  private final Extreme largest = new Extreme(OddLetter.Why.LARGEST, true);
  private int read;

  OddLetters(Mailshot mailshot) {
    Set<FieldName> fields = new LinkedHashSet<>();
    Body<MergeTemplate> body = mailshot.body();
    add(body.subject(), fields);
    add(body.text(), fields);
    add(body.html(), fields);
    fields.forEach(field -> columns.add(new Column(field)));
  }

  private static void add(@Nullable MergeTemplate template, Set<FieldName> fields) {
    if (template != null) {
      for (MergeField field : template.fields()) {
        fields.add(field.name());
      }
    }
  }

  /// Letters are read in order, each once.
  void read(int index, Letter letter, DispatchPlan plan) {
    Recipient person = plan.people(index).getFirst();
    int length = 0;
    int empty = 0;
    for (Column column : columns) {
      if (person.columns().has(column.field)) {
        String value = person.value(column.field);
        column.read(index, value);
        length += value.length();
        empty += value.isEmpty() ? 1 : 0;
      }
    }
    longestName.read(index, person.mailbox().displayName().length());
    longestSubject.read(index, LookAlikes.subject(letter).length());
    longest.read(index, length);
    shortest.read(index, length);
    blanks.read(index, empty);
    long files = 0;
    for (Attachment file : letter.attachments()) {
      files += file.content().size();
    }
    largest.read(index, files);
    read++;
  }

  /// Each letter once, with the first reason that it is told for.
  List<OddLetter> told() {
    List<OddLetter> all = new ArrayList<>();
    // What is wrong with a letter says more than that it is the shortest.
    columns.forEach(column -> column.tellTraits(all, read));
    longestName.tell(all);
    longestSubject.tell(all);
    if (!columns.isEmpty()) {
      longest.tell(all);
      shortest.tell(all);
      blanks.tell(all);
    }
    largest.tell(all);
    columns.forEach(column -> column.tellExtremes(all));
    BitSet before = new BitSet();
    List<OddLetter> told = new ArrayList<>();
    for (OddLetter odd : all) {
      if (!before.get(odd.at())) {
        before.set(odd.at());
        told.add(odd);
      }
    }
    return told;
  }

  /// The first letter with the largest, or the smallest, number.
  private static final class Extreme {
    private final OddLetter.Why why;
    private final boolean largest;
    private int at = -1;
    private long best;
    private boolean differs;

    Extreme(OddLetter.Why why, boolean largest) {
      this.why = why;
      this.largest = largest;
    }

    void read(int index, long number) {
      if (at < 0) {
        at = index;
        best = number;
      } else {
        differs |= number != best;
        if (largest ? number > best : number < best) {
          at = index;
          best = number;
        }
      }
    }

    /// Where all are the same, none is an extreme.
    void tell(List<OddLetter> odd) {
      if (differs) {
        odd.add(new OddLetter(why, null, at));
      }
    }
  }

  /// The values of one field.
  private static final class Column {
    private final FieldName field;
    private final Extreme longest = new Extreme(OddLetter.Why.LONGEST_VALUE, true);
    private final Extreme shortest = new Extreme(OddLetter.Why.SHORTEST_VALUE, false);
    private final Trait[] with = new Trait[TRAITS];
    private final Trait[] without = new Trait[TRAITS];

    Column(FieldName field) {
      this.field = field;
      for (int trait = 0; trait < TRAITS; trait++) {
        with[trait] = new Trait();
        without[trait] = new Trait();
      }
    }

    void read(int index, String value) {
      longest.read(index, value.length());
      shortest.read(index, value.length());
      int traits = traits(value);
      for (int trait = 0; trait < TRAITS; trait++) {
        ((traits >> trait & 1) != 0 ? with : without)[trait].read(index);
      }
    }

    void tellTraits(List<OddLetter> odd, int letters) {
      for (int trait = 0; trait < TRAITS; trait++) {
        with[trait].tell(odd, field, letters);
        without[trait].tell(odd, field, letters);
      }
    }

    void tellExtremes(List<OddLetter> odd) {
      List<OddLetter> extremes = new ArrayList<>();
      longest.tell(extremes);
      shortest.tell(extremes);
      extremes.forEach(one -> odd.add(new OddLetter(one.why(), field, one.at())));
    }
  }

  /// How many letters have a trait, and the first of them.
  private static final class Trait {
    private final int[] first = new int[MOST_TOLD];
    private int count;

    void read(int index) {
      if (count < MOST_TOLD) {
        first[count] = index;
      }
      count++;
    }

    void tell(List<OddLetter> odd, FieldName field, int letters) {
      int rare = Math.clamp((long) (letters * RARE_SHARE), 1, MOST_TOLD);
      if (count <= rare && count < letters) {
        for (int i = 0; i < count; i++) {
          odd.add(new OddLetter(OddLetter.Why.UNLIKE_OTHERS, field, first[i]));
        }
      }
    }
  }

  private static int traits(String value) {
    int traits = value.isEmpty() ? 1 : 0;
    int letters = 0;
    boolean lower = false;
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetter(c)) {
        letters++;
        lower |= !Character.isUpperCase(c);
        traits |= Scripts.isUsual(c) ? 2 : 4;
        traits |= letters == 1 && Character.isLowerCase(c) ? 8 : 0;
      } else if (Character.isDigit(c)) {
        traits |= 16;
      } else if (c == '@') {
        traits |= 32;
      } else if (" .,'-’".indexOf(c) < 0 && !Character.isSpaceChar(c)) {
        traits |= 64;
      } else if (c == ' ') {
        traits |= 256;
      }
    }
    return traits | (letters > 1 && !lower ? 128 : 0);
  }
}
