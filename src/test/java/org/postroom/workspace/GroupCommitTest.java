package org.postroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.dispatch.LedgerException;

class GroupCommitTest {
  private final List<List<Integer>> written = new CopyOnWriteArrayList<>();
  private final CountDownLatch busy = new CountDownLatch(1);
  private final Semaphore disk = new Semaphore(0);

  private List<@Nullable LedgerException> write(List<Integer> parts) throws LedgerException {
    busy.countDown();
    disk.acquireUninterruptibly();
    written.add(parts);
    if (parts.contains(13)) {
      throw new LedgerException("disk full", new IllegalStateException());
    }
    return parts.stream().map(GroupCommitTest::judged).toList();
  }

  private static @Nullable LedgerException judged(int part) {
    return part < 0 ? new LedgerException("no step", new IllegalStateException()) : null;
  }

  private static String came(GroupCommit<Integer> group, int part) {
    try {
      group.write(part);
      return "durable";
    } catch (LedgerException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /// The first keeps the disk busy until the others stand in the queue.
  private List<String> writeTogether(int... parts) throws Exception {
    GroupCommit<Integer> group = new GroupCommit<>(this::write);
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    List<Future<String>> came = new ArrayList<>();
    try (ExecutorService all =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work);
              threads.add(thread);
              return thread;
            })) {
      came.add(all.submit(() -> came(group, 0)));
      busy.await();
      for (int part : parts) {
        came.add(all.submit(() -> came(group, part)));
      }
      while (threads.stream().filter(one -> one.getState() == Thread.State.WAITING).count()
          < parts.length + 1) {
        Thread.onSpinWait();
      }
      disk.release(2);
      List<String> results = new ArrayList<>();
      for (Future<String> one : came) {
        results.add(one.get());
      }
      return results;
    }
  }

  @Test
  void whatComesWhileTheDiskIsBusyIsWrittenAtOnce() throws Exception {
    assertThat(writeTogether(1, 2, 3)).containsOnly("durable");
    assertThat(written).hasSize(2);
    assertThat(written.get(0)).containsExactly(0);
    assertThat(written.get(1)).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void aStepThatDoesNotFollowFailsAlone() throws Exception {
    assertThat(writeTogether(1, -2, 3)).containsExactly("durable", "durable", "no step", "durable");
  }

  @Test
  void aDiskThatFailsFailsAllOfTheGroup() throws Exception {
    assertThat(writeTogether(1, 13, 3))
        .containsExactly("durable", "disk full", "disk full", "disk full");
  }
}
