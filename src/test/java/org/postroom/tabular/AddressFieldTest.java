package org.postroom.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFieldTest {
  private static String table(String... rows) {
    return "Name\tEmail\n" + String.join("\n", rows).replace('^', '\t') + "\n";
  }

  @Test
  void namesAndAddressesBecomeATable() {
    assertThat(
            AddressField.asTable(
                "Ann <a@x.example>, b@y.example; \"Roe, Cy\" <c@z.example>,\r\n"
                    + "\"Dee \\\"D\\\" Lee\" <d@z.example>,"))
        .isEqualTo(
            table(
                "Ann^a@x.example",
                "^b@y.example",
                "Roe, Cy^c@z.example",
                "\"Dee \"\"D\"\" Lee\"^d@z.example"));
  }

  @Test
  void namesWithCommasAreWholeWhereSemicolonsStandBetweenPeople() {
    assertThat(AddressField.asTable("Lee, Ann <a@x.example>; Roe, Bob <b@x.example>"))
        .isEqualTo("Name\tEmail\nLee, Ann\ta@x.example\nRoe, Bob\tb@x.example\n");
  }

  @Test
  void whatIsNoAddressKeepsItsPlace() {
    assertThat(
            AddressField.asTable(
                "a@x.example, b@x.example, Cy, d@x.example, e@x.example, f@x.example"))
        .isEqualTo(
            table(
                "^a@x.example",
                "^b@x.example",
                "^Cy",
                "^d@x.example",
                "^e@x.example",
                "^f@x.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Email\tName\na@x.example\tAnn",
        "Email\na@x.example\nb@x.example",
        "Email,Name\na@x.example,Ann",
        "a@x.example,Ann\nb@x.example,Bob",
        "Dear all, please write to me",
        " \n",
        ""
      })
  void tablesAndTextsStayAsTheyAre(String text) {
    assertThat(AddressField.asTable(text)).isNull();
  }

  /// Everybody who was pasted is a row: nobody is swallowed by a quote or a bracket.
  @Property
  void noAddressIsLost(
      @ForAll @Chars({'a', '<', '>', '"', '(', ')', ',', ';', ' ', '\n'}) @StringLength(max = 30)
          String noise) {
    String text = "ann@x.example\n" + noise + "\nbob@x.example\nc@x.example\nd@x.example\n";
    String table = AddressField.asTable(text);
    if (table != null) {
      assertThat(table).contains("\tann@x.example\n", "\tbob@x.example\n", "\td@x.example\n");
    }
  }
}
