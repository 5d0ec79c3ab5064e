package org.postroom.plan;

import java.util.List;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;

/// Some letters of a plan, each exactly as it is there, for the whole of its list.
///
/// @param of the plan
/// @param places of the letters in that plan, in order
public record ChosenLetters(DispatchPlan of, List<Integer> places) implements DispatchPlan {
  public ChosenLetters {
    places = List.copyOf(places);
  }

  @Override
  public Mailshot mailshot() {
    return of.mailshot();
  }

  @Override
  public RecipientList list() {
    return of.list();
  }

  @Override
  public int revision() {
    return of.revision();
  }

  @Override
  public int size() {
    return places.size();
  }

  @Override
  public LetterId id(int index) {
    return of.id(places.get(index));
  }

  @Override
  public Letter letter(int index) {
    return of.letter(places.get(index));
  }

  @Override
  public List<Recipient> people(int index) {
    return of.people(places.get(index));
  }
}
