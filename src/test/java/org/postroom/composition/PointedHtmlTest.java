package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.postroom.template.Piece;

/// HTML in stretches is pointed at its images as if it stood in one.
class PointedHtmlTest {
  private static final Map<String, String> IDS = Map.of("a.png", "1", "b&c.png", "2");

  @Property(tries = 3000)
  void inWhateverStretchesItStands(@ForAll("texts") List<Piece> html) {
    String whole = HtmlImages.point(Piece.join(html), IDS);
    PointedHtml pointing = new PointedHtml(IDS);
    assertThat(Piece.join(pointing.of(html))).isEqualTo(whole);
    // What was kept of the first time says the same.
    assertThat(Piece.join(pointing.of(html))).isEqualTo(whole);
  }

  @Test
  void whatTheTemplateWroteStaysShared() {
    String before = "<p>text</p>".repeat(20) + "<img src='a.png'><a href='https://x.example/";
    String after = "'>page</a>" + "<p>text</p>".repeat(20);
    List<Piece> pieces =
        new PointedHtml(IDS)
            .of(List.of(new Piece(before, true), new Piece("17", false), new Piece(after, true)));
    assertThat(pieces)
        .containsExactly(
            new Piece("<p>text</p>".repeat(20) + "<img src='cid:1'>", true),
            new Piece("<a href='https://x.example/17'>", false),
            new Piece("page</a>" + "<p>text</p>".repeat(20), true));
  }

  @Provide
  Arbitrary<List<Piece>> texts() {
    Arbitrary<String> token =
        Arbitraries.of(
            "<",
            ">",
            "!",
            "-",
            "--",
            "<!--",
            "-->",
            "<img ",
            "src=",
            "\"",
            "'",
            "a.png",
            "src='a.png'",
            "src=a.png",
            "src=\"b&amp;c.png\"",
            "<p>",
            "</p>",
            "word",
            " ",
            "/",
            "<img src='a.png'>",
            "alt=\"x > y\"",
            "é");
    Arbitrary<String> text = token.list().ofMaxSize(8).map(tokens -> String.join("", tokens));
    return Combinators.combine(text, Arbitraries.of(true, false))
        .as(Piece::new)
        .list()
        .ofMaxSize(6);
  }
}
