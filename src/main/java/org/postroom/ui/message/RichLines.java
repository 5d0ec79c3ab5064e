package org.postroom.ui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxmisc.richtext.model.NodeSegmentOpsBase;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyledSegment;
import org.fxmisc.richtext.model.TextOps;
import org.jspecify.annotations.Nullable;
import org.postroom.richtext.Block;
import org.postroom.richtext.FieldTag;
import org.postroom.richtext.Inline;
import org.postroom.richtext.RichText;
import org.postroom.richtext.Shape;
import org.postroom.richtext.TextStyle;
import org.reactfx.util.Either;

/// Between the text as it is kept and the lines that the editor has.
final class RichLines {
  static final Embed NONE = new Embed.None();
  static final TextOps<Either<String, Embed>, TextStyle> OPS =
      SegmentOps.<TextStyle>styledTextOps()._or(new EmbedOps(), (_, _) -> Optional.empty());

  private static final class EmbedOps extends NodeSegmentOpsBase<Embed, TextStyle> {
    private EmbedOps() {
      super(NONE);
    }

    @Override
    public int length(Embed embed) {
      return embed.equals(NONE) ? 0 : 1;
    }
  }

  private RichLines() {}

  // --- to the editor

  static ReadOnlyStyledDocument<Line, Either<String, Embed>, TextStyle> of(RichText text) {
    ReadOnlyStyledDocumentBuilder<Line, Either<String, Embed>, TextStyle> lines =
        new ReadOnlyStyledDocumentBuilder<>(OPS, Line.PLAIN);
    if (text.blocks().isEmpty()) {
      add(lines, List.of(), Line.PLAIN);
    }
    for (Block block : text.blocks()) {
      switch (block) {
        case Block.Paragraph(Shape shape, int depth, List<Inline> content) ->
            paragraph(lines, new Line(shape, depth, false), content);
        case Block.Mark(FieldTag tag) -> add(lines, new Embed.Tag(tag));
        case Block.Divider _ -> add(lines, new Embed.Divider());
        case Block.Table table -> add(lines, new Embed.Table(table));
      }
    }
    return lines.build();
  }

  private static void add(
      ReadOnlyStyledDocumentBuilder<Line, Either<String, Embed>, TextStyle> lines, Embed embed) {
    add(lines, List.of(segment(embed, TextStyle.PLAIN)), Line.PLAIN);
  }

  private static void add(
      ReadOnlyStyledDocumentBuilder<Line, Either<String, Embed>, TextStyle> lines,
      List<StyledSegment<Either<String, Embed>, TextStyle>> segments,
      Line line) {
    lines.addParagraph(
        segments.isEmpty()
            ? List.of(new StyledSegment<>(Either.left(""), TextStyle.PLAIN))
            : segments,
        line);
  }

  private static void paragraph(
      ReadOnlyStyledDocumentBuilder<Line, Either<String, Embed>, TextStyle> lines,
      Line first,
      List<Inline> content) {
    List<StyledSegment<Either<String, Embed>, TextStyle>> segments = new ArrayList<>();
    Line line = first;
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Text(String text, TextStyle style) ->
            segments.add(new StyledSegment<>(Either.left(text), style));
        case Inline.Field(FieldTag tag, TextStyle style) ->
            segments.add(segment(new Embed.Tag(tag), style));
        case Inline.Picture(String source, String alt, int width, TextStyle style) ->
            segments.add(segment(new Embed.Picture(source, alt, width), style));
        case Inline.Break _ -> {
          add(lines, List.copyOf(segments), line);
          segments.clear();
          line = first.withJoined(true);
        }
      }
    }
    add(lines, segments, line);
  }

  private static StyledSegment<Either<String, Embed>, TextStyle> segment(
      Embed embed, TextStyle style) {
    return new StyledSegment<>(Either.right(embed), style);
  }

  // --- from the editor

  static RichText text(List<Paragraph<Line, Either<String, Embed>, TextStyle>> lines) {
    List<Block> blocks = new ArrayList<>();
    for (Paragraph<Line, Either<String, Embed>, TextStyle> paragraph : lines) {
      Line line = paragraph.getParagraphStyle();
      List<Inline> content = new ArrayList<>();
      boolean whole = true;
      for (StyledSegment<Either<String, Embed>, TextStyle> segment :
          paragraph.getStyledSegments()) {
        Block block = add(segment, content);
        if (block != null) {
          blocks.add(paragraph(line, content));
          blocks.add(block);
          content.clear();
          whole = false;
        }
      }
      boolean goesOn = line.joined() && whole && !isMarks(content);
      if (goesOn
          && !blocks.isEmpty()
          && blocks.getLast() instanceof Block.Paragraph(Shape shape, int depth, var before)
          && shape == line.shape()
          && depth == line.depth()
          && !isMarks(before)) {
        List<Inline> both = new ArrayList<>(before);
        both.add(new Inline.Break());
        both.addAll(content);
        blocks.set(blocks.size() - 1, new Block.Paragraph(shape, depth, both));
      } else {
        blocks.add(paragraph(line, content));
      }
    }
    return new RichText(blocks);
  }

  private static Block.Paragraph paragraph(Line line, List<Inline> content) {
    return new Block.Paragraph(line.shape(), line.depth(), content);
  }

  static boolean isMarks(List<Inline> content) {
    return !content.isEmpty()
        && content.stream()
            .allMatch(
                inline ->
                    switch (inline) {
                      case Inline.Field(FieldTag tag, TextStyle _) -> tag.isMark();
                      case Inline.Text(String text, TextStyle _) -> text.isBlank();
                      case Inline.Picture _, Inline.Break _ -> false;
                    });
  }

  /// @return what is a block of its own, or null where it went into `content`
  private static @Nullable Block add(
      StyledSegment<Either<String, Embed>, TextStyle> segment, List<Inline> content) {
    TextStyle style = segment.getStyle();
    if (segment.getSegment().isLeft()) {
      content.add(new Inline.Text(segment.getSegment().getLeft(), style));
      return null;
    }
    return switch (segment.getSegment().getRight()) {
      case Embed.Tag(FieldTag tag) -> {
        content.add(new Inline.Field(tag, style));
        yield null;
      }
      case Embed.Picture(String source, String alt, int width) -> {
        content.add(new Inline.Picture(source, alt, width, style));
        yield null;
      }
      case Embed.Table(Block.Table table) -> table;
      case Embed.Divider _ -> new Block.Divider();
      case Embed.None _ -> null;
    };
  }
}
