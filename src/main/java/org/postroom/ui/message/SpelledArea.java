package org.postroom.ui.message;

import java.util.List;
import java.util.function.UnaryOperator;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.model.Paragraph;
import org.postroom.spelling.Prose;

/// An editor whose words are looked at: what of its lines is words, and how one is put right.
final class SpelledArea {
  private final GenericStyledArea<?, ?, ?> area;
  private UnaryOperator<List<String>> words = lines -> lines;
  private List<String> lines = List.of();

  SpelledArea(GenericStyledArea<?, ?, ?> area) {
    this.area = area;
  }

  GenericStyledArea<?, ?, ?> area() {
    return area;
  }

  /// Says in what its text is written.
  void writes(BodyEditor.View view) {
    words =
        switch (view) {
          case RICH, PLAIN -> lines -> lines;
          case MARKDOWN -> Prose::ofMarkdown;
          case HTML -> Prose::ofHtml;
        };
  }

  /// The lines as they now are, each with its words where they stand.
  List<String> lines() {
    lines = words.apply(area.getParagraphs().stream().map(Paragraph::getText).toList());
    return lines;
  }

  /// As it was when it was last read; empty for one that was written since.
  String line(int paragraph) {
    String line = paragraph < lines.size() ? lines.get(paragraph) : "";
    return line.length() == area.getParagraphLength(paragraph) ? line : "";
  }

  /// A word that leads somewhere has its own look.
  boolean isLink(int position) {
    return area instanceof RichArea rich && rich.getStyleAtPosition(position).link() != null;
  }

  void replace(int start, int end, String word) {
    if (area instanceof RichArea rich) {
      rich.oneStep(() -> rich.replaceText(start, end, word));
    } else {
      area.replaceText(start, end, word);
    }
  }
}
