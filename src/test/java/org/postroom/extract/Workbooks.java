package org.postroom.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Workbooks as spreadsheet programs write them: words shared or in their cells, numbers as
/// numbers.
final class Workbooks {
  private Workbooks() {}

  /// The shared words in the order of the alphabet, and after the sheets, as some programs do.
  static byte[] shared(List<String> lines) {
    List<String> words = new ArrayList<>();
    lines.forEach(line -> words.addAll(Formats.cells(line)));
    List<String> sorted = List.copyOf(new TreeSet<>(words));
    StringBuilder strings = new StringBuilder("<sst>");
    sorted.forEach(word -> strings.append("<si><t>").append(escape(word)).append("</t></si>"));
    StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
    for (int row = 0; row < lines.size(); row++) {
      sheet.append("<row r=\"").append(row + 1).append("\">");
      int column = 0;
      for (String cell : Formats.cells(lines.get(row))) {
        sheet.append("<c r=\"").append((char) ('A' + column++)).append(row + 1).append('"');
        if (cell.matches("[1-9]\\d*")) {
          sheet.append("><v>").append(cell).append("</v></c>");
        } else {
          sheet.append(" t=\"s\"><v>").append(sorted.indexOf(cell)).append("</v></c>");
        }
      }
      sheet.append("</row>");
    }
    return book(sheet.append("</sheetData></worksheet>").toString(), strings + "</sst>");
  }

  static byte[] inline(List<String> lines) {
    StringBuilder sheet = new StringBuilder("<x:worksheet><x:sheetData>");
    for (String line : lines) {
      sheet.append("<x:row>");
      for (String cell : Formats.cells(line)) {
        sheet
            .append("<x:c t=\"inlineStr\"><x:is><x:t>")
            .append(escape(cell))
            .append("</x:t></x:is></x:c>");
      }
      sheet.append("</x:row>");
    }
    return book(sheet.append("</x:sheetData></x:worksheet>").toString(), "<sst/>");
  }

  private static byte[] book(String sheet, String strings) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", Files.utf8("<Types/>"));
    parts.put(
        "xl/workbook.xml",
        Files.utf8("<workbook><sheets><sheet name=\"A\" r:id=\"rId1\"/></sheets></workbook>"));
    parts.put("xl/worksheets/sheet1.xml", Files.utf8(sheet));
    parts.put("xl/sharedStrings.xml", Files.utf8(strings));
    return Files.zip(parts);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
