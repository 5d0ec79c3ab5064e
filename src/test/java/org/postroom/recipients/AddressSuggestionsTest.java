package org.postroom.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.recipients.Tables.imported;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSuggestionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          j.thornton@brightmail,example | j.thornton@brightmail.example
          ann (at) people.example       | ann@people.example
          mailto:ann@people.example     | ann@people.example
          ann@@people.example           | ann@people.example
          ann@people..example           | ann@people.example
          ann@people.example.           | ann@people.example
          ann @people.example           | ann@people.example
          ann@gmail,con                 | ann@gmail.com
          """)
  void aCellThatHoldsNoAddressIsUnderstood(String cell, String meant) {
    assertThat(AddressSuggestions.forCell(cell)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no address", "ann@people.example; bob@people.example", "ann@"})
  void nothingIsMadeUp(String cell) {
    assertThat(AddressSuggestions.forCell(cell)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gmial.com,gmail.com",
    "gamil.com,gmail.com",
    "hotmail.con,hotmail.com",
    "gmail.co,gmail.com",
    "yaho.com,yahoo.com",
    "outlok.com,outlook.com"
  })
  void aSlipHasOneDomainThatIsMeant(String slip, String meant) {
    assertThat(LikelyTypos.meant(slip)).contains(meant);
  }

  @Test
  void everybodyIsFoundInTheOrderOfTheFile() {
    RecipientList list =
        imported(
                ImportOptions.NONE,
                "Email|Name",
                "Ann@gmial.com|Ann",
                "bob@people.example|Bob",
                "cy@gmail.con|Cy")
            .list();
    assertThat(AddressSuggestions.of(list))
        .extracting(one -> one.at().row() + " " + one.cell() + " " + one.meant())
        .containsExactly("1 Ann@gmial.com Ann@gmail.com", "3 cy@gmail.con cy@gmail.com");
  }

  @Test
  void aRowLeftOutForABrokenAddressIsUnderstoodAsWell() {
    RecipientList list =
        imported(ImportOptions.NONE, "Email|Name", "ann@people,example|Ann", "nobody|Bob", "|Cy")
            .list();
    assertThat(AddressSuggestions.ofLeftOut(list))
        .extracting(one -> one.at().row() + " " + one.cell() + " " + one.meant())
        .containsExactly("1 ann@people,example ann@people.example");
  }
}
