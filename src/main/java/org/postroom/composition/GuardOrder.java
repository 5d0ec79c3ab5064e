package org.postroom.composition;

import java.util.List;
import java.util.Set;
import org.postroom.address.AddrSpec;

/// What the guard is told beside the bytes. It comes from the plan and the mailshot, not from the
/// composer: the guard trusts nothing that the composer made.
///
/// @param from the sender's address
/// @param cleared the recipients that were cleared for this envelope, in order: one for a personal
///   letter
/// @param blindCopy true where nobody but the sender may be visible
/// @param alsoVisible Reply-To and List-Unsubscribe addresses
public record GuardOrder(
    AddrSpec from, List<AddrSpec> cleared, boolean blindCopy, Set<AddrSpec> alsoVisible) {
  public GuardOrder {
    cleared = List.copyOf(cleared);
    alsoVisible = Set.copyOf(alsoVisible);
    if (cleared.isEmpty() || (!blindCopy && cleared.size() != 1)) {
      throw new IllegalArgumentException("one personal letter, one recipient");
    }
  }
}
