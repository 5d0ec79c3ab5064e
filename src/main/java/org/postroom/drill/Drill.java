package org.postroom.drill;

import static org.postroom.drill.Caught.Act.CANARY_NAMED;
import static org.postroom.drill.Caught.Act.CORRECTED;
import static org.postroom.drill.Caught.Act.RESTORED;
import static org.postroom.drill.Caught.Act.SETTLED;
import static org.postroom.drill.Caught.Act.STOPPED;

import org.postroom.engine.Mischief;

/// The founding incidents, in their order (I1 to I12). Each names where the drill begins, what has
/// happened before, and what shows that the mistake was caught. What a person reads about it is in
/// the bundle, under `drill.` and the incident's number.
public enum Drill {
  /// Everybody's address in one letter.
  I1(Place.MESSAGE),
  /// The recall that went to everybody once more.
  I2(Place.REPORT),
  /// The list where the programme should be.
  I3(Place.MESSAGE),
  /// A send halted part-way.
  I4(Place.SEND),
  /// A draft that was sent.
  I5(Place.MESSAGE),
  /// A list of which nobody knows where it came from.
  I6(Place.REVIEW),
  /// A test redirect that survived.
  I7(Place.PEOPLE),
  /// Something thrown away by mistake.
  I8(Place.MAILSHOTS),
  /// A list that leaked.
  I9(Place.LISTS),
  /// Another list about other people, attached.
  I10(Place.MESSAGE),
  /// The next person's data.
  I11(Place.PEOPLE),
  /// A send that broke in the middle.
  I12(Place.REPORT);

  /// Where in the window a drill begins.
  public enum Place {
    MAILSHOTS,
    LISTS,
    PEOPLE,
    MESSAGE,
    REVIEW,
    SEND,
    REPORT
  }

  private final Place place;

  Drill(Place place) {
    this.place = place;
  }

  public Place place() {
    return place;
  }

  /// 1 to 12.
  public int number() {
    return Integer.parseInt(name().substring(1));
  }

  /// In a few words.
  public String title() {
    return DrillTexts.text(name() + ".title");
  }

  /// What happened then, to real people.
  public String happened() {
    return DrillTexts.text(name() + ".happened");
  }

  /// What to do now.
  public String task() {
    return DrillTexts.text(name() + ".task");
  }

  /// What caught it.
  public String caught() {
    return DrillTexts.text(name() + ".caught");
  }

  /// What shows that the mistake was caught.
  Caught sign() {
    return switch (this) {
      case I1, I10 -> new Caught.Found("content.lists-people");
      case I2 -> new Caught.Done(CORRECTED);
      case I3 -> new Caught.Found("list.is-attachment");
      case I4 -> new Caught.Done(STOPPED);
      case I5 -> new Caught.Found("draft.mark");
      case I6 -> new Caught.Found("list.no-basis");
      case I7 -> new Caught.Found("list.conflicting-duplicate");
      case I8 -> new Caught.Done(RESTORED);
      case I9 -> new Caught.Done(CANARY_NAMED);
      case I11 -> new Caught.Found("content.other-persons-data");
      case I12 -> new Caught.Done(SETTLED);
    };
  }

  /// How the practice server behaves in it.
  Mischief mischief() {
    return switch (this) {
      case I4 -> Mischief.SLOW;
      case I12 -> Mischief.HANG_UP;
      case I1, I2, I3, I5, I6, I7, I8, I9, I10, I11 -> Mischief.NONE;
    };
  }

  /// True where the drill begins after a send.
  boolean sentBefore() {
    return place == Place.REPORT;
  }
}
