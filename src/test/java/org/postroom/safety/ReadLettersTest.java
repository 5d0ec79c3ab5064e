package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.PersonalFiles;
import org.postroom.recipients.FieldName;

/// Letters are made by several threads and handed over in order, whatever goes wrong meanwhile.
class ReadLettersTest {
  private static final long LONG = 20;

  @Property(tries = 60)
  void eachIsHandedOverOnceInOrderAndNotFarBehindItsMaking(
      @ForAll @IntRange(max = 60) int size, @ForAll @IntRange(min = 1, max = 9) int together) {
    List<Integer> taken = new ArrayList<>();
    AtomicInteger count = new AtomicInteger();
    AtomicInteger furthest = new AtomicInteger();
    ReadLetters.inOrder(
        size,
        together,
        number -> {
          furthest.accumulateAndGet(number - count.get(), Math::max);
          return "letter " + number;
        },
        (letter, index) -> {
          assertThat(letter).isEqualTo("letter " + index);
          taken.add(index);
          count.incrementAndGet();
        });
    assertThat(taken).isEqualTo(IntStream.range(0, size).boxed().toList());
    assertThat(furthest.get()).as("so many lie in memory").isLessThan(6 * together);
  }

  @Test
  void twoAreMadeAtTheSameTime() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    List<Boolean> met = new ArrayList<>();
    ReadLetters.inOrder(
        2,
        1,
        _ -> {
          both.countDown();
          return await(both);
        },
        (one, _) -> met.add(one));
    assertThat(met).containsExactly(true, true);
  }

  @Test
  void whereOneCannotBeTakenNothingGoesOnBehindIt() throws Exception {
    Map<Thread, Boolean> makers = new ConcurrentHashMap<>();
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                ReadLetters.inOrder(
                    100,
                    10,
                    number -> {
                      makers.put(Thread.currentThread(), true);
                      if (number >= 10) {
                        await(never); // Until somebody interrupts it.
                      }
                      return number;
                    },
                    (_, _) -> {
                      throw new IllegalStateException("full");
                    }))
        .hasMessage("full");
    assertEnded(makers);
  }

  @Test
  void whatAThreadMeetsIsToldAsItIs() {
    assertThatThrownBy(() -> failing(new IllegalArgumentException("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a");
    assertThatThrownBy(() -> failing(new OutOfMemoryError("b")))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("b");
    assertThatThrownBy(
            () ->
                ReadLetters.meanwhile(
                    () -> {
                      throw new IOException("c");
                    },
                    () -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseInstanceOf(IOException.class);
  }

  private static void failing(Throwable what) {
    ReadLetters.inOrder(
        3,
        1,
        _ -> {
          switch (what) {
            case RuntimeException one -> throw one;
            case Error one -> throw one;
            default -> throw new AssertionError(what);
          }
        },
        (_, _) -> {});
  }

  @Test
  void whoeverIsInterruptedStopsAndStaysInterrupted() throws Exception {
    Map<Thread, Boolean> makers = new ConcurrentHashMap<>();
    CountDownLatch never = new CountDownLatch(1);
    Callable<Boolean> endless =
        () -> {
          makers.put(Thread.currentThread(), true);
          return await(never);
        };
    for (Runnable work :
        List.<Runnable>of(
            () -> ReadLetters.inOrder(9, 2, _ -> call(endless), (_, _) -> {}),
            () -> ReadLetters.meanwhile(endless, () -> {}))) {
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(work::run).isInstanceOf(CancellationException.class);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
    }
    assertEnded(makers);
  }

  @Test
  void longWorkIsAskedAboutUntilItIsDone() {
    CountDownLatch threeQuestions = new CountDownLatch(3);
    assertThat(ReadLetters.meanwhile(() -> await(threeQuestions), threeQuestions::countDown))
        .isTrue();
  }

  @Test
  void longWorkEndsWhereNobodyWantsItAnyMore() throws Exception {
    Map<Thread, Boolean> makers = new ConcurrentHashMap<>();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                ReadLetters.meanwhile(
                    () -> {
                      makers.put(Thread.currentThread(), true);
                      begun.countDown();
                      return await(never);
                    },
                    () -> {
                      if (begun.getCount() == 0) {
                        throw new CancellationException();
                      }
                    }))
        .isInstanceOf(CancellationException.class);
    assertEnded(makers);
  }

  @ParameterizedTest
  @CsvSource({"0, 32", "20000, 32", "225000, 3", "400000, 1", "2000000, 1"})
  void smallLettersAreMadeByThePiece(int fileBytes, int together) {
    Kit kit = Kit.choir(3);
    if (fileBytes > 0) {
      kit.attach("songs.txt", new byte[fileBytes]);
    }
    var composer = new Kit.FakeComposer(message -> message);
    assertThat(ReadLetters.together(kit.plan(), composer)).isEqualTo(together);
    kit.slot(
        new AttachmentSlot.PerPerson(FieldName.of("Name"), "in", PersonalFiles.Found.Missing::new));
    assertThat(ReadLetters.together(kit.plan(), composer))
        .as("own files may be large")
        .isEqualTo(1);
    assertThat(ReadLetters.together(Kit.choir(0).plan(), composer)).isEqualTo(1);
  }

  private static void assertEnded(Map<Thread, Boolean> makers) throws InterruptedException {
    for (Thread maker : makers.keySet()) {
      maker.join(TimeUnit.SECONDS.toMillis(LONG));
      assertThat(maker.isAlive()).isFalse();
    }
  }

  private static <T> T call(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(LONG, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new CancellationException();
    }
  }
}
