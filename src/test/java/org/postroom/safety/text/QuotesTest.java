package org.postroom.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sorry!\n\n> Dear all,\n> see you on Monday.\n",
        "Sorry!\n-----Original Message-----\nFrom: Helen",
        "Sorry!\n________ Ursprüngliche Nachricht ________\nVon: Helen",
        "Sorry!\nOn Mon, 2 Nov 2026 at 09:12, Helen Marsh <h@x.example> wrote:\nDear all",
        "Sorry!\nAm 02.11.2026 um 09:12 schrieb Helen Marsh:\nAn alle",
        "Pardon !\nLe lun. 2 nov. 2026 à 09:12, Hélène a écrit :\nBonjour"
      })
  void anEarlierMessageIsShown(String text) {
    assertThat(Quotes.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sorry, the date was wrong.\n",
        "> one arrow is a decoration\nSorry!",
        "On Monday Helen wrote a poem:\nroses",
        "The original message was better.\n",
        "a > b\nc > d\n"
      })
  void nothingIsShownOnceMore(String text) {
    assertThat(Quotes.isIn(text)).isFalse();
  }

  @Test
  void linesThatAreQuotedAreLeftOut() {
    assertThat(Quotes.without("mine\n> theirs\nmine too")).isEqualTo("mine\nmine too\n");
    assertThat(Quotes.without("mine")).isEqualTo("mine");
  }
}
