package org.postroom.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an Excel workbook (ECMA-376) says about itself: its sheets in order, and where its parts
/// are.
///
/// @param sheets in the order of their tabs
/// @param strings the part with the shared strings, or null
/// @param styles the part with the formats, or null
/// @param date1904 whether days count from 1904
record XlsxPackage(
    List<Tab> sheets, @Nullable String strings, @Nullable String styles, boolean date1904) {
  /// @param part where its rows are
  record Tab(String name, boolean hidden, String part) {}

  private static final String ROOT = "_rels/.rels";

  XlsxPackage {
    sheets = List.copyOf(sheets);
  }

  /// Where a part refers to other parts.
  ///
  /// @param type the last word of its kind: `worksheet`, `sharedStrings`, …
  private record Relation(String type, String target) {}

  static XlsxPackage of(ZipParts parts) throws RefusedException {
    String workbook = null;
    if (parts.has(ROOT)) {
      for (Relation relation : relations(parts, ROOT, "").values()) {
        workbook = relation.type.equals("officeDocument") ? relation.target : workbook;
      }
    }
    if (workbook == null || !parts.has(workbook)) {
      throw new RefusedException(TabularReading.Fault.DAMAGED);
    }
    if (workbook.endsWith(".bin")) {
      throw new RefusedException(TabularReading.Fault.BINARY_WORKBOOK);
    }
    int slash = workbook.lastIndexOf('/') + 1;
    String folder = workbook.substring(0, slash);
    String rels = folder + "_rels/" + workbook.substring(slash) + ".rels";
    Map<String, Relation> relations =
        parts.has(rels) ? relations(parts, rels, folder) : new HashMap<>();
    return new Reader(relations).read(parts, workbook);
  }

  private static Map<String, Relation> relations(ZipParts parts, String name, String folder)
      throws RefusedException {
    Map<String, Relation> relations = new HashMap<>();
    try (XmlPart part = XmlPart.open(parts, name)) {
      while (part.goTo("Relationship")) {
        String id = part.attribute("Id");
        String type = part.attribute("Type");
        String target = part.attribute("Target");
        if (id != null && type != null && target != null) {
          String kind = type.substring(type.lastIndexOf('/') + 1);
          relations.put(id, new Relation(kind, resolved(folder, target)));
        }
      }
    }
    return relations;
  }

  /// Inside the document; nothing else is ever opened.
  private static String resolved(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    List<String> steps = new ArrayList<>();
    for (String step : (folder + target).split("/", -1)) {
      if (step.equals("..")) {
        if (!steps.isEmpty()) {
          steps.removeLast();
        }
      } else if (!step.equals(".")) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }

  private static final class Reader {
    private final Map<String, Relation> relations;
    private final List<Tab> sheets = new ArrayList<>();
    private boolean date1904;

    Reader(Map<String, Relation> relations) {
      this.relations = relations;
    }

    XlsxPackage read(ZipParts parts, String workbook) throws RefusedException {
      try (XmlPart part = XmlPart.open(parts, workbook)) {
        while (part.next()) {
          if (part.starts("workbookPr")) {
            String dates = part.attribute("date1904");
            date1904 = "1".equals(dates) || "true".equals(dates);
          } else if (part.starts("sheet")) {
            sheet(part);
          }
        }
      }
      if (sheets.isEmpty()) {
        throw new RefusedException(TabularReading.Fault.NO_SHEETS);
      }
      return new XlsxPackage(sheets, target("sharedStrings"), target("styles"), date1904);
    }

    /// A tab may also be a chart or old macros, which hold no rows.
    private void sheet(XmlPart part) {
      String name = part.attribute("name");
      Relation relation = relations.get(String.valueOf(part.attribute("id")));
      String state = part.attribute("state");
      boolean hidden = "hidden".equals(state) || "veryHidden".equals(state);
      if (name != null && relation != null && relation.type.equals("worksheet")) {
        sheets.add(new Tab(name, hidden, relation.target));
      }
    }

    private @Nullable String target(String type) {
      return relations.values().stream()
          .filter(relation -> relation.type.equals(type))
          .map(Relation::target)
          .findFirst()
          .orElse(null);
    }
  }
}
