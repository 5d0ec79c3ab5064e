package org.postroom.ui.send;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postroom.engine.Report;
import org.postroom.plan.DispatchPlan;
import org.postroom.recipients.Recipient;
import org.postroom.ui.send.SendTally.State;

/// To whom the letters of a run go, by their places in the plan that is sent. What goes on is asked
/// of the report: the document may have been changed since, and its plan is another one then. Pure.
///
/// @param letters in the order of the plan; in a blind copy one entry is an envelope
record Addressed(List<Whom> letters) {
  /// @param name of the first, or their address
  /// @param domains of everybody in the envelope, one for each person
  /// @param before how it stood before the run
  record Whom(String name, List<String> domains, State before) {
    private Whom with(Whom other) {
      List<String> all = new ArrayList<>(domains);
      all.addAll(other.domains);
      return new Whom(name, List.copyOf(all), before);
    }
  }

  Addressed {
    letters = List.copyOf(letters);
  }

  /// Letters of which nothing is known but their number.
  static Addressed unknown(int letters) {
    return new Addressed(Collections.nCopies(letters, new Whom("", List.of(), State.NOT_YET)));
  }

  static Addressed of(DispatchPlan plan) {
    List<Whom> letters = new ArrayList<>(plan.size());
    for (int i = 0; i < plan.size(); i++) {
      List<Recipient> people = plan.people(i);
      var first = people.getFirst().mailbox();
      letters.add(
          new Whom(
              first.displayName().isEmpty() ? first.address().wire() : first.displayName(),
              people.stream().map(each -> each.mailbox().address().domain()).toList(),
              State.NOT_YET));
    }
    return new Addressed(letters);
  }

  /// The people of one envelope stand beside each other in the report, and count as one letter.
  static Addressed of(Report report) {
    Map<Integer, Whom> letters = new LinkedHashMap<>();
    for (Report.PersonOutcome person : report.letters()) {
      Whom one =
          new Whom(
              person.name().isEmpty() ? person.address() : person.name(),
              List.of(domain(person.address())),
              state(person));
      Integer envelope = person.envelope();
      letters.merge(envelope == null ? -1 - letters.size() : envelope, one, Whom::with);
    }
    return new Addressed(List.copyOf(letters.values()));
  }

  int size() {
    return letters.size();
  }

  /// Of the first person of that letter; empty where nothing is known.
  String name(int letter) {
    return letter < letters.size() ? letters.get(letter).name() : "";
  }

  /// How many people are in its envelope; 0 where that is not known.
  int people(int letter) {
    return letter < letters.size() ? letters.get(letter).domains().size() : 0;
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /// What it is to a person who looks on.
  static State state(Report.PersonOutcome person) {
    return switch (person.state()) {
      // Nothing has happened to it, or nothing will.
      case PLANNED, CLAIMED, WITHDRAWN -> State.NOT_YET;
      case ACCEPTED -> State.ACCEPTED;
      case DEFERRED -> State.WAITING;
      case REFUSED -> State.REFUSED;
      case COMMITTING, IN_DOUBT -> State.IN_DOUBT;
    };
  }
}
