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

  private XmlWords() {}

  static String words(String xml) {
    StringBuilder out = new StringBuilder(xml.length() / 4);
    int at = 0;
    while (at < xml.length()) {
      int open = xml.indexOf('<', at);
      if (open < 0) {
        out.append(xml, at, xml.length());
        break;
      }
      out.append(xml, at, open);
      if (xml.startsWith("<![CDATA[", open)) {
        int end = xml.indexOf("]]>", open);
        end = end < 0 ? xml.length() : end;
        out.append(xml, Math.min(open + 9, end), end);
        at = Math.min(xml.length(), end + 3);
      } else if (xml.startsWith("<!--", open)) {
        int end = xml.indexOf("-->", open);
        end = end < 0 ? xml.length() : end;
        out.append('\n').append(xml, Math.min(open + 4, end), end).append('\n');
        at = Math.min(xml.length(), end + 3);
      } else {
        int end = xml.indexOf('>', open);
        at = end < 0 ? xml.length() : end + 1;
        if (!WITHIN_WORDS.contains(name(xml, open))) {
          out.append('\n');
        }
      }
    }
    return Entities.decode(out.toString().replaceAll("\\n\\s*\\n", "\n"));
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
    return value.indexOf('@') >= 0 || value.indexOf('&') >= 0 || value.indexOf('%') >= 0;
  }

  private static String attributes(String xml, Predicate<String> telling) {
    StringBuilder out = new StringBuilder();
    for (int at = xml.indexOf('='); at >= 0; at = xml.indexOf('=', at + 1)) {
      char quote = at + 1 < xml.length() ? xml.charAt(at + 1) : ' ';
      if (quote == '"' || quote == '\'') {
        int end = xml.indexOf(quote, at + 2);
        if (end < 0) {
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
