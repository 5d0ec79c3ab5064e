package org.postroom.safety;

import java.util.List;
import java.util.Optional;
import org.postroom.address.MailboxKey;

/// The memory of a workspace in which nothing has happened yet; who knows more says so.
public class NoMemory implements Memory {
  @Override
  public boolean onAnEarlierList(MailboxKey address) {
    return false;
  }

  @Override
  public EarlierCells earlierCells() {
    return EarlierCells.NONE;
  }

  @Override
  public int notComparable() {
    return 0;
  }

  @Override
  public List<Optional<Earlier>> sentBefore(List<Content> contents) {
    return contents.stream().map(_ -> Optional.<Earlier>empty()).toList();
  }

  @Override
  public List<Integer> usualCounts() {
    return List.of();
  }

  @Override
  public List<Repeated> repeated(Said said) {
    return List.of();
  }

  @Override
  public List<Slip> slips(ListCells now) {
    return List.of();
  }
}
