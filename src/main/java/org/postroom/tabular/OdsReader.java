package org.postroom.tabular;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads ods documents (ODF 1.3): a cell's paragraphs are what the sheet shows, dates and formulas
/// included.
final class OdsReader {
  private static final String CONTENT = "content.xml";
  private static final String MANIFEST = "META-INF/manifest.xml";

  private OdsReader() {}

  static List<Sheet> read(ZipParts parts, TabularProgress progress) throws RefusedException {
    if (isProtected(parts)) {
      throw new RefusedException(TabularReading.Fault.PROTECTED);
    }
    List<Sheet> sheets = new ArrayList<>();
    SheetBuilder.Total total = new SheetBuilder.Total();
    Set<String> hidden = new HashSet<>();
    try (XmlPart part = XmlPart.open(parts, CONTENT)) {
      String style = "";
      while (part.next()) {
        if (part.starts("style")) {
          style = String.valueOf(part.attribute("name"));
        } else if (part.starts("table-properties") && "false".equals(part.attribute("display"))) {
          hidden.add(style);
        } else if (part.starts("table")) {
          boolean unseen = hidden.contains(String.valueOf(part.attribute("style-name")));
          sheets.add(new OdsSheet(part, total, progress).read(unseen));
        }
      }
    }
    if (sheets.isEmpty()) {
      throw new RefusedException(TabularReading.Fault.NO_SHEETS);
    }
    return sheets;
  }

  /// The manifest says how each part was encrypted, or that all of it was.
  private static boolean isProtected(ZipParts parts) throws RefusedException {
    if (parts.has("encrypted-package")) {
      return true;
    }
    if (parts.has(MANIFEST)) {
      try (XmlPart part = XmlPart.open(parts, MANIFEST)) {
        return part.goTo("encryption-data");
      }
    }
    return false;
  }
}
