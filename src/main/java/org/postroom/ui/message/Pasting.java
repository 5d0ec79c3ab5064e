package org.postroom.ui.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.postroom.richtext.Block;
import org.postroom.richtext.HtmlReader;
import org.postroom.richtext.Inline;
import org.postroom.richtext.Loss;
import org.postroom.richtext.PasteCleaner;
import org.postroom.richtext.Reading;
import org.postroom.richtext.RichText;
import org.postroom.richtext.Shape;
import org.postroom.richtext.TextStyle;
import org.postroom.ui.common.Texts;

/// What the clipboard has, as a text.
final class Pasting {
  /// What this editor copies: everything in it comes back.
  static final DataFormat OURS = new DataFormat("application/x-postroom-text");

  /// Nobody writes a letter of this size; a page of this size would stop the window.
  private static final int MOST = 4 << 20;

  private Pasting() {}

  /// Pictures are large, and they stand in the text.
  private static final int MOST_WITH_PICTURES = 60 << 20;

  /// What was copied elsewhere and has pictures in it, which take a moment.
  static Optional<String> withPictures(Clipboard clipboard) {
    String html = clipboard.hasContent(OURS) ? null : clipboard.getHtml();
    return html != null && html.length() <= MOST_WITH_PICTURES && html.contains("data:image/")
        ? Optional.of(html)
        : Optional.empty();
  }

  /// Empty where there is nothing to paste.
  static Optional<Reading> read(Clipboard clipboard) {
    if (clipboard.getContent(OURS) instanceof String ours) {
      return Optional.of(HtmlReader.read(ours));
    }
    String html = clipboard.getHtml();
    if (html != null && !html.isBlank() && html.length() <= MOST) {
      return Optional.of(PasteCleaner.clean(html));
    }
    return words(clipboard);
  }

  /// The words alone.
  static Optional<Reading> words(Clipboard clipboard) {
    String text = clipboard.getString();
    return text == null || text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reading(plain(text), Map.of()));
  }

  /// Lines are lines, and an empty one ends a paragraph.
  static RichText plain(String text) {
    List<Inline> content = new ArrayList<>();
    for (String line : text.split("\r\n|\r|\n", -1)) {
      if (!content.isEmpty()) {
        content.add(new Inline.Break());
      }
      content.add(new Inline.Text(line, TextStyle.PLAIN));
    }
    return new RichText(List.of(new Block.Paragraph(Shape.PARAGRAPH, 0, content)));
  }

  /// What was left out, in words; empty where nothing was.
  static String said(Texts texts, Map<Loss, Integer> lost) {
    List<String> parts =
        lost.entrySet().stream()
            .sorted(Comparator.comparing(Map.Entry::getKey))
            .map(each -> texts.get("message.loss." + each.getKey().key(), each.getValue()))
            .toList();
    return parts.isEmpty() ? "" : texts.get("message.pasted.left-out", String.join(", ", parts));
  }
}
