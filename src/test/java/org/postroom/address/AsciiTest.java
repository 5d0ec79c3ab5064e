package org.postroom.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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
}
