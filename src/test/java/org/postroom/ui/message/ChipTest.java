package org.postroom.ui.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChipTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear {{First name|friend}},",
        "{{#Subs owed}}You owe {{Subs owed}}.{{/Subs owed}}",
        "{{^Voice}}no voice{{/Voice}}",
        "{{ Voice }} with spaces, {{}}, {{ }}, {{a|b|c}}, {{#x|y}}, { {x}}, {{not closed",
        "{{Naïve column|}} and {{A}}{{B}}",
        "",
        "lines\n\n{{A}}\n"
      })
  void whatIsTakenApartIsTheSameWhenPutTogether(String source) {
    assertThat(together(Chip.read(source))).isEqualTo(source);
  }

  @Test
  void aFieldIsOneChipWithItsFallback() {
    assertThat(Chip.read("Dear {{First name|friend}},"))
        .containsExactly(
            new Chip.Piece.Words("Dear "),
            new Chip.Piece.Field(Chip.field("First name", "friend")),
            new Chip.Piece.Words(","));
  }

  private static String together(List<Chip.Piece> pieces) {
    return pieces.stream()
        .map(
            piece ->
                switch (piece) {
                  case Chip.Piece.Words(String text) -> text;
                  case Chip.Piece.Field(Chip chip) -> chip.source();
                })
        .collect(Collectors.joining());
  }
}
