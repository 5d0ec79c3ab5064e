package org.postroom.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.engine.Draft;
import org.postroom.plan.DispatchPlan;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.Recipient;

/// Whose letters a command is about, as places in the plan.
///
/// @param verb whose words say that nothing was done
record LetterChoice(String verb, Draft draft, DispatchPlan plan) {
  List<Integer> all() {
    return all(_ -> true);
  }

  List<Integer> row(int row) throws UsageException {
    List<Integer> found = all(person -> person.at().row() == row);
    if (found.isEmpty()) {
      throw notThere(row);
    }
    return found;
  }

  List<Integer> to(String address) throws UsageException {
    if (!(AddressReader.read(address) instanceof AddressReading.One one)) {
      throw new UsageException("address.wrong", address);
    }
    List<Integer> found = all(person -> person.key().equals(one.mailbox().key()));
    if (found.isEmpty()) {
      throw new UsageException(verb + ".nobody", address);
    }
    return found;
  }

  private List<Integer> all(Predicate<Recipient> wanted) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      if (plan.people(i).stream().anyMatch(wanted)) {
        found.add(i);
      }
    }
    return found;
  }

  private UsageException notThere(int row) {
    Optional<LeftOut> leftOut =
        draft.list().leftOut().stream().filter(gone -> gone.at().row() == row).findFirst();
    String number = Integer.toString(row);
    return leftOut.isPresent()
        ? new UsageException(verb + ".left-out", number, leftOut.get().reason().code())
        : new UsageException(verb + ".no-row", number, draft.list().rows());
  }
}
