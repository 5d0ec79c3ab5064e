package org.postroom.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where an address may stand in a text. Each guise is one that a reader, a mail program or a
/// spreadsheet shows or takes as an address.
class AddressSearchTest {
  private static final String ANN = "ann@x.example";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@x.example",
        "ANN@X.Example",
        "Write to ann@x.example.",
        "Write to ann@x.example, please",
        "<ann@x.example>",
        "\"ann@x.example\"",
        "'ann@x.example'",
        "(ann@x.example)",
        "[ann@x.example]",
        "{ann@x.example}",
        "“ann@x.example”",
        "a;ann@x.example;b",
        "a\tann@x.example\tb",
        "a,ann@x.example,b",
        "a|ann@x.example|b",
        "mailto:ann@x.example?subject=x",
        "mailto:ann%40x.example",
        "https://h.example/?to=ann@x.example&x=y",
        "https://h.example/?to=ann%40x.example",
        "ann＠x.example",
        "ann﹫x.example",
        "ann&#64;x.example",
        "ann&#064;x.example",
        "ann&#64x.example",
        "ann&#x40;x.example",
        "ann&#X40;x.example",
        "ann&#x0040;x.example",
        "ann&commat;x.example",
        "ann&commat;x&period;example",
        "ann=40x.example",
        "ann\\u0040x.example",
        "ann\\x40x.example",
        "ann(at)x.example",
        "ann (at) x.example",
        "ann [at] x.example",
        "ann {AT} x.example",
        "ann[ at ]x.example",
        "ann (at) x (dot) example",
        "ann[at]x[dot]example",
        "ann @ x.example",
        "ann  @  x.example",
        "ann\u00a0@\u00a0x.example",
        "ann\u200b@x.exam\u00adple",
        "ａｎｎ@x.example",
        "ann@x。example",
        "ann@x.example.Then we met",
        "ann@x.example--",
        "ann@x.example ",
        "ann@x.example  ",
        "\u0080 ann@x.example",
        "ann (at)   x (dot) example",
        "ann (at) x   (dot)   example",
        "b@c.example@ann@x.example",
        "...ann@x.example...",
      })
  void theAddressIsFound(String text) {
    assertThat(addresses(text)).contains(ANN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "ann@",
        "@x.example",
        "ann @",
        "ann, @ x.example",
        "ann%41x.example",
        "ann%4",
        "ann&#65;x.example",
        "ann&#640;x.example",
        "ann&#x401;x.example",
        "ann&#",
        "ann&#x",
        "ann&",
        "ann&at;x.example",
        "ann\\u0041x.example",
        "ann\\x41x.example",
        "ann\\",
        "ann (att) x.example",
        "ann (at x.example",
        "ann (at",
        "ann (",
        "ann (bat) x.example",
        "ann at x.example",
        "ann    @x.example",
        "ann=41x.example",
      })
  void thisIsNoAddress(String text) {
    assertThat(addresses(text)).doesNotContain(ANN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann&#640;x.example",
        "ann&#649",
        "ann&#x401;x.example",
        "ann&#x40f.example",
        "ann&#x40F.example",
        "ann&#640",
        "ann&#64",
        "ann&#64;",
        "ann@    x.example",
        "ann    @x.example",
      })
  void nothingAtAllIsFound(String text) {
    assertThat(addresses(text)).isEmpty();
  }

  @Test
  void aDomainEndsWhereNoDomainCanGoOn() {
    for (char c = 0; c < 128; c++) {
      List<Spot> spots = new ArrayList<>();
      AddressSearch.find("ann@x.example" + c + "b.org", spots::add);
      String domain = spots.getFirst().domain();
      if (Character.isLetterOrDigit(c) || ".-".indexOf(c) >= 0) {
        String whole = "x.example" + Character.toLowerCase(c) + "b.org";
        assertThat(domain).isEqualTo(whole);
      } else if ("_&#;%\\".indexOf(c) < 0) {
        assertThat(domain).as("%s", (int) c).isEqualTo("x.example");
      }
    }
    for (char space : "\u00a0\u2003\u2028\u3000".toCharArray()) {
      assertThat(addresses("ann@x.example" + space + "b")).contains(ANN);
      assertThat(addresses("b" + space + "ann@x.example")).contains(ANN);
    }
  }

  @Test
  void aMailboxBeginsBehindWhatNoneHas() {
    for (char c : " \t<>\"()[]{},\u00a0\u2003".toCharArray()) {
      List<Spot> spots = new ArrayList<>();
      AddressSearch.find("to" + c + "ann@x.example", spots::add);
      assertThat(spots).singleElement().extracting(Spot::at, Spot::local).containsExactly(3, "ann");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "ann@x.example -> 0 ann x.example x.example false",
        "to ann@x.example now -> 3 ann x.example x.example false",
        "to ann @ x.example -> 3 ann x.example x.example true",
        "to ann@ x.example -> 3 ann x.example x.example true",
        "to ann @x.example -> 3 ann x.example x.example true",
        "ann@x.example.Then -> 0 ann x.example.then x.example false",
        "ann@X.Example -> 0 ann x.example x.example false",
        "ann@x.E -> 0 ann x.e x false",
        "ann@x.example- -> 0 ann x.example x.example false",
        "ann@m\u00fcnchen.example -> 0 ann xn--mnchen-3ya.example xn--mnchen-3ya.example false",
        "ann@x.example    (dot) org -> 0 ann x.example x.example false",
        "x:ann@x.example -> 0 x:ann x.example x.example false",
      })
  void aSpotSaysWhereAndWhat(String text, String spot) {
    List<String> found = new ArrayList<>();
    AddressSearch.find(
        text,
        it ->
            found.add(
                String.join(
                    " ",
                    String.valueOf(it.at()),
                    it.local(),
                    it.domain(),
                    it.shorter(),
                    String.valueOf(it.spaced()))));
    assertThat(found).containsExactly(spot);
  }

  @Test
  void severalAddressesAreFoundInTheOrderOfTheText() {
    List<String> plain = new ArrayList<>();
    AddressSearch.find(
        "a@x.example b&#64;x.example;c%40x.example, d (at) x.example e@x.example",
        spot -> plain.add(spot.variants().getLast()));
    assertThat(plain)
        .containsExactly("a@x.example", "b@x.example", "c@x.example", "d@x.example", "e@x.example");
    assertThat(addresses("a@b@x.example")).contains("b@x.example");
  }

  @Test
  void aWordOfManyKilobytesIsCutAndNotCopiedAgainAndAgain() {
    String long1 = "y".repeat(5_000);
    List<Spot> spots = new ArrayList<>();
    AddressSearch.find(long1 + "@" + long1, spots::add);
    assertThat(spots).hasSize(1);
    assertThat(spots.getFirst().local()).hasSize(700);
    assertThat(spots.getFirst().domain()).hasSize(700);
    assertThat(spots.getFirst().at()).isEqualTo(4_300);
  }

  @Test
  void anAddressInAScriptWithVowelSignsIsFoundWhole() {
    assertThat(addresses("x@\u0939\u093f\u0928\u094d\u0926\u0940.example"))
        .contains("x@xn--j2bd4cyah0f.example");
  }

  private static List<String> addresses(String text) {
    List<String> addresses = new ArrayList<>();
    AddressSearch.find(text, spot -> addresses.addAll(spot.variants()));
    return addresses;
  }
}
