package org.postroom.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// Where in a parsed Markdown text the marks of sections stand. A section that begins in one
/// paragraph and ends in another kind of block would, left out, leave half of each.
final class SectionBlocks {
  private final List<Tag> tags;

  /// Tag's index → the block that its token stands in.
  private final Map<Integer, Block> blocks = new HashMap<>();

  SectionBlocks(Node document, List<Tag> tags) {
    this.tags = tags;
    document.accept(new Tokens());
  }

  /// The marks of sections whose two ends do not leave whole blocks.
  List<Integer> apart() {
    List<Integer> apart = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      if (tag.opens()) {
        open.push(i);
      } else if (tag.kind() == Tag.Kind.END && !open.isEmpty()) {
        int begin = open.pop();
        if (isApart(blocks.get(begin), blocks.get(i))) {
          apart.add(begin);
          apart.add(i);
        }
      }
    }
    return apart;
  }

  private boolean isApart(@Nullable Block begin, @Nullable Block end) {
    return begin != null
        && end != null
        && !(kinds(begin).equals(kinds(end)) && marksAlone(begin) == marksAlone(end));
  }

  private static List<Class<?>> kinds(Block block) {
    List<Class<?>> kinds = new ArrayList<>();
    for (Node node = block; node != null; node = node.getParent()) {
      kinds.add(node.getClass());
    }
    return kinds;
  }

  /// True for a paragraph that holds nothing but marks of sections: it is taken away.
  private boolean marksAlone(Block block) {
    if (!(block instanceof Paragraph)) {
      return false;
    }
    StringBuilder text = new StringBuilder();
    for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
      if (!(node instanceof Text piece)) {
        return false;
      }
      text.append(piece.getLiteral());
    }
    Matcher tokens = Fields.TOKEN.matcher(text);
    return tokens.replaceAll("").isBlank()
        && tokens
            .results()
            .allMatch(found -> tags.get(Fields.index(found.group(1))).kind() != Tag.Kind.FIELD);
  }

  /// Finds the tokens, wherever text may stand.
  private final class Tokens extends AbstractVisitor {
    @Override
    public void visit(Text text) {
      found(text, text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      found(code, code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      found(html, html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
      found(html, html.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
      found(code, code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      found(code, code.getLiteral());
    }

    private void found(Node node, @Nullable String literal) {
      Node at = node;
      while (!(at instanceof Block block)) {
        at = at.getParent();
      }
      Fields.TOKEN
          .matcher(literal == null ? "" : literal)
          .results()
          .forEach(token -> blocks.put(Fields.index(token.group(1)), block));
    }
  }
}
