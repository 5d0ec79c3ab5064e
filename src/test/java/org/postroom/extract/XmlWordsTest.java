package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What an XML part says, also where somebody hid it in a comment, or the part is cut short.
class XmlWordsTest {
  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("", ""),
        Arguments.of("words", "words"),
        Arguments.of("<p>one</p><p>two", "one/two"),
        Arguments.of("</p>x", "x"),
        Arguments.of("<w:t>Zo</w:t><w:t>ë</w:t>", "Zoë"),
        Arguments.of("Z<t xml:space=\"preserve\">An</t\n>n<p\r/>b<p\t>c", "ZAnn/b/c"),
        Arguments.of("a &lt; b", "a < b"),
        Arguments.of("<t>An<!--ann@x.example-->n</t>", "An/ann@x.example/n"),
        Arguments.of("<!--x-->", "x"),
        Arguments.of("<!---->x", "x"),
        Arguments.of("<t>An<![CDATA[n]]>a</t>", "Anna"),
        Arguments.of("<![CDATA[<b>x</b>]]>y", "<b>x</b>y"),
        Arguments.of("<![CDATA[]]>x", "x"),
        Arguments.of("a]]><![CDATA[x]]>", "a]]>x"),
        Arguments.of("a--><!--x-->", "a-->/x"),
        Arguments.of("<![CDATA[x", "x"),
        Arguments.of("<![CDATA[x]]", "x]]"),
        Arguments.of("<![CDATA[", ""),
        Arguments.of("<!--x", "x"),
        Arguments.of("<!--", ""),
        Arguments.of("x<", "x"),
        Arguments.of("x</", "x"),
        Arguments.of("x<w:", "x"),
        Arguments.of("x<p", "x"));
  }

  @ParameterizedTest
  @MethodSource
  void words(String xml, String expected) {
    assertThat(XmlWords.words(xml).strip().replace('\n', '/')).isEqualTo(expected);
  }

  static Stream<Arguments> attributes() {
    return Stream.of(
        Arguments.of("<a to=\"ann@x.example\"/>", "ann@x.example"),
        Arguments.of("<a to='@ann'/>", "@ann"),
        Arguments.of("<a to=\"&#97;nn\"/>", "&#97;nn"),
        Arguments.of("<a to=\"%61nn\"/>", "%61nn"),
        Arguments.of("<a b=\"plain\" to=\"a@x\" c=\"d\"/><b to='b@x'/>", "a@x/b@x"),
        Arguments.of("<a b=\"it's\" to=\"a@x\"/>", "a@x"),
        Arguments.of("=\"a@x\"", "a@x"),
        Arguments.of("<a to=a@x>", ""),
        Arguments.of("<a to=", ""),
        Arguments.of("<a to=\"", ""),
        Arguments.of("<a b=\"b@x\" to=\"a@x", "b@x"));
  }

  @ParameterizedTest
  @MethodSource
  void attributes(String xml, String expected) {
    assertThat(XmlWords.attributes(xml).strip().replace('\n', '/')).isEqualTo(expected);
  }

  @Test
  void ofDataEveryValueTells() {
    assertThat(XmlWords.allAttributes("<a b=\" \" c=\"\" d=\"Ann\" e='5 &amp; 6'/>"))
        .isEqualTo("Ann\n5 & 6\n");
  }
}
