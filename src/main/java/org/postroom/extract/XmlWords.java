package org.postroom.extract;

import java.util.Set;
import java.util.function.Predicate;
import org.postroom.safety.text.Entities;

/// The text of an XML part and the values of its attributes, without a parser: nothing is resolved,
/// fetched or expanded. A run that a word processor split inside a word leaves no gap.
final class XmlWords {
  private static final Set<String> WITHIN_WORDS =
      Set.of(
          "r",
          "t",
          "rPr",
          "b",
          "bCs",
          "i",
          "iCs",
          "u",
          "color",
          "sz",
          "szCs",
          "lang",
          "rFonts",
          "rFont",
          "family",
          "scheme",
          "charset",
          "proofErr",
          "bookmarkStart",
          "bookmarkEnd",
          "noProof",
          "span",
          "a",
          "hyperlink",
          "smartTag",
          "ins",
          "vertAlign",
          "highlight",
          "shd",
          "spacing",
          "w",
          "kern",
          "rStyle",
          "webHidden",
          "bookmark",
          "bookmark-start",
          "bookmark-end",
          "soft-page-break",
          "lastRenderedPageBreak",
          "commentRangeStart",
          "commentRangeEnd",
          "latin",
          "ea",
          "cs",
          "solidFill",
          "srgbClr",
          "schemeClr",
          "effectLst");

  private static final int NONE = -1;
  private static final String CDATA = "<![CDATA[";
  private static final String COMMENT = "<!--";

  private XmlWords() {}

  static String words(String xml) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int open = xml.indexOf('<'); open != NONE; open = xml.indexOf('<', at)) {
      out.append(xml, at, open);
      if (xml.startsWith(CDATA, open)) {
        int end = end(xml, "]]>", open + CDATA.length());
        out.append(xml, open + CDATA.length(), end);
        at = Math.min(xml.length(), end + 3);
      } else if (xml.startsWith(COMMENT, open)) {
        int end = end(xml, "-->", open + COMMENT.length());
        out.append('\n').append(xml, open + COMMENT.length(), end).append('\n');
        at = Math.min(xml.length(), end + 3);
      } else {
        at = Math.min(xml.length(), end(xml, ">", open) + 1);
        if (!WITHIN_WORDS.contains(name(xml, open))) {
          out.append('\n');
        }
      }
    }
    out.append(xml, at, xml.length());
    return Entities.decode(out.toString().replaceAll("\\n\\s*\\n", "\n"));
  }

  /// Where a mark stands, or the end of what was cut before it.
  private static int end(String xml, String mark, int from) {
    int end = xml.indexOf(mark, from);
    return end == NONE ? xml.length() : end;
  }

  /// Values of attributes that may hold somebody's data, one a line: those with an `@` or an
  /// entity. What an office program says of its own styles is none.
  static String attributes(String xml) {
    return attributes(xml, XmlWords::mayBeAddress);
  }

  /// Values of all attributes, one a line, of a part or a file that is made of data.
  static String allAttributes(String xml) {
    return Entities.decode(attributes(xml, value -> !value.isBlank()));
  }

  private static boolean mayBeAddress(String value) {
    return value.contains("@") || value.contains("&") || value.contains("%");
  }

  private static String attributes(String xml, Predicate<String> telling) {
    StringBuilder out = new StringBuilder();
    for (int at = xml.indexOf('='); at != NONE; at = xml.indexOf('=', at + 1)) {
      char quote = at + 1 < xml.length() ? xml.charAt(at + 1) : ' ';
      if (quote == '"' || quote == '\'') {
        int end = xml.indexOf(quote, at + 2);
        if (end == NONE) {
          break;
        }
        String value = xml.substring(at + 2, end);
        if (telling.test(value)) {
          out.append(value).append('\n');
        }
        at = end;
      }
    }
    return out.toString();
  }

  private static String name(String xml, int open) {
    int start = open + 1;
    if (start < xml.length() && xml.charAt(start) == '/') {
      start++;
    }
    int end = start;
    while (end < xml.length() && " />\t\r\n".indexOf(xml.charAt(end)) < 0) {
      if (xml.charAt(end) == ':') {
        start = end + 1;
      }
      end++;
    }
    return xml.substring(start, end);
  }
}
