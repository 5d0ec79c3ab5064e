package org.postroom.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses that no list here has are counted as a stranger's.
class UnknownAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna.smith@else.example",
        "a.smith1962@else.example",
        "o'neil@else.example",
        "anna@mail.else.example",
        "zoe99@else.co",
      })
  void aPersonsIsCounted(String address) {
    assertThat(UnknownAddress.isPersons("write to " + address, 9, address)).isTrue();
    assertThat(UnknownAddress.isPersons(address, 0, address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anna",
        "anna@",
        "@else.example",
        "anna@else",
        "info@else.example",
        "webmaster@else.example",
        "logo@2x.png",
        "0f8fad5b-d9cb-469f-a165-70867728950e@else.example",
        "order.1234567890@else.example",
        "a-name-of-more-than-thirty-two-letters@else.example",
      })
  void officesMachinesAndFilesAreNot(String address) {
    assertThat(UnknownAddress.isPersons(address, 0, address)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'UID:', false",
    "'src=cid:', false",
    "'Message-ID: <', false",
    "'References: <', false",
    "'In-Reply-To: <', false",
    "'Content-ID: <', false",
    "'From: ', true",
    "'Message-ID: <', false",
    "'UID: none\n', true",
    "'a uid: is written a little farther before it, ', true",
  })
  void whatAProgramGaveAMessageIsNoAddress(String before, boolean persons) {
    String address = "anna.smith@else.example";
    for (String front : new String[] {"", "line one\nline two, ", "words before "}) {
      String text = front + before + address;
      assertThat(UnknownAddress.isPersons(text, text.length() - address.length(), address))
          .as(text)
          .isEqualTo(persons);
    }
  }
}
