package org.postroom.richtext;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Texts as people and worse write them.
public final class RichTexts {
  private RichTexts() {}

  public static Arbitrary<RichText> all() {
    return blocks().list().ofMaxSize(8).map(RichText::new);
  }

  private static Arbitrary<Block> blocks() {
    Arbitrary<Block> paragraphs =
        Combinators.combine(
                Arbitraries.of(Shape.class), Arbitraries.integers().between(0, 3), content())
            .as(
                (shape, depth, content) ->
                    new Block.Paragraph(shape, shape.isItem() ? depth : 0, content));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(12, paragraphs),
        net.jqwik.api.Tuple.of(1, Arbitraries.of(new Block.Divider())),
        net.jqwik.api.Tuple.of(2, marks().map(Block.Mark::new)),
        net.jqwik.api.Tuple.of(1, tables()));
  }

  private static Arbitrary<Block> tables() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(1, 3))
        .flatAs(
            (head, rows, columns) ->
                content()
                    .map(Block.Cell::new)
                    .list()
                    .ofSize(columns)
                    .list()
                    .ofSize(rows)
                    .map(cells -> new Block.Table(head, cells)));
  }

  static Arbitrary<List<Inline>> content() {
    return inlines().list().ofMaxSize(6).map(ArrayList::new);
  }

  private static Arbitrary<Inline> inlines() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(10, Combinators.combine(words(), styles()).as(Inline.Text::new)),
        net.jqwik.api.Tuple.of(4, Combinators.combine(fields(), styles()).as(Inline.Field::new)),
        net.jqwik.api.Tuple.of(1, Combinators.combine(marks(), styles()).as(Inline.Field::new)),
        net.jqwik.api.Tuple.of(2, Arbitraries.of(new Inline.Break())),
        net.jqwik.api.Tuple.of(
            1,
            Combinators.combine(
                    Arbitraries.of("hall.png", "pictures/a%20b.jpg", "cid:x@y", "a&b\".png"),
                    words(),
                    Arbitraries.of(0, 0, 320),
                    styles())
                .as(Inline.Picture::new)));
  }

  static Arbitrary<String> words() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "Dear ",
            " friends",
            "two  spaces",
            "<b>&amp;\"",
            "{{",
            "}}",
            "{{Name}}",
            "{{ Name }}",
            "{{A\nB}}",
            "# no heading",
            "- no item",
            "1. no number",
            "a*b_c`d",
            "[x](y)",
            "https://choir.example/a_b",
            "news@choir.example",
            "\u00A0",
            "line\r\nbreak\tand tab",
            "\u0000\u0007control",
            "\uD83D\uDE00 smile \uD800",
            "\u2028",
            "|",
            "\\",
            "&nbsp;",
            "</div><script>",
            "Überraschung"),
        Arbitraries.strings().ofMaxLength(12));
  }

  private static Arbitrary<FieldTag> fields() {
    return Combinators.combine(
            Arbitraries.of("Name", "Subs owed", "A&B", "Größe", "a<b", "x\"y", "a{b"),
            Arbitraries.of("friend", "a & b", "", "<i>", "x|y").injectNull(0.5))
        .as((column, fallback) -> new FieldTag(FieldTag.Kind.FIELD, column, fallback));
  }

  private static Arbitrary<FieldTag> marks() {
    return Combinators.combine(
            Arbitraries.of(
                FieldTag.Kind.WHERE_FILLED, FieldTag.Kind.WHERE_EMPTY, FieldTag.Kind.END),
            Arbitraries.of("Name", "Subs owed"))
        .as((kind, column) -> new FieldTag(kind, column, null));
  }

  private static Arbitrary<TextStyle> styles() {
    return Combinators.combine(
            Arbitraries.frequency(
                net.jqwik.api.Tuple.of(3, false), net.jqwik.api.Tuple.of(1, true)),
            Arbitraries.of(false, false, true),
            Arbitraries.of(false, false, false, true),
            Arbitraries.of(Hue.class).injectNull(0.8),
            Arbitraries.of(
                    "https://choir.example/x?a=1&b=\"2\"",
                    "mailto:a@b.example",
                    "https://x.example/{{Code|a&b}}",
                    "{{Link}}",
                    "https://x.example/a(b)c d")
                .injectNull(0.8))
        .as(TextStyle::new);
  }
}
