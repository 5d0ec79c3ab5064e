package org.postroom.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.safety.TextExtractor.Sort;
import org.postroom.safety.text.Entities;

/// What an office file carries that its pages do not show: hidden sheets, rows and columns with
/// something in them, tracked changes, reviewers' comments. Sees the XML parts of one file, in any
/// order.
final class OfficeMarks {
  private static final Pattern SHEET = Pattern.compile("<(?:\\w+:)?sheet\\s([^>]*)>");
  private static final Pattern RELATION = Pattern.compile("<Relationship\\s([^>]*)>");
  private static final Pattern TRACKED =
      Pattern.compile("<w:(?:ins|del|moveFrom|moveTo)\\s|<text:changed-region\\b");
  private static final Pattern COMMENTS =
      Pattern.compile("(?:word|xl|ppt)/(?:\\w+/)?\\w*[cC]omments?\\d*\\.xml");
  private static final Pattern ANNOTATION =
      Pattern.compile("(?s)<office:annotation\\b.*?</office:annotation>");

  private final List<String> sheets = new ArrayList<>();
  private final Map<String, String> targets = new HashMap<>();
  private final Set<String> hiding = new HashSet<>();
  private final Set<String> hidden = new HashSet<>();
  private boolean tracked;
  private String comment = "";

  void part(String name, String xml) {
    if (name.equals("xl/workbook.xml")) {
      SHEET.matcher(xml).results().forEach(found -> sheets.add(found.group(1)));
    } else if (name.equals("xl/_rels/workbook.xml.rels")) {
      RELATION
          .matcher(xml)
          .results()
          .forEach(
              found ->
                  targets.put(
                      attribute(found.group(1), "Id"), attribute(found.group(1), "Target")));
    } else if (name.startsWith("xl/worksheets/") && HiddenCells.inSheet(xml)) {
      hides(name);
    } else if (name.equals("content.xml")) {
      hidden.addAll(HiddenCells.inTables(xml));
      Matcher annotation = ANNOTATION.matcher(xml);
      if (annotation.find()) {
        comment = XmlWords.words(annotation.group());
      }
    } else if (COMMENTS.matcher(name).matches() && !XmlWords.words(xml).isBlank()) {
      comment = XmlWords.words(xml);
    }
    tracked |= TRACKED.matcher(xml).find();
  }

  /// A sheet of an OOXML workbook that hides something.
  void hides(String name) {
    hiding.add(name.substring("xl/".length()));
  }

  /// Says what was seen in all parts.
  void tell(String inside, Found found) {
    for (String sheet : sheets) {
      String state = attribute(sheet, "state");
      String target = targets.getOrDefault(attribute(sheet, "r:id"), "");
      if (state.endsWith("idden") || hiding.contains(target.replaceFirst("^/?xl/", ""))) {
        found.mark(inside, Entities.decode(attribute(sheet, "name")), Sort.HIDDEN);
      }
    }
    hidden.forEach(sheet -> found.mark(inside, Entities.decode(sheet), Sort.HIDDEN));
    if (tracked || !comment.isBlank()) {
      found.mark(inside, comment.strip(), Sort.REVIEWED);
    }
  }

  /// The value of an attribute in the inside of a tag, or empty.
  static String attribute(String tag, String name) {
    for (int at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
      int i = at + name.length();
      boolean begins = at == 0 || Character.isWhitespace(tag.charAt(at - 1));
      while (i < tag.length() && Character.isWhitespace(tag.charAt(i))) {
        i++;
      }
      if (begins && i < tag.length() && tag.charAt(i) == '=') {
        return value(tag, i + 1);
      }
    }
    return "";
  }

  /// What stands in quotation marks from `at` on.
  private static String value(String tag, int at) {
    int start = at;
    while (start < tag.length() && Character.isWhitespace(tag.charAt(start))) {
      start++;
    }
    if (start == tag.length() || "\"'".indexOf(tag.charAt(start)) < 0) {
      return "";
    }
    int end = start + 1;
    while (end < tag.length() && "\"'".indexOf(tag.charAt(end)) < 0) {
      end++;
    }
    return tag.substring(start + 1, end);
  }
}
