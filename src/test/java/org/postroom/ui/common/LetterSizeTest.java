package org.postroom.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.postroom.engine.Postroom;
import org.postroom.engine.Through;
import org.postroom.ui.FakePostroom;

/// How large a letter may be, in words.
class LetterSizeTest {
  private final Texts texts = new Texts(Locale.UK);
  private final Postroom engine = new FakePostroom();

  @Test
  void theProvidersLimitStandsBesideTheSize() {
    LetterSize small = LetterSize.of(engine, through("smtp.office365.com"), 1_340_000);
    LetterSize large = LetterSize.of(engine, through("smtp.office365.com"), 31_000_000);

    assertThat(small.words(texts)).isEqualTo("1.3 MB of the 25 MB that Microsoft takes");
    assertThat(small.isOver()).isFalse();
    assertThat(large.words(texts)).isEqualTo("31 MB, more than the 25 MB that Microsoft takes");
    assertThat(large.isOver()).isTrue();
  }

  @Test
  void whereTheProviderIsNotKnownItIsWhatMostTake() {
    for (Through through : new Through[] {through("mail.example"), new Through.Practice(null)}) {
      assertThat(LetterSize.of(engine, through, 12_000).words(texts))
          .isEqualTo("12 KB of the 25 MB that most mailboxes take");
      assertThat(LetterSize.of(engine, through, 25_000_001).isOver()).isTrue();
    }
  }

  private static Through through(String host) {
    return new Through.Server(host, 587, Through.Security.STARTTLS, "news", false, 1, 30);
  }
}
