package org.postroom.tabular;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.PackedTexts;

/// The texts that the cells of a workbook share.
final class XlsxStrings {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final PackedTexts strings;

  private XlsxStrings(PackedTexts strings) {
    this.strings = strings;
  }

  static XlsxStrings read(ZipParts parts, @Nullable String name) throws RefusedException {
    if (name == null || !parts.has(name)) {
      return new XlsxStrings(PackedTexts.NONE);
    }
    PackedTexts.Builder strings = new PackedTexts.Builder();
    long chars = 0;
    long room = Runtime.getRuntime().maxMemory() / 2;
    try (XmlPart part = XmlPart.open(parts, name)) {
      part.content(true);
      while (part.goTo("si")) {
        String text = richText(part, "si");
        chars += text.length();
        if (chars > Caps.CHARS || strings.size() >= Caps.CELLS) {
          throw RefusedException.tooLarge("cells");
        }
        // Known before the memory is full, which would take long and everybody's.
        if (strings.bytes() > room) {
          throw RefusedException.tooLarge("memory");
        }
        strings.add(text);
      }
    }
    return new XlsxStrings(strings.build());
  }

  /// All of them, in the order of their numbers.
  PackedTexts texts() {
    return strings;
  }

  /// The number that stands in a cell, or -1 where there is no text of that number.
  int number(String cell) {
    if (cell.isEmpty() || cell.length() > 9 || !cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int index = Integer.parseInt(cell);
    return index < strings.size() ? index : -1;
  }

  /// The runs of a text, without what is written above the letters to say how they are read.
  static String richText(XmlPart part, String end) throws RefusedException {
    StringBuilder text = new StringBuilder();
    int phonetic = 0;
    while (part.next() && !part.ends(end)) {
      if (part.name().equals("rPh")) {
        phonetic += part.starts() ? 1 : -1;
      } else if (part.starts("t")) {
        String run = part.text();
        if (phonetic == 0) {
          text.append(run);
        }
        if (text.length() > Caps.CELL_CHARS) {
          throw RefusedException.tooLarge("cell");
        }
      }
    }
    return unescaped(text.toString());
  }

  /// Chars that XML cannot hold are written as `_x000D_` (ECMA-376 part 1, 22.9.2.19).
  static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    Matcher matcher = ESCAPE.matcher(text);
    return matcher.replaceAll(
        found ->
            Matcher.quoteReplacement(
                Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }
}
