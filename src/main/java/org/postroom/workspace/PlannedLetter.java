package org.postroom.workspace;

import java.util.List;
import org.postroom.address.AddrSpec;
import org.postroom.composition.LetterDigest;

/// A letter as it enters the ledger.
///
/// @param digest what was cleared
/// @param people exactly one, or everybody in the envelope of a blind copy, in the order of the
///   RCPTs
public record PlannedLetter(LetterDigest digest, List<Person> people) {
  public PlannedLetter {
    people = List.copyOf(people);
    if (people.isEmpty()) {
      throw new IllegalArgumentException("a letter goes to somebody");
    }
  }

  /// @param row in the list, for display
  /// @param name as shown, or empty
  /// @param contentDigest of what this person reads, see
  ///   [org.postroom.composition.ComposedLetter#contentDigest]
  public record Person(int row, AddrSpec address, String name, String contentDigest) {}
}
