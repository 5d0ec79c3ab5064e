package org.postroom.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTagTest {
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
    assertThat(together(FieldTag.read(source))).isEqualTo(source);
  }

  @Test
  void aFieldIsOneChipWithItsFallback() {
    assertThat(FieldTag.read("Dear {{First name|friend}},"))
        .containsExactly(
            new FieldTag.Piece.Words("Dear "),
            new FieldTag.Piece.Tag(FieldTag.field("First name", "friend")),
            new FieldTag.Piece.Words(","));
  }

  private static String together(List<FieldTag.Piece> pieces) {
    return pieces.stream()
        .map(
            piece ->
                switch (piece) {
                  case FieldTag.Piece.Words(String text) -> text;
                  case FieldTag.Piece.Tag(FieldTag chip) -> chip.source();
                })
        .collect(Collectors.joining());
  }
}
