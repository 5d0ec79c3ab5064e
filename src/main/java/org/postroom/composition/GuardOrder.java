package org.postroom.composition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.recipients.Recipient;

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

  /// What the plan and the mailshot say of one letter.
  ///
  /// @param people for whom the letter was planned
  public static GuardOrder of(Mailshot mailshot, Letter letter, List<Recipient> people) {
    Set<AddrSpec> visible = new HashSet<>();
    Mailbox replyTo = mailshot.replyTo();
    if (replyTo != null) {
      visible.add(replyTo.address());
    }
    Mailshot.Newsletter newsletter = mailshot.newsletter();
    Mailbox wayOut = newsletter == null ? null : newsletter.unsubscribe();
    if (wayOut != null) {
      visible.add(wayOut.address());
    }
    AddrSpec sender = mailshot.from().mailbox().address();
    List<AddrSpec> planned = people.stream().map(person -> person.mailbox().address()).toList();
    return switch (letter) {
      case Letter.Personal _ -> new GuardOrder(sender, planned, false, visible);
      case Letter.BlindCopy _ -> new GuardOrder(sender, planned, true, visible);
      // Whoever it was planned for neither gets it nor stands in its headers.
      case Letter.ToMyself _ -> new GuardOrder(sender, List.of(sender), true, visible);
    };
  }
}
