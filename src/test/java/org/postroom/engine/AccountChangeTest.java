package org.postroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.safety.Clearance;
import org.postroom.safety.PlanDigest;
import org.postroom.safety.SendWay;

class AccountChangeTest {
  @ParameterizedTest
  @CsvSource({
    "helen@smtp.choir.example:587, smtp.choir.example, 587, helen",
    "helen@smtp.choir.example:587, smtp.choir.example, 465, helen",
    "helen@choir.example@smtp.choir.example:587, SMTP.choir.example, 587, helen@choir.example",
    "localhost:2525, 127.0.0.1, 2526,",
    "localhost:2525, [::1], 2526,",
  })
  void theSameAccountReachedInAnotherWayIsNoChange(
      String cleared, String host, int port, String user) {
    assertThat(AccountChange.since(clearance(cleared), server(host, port, user))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "helen@smtp.choir.example:587, smtp.other.example, 587, helen",
    "helen@smtp.choir.example:587, smtp.choir.example, 587, tom",
    "helen@smtp.choir.example:587, smtp.choir.example, 587,",
    "localhost:2525, smtp.choir.example, 2525,",
  })
  void anotherAccountIsNamedBesideTheOneOfTheClearance(
      String cleared, String host, int port, String user) {
    assertThat(AccountChange.since(clearance(cleared), server(host, port, user)))
        .hasValueSatisfying(words -> assertThat(words).contains(cleared, host + ":" + port));
  }

  private static Clearance clearance(String account) {
    SendWay way = new SendWay(false, account, "unknown", 100, 0, 0);
    return new Clearance(new PlanDigest("0".repeat(64)), List.of(), way);
  }

  private static Through server(String host, int port, String user) {
    return new Through.Server(host, port, Through.Security.STARTTLS, user, false, 1, -1);
  }
}
