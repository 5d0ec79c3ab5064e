package org.postroom.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The short way and the long way answer the same.
class AsciiTest {
  @Provide
  Arbitrary<String> parts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("aZ09.-_+\"@ ").ofMaxLength(70),
        Arbitraries.strings().withChars("aB1").ofMaxLength(270),
        Arbitraries.strings().withChars("ab.-1").ofMaxLength(12),
        Arbitraries.strings().ascii().ofMaxLength(12));
  }

  @Property(tries = 5000)
  void localParts(@ForAll("parts") String text) {
    assertThat(LocalPart.ascii(text)).isEqualTo(LocalPart.international(text));
  }

  @Property(tries = 5000)
  void domains(@ForAll("parts") String text) {
    assertThat(Labels.ascii(Ascii.lower(text))).isEqualTo(Labels.international(text));
  }

  @Property
  void lowerCase(@ForAll("parts") String text) {
    assertThat(Ascii.lower(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> near =
        Arbitraries.strings().withChars("ab0-_+.@A \u00E9").ofMinLength(1).ofMaxLength(9);
    Arbitrary<String> tail =
        Arbitraries.of("", ".org", ".example", "@x.example", ".1", ".a", ".-b");
    Arbitrary<String> long64 = Arbitraries.integers().between(60, 66).map("a"::repeat);
    return Arbitraries.oneOf(
        Combinators.combine(near, tail).as((start, end) -> start + end),
        Combinators.combine(near, near, tail).as((one, two, end) -> one + "@" + two + end),
        Combinators.combine(long64, near, tail).as((one, two, end) -> one + "@" + two + end),
        Combinators.combine(near, long64, tail).as((one, two, end) -> one + "@" + two + end),
        long64.map(one -> "a@" + (one + ".").repeat(4) + "org"),
        long64.map(one -> one.substring(4) + "@" + ("b".repeat(59) + ".").repeat(3) + "organ"));
  }

  @Property(tries = 10_000)
  void wholeAddresses(@ForAll("addresses") String cell) {
    AddressReading reading = AddressReader.readAnything(cell);
    assertThat(AddressReader.read(cell)).isEqualTo(reading);
    AddrSpec simple = SimpleAddress.read(cell);
    if (simple != null) {
      assertThat(reading).isEqualTo(new AddressReading.One(Mailbox.of(simple)));
      assertThat(simple.key()).isEqualTo(new AddrSpec(simple.localPart(), simple.domain()).key());
    }
  }

  @Example
  void mostAddressesAreSimple() {
    assertThat(SimpleAddress.read("ann.o_neill+choir@mail-2.example.org")).isNotNull();
    assertThat(SimpleAddress.read("Ann@example.org")).isNull();
    assertThat(SimpleAddress.read(" ann@example.org")).isNull();
  }
}
