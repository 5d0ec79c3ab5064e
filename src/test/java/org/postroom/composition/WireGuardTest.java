package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.address.AddrSpec;
import org.postroom.message.Envelope;
import org.postroom.message.Letter;

class WireGuardTest {
  private static final AddrSpec ANN = AddrSpec.of("ann@people.example");
  private static final AddrSpec BOB = AddrSpec.of("bob@people.example");
  private static final AddrSpec OFFICE = Letters.FROM.mailbox().address();
  private static final GuardOrder ORDER =
      new GuardOrder(OFFICE, List.of(ANN), false, Set.of(AddrSpec.of("leave@choir.example")));
  private static final GuardOrder BLIND = new GuardOrder(OFFICE, List.of(ANN, BOB), true, Set.of());

  @ParameterizedTest
  @EnumSource
  void theGuardAloneStops(Fault fault) {
    Letter letter = Letters.letter().to("Ann Lee", "ann@people.example");
    ComposedLetter faulty =
        new FaultyComposer(Letters.composer(), fault).compose(Letters.id(letter), letter);
    assertThat(WireGuard.read(faulty.bytes(Letters.DATE), faulty.envelope(), ORDER))
        .isEqualTo(stop(fault.rule()));
  }

  @Test
  void anHonestLetterPasses() {
    assertPasses(Letters.letter().to("Ann Lee", "ann@people.example"), ORDER);
    assertPasses(Letters.letter().hidden("ann@people.example", "bob@people.example"), BLIND);
  }

  @Test
  void whatMayBeSeenPasses() {
    Letters letter =
        Letters.letter()
            .subject("Ann, write to office@choir.example; rehearsal@7pm, 50 % off & more")
            .replyTo("Leaving", "leave@choir.example")
            .header("List-Id", "Choir <news.choir.example>")
            .header(
                "List-Unsubscribe",
                "<mailto:leave@choir.example>, <https://choir.example/?u=ann%40people.example>")
            .attach(Letters.file("bob@people.example.txt", "text/plain", new byte[] {1}));
    assertPasses(letter.to("ann@people.example", "ann@people.example"), ORDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o'brien+x=y@p.example",
        "a%41b@p.example",
        "!#$%&'*+-/=?^_`{|}~@p.example",
        "用户@例子.广告",
        "δοκιμή@παράδειγμα.δοκιμή",
        "अजय@डाटा.भारत",
        "x@faß.example",
        "UPPER@P.EXAMPLE",
      })
  void anAddressThatCanBeOnAListCanBeWrittenTo(String address) {
    AddrSpec one = AddrSpec.of(address);
    GuardOrder order = new GuardOrder(OFFICE, List.of(one), false, Set.of());
    assertPasses(Letters.letter().to("Ann Lee", address), order);
    assertPasses(Letters.letter().to("", address), order);
  }

  @Test
  void aWayOutWithAPlusSignIsTheOneThatWasChosen() {
    GuardOrder order =
        new GuardOrder(
            OFFICE, List.of(ANN), false, Set.of(AddrSpec.of("leave+news@choir.example")));
    Letters letter =
        Letters.letter()
            .header("List-Unsubscribe", "<mailto:leave%2Bnews@choir.example?subject=unsubscribe>");
    assertPasses(letter.to("", "ann@people.example"), order);
    assertPasses(
        Letters.letter()
            .header("List-Unsubscribe", "<https://choir.example/?u=leave%2Bnews%40choir.example>")
            .to("", "ann@people.example"),
        order);
  }

  @Test
  void anAddressThatNeedsItStandsInUtf8AndNothingElseDoes() {
    Letter letter = Letters.letter().to("Zoë", "zoë@people.example");
    GuardOrder order =
        new GuardOrder(OFFICE, List.of(AddrSpec.of("zoë@people.example")), false, Set.of());
    assertPasses(letter, order);
    String wire = Letters.wire(letter);
    assertStops(
        wire.replaceFirst("=\\?[^ ]*", "Zoë"), letter.envelope(), order, GuardRule.RAW_OCTETS);
    assertStops(
        wire.replace("Subject: R", "Subject: Ü"), letter.envelope(), order, GuardRule.RAW_OCTETS);
    byte[] latin1 = wire.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(WireGuard.read(latin1, letter.envelope(), order))
        .isEqualTo(stop(GuardRule.RAW_OCTETS));
  }

  @Test
  void theServerIsToldExactlyWhatWasCleared() {
    Letter letter = Letters.letter().to("Ann Lee", "ann@people.example");
    String wire = Letters.wire(letter);
    assertStops(wire, envelope("bob@people.example"), ORDER, GuardRule.RECIPIENTS);
    assertStops(
        wire, envelope("ann@people.example", "bob@people.example"), ORDER, GuardRule.RECIPIENTS);
    assertStops(wire, envelope("Ann@people.example"), ORDER, GuardRule.RECIPIENTS);
    Envelope another =
        Letters.letter().from("", "bob@people.example").to("", "ann@people.example").envelope();
    assertStops(wire, another, ORDER, GuardRule.MAIL_FROM);
  }

  @Test
  void aBlindCopyLeavesInTheClearedOrderAndShowsNobody() {
    Letter letter = Letters.letter().hidden("ann@people.example", "bob@people.example");
    String wire = Letters.wire(letter);
    Envelope cleared = letter.envelope();
    assertStops(
        wire, envelope("bob@people.example", "ann@people.example"), BLIND, GuardRule.RECIPIENTS);
    assertStops(wire, envelope("ann@people.example"), BLIND, GuardRule.RECIPIENTS);
    assertStops(
        wire.replace("To: Choir Office <office@choir.example>", "To: ann@people.example"),
        cleared,
        BLIND,
        GuardRule.TO);
    assertStops(
        wire.replace("Subject: ", "Subject: ann@people.example "),
        cleared,
        BLIND,
        GuardRule.FOREIGN_ADDRESS);
  }

  @ParameterizedTest
  @CsvSource({
    "'Bcc: bob@people.example', NAMES_PEOPLE",
    "'X-Note: bob', UNKNOWN_HEADER",
    "'Content-Description: bob@people.example', FOREIGN_ADDRESS",
    "'Content-Language: en (bob@people.example)', FOREIGN_ADDRESS",
    "'Content-Description: =?UTF-8?Q?bob=40people=2Eexample?=', FOREIGN_ADDRESS",
    "'Content-Disposition: inline; x=bob@people.example', FOREIGN_ADDRESS",
    "'Content-Description: Übung', RAW_OCTETS",
    "'Content-Description', MALFORMED",
  })
  void theHeadersOfPartsAreReadToo(String line, GuardRule rule) {
    Letter letter = Letters.letter().html("<p>seven</p>").to("", "ann@people.example");
    String wire =
        Letters.wire(letter)
            .replace("Content-Type: text/html", line + "\r\nContent-Type: text/html");
    assertStops(wire, letter.envelope(), ORDER, rule);
  }

  @Test
  void partsThatCannotBeToldApartAreNotSent() {
    Letter letter = Letters.letter().html("<p>seven</p>").to("", "ann@people.example");
    String wire = Letters.wire(letter);
    String end = wire.substring(wire.stripTrailing().lastIndexOf("\r\n") + 2);
    Envelope envelope = letter.envelope();
    assertStops(wire.replace(end, ""), envelope, ORDER, GuardRule.STRUCTURE);
    assertStops(wire + "bob was here\r\n", envelope, ORDER, GuardRule.STRUCTURE);
    assertStops(
        wire.replaceFirst("\r\n\r\n--", "\r\n\r\nbob was here\r\n--"),
        envelope,
        ORDER,
        GuardRule.STRUCTURE);
    assertStops(wire.replace(" boundary=", " limit="), envelope, ORDER, GuardRule.STRUCTURE);
    assertStops(
        wire.replace("\r\nContent-Type: text/html", "x\r\nContent-Type: text/html"),
        envelope,
        ORDER,
        GuardRule.STRUCTURE);
  }

  private static void assertPasses(Letter letter, GuardOrder order) {
    byte[] bytes = Letters.compose(letter).bytes(Letters.DATE);
    assertThat(WireGuard.read(bytes, letter.envelope(), order)).isEqualTo(new GuardVerdict.Pass());
  }

  private static void assertStops(
      String wire, Envelope envelope, GuardOrder order, GuardRule rule) {
    assertThat(WireGuard.read(wire.getBytes(StandardCharsets.UTF_8), envelope, order))
        .isEqualTo(stop(rule));
  }

  private static GuardVerdict stop(GuardRule rule) {
    return rule.stop();
  }

  private static Envelope envelope(String... recipients) {
    return Letters.letter().hidden(recipients).envelope();
  }
}
