package org.postroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many connections a send uses (rule S7): asked for, within the provider's limit.
class ConnectionsAllowedTest {
  @ParameterizedTest
  @CsvSource({
    "mail.riverside.example, 0, 1",
    "mail.riverside.example, 4, 4",
    "smtp.office365.com, 0, 3",
    "smtp.office365.com, 2, 2",
    "smtp.office365.com, 16, 3",
    "smtp.gmail.com, 0, 1",
  })
  void noMoreThanTheProviderAllows(String host, int asked, int used) {
    Through.Server server =
        new Through.Server(host, 587, Through.Security.STARTTLS, null, false, asked, -1);

    assertThat(Ways.connections(server)).isEqualTo(used);
  }
}
