package org.postroom.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroom.composition.Composer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.plan.DispatchPlan;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.LeftOutReason;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.recipients.RowRef;
import org.postroom.safety.Memory;

/// Leaves out whom this mailshot's same content has reached, or may have reached, already: within
/// one mailshot nobody gets it twice.
final class SentBefore {
  /// So many people with one look-up.
  private static final int AT_ONCE = 500;

  private final Map<RowRef, Memory.Earlier> had = new HashMap<>();
  private final RecipientList list;

  private SentBefore(RecipientList list) {
    this.list = list;
  }

  static SentBefore of(DispatchPlan plan, Composer composer, Memory memory) {
    SentBefore before = new SentBefore(plan.list());
    List<RowRef> rows = new ArrayList<>();
    List<Memory.Content> contents = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      String content = composer.compose(plan.id(i), plan.letter(i)).contentDigest();
      for (Recipient person : plan.people(i)) {
        rows.add(person.at());
        contents.add(new Memory.Content(person.key(), content));
      }
      if (contents.size() >= AT_ONCE || i + 1 == plan.size()) {
        before.ask(memory, rows, contents);
        rows.clear();
        contents.clear();
      }
    }
    return before;
  }

  private void ask(Memory memory, List<RowRef> rows, List<Memory.Content> contents) {
    List<Optional<Memory.Earlier>> found = memory.sentBefore(contents);
    for (int i = 0; i < rows.size(); i++) {
      RowRef row = rows.get(i);
      found.get(i).filter(Memory.Earlier::sameMailshot).ifPresent(earlier -> had.put(row, earlier));
    }
  }

  boolean isEmpty() {
    return had.isEmpty();
  }

  /// True where nobody new is left.
  boolean isEverybody() {
    return had.size() == list.people().size();
  }

  /// The list without them; they are among the rows left out.
  RecipientList others() {
    List<Recipient> people = list.only(person -> !had.containsKey(person.at()));
    List<LeftOut> leftOut = new ArrayList<>(list.leftOut());
    list.only(person -> had.containsKey(person.at()))
        .forEach(person -> leftOut.add(leftOut(person)));
    leftOut.sort(Comparator.comparingInt(gone -> gone.at().row()));
    return new RecipientList(
        list.origin(), list.columns(), list.addressColumn(), list.nameColumn(), people, leftOut);
  }

  /// Says it where nobody new is left.
  Finding finding() {
    Finding.Builder finding = Finding.of("send.same-content-again", Severity.BLOCK);
    String name = "";
    for (Recipient person : list.people()) {
      Memory.Earlier earlier = had.get(person.at());
      if (earlier != null) {
        name = earlier.name();
        String address = person.mailbox().address().wire();
        finding.at(Place.row(person.at().row(), address), address);
      }
    }
    return finding.args(name).build();
  }

  private static LeftOut leftOut(Recipient person) {
    return new LeftOut(
        person.at(),
        LeftOutReason.ALREADY_SENT,
        person.mailbox().address().wire(),
        person.cells(),
        0);
  }
}
