package org.postroom.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.composition.ComposedLetter;
import org.postroom.composition.GuardOrder;
import org.postroom.composition.GuardVerdict;
import org.postroom.composition.Letters;
import org.postroom.composition.WireGuard;

/// A letter to Ann, as the sender gets it to look at.
class ToMyselfTest {
  private final Letter.Personal toAnn = Letters.letter().to("Ann", "ann@people.example");
  private final Letter.ToMyself test = new Letter.ToMyself(toAnn, "[Test for Ann]");

  @Test
  void itsEnvelopeAndItsToAreTheSendersOwn() {
    var sender = toAnn.from().mailbox();
    assertThat(test.envelope().mailFrom()).isEqualTo(sender.address());
    assertThat(test.envelope().rcptTo()).containsExactly(sender.address());
    assertThat(test.visibleTo().mailbox()).isEqualTo(sender);
  }

  @Test
  void itSaysTheSameUnderAMarkedSubject() {
    String real = Letters.wire(toAnn);
    String wire = Letters.wire(test);
    assertThat(wire).contains("Subject: [Test for Ann] ").doesNotContain("ann@people.example");
    assertThat(body(wire)).isEqualTo(body(real));
  }

  @Test
  void theGuardLetsItPassToTheSenderAlone() {
    ComposedLetter composed = Letters.compose(test);
    byte[] bytes = composed.bytes(Letters.DATE);
    GuardOrder own =
        new GuardOrder(
            toAnn.from().mailbox().address(),
            List.of(toAnn.from().mailbox().address()),
            true,
            java.util.Set.of());
    assertThat(WireGuard.read(bytes, composed.envelope(), own))
        .isInstanceOf(GuardVerdict.Pass.class);
    assertThat(WireGuard.read(bytes, toAnn.envelope(), own))
        .as("with Ann's envelope")
        .isInstanceOf(GuardVerdict.Stop.class);
    byte[] toHer = Letters.compose(toAnn).bytes(Letters.DATE);
    assertThat(WireGuard.read(toHer, composed.envelope(), own))
        .as("with Ann's address in To")
        .isInstanceOf(GuardVerdict.Stop.class);
  }

  @Test
  void aTestIsOfALetterAndMarked() {
    assertThatThrownBy(() -> new Letter.ToMyself(test, "[Test]"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Letter.ToMyself(toAnn, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String body(String wire) {
    return new String(
            wire.substring(wire.indexOf("\r\n\r\n")).getBytes(StandardCharsets.UTF_8),
            StandardCharsets.UTF_8)
        .replaceAll("=_[a-z2-7]{26}", "boundary");
  }
}
