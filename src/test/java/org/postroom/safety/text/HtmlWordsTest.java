package org.postroom.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "->>",
      quoteCharacter = '~',
      value = {
        "ann@x.example ->> ann@x.example",
        "ann<b></b>@x.example ->> ann@x.example",
        "ann<O:P></O:P>@x.example ->> ann@x.example",
        "<p>a</p><p>b</p> ->> |a||b|",
        "<H1 class=x>a</H1>b ->> |a|b",
        "a<br>b<br/>c ->> a|b|c",
        "<tr><td>a</td><th>b</th></tr> ->> |TaTTbT|",
        "a<!-- b > c -->d ->> ad",
        "a<!---->d ->> ad",
        "a<!-- b ->> a",
        "a<!DOCTYPE html>d ->> ad",
        "a<?xml x?>d ->> ad",
        "a<! ->> a",
        "a < b ->> a < b",
        "a<3 ->> a|",
        "a</> b ->> a</> b",
        "a< ->> a<",
        "<a:b>x</a:b>y ->> |x|y",
        "<a0>x ->> |x",
        "<a9>x ->> |x",
        "<z>x ->> |x",
        "<a/b>x ->> x",
        "<style/>b ->> |b",
        "<style><</style>b ->> |b",
        "<style>x</styl</STYLE>b ->> |b",
        "<b title=~a'>b~>c ->> c",
        "<!-->b-->c ->> c",
        "a</ ->> a</",
        "a<b ->> a",
        "1<9z>2 ->> 1|2",
        "1<A>2<Z>3 ->> 12|3",
        "<style>ann@x.example</style>b ->> |b",
        "<STYLE type=x>p > q { }</Style >b ->> |b",
        "<script src=x />b ->> |b",
        "<title>x</title>a ->> |a",
        "<head><p>x</p></head>a ->> |a",
        "<style>never ended ->> |",
        "</style>a ->> |a",
        "<b title=~>~>a</b> ->> a",
        "<b title='>'>a</b> ->> a",
        "<b title=it's>a</b> ->> a",
        "<b title='never>a</b> ->> a",
        "<b it's>a</b> ->> a",
        "ann&#64;x.example &amp; co ->> ann@x.example & co",
      })
  void aReaderSeesTheseWords(String html, String words) {
    assertThat(HtmlWords.of(html.replace('~', '"')).replace('\n', '|').replace('\t', 'T'))
        .isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->>",
      quoteCharacter = '~',
      value = {
        "words ->> false",
        "<p>words</p> ->> false",
        "<p>words</p ->> true",
        "words <!-- and ->> true",
        "words <!-- and --> ->> false",
        "<a title='x ->> true",
        "<a title='x> ->> true",
        "<a title='x'> ->> false",
        "<style>x ->> true",
        "<style>x</style ->> true",
        "<style>x</style> ->> false",
        "words < ->> true",
        "words </ ->> true",
        "words < 3 and ->> false",
        "<!DOCTYPE ->> true",
        "<!DOCTYPE html> ->> false",
      })
  void whatFollowsIsReadOtherwiseWhereATagIsOpen(String html, boolean within) {
    assertThat(HtmlWords.endsWithin(html)).isEqualTo(within);
  }
}
