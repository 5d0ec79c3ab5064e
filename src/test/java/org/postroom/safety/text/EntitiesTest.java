package org.postroom.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "nothing here -> nothing here",
        "a &amp; b -> a & b",
        "&lt;&gt; -> <>",
        "&auml;&Auml;x -> äÄx",
        "ann&commat;x&period;example -> ann@x.example",
        "&euro;5 &euro;6 -> €5 €6",
        "&#64; -> @",
        "&#64x -> @x",
        "&#64 -> @",
        "&#x40;a -> @a",
        "&#X40 -> @",
        "&#x4a;&#x4A; -> JJ",
        "&#0000000000000064; -> @",
        "&#128512;! -> 😀!",
        "& -> &",
        "a&b -> a&b",
        "a & b -> a & b",
        "&amp -> &amp",
        "&amp x -> &amp x",
        "&nothing; -> &nothing;",
        "&abcdefghijklmnopqrst; -> &abcdefghijklmnopqrst;",
        "&;&amp; -> &;&",
        "&# -> &#",
        "&#; -> &#;",
        "&#x; -> &#x;",
        "&#x -> &#x",
        "&#xg; -> &#xg;",
        "&#0; -> &#0;",
        "&#1114112; -> &#1114112;",
        "&#99999999999999; -> &#99999999999999;",
        "&amp;amp; -> &amp;",
      })
  void aReferenceIsDecodedOnceAndAnythingElseStays(String text, String decoded) {
    assertThat(Entities.decode(text)).isEqualTo(decoded);
  }

  @Test
  void theLastCodePointIsOne() {
    assertThat(Entities.decode("&#1114111;")).isEqualTo(Character.toString(0x10ffff));
    assertThat(Entities.decode("&#x10FFFF;")).isEqualTo(Character.toString(0x10ffff));
    assertThat(Entities.decode("&ZeroWidthSpace;&nbsp;")).isEqualTo("\u200b\u00a0");
  }
}
