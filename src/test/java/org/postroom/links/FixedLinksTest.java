package org.postroom.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.safety.text.PublicHost;
import org.postroom.template.Markdown;

class FixedLinksTest {
  @Test
  void eachLinkIsFoundOnceInTextAndHtmlAlike() {
    FixedLinks found =
        FixedLinks.in(
            "<a href='https://a.example/x?b=1&amp;c=2#part'>A</a><!-- <a href='https://no.example'>"
                + "--><a href=mailto:x@a.example>m</a><img src='https://picture.example/p.png'>",
            "See https://a.example/x?b=1&c=2, (or http://b.example/d_(e)) and https://b.example/f.");
    assertThat(found.links())
        .containsExactly(
            URI.create("https://a.example/x?b=1&c=2"),
            URI.create("http://b.example/d_(e)"),
            URI.create("https://b.example/f"));
    assertThat(found.hosts()).containsExactly("a.example", "b.example");
    assertThat(found.personal()).isEmpty();
    assertThat(found.others()).isEmpty();
  }

  @Test
  void whatHoldsAFieldIsNeverTried() {
    FixedLinks found =
        FixedLinks.in(
            Markdown.toHtml(
                """
                [Yours](https://a.example/?id={{Member no}}), [page]({{Page}}),
                https://{{Town}}.example/ and [all](https://a.example/all).
                """),
            "https://a.example/pay/{{Member no}}");
    assertThat(found.links()).containsExactly(URI.create("https://a.example/all"));
    assertThat(found.personal())
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(link -> link.contains("{{"))
        .anyMatch(link -> link.startsWith("https://a.example/?id="))
        .anyMatch(link -> link.startsWith("https://a.example/pay/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/a",
        "http://printer/a",
        "http://127.0.0.1/a",
        "http://2130706433/a",
        "http://0x7f.1/a",
        "http://192.168.1.1/a",
        "http://169.254.169.254/a",
        "http://[::1]/a",
        "http://[fd00::1]/a",
        "http://nas.local/a",
        "http://user:secret@a.example/",
        "http://a.example:99999/",
        "https://https://a.example/",
        "http://a b.example/",
      })
  void whatIsNotPublicOrWrittenWronglyIsNotTried(String link) {
    FixedLinks found = FixedLinks.in("<a href='" + link + "'>x</a>", "");
    assertThat(found.links()).isEmpty();
    assertThat(found.others()).containsExactly(link);
  }

  @Test
  void lettersOfOtherAlphabetsAreWrittenAsServersReadThem() {
    assertThat(FixedLinks.in("<a href='https://müller.example/höfe und tore'>x</a>", "").links())
        .containsExactly(URI.create("https://xn--mller-kva.example/h%C3%B6fe%20und%20tore"));
  }

  @Test
  void signsThatHaveNoPlaceInALinkAreWrittenAsBrowsersDo() {
    assertThat(FixedLinks.in("<a href='https://a.example/100%?a[]=1|2#x y'>x</a>", "").links())
        .containsExactly(URI.create("https://a.example/100%25?a%5B%5D=1%7C2"));
  }

  @Test
  void noMoreThanFifty() {
    String text =
        IntStream.range(0, 60)
            .mapToObj(i -> "https://a.example/" + i)
            .collect(Collectors.joining("\n"));
    FixedLinks found = FixedLinks.in("", text);
    assertThat(found.links()).hasSize(FixedLinks.MOST);
    assertThat(found.others()).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.1", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "fe80::1"})
  void addressesOfANetworkAreNotPublic(String literal) {
    assertThat(PublicHost.isPublic(InetAddress.ofLiteral(literal))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "100.63.0.1", "198.51.100.7", "2001:db8::1"})
  void othersMayBeAsked(String literal) {
    assertThat(PublicHost.isPublic(InetAddress.ofLiteral(literal))).isTrue();
  }

  @Test
  void everyAnswerHasItsWords() {
    LinkTexts texts = new LinkTexts(Locale.UK);
    URI link = URI.create("https://a.example/");
    assertThat(
            texts.answer(
                new TriedLink(link, new LinkAnswer.Moved(URI.create("https://b.example/")))))
        .isEqualTo("Leads on to another site, b.example: https://b.example/");
    assertThat(
            texts.answer(
                new TriedLink(link, new LinkAnswer.Moved(URI.create("https://www.a.example/x")))))
        .isEqualTo("The page is there, at a new address: https://www.a.example/x");
    assertThat(texts.answer(new TriedLink(link, new LinkAnswer.NotThere(404))))
        .isEqualTo("There is no such page (404)");
  }
}
