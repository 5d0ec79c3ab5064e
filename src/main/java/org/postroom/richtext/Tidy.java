package org.postroom.richtext;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings blocks into their one form; doing it twice changes nothing.
final class Tidy {
  private Tidy() {}

  static List<Block> blocks(List<Block> blocks) {
    List<Block> tidy = new ArrayList<>();
    int deepest = 0;
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph(Shape shape, int depth, List<Inline> content) -> {
          for (List<Inline> inlines : parts(shape, content(content))) {
            int now = Math.min(depth, deepest);
            tidy.addAll(part(shape, now, inlines));
            // Marks end a list, also those within an item.
            boolean item = shape.isItem() && tidy.getLast() instanceof Block.Paragraph;
            deepest = item ? now + 1 : 0;
          }
          continue;
        }
        case Block.Mark(FieldTag tag) -> {
          List<Inline> inlines = content(List.of(new Inline.Field(tag, TextStyle.PLAIN)));
          List<Block> marks = marksAlone(inlines);
          tidy.addAll(
              marks.isEmpty() && !inlines.isEmpty()
                  ? List.of(new Block.Paragraph(Shape.PARAGRAPH, 0, inlines))
                  : marks);
        }
        case Block.Divider divider -> tidy.add(divider);
        case Block.Table table ->
            tidy.add(
                new Block.Table(
                    table.head(),
                    table.rows().stream()
                        .map(
                            row ->
                                row.stream()
                                    .map(cell -> new Block.Cell(content(cell.content())))
                                    .toList())
                        .toList()));
      }
      deepest = 0;
    }
    return List.copyOf(tidy);
  }

  /// An empty line within a paragraph ends it, and so does a line of nothing but marks, which is
  /// one of the blocks around it. What nobody sees is not there.
  private static List<List<Inline>> parts(Shape shape, List<Inline> content) {
    boolean splits = shape == Shape.PARAGRAPH || shape == Shape.QUOTE;
    List<List<Inline>> parts = new ArrayList<>();
    List<Inline> part = new ArrayList<>();
    for (List<Inline> line : lines(content)) {
      boolean marks = !line.isEmpty() && !marksAlone(line).isEmpty();
      if (marks || (line.isEmpty() && splits)) {
        parts.add(part);
        parts.add(line);
        part = new ArrayList<>();
      } else if (!line.isEmpty()) {
        if (!part.isEmpty()) {
          part.add(new Inline.Break());
        }
        part.addAll(line);
      }
    }
    parts.add(part);
    parts.removeIf(Tidy::isInvisible);
    return parts;
  }

  private static List<List<Inline>> lines(List<Inline> content) {
    List<List<Inline>> lines = new ArrayList<>();
    List<Inline> line = new ArrayList<>();
    for (Inline inline : content) {
      if (inline instanceof Inline.Break) {
        lines.add(line);
        line = new ArrayList<>();
      } else {
        line.add(inline);
      }
    }
    lines.add(line);
    return lines;
  }

  private static boolean isInvisible(List<Inline> content) {
    return content.stream()
        .allMatch(
            inline ->
                switch (inline) {
                  case Inline.Text(String text, TextStyle _) ->
                      text.codePoints()
                          .allMatch(c -> c == ' ' || c == 0xA0 || c == 0x200B || c == 0xFEFF);
                  case Inline.Break _ -> true;
                  case Inline.Field _, Inline.Picture _ -> false;
                });
  }

  /// A paragraph that is for some people from its first word to its last lies between their marks:
  /// for the others there is not even an empty line.
  private static List<Block> part(Shape shape, int depth, List<Inline> inlines) {
    List<Block> marks = marksAlone(inlines);
    if (!marks.isEmpty()) {
      return marks;
    }
    FieldTag opening = shape == Shape.PARAGRAPH ? wholeSection(inlines) : null;
    if (opening == null
        || !(inlines.getLast() instanceof Inline.Field(FieldTag end, TextStyle _))) {
      return List.of(new Block.Paragraph(shape, depth, inlines));
    }
    List<Block> section = new ArrayList<>(List.of(new Block.Mark(opening)));
    section.addAll(
        blocks(List.of(new Block.Paragraph(shape, 0, inlines.subList(1, inlines.size() - 1)))));
    section.add(new Block.Mark(end));
    return section;
  }

  private static @Nullable FieldTag wholeSection(List<Inline> inlines) {
    if (inlines.getFirst() instanceof Inline.Field(FieldTag first, TextStyle _)
        && first.isMark()
        && first.kind() != FieldTag.Kind.END
        && inlines.getLast() instanceof Inline.Field(FieldTag last, TextStyle _)
        && last.kind() == FieldTag.Kind.END
        && last.column().equals(first.column())) {
      boolean others =
          inlines.subList(1, inlines.size() - 1).stream()
              .anyMatch(
                  inline ->
                      inline instanceof Inline.Field(FieldTag tag, TextStyle _) && tag.isMark());
      return others ? null : first;
    }
    return null;
  }

  /// The marks of a paragraph that holds nothing else; empty for every other.
  private static List<Block> marksAlone(List<Inline> inlines) {
    List<Block> marks = new ArrayList<>();
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Field(FieldTag tag, TextStyle _) when tag.isMark() ->
            marks.add(new Block.Mark(tag));
        case Inline.Text(String text, TextStyle _) when text.isBlank() -> {}
        case Inline.Break _ -> {}
        default -> {
          return List.of();
        }
      }
    }
    return marks;
  }

  static List<Inline> content(List<Inline> raw) {
    // Twice: folding may put a field together that was broken over two lines.
    return fields(folded(fields(clean(raw))));
  }

  private static List<Inline> clean(List<Inline> raw) {
    List<Inline> clean = new ArrayList<>();
    for (Inline inline : raw) {
      clean.add(
          switch (inline) {
            case Inline.Text(String text, TextStyle style) ->
                new Inline.Text(characters(text), style);
            case Inline.Field(FieldTag tag, TextStyle style) -> field(tag, style);
            case Inline.Picture(String source, String alt, int width, TextStyle style) ->
                new Inline.Picture(
                    source,
                    characters(alt).strip().replaceAll("[ \\t\\n\\r\\f]+", " "),
                    width,
                    TextStyle.PLAIN.withLink(style.link()));
            case Inline.Break line -> line;
          });
    }
    return merged(clean);
  }

  /// A field that its own source does not say again is words.
  private static Inline field(FieldTag tag, TextStyle style) {
    String source = characters(tag.source());
    return FieldTag.read(source).equals(List.of(new FieldTag.Piece.Tag(tag)))
        ? new Inline.Field(tag, style)
        : new Inline.Text(source, style);
  }

  /// Without controls and halves of characters, which HTML cannot hold.
  private static String characters(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
              boolean noCharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
              if (c == 0x2028 || c == 0x2029 || c == 0x85 || isBlank(c)) {
                out.append(c == '\n' ? '\n' : ' ');
              } else if (!Character.isISOControl(c) && !half && !noCharacter) {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static List<Inline> merged(List<Inline> inlines) {
    List<Inline> merged = new ArrayList<>();
    for (Inline inline : inlines) {
      if (inline instanceof Inline.Text(String text, TextStyle style)) {
        if (text.isEmpty()) {
          continue;
        }
        if (!merged.isEmpty()
            && merged.getLast() instanceof Inline.Text(String before, TextStyle same)
            && same.equals(style)) {
          merged.set(merged.size() - 1, new Inline.Text(before + text, style));
          continue;
        }
      }
      merged.add(inline);
    }
    return merged;
  }

  private static List<Inline> fields(List<Inline> inlines) {
    List<Inline> found = new ArrayList<>();
    for (Inline inline : inlines) {
      if (inline instanceof Inline.Text(String text, TextStyle style)) {
        for (FieldTag.Piece piece : FieldTag.read(text)) {
          found.add(
              switch (piece) {
                case FieldTag.Piece.Words(String words) -> new Inline.Text(words, style);
                case FieldTag.Piece.Tag(FieldTag tag) -> new Inline.Field(tag, style);
              });
        }
      } else {
        found.add(inline);
      }
    }
    return found;
  }

  /// One space between words, in the style that both sides share; none at the ends of lines.
  private static List<Inline> folded(List<Inline> inlines) {
    List<Inline> out = new ArrayList<>();
    boolean space = false;
    for (Inline atom : atoms(inlines)) {
      if (atom instanceof Inline.Text(String text, TextStyle _) && isBlank(text.codePointAt(0))) {
        space = true;
        continue;
      }
      Inline before = out.isEmpty() ? null : out.getLast();
      boolean lineStart = before == null || before instanceof Inline.Break;
      if (atom instanceof Inline.Break) {
        if (before != null) {
          out.add(atom);
        }
      } else {
        if (space && !lineStart) {
          out.add(new Inline.Text(" ", shared(before, atom)));
        }
        out.add(atom);
      }
      space = false;
    }
    while (!out.isEmpty() && out.getLast() instanceof Inline.Break) {
      out.removeLast();
    }
    return merged(out);
  }

  private static TextStyle shared(@Nullable Inline before, Inline after) {
    return before == null ? after.style() : before.style().and(after.style());
  }

  /// Words and the white space between them apart.
  private static List<Inline> atoms(List<Inline> inlines) {
    List<Inline> atoms = new ArrayList<>();
    for (Inline inline : inlines) {
      if (!(inline instanceof Inline.Text(String text, TextStyle style))) {
        atoms.add(inline);
        continue;
      }
      int at = 0;
      while (at < text.length()) {
        int end = at;
        boolean blank = isBlank(text.charAt(at));
        while (end < text.length() && isBlank(text.charAt(end)) == blank) {
          end++;
        }
        atoms.add(new Inline.Text(text.substring(at, end), style));
        at = end;
      }
    }
    return atoms;
  }

  /// What HTML folds; a no-break space is a character like others.
  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
