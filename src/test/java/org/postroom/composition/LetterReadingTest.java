package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LetterReadingTest {
  private static final byte[] ONE =
      Letters.compose(Letters.letter().to("Zoe", "zoe@p.example")).bytes(Letters.DATE);
  private static final byte[] OTHER =
      Letters.compose(Letters.letter().text("Other words.\n").to("Zoe", "zoe@p.example"))
          .bytes(Letters.DATE);

  @Test
  void theFirstIsReadByTheLibraryToo() {
    AtomicInteger read = new AtomicInteger();
    LetterReading reading =
        new LetterReading(
            bytes -> {
              read.incrementAndGet();
              return ReceivedMessage.parse(OTHER);
            });

    assertThat(reading.read(ONE).text()).isEqualTo(ReceivedMessage.parse(ONE).text());
    assertThat(reading.read(ONE).text()).isEqualTo(ReceivedMessage.parse(ONE).text());
    assertThat(read).as("it was wrong once and is not asked again").hasValue(1);
  }

  @Test
  void oneInSixtyFourIsCompared() {
    AtomicInteger read = new AtomicInteger();
    LetterReading reading =
        new LetterReading(
            bytes -> ReceivedMessage.parse(read.getAndIncrement() < 10 ? bytes : OTHER));
    for (int letter = 0; letter < 64; letter++) {
      String text = reading.read(ONE).text();
      assertThat(text.equals(ReceivedMessage.parse(ONE).text())).isEqualTo(letter < 10);
    }
    for (int letter = 64; letter < 70; letter++) {
      assertThat(reading.read(ONE).text()).isEqualTo(ReceivedMessage.parse(ONE).text());
    }
    assertThat(read).hasValue(65);
  }

  @Test
  void whatIsNotReadQuicklyTheLibraryReads() {
    assertThat(new LetterReading(_ -> null).read(ONE).text())
        .isEqualTo(ReceivedMessage.parse(ONE).text());
    assertThat(LetterReading.isSame(new LetterReading().read(ONE), ReceivedMessage.parse(ONE)))
        .isTrue();
  }

  @Test
  void anotherWordAnywhereIsADifference() {
    ReceivedMessage one = ReceivedMessage.parse(ONE);
    assertThat(LetterReading.isSame(one, one)).isTrue();
    assertThat(LetterReading.isSame(one, ReceivedMessage.parse(OTHER))).isFalse();
  }
}
