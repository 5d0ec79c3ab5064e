package org.postroom.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postroom.message.Blob;
import org.postroom.message.FileCandidate;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;
import org.postroom.tabular.TabularOptions;

class LastTableTest {
  private final LastTable last = new LastTable();
  private final AtomicInteger readings = new AtomicInteger();

  private static FileCandidate file(String name, String text) {
    return new FileCandidate(name, "text/csv", Blob.of(text.getBytes(UTF_8)), "key");
  }

  private SourceTable table() {
    readings.incrementAndGet();
    ListOrigin origin = new ListOrigin("l.csv", "", "csv", "UTF-8", ",", null);
    return new SourceTable(origin, new SourceRow(1, List.of("Email")), List.of(), false);
  }

  private SourceTable get(FileCandidate file, TabularOptions options) throws ProblemException {
    return last.get(file, options, WorkProgress.NONE, this::table);
  }

  @Test
  void theSameBytesReadTheSameWayAreReadOnce() throws ProblemException {
    SourceTable first = get(file("l.csv", "a"), TabularOptions.NONE);
    assertThat(get(file("l.csv", "a"), TabularOptions.NONE)).isSameAs(first);
    assertThat(readings).hasValue(1);
  }

  @Test
  void otherBytesAnotherNameAndAnotherWayAreReadAnew() throws ProblemException {
    get(file("l.csv", "a"), TabularOptions.NONE);
    get(file("l.csv", "b"), TabularOptions.NONE);
    get(file("m.csv", "b"), TabularOptions.NONE);
    get(file("m.csv", "b"), new TabularOptions(null, ";", null));
    assertThat(readings).hasValue(4);
  }

  @Test
  void whatCouldNotBeReadIsNotKept() throws ProblemException {
    assertThatThrownBy(
            () ->
                last.get(
                    file("l.csv", "a"),
                    TabularOptions.NONE,
                    WorkProgress.NONE,
                    () -> {
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
    get(file("l.csv", "a"), TabularOptions.NONE);
    assertThat(readings).hasValue(1);
  }

  @Test
  void whoAsksWhileAnotherReadsWaitsForItsTableOrStops() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> asked = new CompletableFuture<>();
    CompletableFuture<SourceTable> first =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return last.get(
                    file("l.csv", "a"),
                    TabularOptions.NONE,
                    WorkProgress.NONE,
                    () -> {
                      begun.countDown();
                      asked.join();
                      return table();
                    });
              } catch (ProblemException e) {
                throw new AssertionError(e);
              }
            });
    begun.await();
    assertThatThrownBy(
            () -> last.get(file("l.csv", "a"), TabularOptions.NONE, (_, _) -> false, this::table))
        .isInstanceOf(CancellationException.class);
    SourceTable second =
        last.get(
            file("l.csv", "a"),
            TabularOptions.NONE,
            (_, _) -> {
              asked.complete(true);
              return true;
            },
            this::table);
    assertThat(second).isSameAs(first.get());
    assertThat(readings).hasValue(1);
  }
}
