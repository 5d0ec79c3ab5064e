package org.postroom.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.sanctionco.jmail.JMail;
import java.net.IDN;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AddressPropertiesTest {
  @Property(tries = 3000)
  void whateverTheCellHoldsItIsReadOrRefused(@ForAll("cells") String cell) {
    if (AddressReader.read(cell) instanceof AddressReading.One(Mailbox mailbox)) {
      String wire = mailbox.address().wire();
      assertThat(AddressReader.read(wire))
          .isEqualTo(new AddressReading.One(Mailbox.of(mailbox.address())));
      assertThat(AddrSpec.of(mailbox.key().value()).key()).isEqualTo(mailbox.key());
      assertThat(wire + mailbox.displayName()).doesNotContain("\r", "\n", "\0");
      assertThat(wire).doesNotContain(" ", ",", ";", ":", "<", ">", "(", "\"");
      assertThat(wire.indexOf('@')).isEqualTo(wire.lastIndexOf('@'));
      assertThat(mailbox.address().domain()).matches("[a-z0-9.-]+\\.[a-z0-9-]+");
      assertThat(DisplayNames.fault(mailbox.displayName(), mailbox.address())).isNull();
    }
  }

  @Property(tries = 1000)
  void anotherLibraryFindsTheAddressRightToo(@ForAll("cells") String cell) {
    if (AddressReader.read(cell) instanceof AddressReading.One(Mailbox mailbox)) {
      assertThat(JMail.strictValidator().isValid(mailbox.address().wire())).isTrue();
    }
  }

  @Property(tries = 500)
  void labelIsWrittenAsThePlatformWritesIt(@ForAll("labels") String label) {
    assertThat(AddrSpec.of("a@" + label + ".example").domain())
        .isEqualTo(IDN.toASCII(label) + ".example");
  }

  @Provide
  Arbitrary<String> cells() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "ann",
            "a",
            ".",
            "@",
            "@",
            "choir.example",
            "x.org",
            "Name",
            " ",
            "\"",
            "<",
            ">",
            ",",
            ";",
            ":",
            "(",
            ")",
            "\\",
            "\r\n",
            "\n",
            "\0",
            "\t",
            "Bcc: b@y.example",
            "ü",
            "ß",
            "ς",
            "\u202E",
            "\u200B",
            "\u00A0",
            "＠",
            "。",
            "xn--",
            "-",
            "--",
            "\u0301",
            "İ",
            "Σ",
            "例",
            "\uD83C",
            "😀",
            "[1.2.3.4]",
            "mailto:",
            "+",
            "'",
            "1",
            "_");
    Arbitrary<String> wild = pieces.list().ofMaxSize(8).map(list -> String.join("", list));
    Arbitrary<String> near =
        pieces.list().ofMaxSize(2).map(list -> String.join("", list) + "ann@choir.example");
    Arbitrary<String> named =
        pieces.list().ofMaxSize(4).map(list -> String.join("", list) + " <ann@choir.example>");
    return Arbitraries.oneOf(wild, near, named, Arbitraries.strings().ofMaxLength(30));
  }

  @Provide
  Arbitrary<String> labels() {
    return Arbitraries.strings()
        .withChars("abcäöüéèñøæł中文字例えテスト")
        .withChars('а', 'я')
        .ofMinLength(1)
        .ofMaxLength(15);
  }
}
