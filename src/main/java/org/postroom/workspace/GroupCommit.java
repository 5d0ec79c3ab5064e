package org.postroom.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.LedgerException;

/// Makes one forced write of what several threads want to have written: whoever comes first writes
/// for all who came while the disk was busy. Each returns when its own part is durable, or fails.
final class GroupCommit<T> {
  /// Writes all of it durably, in order, in one transaction.
  interface Store<T> {
    /// @return for each part null, or why it was left out; the others stand then
    /// @throws LedgerException where nothing of it was written
    List<@Nullable LedgerException> write(List<T> parts) throws LedgerException;
  }

  private static final class Part<T> {
    private final T content;
    private final Thread owner = Thread.currentThread();
    private @Nullable LedgerException fault;

    /// Its owner writes for all who wait.
    private volatile boolean leads;

    private volatile boolean done;

    Part(T content) {
      this.content = content;
    }
  }

  private final Store<T> store;
  private List<Part<T>> waiting = new ArrayList<>();
  private boolean writing;

  GroupCommit(Store<T> store) {
    this.store = store;
  }

  void write(T content) throws LedgerException {
    Part<T> mine = new Part<>(content);
    enter(mine);
    boolean interrupted = false;
    while (!mine.done && !mine.leads) {
      LockSupport.park(this);
      // Whether it is durable must be known first.
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!mine.done) {
      lead();
    }
    LedgerException fault = mine.fault;
    if (fault != null) {
      throw fault;
    }
  }

  private void lead() {
    List<Part<T>> group = group();
    boolean judged = false;
    try {
      List<@Nullable LedgerException> faults =
          store.write(group.stream().map(part -> part.content).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).fault = faults.get(i);
      }
      judged = true;
    } catch (LedgerException e) {
      group.forEach(part -> part.fault = e);
      judged = true;
    } finally {
      if (!judged) {
        // A fault of ours, which the leader is told; nobody may take it for written.
        LedgerException unknown =
            new LedgerException("the ledger failed", new IllegalStateException());
        group.forEach(part -> part.fault = unknown);
      }
      handOver();
      for (Part<T> part : group) {
        part.done = true;
        LockSupport.unpark(part.owner);
      }
    }
  }

  private synchronized void enter(Part<T> part) {
    waiting.add(part);
    part.leads = !writing;
    writing = true;
  }

  private synchronized List<Part<T>> group() {
    List<Part<T>> group = waiting;
    waiting = new ArrayList<>();
    return group;
  }

  /// To whoever has waited longest.
  private synchronized void handOver() {
    if (waiting.isEmpty()) {
      writing = false;
    } else {
      Part<T> next = waiting.getFirst();
      next.leads = true;
      LockSupport.unpark(next.owner);
    }
  }
}
