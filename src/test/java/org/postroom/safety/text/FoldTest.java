package org.postroom.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "Ann Lee -> ann lee",
        "~}\u007f -> ~}\u007f",
        "ÄÖÜ -> äöü",
        "Ann%40X.example -> ann@x.example",
        "%41%6e%6E -> ann",
        "=41nn=3D -> ann=",
        "%C3%A4%c3%b6x -> äöx",
        "=C3=A4 -> ä",
        "a%C3%A4 -> aä",
        "a=b -> a=b",
        "100% -> 100%",
        "%4 -> %4",
        "%4g -> %4g",
        "%g4 -> %g4",
        "= -> =",
        "a\\u0041b -> aab",
        "\\u0041 -> a",
        "\\x41b -> ab",
        "a\\x41 -> aa",
        "\\u004 -> \\u004",
        "\\x4 -> \\x4",
        "\\u00g1 -> \\u00g1",
        "\\n\\ -> \\n\\",
        "\\y0041 -> \\y0041",
        "&#65;nn -> ann",
        "&amp;#65;nn -> ann",
        "&amp;amp;#65;nn -> ann",
        "&amp;amp;amp;#65;nn -> &#65;nn",
        "%2541nn -> ann",
        "ＡＮＮ -> ann",
        "ﬁrst -> first",
        "x。example -> x.example",
        "x｡example -> x.example",
      })
  void theSameWordsInEveryGuiseComeOutAlike(String text, String folded) {
    assertThat(Fold.fold(text)).isEqualTo(folded);
  }

  @Test
  void octetsInTwoNotationsAreNotOneCharacter() {
    assertThat(Fold.fold("%C3=A4")).isEqualTo("\uFFFD\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0xad, 0x200b, 0x200d, 0x202e, 0x2060, 0xfeff, 0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164,
        0xfe00, 0xfe07, 0xfe0f, 0x180b, 0x180e, 0x180f, 0xe0100, 0xe0180, 0xe01ef, 0x01, 0x0b, 0x1f
      })
  void signsThatNobodySeesAreNotThere(int sign) {
    assertThat(Fold.visible("a" + Character.toString(sign) + "b")).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        ' ', '\t', '\n', '\r', 'x', '@', 0xa0, 0x34e, 0x350, 0x1161, 0x17b6, 0x3163, 0x3165, 0xfdff,
        0xfe10, 0x180a, 0x1810, 0xe00ff, 0xe01f0, 0x1f600
      })
  void signsThatAreSeenStay(int sign) {
    String text = "a" + Character.toString(sign) + "b";
    assertThat(Fold.visible(text)).isEqualTo(text);
  }

  @Test
  void unseenSignsDoNotHideAnAddress() {
    for (String text :
        List.of("a\u00adnn@x.ex\u200bample", "ann\u2060@x\uFE0F.example", "ａnn＠x.example")) {
      assertThat(Fold.fold(text)).isEqualTo("ann@x.example");
    }
  }
}
