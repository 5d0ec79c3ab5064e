package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.safety.check.CellKind.NAME;
import static org.postroom.safety.check.CellKind.NUMBER;
import static org.postroom.safety.check.CellKind.ORDINARY;
import static org.postroom.safety.check.CellKind.STRONG;
import static org.postroom.safety.check.CellKind.WORDS;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellKindTest {
  @ParameterizedTest
  @CsvSource({
    "First name, NAME",
    "Surname, NAME",
    "NACHNAME, NAME",
    "Nom, NAME",
    "Prénom, NAME",
    "Apellidos, NAME",
    "Cognome, NAME",
    "Voornaam, NAME",
    "Anrede, NAME",
    "Title, NAME",
    "Phone, STRONG",
    "Telefon privat, STRONG",
    "Handy, STRONG",
    "Street, STRONG",
    "Straße, STRONG",
    "Home address, STRONG",
    "Postcode, STRONG",
    "PLZ, STRONG",
    "IBAN, STRONG",
    "Member number, STRONG",
    "Invoice no, STRONG",
    "Date of birth, STRONG",
    "Geburtsdatum, STRONG",
    "ID, STRONG",
    "Allergies, STRONG",
    "Voice, ORDINARY",
    "Role, ORDINARY",
    "Town, ORDINARY",
    "Ort, ORDINARY",
    "Company, ORDINARY",
    "Verein, ORDINARY",
    "Status, ORDINARY",
    "Group, ORDINARY",
    "Table, ORDINARY"
  })
  void aHeadingSaysWhatAColumnIs(String heading, CellKind kind) {
    assertThat(CellKind.ofColumn(heading)).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "Phone, true, true, false",
    "Member number, true, true, false",
    "Rechnung, true, true, false",
    "Street, false, true, false",
    "Name, false, true, false",
    "Full name, false, true, false",
    "First name, false, false, false",
    "Nachname, false, false, false",
    "Title, false, false, true",
    "Anrede, false, false, true"
  })
  void aHeadingSaysWhetherItsValuesAreKeysNamesOrTitles(
      String heading, boolean key, boolean whole, boolean title) {
    assertThat(CellKind.isKey(heading)).as("key").isEqualTo(key);
    assertThat(CellKind.isWholeName(heading)).as("whole name").isEqualTo(whole);
    assertThat(CellKind.isTitle(heading)).as("title").isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Notes", "Owes", "Joined", "Who", "Economy", "Stable", "Idea"})
  void otherHeadingsLeaveItToTheCells(String heading) {
    assertThat(CellKind.ofColumn(heading)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12               | NUMBER
          12345            | NUMBER
          123456           | STRONG
          £12.50           | NUMBER
          1.234,50 €       | NUMBER
          14.03.2027       | NUMBER
          2027-03-14       | NUMBER
          14 march 2027    | NUMBER
          march 14, 2027   | NUMBER
          19:30            | NUMBER
          rc-204           | ORDINARY
          rc-2044          | STRONG
          hard of hearing  | WORDS
          soprano          | ORDINARY
          """)
  void theFormOfACellSaysTheRest(String value, CellKind kind) {
    assertThat(CellKind.ofForm(value, false)).isEqualTo(kind);
  }

  @Test
  void whatRepeatsSinglesNobodyOutUnlessItIsANumberOfSomebodys() {
    assertThat(CellKind.ofForm("£12.50", true)).isEqualTo(ORDINARY);
    assertThat(CellKind.ofForm("first soprano", true)).isEqualTo(ORDINARY);
    assertThat(CellKind.ofForm("rc-2044", true)).isEqualTo(STRONG);
  }

  @Test
  void inAFileForEverybodyOneOfTwoSaysWho() {
    for (CellKind kind : new CellKind[] {NAME, STRONG, WORDS, NUMBER}) {
      assertThat(kind.tellsWith(STRONG)).isTrue();
      assertThat(kind.tellsWith(NAME)).isTrue();
      assertThat(NAME.tellsWith(kind)).isTrue();
    }
    assertThat(WORDS.tellsWith(NUMBER)).isFalse();
    assertThat(NUMBER.tellsWith(WORDS)).isFalse();
    assertThat(NAME.isSomebody() && STRONG.isSomebody()).isTrue();
    assertThat(WORDS.isSomebody() || NUMBER.isSomebody() || ORDINARY.isSomebody()).isFalse();
  }

  @Test
  void inAPersonsOwnFileOneOfTwoIsNobodyElses() {
    assertThat(STRONG.betraysWith(STRONG)).isTrue();
    assertThat(STRONG.betraysWith(NAME)).isTrue();
    assertThat(NAME.betraysWith(STRONG)).isTrue();
    assertThat(WORDS.betraysWith(STRONG)).isTrue();
    assertThat(STRONG.betraysWith(NUMBER)).isFalse();
    assertThat(NUMBER.betraysWith(STRONG)).isFalse();
    assertThat(NAME.betraysWith(NAME)).isFalse();
    assertThat(NAME.betraysWith(WORDS)).isFalse();
  }

  /// Value, in a column of numbers that were each given to one person, nobody else's by itself.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          07700 900123        | false | true
          +44 7700 900123     | false | true
          (020) 7946 0123     | false | true
          020 7946-0123       | false | true
          1234567             | false | true
          123456              | true  | false
          1 234 567.89        | true  | false
          1234567,89          | false | false
          2027-03-14          | true  | false
          14.03.2027          | true  | false
          14 march 2027       | true  | false
          inv-2027-1          | true  | true
          inv-2027-1          | false | false
          ab1234              | true  | true
          ab123               | true  | false
          a1234               | true  | false
          de89 3704 0044 0532 | true  | true
          high street         | true  | false
          """)
  void whatTellsByItself(String value, boolean inKeys, boolean alone) {
    assertThat(CellKind.tellsAlone(value, inKeys)).isEqualTo(alone);
  }
}
