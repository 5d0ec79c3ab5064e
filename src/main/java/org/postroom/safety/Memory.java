package org.postroom.safety;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postroom.address.MailboxKey;
import org.postroom.message.MailshotId;

/// What the workspace remembers, as far as the review asks. Look-ups only.
public interface Memory {
  /// How many people of lists imported here earlier (not this one) have this address.
  boolean onAnEarlierList(MailboxKey address);

  /// The cells of people of lists imported here earlier (not this one).
  EarlierCells earlierCells();

  /// How many lists cannot be compared, since the key of their fingerprints is not there.
  int notComparable();

  /// For each of some contents where the same was accepted by, or is in doubt for, that person.
  /// Meant for many at once.
  List<Optional<Earlier>> sentBefore(List<Content> contents);

  /// To how many people this workspace's other mailshots went, the latest first, a dozen at most.
  List<Integer> usualCounts();

  /// Which of this workspace's latest mailshots said some of the same to everybody, the latest
  /// first; this one's earlier sending counts, too. What three or more of them say is usual: it is
  /// how this sender begins, signs and asks for subscriptions.
  List<Repeated> repeated(Said said);

  /// Where cells of the list at hand stand beside another person, over several rows, than in a list
  /// that was imported here before it: as if a column had been pasted a row too low. The most rows
  /// first.
  ///
  /// @param now the list at hand, people first
  List<Slip> slips(ListCells now);

  /// @param list the earlier list's file name
  /// @param traits of the cells, see [ListCells.Cell#traits]
  /// @param first the place among the people where it begins
  /// @param last where it ends
  /// @param rows how many rows in between were compared: each has what its neighbour had
  /// @param distance where in this list the person stands who had it: -1 the row before, 1 the row
  ///   behind
  record Slip(String list, int traits, int first, int last, int rows, int distance) {}

  /// @param name of the earlier mailshot
  /// @param again its sentences that are said again, folded
  /// @param inOrder of each of its sentences that is not usual, in their order, whether it is said
  ///   again
  /// @param files the names of files that went out with it and go along again
  record Repeated(String name, Set<String> again, List<Boolean> inOrder, List<String> files) {
    public Repeated {
      again = Set.copyOf(again);
      inOrder = List.copyOf(inOrder);
      files = List.copyOf(files);
    }
  }

  /// What one person would get.
  record Content(MailboxKey person, String digest) {}

  /// @param sameMailshot within the mailshot at hand
  record Earlier(MailshotId mailshot, String name, boolean sameMailshot) {}

  Memory NOTHING = new NoMemory();
}
