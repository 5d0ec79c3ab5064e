package org.postroom.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.postroom.message.Letter;

/// Which kinds of letter a mailshot has, and which of them somebody has looked at: a kind is looked
/// at once one of its letters was shown exactly as it is now.
///
/// @param all the kinds, and the letters that are unlike the others
/// @param shapes of the letters that were looked at
/// @param places of these in the plan
public record Looked(LookAlikes all, Set<String> shapes, Set<Integer> places) {
  public Looked {
    shapes = Set.copyOf(shapes);
    places = Set.copyOf(places);
  }

  /// Nobody has looked at anything.
  public static Looked atNothing(LookAlikes all) {
    return new Looked(all, Set.of(), Set.of());
  }

  /// The same after one more letter was shown.
  public Looked and(Letter letter, int place) {
    if (places.contains(place)) {
      return this;
    }
    Set<String> moreShapes = new HashSet<>(shapes);
    moreShapes.add(LookAlikes.shape(letter));
    Set<Integer> morePlaces = new HashSet<>(places);
    morePlaces.add(place);
    return new Looked(all, moreShapes, morePlaces);
  }

  public boolean seen(LookAlikes.Kind kind) {
    return shapes.contains(kind.shape());
  }

  public boolean seen(OddLetter odd) {
    return places.contains(odd.at());
  }

  public int kindsSeen() {
    return (int) all.kinds().stream().filter(this::seen).count();
  }

  public int oddSeen() {
    return (int) all.odd().stream().filter(this::seen).count();
  }

  /// The letters that are still to be looked at, by their places: one of each kind, then those that
  /// are unlike the others.
  public List<Integer> unseen() {
    Set<Integer> open = new LinkedHashSet<>();
    all.kinds().stream().filter(kind -> !seen(kind)).forEach(kind -> open.add(kind.example()));
    all.odd().stream().filter(odd -> !seen(odd)).forEach(odd -> open.add(odd.at()));
    return new ArrayList<>(open);
  }
}
