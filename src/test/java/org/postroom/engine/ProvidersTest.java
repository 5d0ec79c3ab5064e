package org.postroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.safety.LetterLimit;

/// The largest letter of each provider, by its host.
class ProvidersTest {
  @ParameterizedTest
  @CsvSource({
    "smtp.gmail.com, Google, 25000000",
    "SMTP.office365.com, Microsoft, 25000000",
    "smtp.mail.me.com, Apple, 20000000",
    "smtp.mail.yahoo.com, Yahoo, 25000000",
    "smtp.ionos.co.uk, IONOS, 100000000",
    "mail.example, '', 25000000"
  })
  void eachProviderTakesLettersOfACertainSize(String host, String name, long largest) {
    ProviderProfile profile = Providers.profile(host);

    assertThat(profile.name()).isEqualTo(name);
    assertThat(profile.largest()).isEqualTo(largest);
  }

  @ParameterizedTest
  @CsvSource({
    "smtp.mail.me.com, Apple, 20000000",
    "smtp.gmail.com, Google, 25000000",
    "smtp.ionos.co.uk, '', 25000000",
    "mail.example, '', 25000000"
  })
  void whatArrivesIsNotMoreThanMostMailboxesTake(String host, String provider, long bytes) {
    assertThat(Providers.profile(host).letterLimit()).isEqualTo(new LetterLimit(bytes, provider));
  }
}
