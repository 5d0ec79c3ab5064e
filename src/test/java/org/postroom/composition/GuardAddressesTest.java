package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.address.AddrSpec;

/// The guard's reader of addresses by itself.
class GuardAddressesTest {
  private static final AddrSpec FROM = AddrSpec.of("news@choir.example");
  private static final AddrSpec MINE = AddrSpec.of("ann+a@post.example");
  private static final AddrSpec WAY_OUT = AddrSpec.of("leave+x@choir.example");

  private static final GuardAddresses PERSONAL =
      new GuardAddresses(new GuardOrder(FROM, List.of(MINE), false, Set.of(WAY_OUT)));
  private static final GuardAddresses BLIND =
      new GuardAddresses(
          new GuardOrder(
              FROM, List.of(MINE, AddrSpec.of("Bob@post.example")), true, Set.of(WAY_OUT)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example",
        "a.b+c@b.example",
        "<a@b.example>",
        "Ann <a@b.example>",
        "Ann \u007f <a@b.example>",
        "\"Lee, Ann (Alto); <x>\" <a@b.example>",
        "\"a \\\" b\" <a@b.example>",
        "\"a \\\\\" <a@b.example>",
        "\"a b\"@b.example",
        "Ann <\"a b\"@b.example>",
        "\"a\\\"b\"@b.example",
        "ä@b.example",
      })
  void oneMailboxIsRead(String value) throws GuardRefusal {
    String address = GuardAddresses.only(value, GuardRule.TO);
    assertThat(value).contains(address);
    assertThat(address).doesNotStartWith("<").doesNotEndWith(">").contains("@b.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@b.example",
        "a@",
        "a@b.example, c@d.example",
        "a@b.example; c@d.example",
        "a@b.example c@d.example",
        "group: a@b.example;",
        "Ann (alto) <a@b.example>",
        "a@b.example (alto)",
        "Ann <a@b.example",
        "Ann <a@b.example> x",
        "Ann <a@b.example> <c@d.example>",
        "Ann <a@b.example>, <c@d.example>",
        "Ann <@c.example:a@b.example>",
        "Ann a@b.example>",
        "a b@c.example",
        "a@b example",
        "a@b.example\\",
        "a@[10.0.0.1]",
        "\"Ann <a@b.example>",
        "\"\"@b.example",
        "\"a\"b\"@b.example",
        "<\"a\\\"@b.example>",
        "Ann <\"a\"c\"@b.example>",
        "a\u00a0@b.example",
        "a\u0085@b.example",
        "a@b\u00a7.example",
      })
  void whatIsNotOneMailboxIsRefused(String value) {
    assertRule(catchThrowable(() -> GuardAddresses.only(value, GuardRule.TO)), GuardRule.TO);
  }

  @Test
  void aNameInRawOctetsIsRefusedForThem() {
    assertRule(
        catchThrowable(() -> GuardAddresses.only("Zo\u00eb <a@b.example>", GuardRule.TO)),
        GuardRule.RAW_OCTETS);
    assertRule(
        catchThrowable(() -> GuardAddresses.only("\u0080 <a@b.example>", GuardRule.TO)),
        GuardRule.RAW_OCTETS);
  }

  @Test
  void theNameIsWhatStandsBeforeTheAddress() {
    assertThat(GuardAddresses.nameIn("\"<x>\" <a@b.example>")).isEqualTo("\"<x>\" ");
    assertThat(GuardAddresses.nameIn("a@b.example")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "@choir.example",
        "@ choir",
        "a @ b.example",
        "Rehearsal@7pm",
        "root@localhost",
        "ann+a@post.example",
        "ANN+A@Post.Example",
        "Write to ann+a@post.example.",
        "...ann+a@post.example...",
        "(ann+a@post.example)",
        "mailto:leave+x@choir.example?subject=leave",
        "mailto:leave%2Bx@choir.example",
        "leave%2Bx%40choir.example",
        "https://h.example/?to=ann%2Ba@post.example",
        "https://h.example/?a=1&to=ann%2Ba@post.example",
        "https://h.example/ann+a@post.example",
        "=ann+a@post.example",
        "news&#64;choir.example",
        "news@choir\u3002example",
        "=?utf-8?q?news=40choir.example?=",
      })
  void whatMayBeSeenPasses(String value) {
    assertThatCode(() -> PERSONAL.check(value)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eve@post.example",
        "@ eve@post.example",
        "ann+a@post.example.evil.example",
        "xann+a@post.example",
        "ann+a@post.examples",
        "ann@post.example",
        "\"eve x\"@post.example",
        // The same mailbox for some systems, for others not.
        "\"ann+a\"@post.example",
        "x\"@post.example",
        "eve@[10.0.0.1]",
        "eve@xn--mnchen-3ya.example",
        "eve@m\u00fcnchen.example",
        "eve@\u0939\u093f\u0928\u094d\u0926\u0940.example",
        "eve@\u0928\u0903\u0928.example",
        "eve@\uD800\uDF30.example",
        "eve@a_b.example",
        "eve@a-b.example",
        "\u00e4@post.example",
        "eve%40post.example",
        "eve%2540post.example",
        "eve&#64;post.example",
        "eve&#x40;post.example",
        "eve&commat;post&period;example",
        "eve&amp;#64;post.example",
        "eve\uFF20post.example",
        "eve@post\u3002example",
        "eve@post\uFF0Eexample",
        "eve@\u200Bpost.example",
        "eve@(alto)post.example",
        "eve@\"post\".example",
        "=?utf-8?q?eve=40post.example?=",
        "=?utf-8?b?ZXZlQHBvc3QuZXhhbXBsZQ==?=",
        "=?utf-8?q?eve?= =?utf-8?q?=40post.example?=",
        "https://h.example/?to=eve@post.example",
        "ann+a@post.example eve@post.example",
      })
  void anAddressOfSomebodyElseIsFoundHoweverItIsDressed(String value) {
    assertRule(catchThrowable(() -> PERSONAL.check(value)), GuardRule.FOREIGN_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?utf-8?q?half",
        "=?utf-8?q?a=4?=",
        "=?utf-8?q?a=zz?=",
        "=?nothing-8?q?a?=",
        "=?utf-8?b?*?=",
        "=?utf-8?q?a?= =?b"
      })
  void anEncodedWordThatCannotBeReadIsRefused(String value) {
    assertRule(catchThrowable(() -> PERSONAL.check(value)), GuardRule.UNDECODABLE);
  }

  @Test
  void inABlindCopyNoRecipientMayBeSeenByAnyone() {
    assertThatCode(() -> BLIND.check("news@choir.example, leave+x@choir.example"))
        .doesNotThrowAnyException();
    for (String value : List.of("ann+a@post.example", "bob@POST.example")) {
      assertRule(catchThrowable(() -> BLIND.check(value)), GuardRule.FOREIGN_ADDRESS);
    }
    assertThatThrownBy(() -> BLIND.check("see ann%2Ba@post.example"))
        .isInstanceOf(GuardRefusal.class);
  }

  private static void assertRule(Throwable thrown, GuardRule rule) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            GuardRefusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }

  /// The guard looks no further into a text without any of these, so it has to be all of them.
  @Test
  void nothingBelowTheGeneralPunctuationBecomesASignThatAnAddressNeeds() {
    for (char c = 0; c < 0x2000; c++) {
      if (!GuardText.canHideAnAddress(String.valueOf(c))) {
        assertThat(GuardText.resolved("a" + c + "b") + GuardText.plain("a" + c + "\u0300"))
            .doesNotContain("@", "%", "&");
      }
    }
  }
}
