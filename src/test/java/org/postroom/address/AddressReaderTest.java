package org.postroom.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressReaderTest {
  static Mailbox one(String cell) {
    return switch (AddressReader.read(cell)) {
      case AddressReading.One(Mailbox mailbox) -> mailbox;
      case AddressReading.Refused refused -> throw new AssertionError(refused);
    };
  }

  private static AddressFault fault(String cell) {
    return switch (AddressReader.read(cell)) {
      case AddressReading.One(Mailbox mailbox) ->
          throw new AssertionError("accepted " + mailbox.shown());
      case AddressReading.Refused(AddressFault fault, String _) -> fault;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ann@choir.example | ann@choir.example",
        "Ann.Lee@Choir.EXAMPLE | Ann.Lee@choir.example",
        "ann+news@choir.example | ann+news@choir.example",
        "o'neill@choir.example | o'neill@choir.example",
        "!#$%&'*+-/=?^_`{}~~0@choir.example | !#$%&'*+-/=?^_`{}~~0@choir.example",
        "a@b.co | a@b.co",
        "1@2.example | 1@2.example",
        "a@b-c.d--e.example | a@b-c.d--e.example",
        "a@xn--mller-kva.example | a@xn--mller-kva.example",
        "a@müller.example | a@xn--mller-kva.example",
        "a@MÜLLER.example | a@xn--mller-kva.example",
        "a@straße.example | a@xn--strae-oqa.example",
        "a@βόλος.example | a@xn--nxasmm1c.example",
        "a@例え.テスト | a@xn--r8jz45g.xn--zckzah",
        "用户@例子.广告 | 用户@xn--fsqu00a.xn--4rr70v",
        "jörg@choir.example | jörg@choir.example",
        "\"ann\"@choir.example | ann@choir.example",
        "<ann@choir.example> | ann@choir.example",
      })
  void plainAddress(String cell, String wire) {
    Mailbox mailbox = one(cell.replace("~~", "~"));
    assertThat(mailbox.address().wire()).isEqualTo(wire.replace("~~", "~"));
    assertThat(mailbox.displayName()).isEmpty();
  }

  @Test
  void whiteSpaceAroundTheWholeIsNotPartOfIt() {
    assertThat(one(" \u00A0ann@choir.example\u3000 ").address().wire())
        .isEqualTo("ann@choir.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Ann Lee <ann@choir.example> | Ann Lee",
        "\"Lee, Ann\" <ann@choir.example> | Lee, Ann",
        "\"Ann \\\"A\\\" Lee\\\\\" <ann@choir.example> | Ann \"A\" Lee\\",
        "Dr. Ann O'Neill-Lee <ann@choir.example> | Dr. Ann O'Neill-Lee",
        "Jörg Müller<ann@choir.example> | Jörg Müller",
        "ann@choir.example <ann@choir.example> | ann@choir.example",
        "\"Ann@Choir.example\" <ann@choir.example> | Ann@Choir.example",
        "\"Ann @ Choir\" <ann@choir.example> | Ann @ Choir",
        "\"\" <ann@choir.example> | ~~",
      })
  void nameBesideTheAddress(String cell, String name) {
    assertThat(one(cell).displayName()).isEqualTo(name);
    assertThat(one(cell).address().wire()).isEqualTo("ann@choir.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann",
        "@choir.example",
        "ann@",
        "ann@choir",
        "ann@localhost",
        "ann@choir.example.",
        "ann@.choir.example",
        "ann@choir..example",
        "ann@-choir.example",
        "ann@choir-.example",
        "ann@choir_x.example",
        "ann@choir.e",
        "ann@[192.0.2.1]",
        "ann@192.0.2.1",
        "ann@choir.123",
        "ann@@choir.example",
        ".ann@choir.example",
        "ann.@choir.example",
        "ann..lee@choir.example",
        "ann lee@choir.example",
        "ann@choir .example",
        "\"ann lee\"@choir.example",
        "\"\"@choir.example",
        "\"@choir.example",
        "ann(alto)@choir.example",
        "ann@choir.example (alto)",
        "Ann (alto) <ann@choir.example>",
        "mailto:ann@choir.example",
        "ann@choir.example,",
        "ann@choir.example;",
        "Lee, Ann <ann@choir.example>",
        "Ann \"A\" Lee <ann@choir.example>",
        "Ann: Lee <ann@choir.example>",
        "\"Ann\" Lee\" <ann@choir.example>",
        "\"Ann\\\" <ann@choir.example>",
        "Ann@ <ann@choir.example>",
        "Ann <ann@choir.example",
        "Ann <ann>",
        "ann@choir.example>",
        "<>",
        "an\u200Bn@choir.example",
        "ann@choir\u200B.example",
        "\uFEFFann@choir.example",
        "ann\u202E@choir.example",
        "ann\uFF20choir.example",
        "ann@choir\uFF0Eexample",
        "ann@choir\u3002example",
        "\uFF41nn@choir.example",
        "ann\uD800@choir.example",
        "ann@\u0301a.example",
        "ann@ab--ü.example",
        "ann\u00A0lee@choir.example",
        "n/a",
        "-",
      })
  void notAnAddress(String cell) {
    assertThat(fault(cell)).isEqualTo(AddressFault.INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@x.example, b@y.example",
        "a@x.example;b@y.example",
        "a@x.example b@y.example",
        "a@x.example / b@y.example",
        "a@x.example|b@y.example",
        "Ann <a@x.example>, Bob <b@y.example>",
        "a@x.example, Bob <b@y.example>",
        "Choir: a@x.example, b@y.example;",
        "undisclosed-recipients:;",
        "Choir: a@x.example;",
        "<@x.example,@y.example:a@z.example>",
        "<@x.example:a@z.example>",
        "a@x.example <b@y.example> (c@z.example)",
      })
  void moreThanOneAddress(String cell) {
    assertThat(fault(cell)).isEqualTo(AddressFault.SEVERAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@choir.example\n",
        "ann\t@choir.example",
        "\u0000ann@choir.example",
        "ann@choir.example\u007F",
        "ann\u0085@choir.example",
        "ann@choir.example\u2028",
        "Ann\u0007 <ann@choir.example>",
        "ann@choir.example\r\nAlto section",
      })
  void controlCharacter(String cell) {
    assertThat(fault(cell)).isEqualTo(AddressFault.CONTROL_CHARACTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@choir.example\r\nBcc: bob@evil.example",
        "ann@choir.example\nX-Evil: 1",
        "ann@choir.example\rbob@evil.example",
        "ann@choir.example\u2028Subject : x",
        "ann@choir.example\u0085 b b@evil.example",
        "ann@choir.example\n\n\tBcc:x",
        "Ann\nBob <bob@evil.example>",
      })
  void headerInjection(String cell) {
    assertThat(fault(cell)).isEqualTo(AddressFault.HEADER_INJECTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00A0", "\t\r\n"})
  void blank(String cell) {
    assertThat(fault(cell)).isEqualTo(AddressFault.BLANK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"bob@evil.example\" <ann@choir.example>",
        "bob@evil.example <ann@choir.example>",
        "\"Bob (bob@evil.example)\" <ann@choir.example>",
        "Bob\u202Ekcor <ann@choir.example>",
        "\"bob\uFF20evil.example\" <ann@choir.example>",
        "\"bob\u200B@evil.example\" <ann@choir.example>",
      })
  void nameThatDeceives(String cell) {
    assertThat(fault(cell))
        .isIn(AddressFault.DISPLAY_NAME, AddressFault.SEVERAL)
        .isEqualTo(AddressFault.DISPLAY_NAME);
  }

  @Test
  void partsHaveTheirGreatestLengths() {
    String label = "d".repeat(63);
    String domain = label + "." + label + "." + label.substring(2);
    assertThat(one("a".repeat(64) + "@choir.example").address().localPart()).hasSize(64);
    assertThat(fault("a".repeat(65) + "@choir.example")).isEqualTo(AddressFault.INVALID);
    assertThat(fault("ü".repeat(33) + "@choir.example")).isEqualTo(AddressFault.INVALID);
    assertThat(one("ü".repeat(32) + "@choir.example").address().localPart()).hasSize(32);
    assertThat(one("a@" + label + ".example").address().domain()).startsWith(label);
    assertThat(fault("a@" + label + "d.example")).isEqualTo(AddressFault.INVALID);
    assertThat(one("a".repeat(64) + "@" + domain).address().wire()).hasSize(254);
    assertThat(fault("a".repeat(64) + "@" + domain + "d")).isEqualTo(AddressFault.INVALID);
    assertThat(fault("a@" + domain + "." + label)).isEqualTo(AddressFault.INVALID);
    assertThat(fault("a@" + "ü".repeat(63) + ".example")).isEqualTo(AddressFault.INVALID);
  }

  @Test
  void refusalNamesThePieceThatIsWrong() {
    assertThat(AddressReader.read(" ann "))
        .isEqualTo(new AddressReading.Refused(AddressFault.INVALID, "ann"));
    assertThat(AddressReader.read("\"b@c.example\" <a@x.example>"))
        .isEqualTo(new AddressReading.Refused(AddressFault.DISPLAY_NAME, "b@c.example"));
  }

  @Test
  void addressesThatDifferInCaseOrFormAreOneMailbox() {
    MailboxKey key = one("Ann@Choir.example").key();
    assertThat(key.value()).isEqualTo("ann@choir.example");
    assertThat(one("aNN@CHOIR.EXAMPLE").key()).isEqualTo(key);
    assertThat(one("jo\u0308rg@x.example").key()).isEqualTo(one("J\u00D6RG@x.example").key());
    assertThat(one("a@müller.example").key()).isEqualTo(one("a@xn--mller-kva.example").key());
    assertThat(key).isLessThan(one("bob@choir.example").key()).hasToString("ann@choir.example");
    assertThatThrownBy(() -> new MailboxKey("@x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addressTellsWhetherItNeedsSmtpUtf8() {
    assertThat(one("jörg@x.example").address().needsSmtpUtf8()).isTrue();
    assertThat(one("a@müller.example").address().needsSmtpUtf8()).isFalse();
  }

  @Test
  void addressThatTheProgramKnowsIsReadOrAMistake() {
    assertThat(AddrSpec.of("a@x.example")).isEqualTo(one("a@X.example").address());
    assertThat(AddrSpec.of("a@x.example")).hasSameHashCodeAs(one("a@X.example").address());
    assertThat(AddrSpec.of("a@x.example")).isNotEqualTo(AddrSpec.of("b@x.example"));
    assertThat(AddrSpec.of("a@x.example")).isNotEqualTo(AddrSpec.of("a@y.example"));
    assertThat(AddrSpec.of("a@x.example")).isNotEqualTo("a@x.example").hasToString("a@x.example");
    assertThatThrownBy(() -> AddrSpec.of("Ann <a@x.example>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a plain address");
    assertThatThrownBy(() -> AddrSpec.of("ann"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("INVALID");
  }

  @Test
  void mailboxRefusesAWrongNameWhoeverMakesIt() {
    AddrSpec address = AddrSpec.of("ann@choir.example");
    for (String name : new String[] {"A\nB", "A\u202EB", "bob@evil.example", "x".repeat(257)}) {
      assertThatThrownBy(() -> new Mailbox(name, address))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Mailbox(" Ann ", address).displayName()).isEqualTo("Ann");
    assertThat(new Mailbox("x".repeat(256), address).displayName()).hasSize(256);
    assertThat(new Mailbox("Ann", address).shown()).isEqualTo("Ann <ann@choir.example>");
    assertThat(Mailbox.of(address).shown()).isEqualTo("ann@choir.example");
  }

  @Test
  void nameIsJudgedBesideItsOwnAddress() {
    AddrSpec own = AddrSpec.of("ann@choir.example");
    assertThat(DisplayNames.fault("Ann\u200D", own)).isNull();
    assertThat(DisplayNames.fault("me (ANN@choir.example)", own)).isNull();
    assertThat(DisplayNames.fault("@ann", own)).isNull();
    assertThat(DisplayNames.fault("ann@home", own)).isNull();
    assertThat(DisplayNames.fault("bob@evil.example", own)).isEqualTo(AddressFault.DISPLAY_NAME);
    assertThat(DisplayNames.fault("..@evil.example", own)).isEqualTo(AddressFault.DISPLAY_NAME);
    assertThat(DisplayNames.fault("bob@evil..example", own)).isEqualTo(AddressFault.DISPLAY_NAME);
    assertThat(DisplayNames.fault("bob@evil.example")).isNull();
    assertThat(DisplayNames.fault("a\uDC00")).isEqualTo(AddressFault.DISPLAY_NAME);
    assertThat(DisplayNames.fault("a\tb", own)).isEqualTo(AddressFault.CONTROL_CHARACTER);
    assertThat(DisplayNames.fault("a\nTo: b", own)).isEqualTo(AddressFault.HEADER_INJECTION);
    for (char c : "\u202A\u202E\u2066\u2069\u200E\u200F\u061C".toCharArray()) {
      assertThat(DisplayNames.hasBidiControl("a" + c)).isTrue();
    }
    for (char c : "\u2029\u202F\u2065\u206A\u200D\u2010".toCharArray()) {
      assertThat(DisplayNames.hasBidiControl("a" + c)).isFalse();
    }
  }
}
