package org.postroom.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressMaskTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          an address alone       | ann@choir.example               | …@…          | …@choir.example
          in angle brackets      | to=<ann@choir.example>, and     | to=<…@…>, and| to=<…@choir.example>, and
          an apostrophe in it    | o'neill@choir.example refused   | …@… refused  | …@choir.example refused
          a quoted local part    | "a> b"@choir.example            | …@…          | …@choir.example
          another one within it  | news-ann=choir.example@list.org | …@…          | …@list.org
          beyond ASCII           | jörg@münchen.example            | …@…          | …@münchen.example
          no address             | 3 letters at noon               | 3 letters at noon | 3 letters at noon
          """)
  void hides(String what, String text, String whole, String domain) {
    assertThat(AddressMask.whole(text)).as(what).isEqualTo(whole);
    assertThat(AddressMask.butTheDomain(text)).as(what).isEqualTo(domain);
  }
}
