package org.postroom.workspace;

import java.util.ArrayList;
import java.util.List;
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
    private boolean done;
    private @Nullable LedgerException fault;

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
    List<Part<T>> group = group(mine);
    if (!group.isEmpty()) {
      @Nullable LedgerException all =
          new LedgerException("not written", new IllegalStateException());
      List<@Nullable LedgerException> faults = List.of();
      try {
        faults = store.write(group.stream().map(part -> part.content).toList());
        all = null;
      } catch (LedgerException e) {
        all = e;
      } finally {
        finish(group, faults, all);
      }
    }
    LedgerException fault = mine.fault;
    if (fault != null) {
      throw fault;
    }
  }

  /// @return what is to be written by this thread: nothing where another has written its part
  private synchronized List<Part<T>> group(Part<T> mine) {
    waiting.add(mine);
    boolean interrupted = false;
    while (writing && !mine.done) {
      try {
        wait();
      } catch (InterruptedException e) {
        // Whether it is durable must be known first.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (mine.done) {
      return List.of();
    }
    writing = true;
    List<Part<T>> group = waiting;
    waiting = new ArrayList<>();
    return group;
  }

  private synchronized void finish(
      List<Part<T>> group, List<@Nullable LedgerException> faults, @Nullable LedgerException all) {
    for (int i = 0; i < group.size(); i++) {
      Part<T> part = group.get(i);
      part.fault = all == null ? faults.get(i) : all;
      part.done = true;
    }
    writing = false;
    notifyAll();
  }
}
