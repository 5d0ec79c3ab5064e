package org.postroom.smtp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.postroom.address.AddrSpec;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.message.WireBytes;

/// Letters for tests.
final class Parcels {
  static final Courier.Gate OPEN = () -> true;

  private Parcels() {}

  static Courier.Parcel to(String... people) {
    return of("Subject: Hello\r\n\r\nHello.\r\n", people);
  }

  static Courier.Parcel of(String text, String... people) {
    return new Courier.Parcel(
        AddrSpec.of("news@riverside.example"),
        Stream.of(people).map(AddrSpec::of).toList(),
        WireBytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Courier.Session opened(Courier courier) {
    Courier.Opening opening = courier.open();
    if (opening instanceof Courier.Opening.Opened(Courier.Session session)) {
      return session;
    }
    throw new AssertionError("not opened: " + opening);
  }

  static DeliveryOutcome outcome(Courier.Delivery delivery) {
    if (delivery instanceof Courier.Delivery.Done(DeliveryOutcome outcome, List<?> _)) {
      return outcome;
    }
    throw new AssertionError("held back");
  }
}
